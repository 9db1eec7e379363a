import { parse } from 'content-disposition'
import fc from 'fast-check'
import { contentDisposition, extensionOf, nameForKind, safeName } from '../../src/storage/safe-name'

describe('a name to show', () => {
  it.each([
    ['Notulen rapat.pdf', 'Notulen rapat.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\foto.jpg', 'foto.jpg'],
    ['..', 'berkas'],
    ['', 'berkas'],
    ['a/b/', 'berkas'],
    ['SK\u0000\r\n.pdf', 'SK.pdf'],
    ['foto\u202Egpj.exe', 'fotogpj.exe'],
    ['<b>"hai".pdf', '_b__hai_.pdf'],
    ['  banyak   spasi .pdf ', 'banyak spasi .pdf'],
    ['.htaccess', 'htaccess'],
    ['Kepala\u2019s \u00e9.pdf', 'Kepala\u2019s \u00e9.pdf'],
  ])('of %j is %j', (given, name) => {
    expect(safeName(given)).toBe(name)
  })

  it('keeps its extension when it is shortened, and no half character', () => {
    const name = safeName(`${'日'.repeat(200)}.pdf`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^日+\.pdf$/)
  })

  it.each([
    ['wide characters', `${'日'.repeat(5000)}.pdf`],
    ['dots and spaces', `x${'. '.repeat(8000)}x`],
    ['parts of characters', `${'e\u0301'.repeat(8000)}.pdf`],
  ])('is made at once of a name of thousands of %s', (_of, given) => {
    for (let times = 0; times < 20; times++) safeName(given)
  })

  it('never holds a path, anything invisible or more than 200 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
        const name = safeName(given)
        expect(name).not.toMatch(/[\\/\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|^\.+$|^$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('the extension', () => {
  it.each([
    ['a.PDF', 'pdf'],
    ['arsip.tar.gz', 'gz'],
    ['SK No. 12', ''],
    ['tanpa', ''],
  ])('of %s is "%s"', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })

  it('fits the kind in every name, within the length of a name', () => {
    expect(nameForKind('foto.heif', 'heic')).toBe('foto.heif')
    expect(nameForKind('foto.html', 'jpg')).toBe('foto.jpg')
    expect(nameForKind('Rapat 12.30', 'pdf')).toBe('Rapat 12.30.pdf')
    const long = nameForKind('a'.repeat(200), 'docx')
    expect(long).toMatch(/^a+\.docx$/)
    expect(long).toHaveLength(200)
  })
})

describe('Content-Disposition', () => {
  it.each(['Notulen.pdf', 'Laporan “akhir” é 日.pdf', '50%.pdf', "O'Neil; x=1.pdf"])(
    'carries %s unchanged',
    name => {
      const header = contentDisposition('attachment', name)
      expect(header).toMatch(/^attachment; filename=/)
      expect(header).toMatch(/^[\x20-\x7e]+$/)
      expect(parse(header).parameters['filename']).toBe(name)
    },
  )

  it('can ask to be shown in place', () => {
    expect(contentDisposition('inline', 'foto.jpg')).toBe('inline; filename=foto.jpg')
  })
})
