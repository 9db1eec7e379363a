import { coordinate } from './svg'

export const WIDTH = 380
export const HEIGHT = 300
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 }

/** A phone draws the picture at nine tenths of its size, paper at two thirds of a larger one. */
export interface RadarSizes {
  readonly radius: number
  readonly letters: number
  readonly ringLetters: number
}

export const SCREEN_SIZES: RadarSizes = { radius: 90, letters: 13.5, ringLetters: 12 }
export const PRINT_SIZES: RadarSizes = { radius: 104, letters: 10.5, ringLetters: 8.5 }

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a share lies on its axis; the first axis points up, the others follow clockwise. */
export function point(index: number, count: number, share: number, sizes: RadarSizes): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  const reach = share * sizes.radius
  return { x: CENTRE.x + Math.cos(angle) * reach, y: CENTRE.y + Math.sin(angle) * reach }
}

/** The corners of a polygon with one share per axis. */
export function outline(shares: readonly number[], sizes: RadarSizes): string {
  return shares
    .map((share, index) => point(index, shares.length, share, sizes))
    .map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`)
    .join(' ')
}
