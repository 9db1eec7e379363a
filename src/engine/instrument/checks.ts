import { formulaFaults } from './check-formulas'
import { predicateFaults } from './check-predicates'
import { prerequisiteFaults } from './check-prerequisites'
import { treeFaults } from './check-tree'
import type { Instrument } from './instrument'
import type { InstrumentFault } from './instrument-fault'
import { questionsOf } from './lookup'

/**
 * Everything that would make an instrument score wrongly. Objects in `incomplete` could not be read whole: rules that
 * rely on their values are left out, for their fault is known already.
 */
export function checkInstrument(
  instrument: Instrument,
  incomplete: ReadonlySet<object> = new Set(),
): InstrumentFault[] {
  return [
    ...treeFaults(instrument, incomplete),
    ...instrument.sections.flatMap(questionsOf).flatMap(question => formulaFaults(question, incomplete)),
    ...predicateFaults(instrument, incomplete),
    ...prerequisiteFaults(instrument, incomplete),
  ]
}
