import type { StandingJson } from '../../worksheets/saved-json.js'
import { element, errorElement } from './elements.js'
import type { Unsent } from './outbox.js'

export type Content = Unsent['content']

/** What stands in the fields of a question now. */
export function readContent(row: HTMLElement, field: 'value' | 'note'): Content {
  if (field === 'note') return { note: row.querySelector('textarea')?.value ?? '' }
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[data-input]')]
  if (inputs.length > 0)
    return { inputs: Object.fromEntries(inputs.map(input => [input.dataset['input'] ?? '', input.value])) }
  return { option: row.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? '' }
}

/** The inputs of a question as the server sent them; undefined where it has none. */
export function inputsSent(row: HTMLElement): Readonly<Record<string, string>> | undefined {
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[data-input]')]
  if (inputs.length === 0) return undefined
  return Object.fromEntries(inputs.map(input => [input.dataset['input'] ?? '', input.defaultValue]))
}

/** What the server says stands in a field, as a content of that field. */
export const contentOf = (field: 'value' | 'note', { note, value }: StandingJson): Content =>
  field === 'note'
    ? { note: note ?? '' }
    : value?.inputs
      ? { inputs: value.inputs }
      : { option: value?.option ?? '' }

/** Puts a content into the fields of a question. */
export function writeContent(row: HTMLElement, { option, inputs, note }: Content): void {
  if (note !== undefined) {
    const area = row.querySelector('textarea')
    if (area) area.value = note
  }
  if (option !== undefined)
    for (const radio of row.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      radio.checked = radio.value === option
  if (option === undefined && inputs === undefined) return
  for (const input of row.querySelectorAll<HTMLInputElement>('input[data-input]'))
    input.value = (inputs?.[input.dataset['input'] ?? ''] ?? '').replace('.', ',')
}

/** What differs from the page as it came. A page that shows refused texts again holds them as it came; those wait for the person. */
export function changedFields(row: HTMLElement): ('value' | 'note')[] {
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[type=radio], input[data-input]')]
  const note = row.querySelector('textarea')
  const value = inputs.some(input =>
    input.type === 'radio' ? input.checked !== input.defaultChecked : input.value !== input.defaultValue,
  )
  return [
    ...(value ? ['value' as const] : []),
    ...(note && note.value !== note.defaultValue ? ['note' as const] : []),
  ]
}

/** Repeats each refusal above its field; what is not named any more is taken away. */
export function showRefusals(row: HTMLElement, fields: Readonly<Record<string, string>>): void {
  for (const old of row.querySelectorAll('[data-refusal]')) old.remove()
  for (const input of row.querySelectorAll<HTMLElement>('input[data-input], textarea')) {
    const key = input.dataset['input'] ?? 'note'
    const message = fields[key]
    input.classList.toggle('is-bad', message !== undefined)
    if (message === undefined) {
      input.removeAttribute('aria-invalid')
      continue
    }
    const error = errorElement(message)
    error.dataset['refusal'] = key
    error.id = `${input.id}-galat`
    input.setAttribute('aria-invalid', 'true')
    input.setAttribute('aria-describedby', error.id)
    input.before(error)
  }
  const rest = Object.entries(fields).filter(
    ([key]) => !row.querySelector(`[data-refusal="${CSS.escape(key)}"]`),
  )
  for (const [key, message] of rest) {
    const error = errorElement(message)
    error.dataset['refusal'] = key
    row.querySelector('legend')?.after(error)
  }
}

/** A message of one question, across its whole width; an empty text takes it away. */
export function showMessage(row: HTMLElement, text: string, link?: { label: string; href: string }): void {
  const place = row.querySelector('[data-wide]')
  if (!place) return
  if (!text) return place.replaceChildren()
  const line = errorElement(text)
  if (link) {
    const anchor = element('a', '', link.label)
    anchor.setAttribute('href', link.href)
    line.append(anchor)
  }
  place.replaceChildren(line)
}
