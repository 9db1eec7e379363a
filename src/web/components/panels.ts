import type { IconName } from '../icons'
import type { Link } from '../shell'
import type { Field } from './field'
import type { Message } from '../shell'

/** Nothing here yet: what is missing, what that means, one action. */
export interface Empty {
  readonly title: string
  readonly text: string
  readonly action: (Link & { readonly icon: IconName | '' }) | null
}

/** A question before an act that cannot be undone; the button names its effect, never "Ya". */
export interface Confirm {
  readonly tone: Message['tone']
  readonly lead: string
  readonly text: string
  readonly action: string
  readonly submit: string
  /** The act takes something away. */
  readonly destructive: boolean
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly Field[]
  readonly cancel: Link
}

/** A bar of work done, with its words. */
export interface Progress {
  readonly label: string
  readonly text: string
  readonly value: number
  readonly max: number
}

/** Counts to type, and the value they give. */
export interface Counts {
  readonly inputs: readonly Field[]
  /** `Nilai 5 ÷ 7` */
  readonly formula: string
  /** `0,71` or `Belum dihitung` */
  readonly result: string
  readonly error: string
}

/** One answer option; its whole row is the target. */
export interface OptionRow {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly key: string
  readonly criterion: string
  readonly checked: boolean
  readonly disabled: boolean
}

/** What to do so that the gates pass, with the total after each step. */
export interface Steps {
  readonly caption: string
  readonly rows: readonly StepRow[]
}

export interface StepRow {
  readonly number: string
  readonly title: string
  readonly href: string
  /** `Pengawasan · Reform ii.a` */
  readonly where: string
  readonly who: string
  readonly gain: string
  readonly total: string
  /** Gates that this step closes, in words; `''` for none. */
  readonly closes: string
}

/** Links above a title, outermost first. */
export interface Crumbs {
  readonly links: readonly Link[]
}
