import { FirstHouse1766000000000 } from './0001-first-house'
import { Evaluation1766000000001 } from './0002-evaluation'
import { Results1766000000002 } from './0003-results'
import { Messages1766000000004 } from './0005-messages'

/** In the order in which they run, the same list for both databases. */
export const migrations = [
  FirstHouse1766000000000,
  Evaluation1766000000001,
  Results1766000000002,
  Messages1766000000004,
]
