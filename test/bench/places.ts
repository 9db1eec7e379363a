import type { BenchWorld } from './world'

/** Where a run of measures works: the same rows twice, so that neither side's writes disturb the other. */
export interface BenchPlaces {
  readonly folder: string
  readonly ours: BenchWorld
  readonly floor: BenchWorld
}
