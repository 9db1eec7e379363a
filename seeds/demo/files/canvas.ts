import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'jpeg-js'

type Colour = readonly [red: number, green: number, blue: number]

/** A small picture to draw rectangles and discs on. */
export class Canvas {
  private readonly pixels: Buffer

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.pixels = Buffer.alloc(width * height * 4, 255)
    this.rectangle(0, 0, width, height, background)
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++)
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++) this.dot(x, y, colour)
  }

  disc(centreX: number, centreY: number, radius: number, colour: Colour): void {
    for (let y = -radius; y <= radius; y++) {
      const half = Math.floor(Math.sqrt(radius * radius - y * y))
      this.rectangle(centreX - half, centreY + y, 2 * half + 1, 1, colour)
    }
  }

  toJpeg(): Buffer {
    return encode({ data: this.pixels, width: this.width, height: this.height }, 72).data
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

  private dot(x: number, y: number, [red, green, blue]: Colour): void {
    const at = (y * this.width + x) * 4
    this.pixels[at] = red
    this.pixels[at + 1] = green
    this.pixels[at + 2] = blue
  }

  /** A PNG scanline: filter byte 0, then RGB. */
  private rowOf(y: number): Buffer {
    const row = Buffer.alloc(1 + this.width * 3)
    for (let x = 0; x < this.width; x++)
      this.pixels.copy(row, 1 + x * 3, (y * this.width + x) * 4, (y * this.width + x) * 4 + 3)
    return row
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
