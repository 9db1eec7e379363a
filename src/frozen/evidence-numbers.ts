import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'

interface Use {
  readonly evidenceId: string
  /** The code of a question, or `P.` and the id of a prerequisite. */
  readonly question: string
}

/** Uses in the order of the instrument, its questions before its prerequisites; within one in the order given. */
export function inOrderOfInstrument<One extends Use>(instrument: Instrument, uses: readonly One[]): One[] {
  const codes = [
    ...lookup(instrument).questions.keys(),
    ...instrument.prerequisites.map(prerequisite => `P.${prerequisite.id}`),
  ]
  const place = new Map(codes.map((code, index) => [code, index]))
  const placeOf = (use: One) => place.get(use.question) ?? codes.length
  return [...uses].sort((one, other) => placeOf(one) - placeOf(other))
}

/** Every used piece with its number, `B-001`, by its first use; `uses` stand in the order they were made. */
export function evidenceNumbers(instrument: Instrument, uses: readonly Use[]): ReadonlyMap<string, string> {
  const ids = new Set(inOrderOfInstrument(instrument, uses).map(use => use.evidenceId))
  return new Map([...ids].map((id, index) => [id, `B-${String(index + 1).padStart(3, '0')}`]))
}
