import { formatDate } from '../format/date'
import type { FormState, FormValues } from '../form'
import type { Field } from './field'

/** A fact that two people wrote differently. */
export interface Difference {
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** Where a posted form differs from what somebody else saved meanwhile, in the words of its fields. */
export function differences(fields: readonly Field[], form: FormState, theirs: FormValues): Difference[] {
  return fields.flatMap(field => {
    const [mine, stands] = [textOf(form.values[field.name]), textOf(theirs[field.name])]
    if (mine === stands) return []
    return [{ label: field.label, mine: wordsOf(field, mine), theirs: wordsOf(field, stands) }]
  })
}

const textOf = (value: FormValues[string] | undefined): string =>
  [value ?? ''].flat().join(', ').replaceAll('\r\n', '\n')

function wordsOf(field: Field, value: string): string {
  if (field.control === 'check') return value ? 'Ya' : 'Tidak'
  if (value === '') return '(kosong)'
  if (field.control === 'select' || field.control === 'choices')
    return field.choices.find(choice => choice.value === value)?.label ?? value
  return field.control === 'input' && field.type === 'date' ? dateWords(value) : value
}

/** Somebody may have typed what is no date. */
function dateWords(value: string): string {
  try {
    return formatDate(value)
  } catch {
    return value
  }
}
