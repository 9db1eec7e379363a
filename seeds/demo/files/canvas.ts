import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'jpeg-js'

type Colour = readonly [red: number, green: number, blue: number]

/** A small picture to draw rectangles and discs on. */
export class Canvas {
  private readonly pixels: Uint32Array

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.pixels = new Uint32Array(width * height).fill(packed(background))
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    const [from, to] = [Math.max(0, left), Math.min(this.width, left + width)]
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++)
      this.pixels.fill(packed(colour), y * this.width + from, y * this.width + Math.max(from, to))
  }

  disc(centreX: number, centreY: number, radius: number, colour: Colour): void {
    for (let y = -radius; y <= radius; y++) {
      const half = Math.floor(Math.sqrt(radius * radius - y * y))
      this.rectangle(centreX - half, centreY + y, 2 * half + 1, 1, colour)
    }
  }

  toJpeg(): Buffer {
    const data = Buffer.from(this.pixels.buffer)
    return encode({ data, width: this.width, height: this.height }, 72).data
  }

  toPng(): Buffer {
    const rows = Array.from({ length: this.height }, (_, y) => this.rowOf(y))
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.width, 0)
    header.writeUInt32BE(this.height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }

  /** A PNG scanline: filter byte 0, then RGB. */
  private rowOf(y: number): Buffer {
    const row = Buffer.alloc(1 + this.width * 3)
    for (let x = 0; x < this.width; x++)
      row.writeUIntLE((this.pixels[y * this.width + x] ?? 0) & 0xffffff, 1 + x * 3, 3)
    return row
  }
}

/** Red, green, blue and full opacity in the order of their bytes. */
const packed = ([red, green, blue]: Colour): number => (red | (green << 8) | (blue << 16) | (255 << 24)) >>> 0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
