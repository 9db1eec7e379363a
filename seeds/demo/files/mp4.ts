/** H.264 pictures, each decodable alone, with their parameter sets. */
export interface Film {
  readonly width: number
  readonly height: number
  readonly sequence: Buffer
  readonly picture: Buffer
  readonly frames: readonly Buffer[]
}

const TIMESCALE = 1000
const FRAME_MS = 500

/** The pictures in an MP4 container, two a second. */
export function mp4(film: Film): Buffer {
  const samples = film.frames.map(frame => Buffer.concat([u32(frame.length), frame]))
  const type = box('ftyp', text('isom'), u32(512), text('isomavc1'))
  const offset = type.length + movie(film, samples, 0).length + 8
  return Buffer.concat([type, movie(film, samples, offset), box('mdat', ...samples)])
}

const u8 = (...values: number[]) => Buffer.from(values)
const u16 = (...values: number[]) => Buffer.concat(values.map(value => u8((value >> 8) & 255, value & 255)))
const text = (ascii: string) => Buffer.from(ascii, 'latin1')

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, place) => bytes.writeUInt32BE(value, place * 4))
  return bytes
}

function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([u32(body.length + 8), text(type), body])
}

const UNITY = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

function movie(film: Film, samples: readonly Buffer[], offset: number): Buffer {
  const duration = samples.length * FRAME_MS
  const header = box(
    'mvhd',
    u32(0, 0, 0, TIMESCALE, duration, 0x10000),
    u16(0x100, 0),
    u32(0, 0),
    UNITY,
    u32(0, 0, 0, 0, 0, 0, 2),
  )
  const track = box(
    'tkhd',
    u32(7, 0, 0, 1, 0, duration, 0, 0),
    u16(0, 0, 0, 0),
    UNITY,
    u32(film.width << 16, film.height << 16),
  )
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, TIMESCALE, duration), u16(0x55c4, 0)),
    box('hdlr', u32(0, 0), text('vide'), u32(0, 0, 0), u8(0)),
    box(
      'minf',
      box('vmhd', u32(1), u16(0, 0, 0, 0)),
      box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
      sampleTable(film, samples, offset),
    ),
  )
  return box('moov', header, box('trak', track, media))
}

const sampleTable = (film: Film, samples: readonly Buffer[], offset: number): Buffer =>
  box(
    'stbl',
    box('stsd', u32(0, 1), description(film)),
    box('stts', u32(0, 1, samples.length, FRAME_MS)),
    box('stsc', u32(0, 1, 1, samples.length, 1)),
    box('stsz', u32(0, 0, samples.length, ...samples.map(sample => sample.length))),
    box('stco', u32(0, 1, offset)),
  )

const description = ({ width, height, sequence, picture }: Film): Buffer =>
  box(
    'avc1',
    u16(0, 0, 0, 1, 0, 0),
    u32(0, 0, 0),
    u16(width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    Buffer.alloc(32),
    u16(24, 0xffff),
    box(
      'avcC',
      u8(1, 66, 0xc0, 11, 0xff, 0xe1),
      u16(sequence.length),
      sequence,
      u8(1),
      u16(picture.length),
      picture,
    ),
  )
