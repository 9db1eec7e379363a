import type { IconName } from '../icons'

/** Filters as links with counts; the state lives in the address. */
export interface Pills {
  /** What the group is, for readers: `Saring pertanyaan`. */
  readonly label: string
  readonly items: readonly Pill[]
}

export interface Pill {
  readonly label: string
  readonly href: string
  readonly icon: IconName | ''
  readonly count: string
  readonly current: boolean
}
