import { paths } from '../paths'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import { noteListHref, NO_FILTER } from './note-filter'

/** How many notes there are on a question. */
export interface QuestionNotes {
  readonly open: number
  readonly all: number
}

/** `2 catatan, 1 belum selesai`, leading to them; null where there are none. */
export function questionNotesLink(
  assessment: { readonly id: string },
  question: string,
  { open, all }: QuestionNotes,
): Link | null {
  if (all === 0) return null
  const base = paths.assessmentNotes(assessment.id)
  const settled = open === 0 ? 'semua selesai' : `${formatCount(open)} belum selesai`
  return {
    label: `${formatCount(all)} catatan, ${settled}`,
    href: noteListHref(base, NO_FILTER, { view: 'semua', search: question }),
  }
}
