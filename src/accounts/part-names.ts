import { partTitle } from '../attestations/part-state'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'

/** The parts of the worksheet that a member may be held to, by their code, in the words of the screen. */
export type PartNames = ReadonlyMap<string, string>

/** Before any instrument is loaded, people can already be held to the parts that every version so far has had. */
const BEFORE_ANY: PartNames = new Map([
  ['1', 'Area 1'],
  ['2', 'Area 2'],
  ['3', 'Area 3'],
  ['4', 'Area 4'],
  ['5', 'Area 5'],
  ['6', 'Area 6'],
  ['B', 'Hasil'],
])

export const partNames = (instrument: Instrument | null): PartNames =>
  instrument
    ? new Map([...lookup(instrument).parts.values()].map(part => [part.id, partTitle(part)]))
    : BEFORE_ANY
