import type { SavedJson, StatusJson } from '../worksheets/saved-json'

/** What the server answers to a script that filled one field of a prerequisite. Declarations alone, for both sides. */
export interface FilledJson extends SavedJson {
  readonly version: number
  /** In the order in which the page shows the predicates of the prerequisite. */
  readonly verdicts: readonly StatusJson[]
  /** `Diubah Sari Puspadewi, 12 Maret 2026 10.45 WIB` */
  readonly changed: string
  /** How many pass, in words. */
  readonly intro: string
}
