import { FirstHouse1766000000000 } from './0001-first-house'
import { Evaluation1766000000001 } from './0002-evaluation'
import { Results1766000000002 } from './0003-results'
import { Calibration1766000000005 } from './0006-calibration'

/** In the order in which they run, the same list for both databases. */
export const migrations = [
  FirstHouse1766000000000,
  Evaluation1766000000001,
  Results1766000000002,
  Calibration1766000000005,
]
