import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { ErrorSummary } from '../web/components/error-summary'
import type { RefusedFields } from './question-row.page'

/** The summary of what was not saved; each line leads to its field. Null when all was. */
export function refusalSummary(
  instrument: Instrument,
  refused: ReadonlyMap<string, RefusedFields>,
): ErrorSummary | null {
  const { questions } = lookup(instrument)
  const items = [...refused].flatMap(([code, { errors }]) =>
    Object.entries(errors).map(([field, message]) => {
      const question = questions.get(code)?.question
      const first = question?.kind === 'choice' ? (question.options[0]?.key ?? '') : ''
      const id = field === 'note' ? `${code}-catatan` : `${code}-${field === 'option' ? first : field}`
      return { text: `${code}: ${message}`, href: `#${id}` }
    }),
  )
  if (items.length === 0) return null
  return {
    title: items.length === 1 ? 'Satu isian belum tersimpan' : `${items.length} isian belum tersimpan`,
    items,
  }
}
