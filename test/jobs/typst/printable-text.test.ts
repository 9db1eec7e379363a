import { join } from 'node:path'
import { charactersOf } from '../../../src/jobs/typst/font-coverage'
import { printable } from '../../../src/jobs/typst/printable-text'
import { projectRoot } from '../../../src/project-root'

const font = (style: string) => join(projectRoot, `views/reports/fonts/LiberationSans-${style}.ttf`)
const drawable = charactersOf(font('Regular'))
const fit = (text: string) => printable(text, drawable)

describe('the characters of the report typeface', () => {
  test.each(['Regular', 'Bold', 'Italic', 'BoldItalic'])(
    '%s draws Indonesian, digits and the marks we use',
    style => {
      const characters = charactersOf(font(style))
      const missing = Array.from('Aa zZ 0123456789 ,.;:–—·−+%()/"“”‘’□•é').filter(
        character => !characters.has(character.codePointAt(0) ?? 0),
      )
      expect(missing).toEqual([])
    },
  )

  test('no Chinese and no emoji', () => {
    expect([0x6f22, 0x1f600, 0x2713].filter(character => drawable.has(character))).toEqual([])
  })

  test('a file that is no font is refused', () => {
    expect(() => charactersOf(join(projectRoot, 'package.json'))).toThrow()
  })
})

describe('text made fit for print', () => {
  test('plain Indonesian text stays as it is', () => {
    const text = 'Waktu antrean turun dari 40 ke 12 menit (30 Januari 2026).'
    expect(fit(text)).toEqual({ value: text, replaced: 0 })
  })

  test('what the typeface cannot draw becomes a box and is counted', () => {
    expect(fit('Tim 漢字 hebat 😀')).toEqual({ value: 'Tim □□ hebat □', replaced: 3 })
  })

  test('letters typed with a loose accent are joined before they are looked up', () => {
    expect(fit('Café')).toEqual({ value: 'Café', replaced: 0 })
  })

  test('direction overrides, joiners and control characters vanish without a trace', () => {
    expect(fit('a\u202eb\u200dc\u0007d\ufe0f')).toEqual({ value: 'abcd', replaced: 0 })
  })

  test('a line break stays', () => {
    expect(fit('satu\ndua').value).toBe('satu\ndua')
  })

  test('a long word may break, preferably after its own marks', () => {
    expect(fit('Laporan_Monitoring_Evaluasi_2026.pdf').value.split('\u200b')).toEqual([
      'Laporan_',
      'Monitoring_',
      'Evaluasi_',
      '2026.',
      'pdf',
    ])
    const pieces = fit('w'.repeat(200)).value.split('\u200b')
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(13)
    expect(pieces.join('')).toBe('w'.repeat(200))
  })

  test('a hash stays whole, so that it can be copied', () => {
    const hash = '9f'.repeat(32)
    expect(fit(`sidik ${hash}.`).value).toBe(`sidik ${hash}.`)
  })

  test('every string of a value is made fit, other values stay', () => {
    const value = { names: ['漢', 'b'], count: 3, none: null, draft: true }
    expect(printable(value, drawable)).toEqual({
      value: { names: ['□', 'b'], count: 3, none: null, draft: true },
      replaced: 1,
    })
  })

  test('leaves an address whole that is to be copied, also at the end of a sentence', () => {
    const address = 'https://zi.contoh.go.id/verifikasi'
    const { value } = printable([`${address}.`, address, `${address}/lain`], drawable, [address])
    expect(value.map(text => text.includes('\u200b'))).toEqual([false, false, true])
  })
})
