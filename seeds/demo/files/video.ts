import type { Dice } from '../dice'
import { mp4 } from './mp4'

/** A few seconds of a moving bar as MP4, for a player to open; in its own shade for every throw of the dice. */
export function shortVideo(dice: Dice): Buffer {
  const shade = 190 + dice.below(40)
  const ground = 50 + dice.below(40)
  return mp4({
    width: WIDTH,
    height: HEIGHT,
    sequence: SPS,
    picture: PPS,
    frames: Array.from({ length: FRAMES }, (_, frame) => pictureOf(frame, shade, ground)),
  })
}

const [WIDTH, HEIGHT, FRAMES] = [96, 64, 8]
const [ACROSS, DOWN] = [WIDTH / 16, HEIGHT / 16]

/** Writes bits, most significant first. */
class Bits {
  private readonly bytes: number[] = []
  private filled = 0

  put(value: number, count: number): this {
    for (let place = count - 1; place >= 0; place--) {
      if (this.filled % 8 === 0) this.bytes.push(0)
      const last = this.bytes.length - 1
      this.bytes[last] = (this.bytes[last] ?? 0) | (((value >> place) & 1) << (7 - (this.filled % 8)))
      this.filled += 1
    }
    return this
  }

  /** Exponential-Golomb code of H.264. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1))
    return this.put(0, length).put(value + 1, length + 1)
  }

  align(): this {
    while (this.filled % 8 !== 0) this.put(0, 1)
    return this
  }

  /** The stop bit, then the payload with emulation prevention, behind its header byte. */
  nal(header: number): Buffer {
    this.put(1, 1).align()
    const escaped: number[] = [header]
    let zeros = 0
    for (const byte of this.bytes) {
      if (zeros >= 2 && byte <= 3) {
        escaped.push(3)
        zeros = 0
      }
      zeros = byte === 0 ? zeros + 1 : 0
      escaped.push(byte)
    }
    return Buffer.from(escaped)
  }
}

/** Sequence and picture parameters of H.264, baseline profile, level 1.1. */
const SPS = new Bits()
  .put(66, 8)
  .put(0xc0, 8)
  .put(11, 8)
  .ue(0)
  .ue(0)
  .ue(2)
  .ue(1)
  .put(0, 1)
  .ue(ACROSS - 1)
  .ue(DOWN - 1)
  .put(1, 1)
  .put(0, 1)
  .put(0, 1)
  .put(0, 1)
  .nal(0x67)
const PPS = new Bits().ue(0).ue(0).put(0, 2).ue(0).ue(0).ue(0).put(0, 3).put(0b1111, 4).put(0, 2).nal(0x68)

/** One picture of plain macroblocks (I_PCM): a bar that moves on. */
function pictureOf(frame: number, shade: number, ground: number): Buffer {
  const bits = new Bits()
    .ue(0)
    .ue(7)
    .ue(0)
    .put(0, 4)
    .ue(frame % 2)
    .put(0, 2)
    .put(1, 1)
    .ue(1)
  for (let block = 0; block < ACROSS * DOWN; block++) {
    bits.ue(25).align()
    const bright = block % ACROSS === frame % ACROSS
    for (let sample = 0; sample < 256; sample++) bits.put(bright ? shade : ground + (block % ACROSS) * 8, 8)
    for (let sample = 0; sample < 128; sample++) bits.put(sample < 64 ? 140 : 118, 8)
  }
  return bits.nal(0x65)
}
