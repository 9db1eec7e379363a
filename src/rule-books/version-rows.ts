import { paths } from '../paths'
import { formatInstant } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { RuleBookRow } from './rule-books.service'

export interface VersionRow {
  readonly href: string
  readonly name: string
  readonly version: string
  readonly loaded: string
  readonly checksum: string
  readonly isInUse: boolean
}

const CHECKSUM_SHOWN = 12

export const versionRows = (versions: readonly RuleBookRow[], inUse: string | undefined): VersionRow[] =>
  versions.map(one => ({
    href: paths.ruleBook(one.id),
    name: one.code,
    version: formatCount(one.version),
    loaded: loadedWords(one),
    checksum: one.checksum.slice(0, CHECKSUM_SHOWN),
    isInUse: one.id === inUse,
  }))

/** When and by whom; the people who load thresholds sit at the centre. */
export const loadedWords = ({ loadedAt, loadedBy }: Pick<RuleBookRow, 'loadedAt' | 'loadedBy'>): string =>
  `${formatInstant(loadedAt, 'Asia/Jakarta')}, ${loadedBy}`
