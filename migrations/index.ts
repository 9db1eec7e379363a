import { FirstHouse1766000000000 } from './0001-first-house'

/** In the order in which they run, the same list for both databases. */
export const migrations = [FirstHouse1766000000000]
