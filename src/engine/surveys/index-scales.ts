import { compare, div, exact, mul, type Exact } from '../exact'

/** The scales on which indexes of surveys are written. */
export const INDEX_SCALES = ['1-4', '25-100', '0-4'] as const
export type IndexScale = (typeof INDEX_SCALES)[number]

/** Lowest and highest index of each scale. */
export const SCALE_BOUNDS: Readonly<Record<IndexScale, readonly [Exact, Exact]>> = {
  '1-4': [exact(1), exact(4)],
  '25-100': [exact(25), exact(100)],
  '0-4': [exact(0), exact(4)],
}

const HUNDRED = exact(100)
const [, HIGHEST_POINT] = SCALE_BOUNDS['1-4']

/** An index of 0–100 on a scale that ends at `most`: 87.65 is 3.506 of 4. The one place where indexes change their scale. */
export const fromHundred = (index: Exact, most: Exact): Exact => div(mul(index, most), HUNDRED)

const toHundred = (points: Exact, most: Exact): Exact => div(mul(points, HUNDRED), most)

export function isOnScale(index: Exact, scale: IndexScale): boolean {
  const [least, most] = SCALE_BOUNDS[scale]
  return compare(index, least) >= 0 && compare(index, most) <= 0
}

/**
 * An index on another scale, exact; null where it has no place there (0.5 of 4 is below the 1 at which answers begin).
 * PermenPANRB 14/2017 makes the index of satisfaction of the mean of answers 1–4 by × 25. The 0–4 of the worksheet
 * counts the same points from a lower bottom: a mean of 3.506 is 3.506 there, so 87.65 is 3.506 of 4. The mapping is ours,
 * no rule writes it out; stretching 1–4 to 0–4 would make 3.34 of the same answers.
 */
export function convertIndex(index: Exact, from: IndexScale, to: IndexScale): Exact | null {
  const points = from === '25-100' ? fromHundred(index, HIGHEST_POINT) : index
  const converted = to === '25-100' ? toHundred(points, HIGHEST_POINT) : points
  return isOnScale(converted, to) ? converted : null
}

/** The scale an index could have been meant on when it does not lie on the one that was named. */
export const scaleMeant = (index: Exact, named: IndexScale): IndexScale | null =>
  isOnScale(index, named) ? null : (INDEX_SCALES.find(scale => isOnScale(index, scale)) ?? null)
