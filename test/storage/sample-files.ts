import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'jpeg-js'
import type { EvidenceKind } from '../../src/storage/file-kinds'
import { makeZip } from './make-zip'

const grey = { width: 4, height: 3, data: Buffer.alloc(4 * 3 * 4, 0x80) }

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  pngChunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
  pngChunk('IEND', Buffer.alloc(0)),
])

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

const webp = Buffer.from('52494646180000005745425056503800' + '0c0000009d012a0100010002003425a400', 'hex')
const mp4 = Buffer.concat([
  Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2', 'latin1'),
  Buffer.from('\x00\x00\x01\x00mdat', 'latin1'),
  Buffer.alloc(248, 7),
])

const officeType = (part: string) => `application/vnd.openxmlformats-officedocument.${part}.main+xml` as const

/** An Office document that holds its declarations and one part; enough to be told by, not to be opened. */
export function office(part: string, type: string, extra: Record<string, string | Buffer> = {}): Buffer {
  return makeZip({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    [part]: '<x/>',
    ...extra,
  })
}

export const samples: Record<EvidenceKind, Buffer> = {
  pdf,
  png,
  webp,
  mp4,
  jpg: encode(grey, 80).data,
  heic: readFileSync(join(__dirname, 'samples/four-fields.heic')),
  docx: office('word/document.xml', officeType('wordprocessingml.document')),
  xlsx: office('xl/workbook.xml', officeType('spreadsheetml.sheet')),
  pptx: office('ppt/presentation.xml', officeType('presentationml.presentation')),
}

/** The first bytes of a film as a telephone makes it, by its brand. */
function film(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from(`\x00\x00\x00\x14ftyp${brand}\x00\x00\x00\x00${brand}`, 'latin1'),
    mp4.subarray(24),
  ])
}

export const strangers = {
  exe: Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(200), Buffer.from('PE\x00\x00')]),
  elf: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  zip: makeZip({ 'payload.txt': 'hello' }),
  macro: office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
  hiddenMacro: office('word/document.xml', officeType('wordprocessingml.document'), {
    'word/vbaProject.bin': Buffer.from('code'),
  }),
  oldWord: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  mov: film('qt  '),
  threeGp: film('3gp5'),
  text: Buffer.from('just some words\n'),
  brokenZip: makeZip({ '[Content_Types].xml': 'x' }).subarray(0, 40),
}
