import { markDifferences } from '../web/components/conflict'
import type { SafeHtml } from '../web/html'
import type { BookChange } from './book-changes'

/** A difference between two versions with its words marked. */
export interface ChangeRow {
  readonly title: string
  readonly label: string
  readonly before: SafeHtml
  readonly after: SafeHtml
}

export const changeRows = (changes: readonly BookChange[]): ChangeRow[] =>
  changes.map(({ title, label, before, after }) => {
    const [was, is] = markDifferences(before, after)
    return { title, label, before: was, after: is }
  })
