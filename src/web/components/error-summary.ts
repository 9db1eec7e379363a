import type { FormState } from '../form'
import type { Field } from './field'

/** Stands first in the content and takes the focus; each line leads to its field. */
export interface ErrorSummary {
  readonly title: string
  /** None where the heading says it all. */
  readonly items: readonly { readonly text: string; readonly href: string }[]
}

const NUMBERS = ['Nol', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan']

/**
 * The faults of a form in the order of its fields, those of no field last; null when there are none. A fault of the form
 * itself that stands alone is the heading; `title` heads a form that saves nothing.
 */
export function errorSummary(form: FormState, fields: readonly Field[], title?: string): ErrorSummary | null {
  const named = fields.filter(field => field.error)
  const names = new Set(named.map(field => field.name))
  const others = Object.entries(form.errors).filter(([name]) => !names.has(name))
  const items = [
    ...named.map(field => ({ text: `${field.label}: ${field.error}`, href: `#${field.id}` })),
    ...others.map(([, text]) => ({ text, href: '#isi' })),
  ]
  if (items.length === 0) return null
  const whole = form.errors['']
  if (whole && items.length === 1) return { title: whole, items: [] }
  return { title: title ?? `${NUMBERS[items.length] ?? items.length} isian belum tersimpan`, items }
}
