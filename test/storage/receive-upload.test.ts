import { Readable } from 'node:stream'
import { deflateRawSync } from 'node:zlib'
import { evidenceKinds, evidenceLimits, fileKinds, type UploadLimits } from '../../src/storage/file-kinds'
import { LocalStorage } from '../../src/storage/local-storage'
import { receiveUpload } from '../../src/storage/receive-upload'
import { makeZip } from './make-zip'
import { office, samples, strangers } from './sample-files'
import { temporaryFolder } from './stored-folder'

const folder = temporaryFolder()
const generous = evidenceLimits({ maxBytes: 25 * 1024 * 1024, videoMaxBytes: 100 * 1024 * 1024 })
const receive = (bytes: Buffer, name: string, limits: UploadLimits = generous) =>
  receiveUpload(new LocalStorage({ root: folder.root }), Readable.from([bytes]), name, limits)

async function refusalOf(bytes: Buffer, name: string, limits?: UploadLimits) {
  const error: unknown = await receive(bytes, name, limits).then(
    file => `accepted as ${file.kind}`,
    (reason: unknown) => reason,
  )
  expect(await folder.files()).toEqual([])
  return error
}

describe('a file that is taken', () => {
  it.each(evidenceKinds)('is known as %s by its content', async kind => {
    const upload = await receive(samples[kind], `Notulen.${kind}`)
    expect(upload).toMatchObject({ kind, mime: fileKinds[kind].mime, name: `Notulen.${kind}` })
    expect(upload.size).toBe(samples[kind].length)
  })

  it.each([
    [samples.png, 'foto.jpg', 'png', 'foto.png'],
    [samples.jpg, 'foto.JPEG', 'jpg', 'foto.JPEG'],
    [samples.pdf, 'laporan.exe', 'pdf', 'laporan.pdf'],
    [samples.docx, 'rekap.xlsx', 'docx', 'rekap.docx'],
    [samples.pdf, 'SK No.12', 'pdf', 'SK No.12.pdf'],
    [samples.pdf, '../../etc/passwd', 'pdf', 'passwd.pdf'],
  ])('is named after its true kind (case %#)', async (bytes, given, kind, name) => {
    expect(await receive(bytes, given)).toMatchObject({ kind, name })
  })

  it('may hold many pictures of any weight when it is a document', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
    const pictures = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`ppt/media/image${i}.png`, samples.png]),
    )
    expect((await receive(office('ppt/presentation.xml', type, pictures), 'paparan.pptx')).kind).toBe('pptx')
  })
})

describe('a file that is refused by its type', () => {
  it.each([
    ['exe', 'Denah.exe'],
    ['elf', 'denah'],
    ['svg', 'denah.svg'],
    ['html', 'denah.html'],
    ['zip', 'semua.zip'],
    ['text', 'catatan.txt'],
  ] as const)('because nothing of that type is kept: %s', async (stranger, name) => {
    expect(await refusalOf(strangers[stranger], name)).toMatchObject({
      reason: 'type',
      message: 'jenis berkas tidak diizinkan.',
    })
  })

  it.each([
    ['exe', 'foto.jpg', 'isinya bukan JPG.'],
    ['svg', 'foto.png', 'isinya bukan PNG.'],
    ['html', 'SK.pdf', 'isinya bukan PDF.'],
    ['zip', 'rekap.xlsx', 'isinya bukan XLSX.'],
    ['brokenZip', 'rekap.docx', 'isinya bukan DOCX.'],
  ] as const)('because its content is not what the name says: %s as %s', async (stranger, name, message) => {
    expect(await refusalOf(strangers[stranger], name)).toMatchObject({ reason: 'type', message })
  })

  it.each(['macro', 'hiddenMacro'] as const)('because it carries macros: %s', async stranger => {
    const refusal = await refusalOf(strangers[stranger], 'formulir.docx')
    expect(refusal).toMatchObject({
      reason: 'macros',
      message: 'berkas berisi makro. Simpan sebagai .docx, .xlsx, .pptx, atau PDF.',
    })
  })

  it('because it is an old or an encrypted Office document', async () => {
    expect(await refusalOf(strangers.oldWord, 'surat.doc')).toMatchObject({
      reason: 'type',
      message: 'format Office lama atau bersandi. Simpan sebagai .docx, .xlsx, .pptx, atau PDF tanpa sandi.',
    })
  })

  it.each([
    ['mov', 'Apel.mov', 'iPhone (.mov)'],
    ['mov', 'Apel.mp4', 'iPhone (.mov)'],
    ['threeGp', 'Apel.3gp', 'ponsel (.3gp)'],
    ['threeGp', 'Apel.mp4', 'ponsel (.3gp)'],
  ] as const)(
    'because it is a film of a telephone, and says what to do: %s as %s',
    async (film, name, kind) => {
      expect(await refusalOf(strangers[film], name)).toMatchObject({
        reason: 'type',
        message: `berkas ini adalah video ${kind}. Kirim atau simpan sebagai MP4, lalu unggah lagi.`,
      })
      expect(await refusalOf(strangers[film], name, { png: 1000 })).toMatchObject({
        message: 'jenis berkas tidak diizinkan.',
      })
    },
  )

  it('because it declares its types more than once, before any is unpacked', async () => {
    const claimedSize = 1024 * 1024
    const declared = { packed: deflateRawSync(Buffer.alloc(claimedSize, 32)), claimedSize }
    const names = Array.from({ length: 2000 }, (_, i) => `[Content_Types]${String(i).padStart(4, '#')}`)
    const zip = makeZip(Object.fromEntries(names.map(name => [name, declared])))
    const disguised = zip.toString('latin1').replace(/\[Content_Types\][#\d]{4}/g, '[Content_Types].xml')
    expect(await refusalOf(Buffer.from(disguised, 'latin1'), 'rekap.xlsx')).toMatchObject({ reason: 'type' })
  })

  it('because its declarations are a bomb', async () => {
    const bomb = makeZip({ '[Content_Types].xml': Buffer.alloc(40 * 1024 * 1024, 32) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusalOf(bomb, 'rekap.xlsx')).toMatchObject({ reason: 'type' })
  })

  it('because this page does not take it', async () => {
    expect(await refusalOf(samples.pdf, 'data.pdf', { csv: 1000 })).toMatchObject({ reason: 'type' })
  })
})

describe('limits by kind', () => {
  const small = evidenceLimits({ maxBytes: 10_000, videoMaxBytes: 50_000 })

  it('are those of the true kind, whatever the name says', async () => {
    const video = Buffer.concat([samples.mp4, Buffer.alloc(30_000)])
    expect((await receive(video, 'rapat.mp4', small)).kind).toBe('mp4')
  })

  it('refuse a paper that weighs what only a video may', async () => {
    const paper = Buffer.concat([samples.pdf, Buffer.alloc(30_000)])
    expect(await refusalOf(paper, 'rapat.mp4', small)).toMatchObject({ reason: 'too-large' })
  })

  it('hold for each Office document when they differ', async () => {
    const limits = { docx: 10_000, xlsx: 100 }
    expect((await receive(samples.docx, 'a.docx', limits)).kind).toBe('docx')
    await expect(receive(samples.xlsx, 'a.xlsx', limits)).rejects.toMatchObject({ reason: 'too-large' })
  })
})

describe('plain text', () => {
  it.each([
    ['NIP;Nama\n1;Sari\n', 'pegawai.csv', 'csv'],
    ['BMN,jumlah\n1,2\n', 'aset.CSV', 'csv'],
    ['kode: A.I.1\n', 'lke.yml', 'yaml'],
    [`nama\n${'Ä'.repeat(3000)}`, 'panjang.csv', 'csv'],
  ])('is taken by its name where a page asks for it (case %#)', async (text, name, kind) => {
    expect((await receive(Buffer.from(text), name, { csv: 10_000, yaml: 10_000 })).kind).toBe(kind)
  })

  it('is refused when it is no text', async () => {
    expect(await refusalOf(strangers.exe, 'pegawai.csv', { csv: 10_000 })).toMatchObject({
      reason: 'type',
      message: 'isinya bukan CSV.',
    })
    expect(await refusalOf(Buffer.from([0x4e, 0x80, 0x0a]), 'pegawai.csv', { csv: 10_000 })).toMatchObject({
      reason: 'type',
    })
  })
})
