export interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA, four bytes a pixel. */
  readonly data: Uint8Array | Uint8ClampedArray
}

/** The same picture with its longest edge at most `maxEdge` pixels, each pixel the mean of those it replaces. */
export function shrink(
  picture: Picture,
  maxEdge: number,
): { width: number; height: number; data: Uint8Array } {
  const step = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / maxEdge))
  const width = Math.max(1, Math.floor(picture.width / step))
  const height = Math.max(1, Math.floor(picture.height / step))
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        data[(y * width + x) * 4 + channel] = meanOfBlock(picture, x * step, y * step, step, channel)
      }
    }
  }
  return { width, height, data }
}

function meanOfBlock(picture: Picture, left: number, top: number, step: number, channel: number): number {
  const right = Math.min(left + step, picture.width)
  const bottom = Math.min(top + step, picture.height)
  let sum = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) sum += picture.data[(y * picture.width + x) * 4 + channel] ?? 0
  }
  return sum / ((right - left) * (bottom - top))
}
