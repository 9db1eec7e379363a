import type { StandingJson } from '../../worksheets/saved-json.js'
import { element, errorElement } from './elements.js'
import type { Unsent } from './outbox.js'

export type Content = Unsent['content']

/** Rows that save by themselves say which version of each field they show. */
export const KEPT_ROWS = '[data-question][data-value-version]'

/** What holds an answer that is no count: a radio button, a list, a date. */
const ANSWERS = ':is(input, select):is([name^="option"], [name="value"])'

/** The note of a question, on its row as on the evaluator's page. */
export const noteIn = (row: HTMLElement): HTMLTextAreaElement | null =>
  row.querySelector<HTMLTextAreaElement>('textarea[name^="note"]')

type Answering = HTMLInputElement | HTMLSelectElement

const answersIn = (row: HTMLElement): Answering[] => [...row.querySelectorAll<Answering>(ANSWERS)]

const decisionsOn = (row: HTMLElement): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>('input[type=radio][name="decision"]'),
]

const isRadio = (control: Answering): control is HTMLInputElement & { type: 'radio' } =>
  control.type === 'radio'

/** Of radio buttons the chosen one; a control of its own holds its value. */
const chosenOf = (controls: readonly Answering[]): string =>
  controls.find(control => !isRadio(control) || control.checked)?.value ?? ''

const verdictsOn = (row: HTMLElement, use: string): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>(`input[data-verdict="${CSS.escape(use)}"]`),
]

/** The field that an element belongs to; null when it is none that is saved. */
export function fieldOf(target: EventTarget | null): string | null {
  if (target instanceof HTMLTextAreaElement) return target.name.startsWith('note') ? 'note' : null
  if (target instanceof HTMLSelectElement) return target.matches(ANSWERS) ? 'value' : null
  if (!(target instanceof HTMLInputElement)) return null
  const { input, verdict } = target.dataset
  if (verdict !== undefined) return `verdict:${verdict}`
  if (target.name === 'decision') return 'decision'
  return target.matches(ANSWERS) || input !== undefined ? 'value' : null
}

/** What stands in the fields of a question now. */
export function readContent(row: HTMLElement, field: string): Content {
  if (field === 'note') return { note: noteIn(row)?.value ?? '' }
  if (field === 'decision') return { decision: chosenOf(decisionsOn(row)) }
  if (field.startsWith('verdict:')) {
    const use = field.slice('verdict:'.length)
    return { use, verdict: chosenOf(verdictsOn(row, use)) || null }
  }
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[data-input]')]
  if (inputs.length > 0)
    return { inputs: Object.fromEntries(inputs.map(input => [input.dataset['input'] ?? '', input.value])) }
  return { option: chosenOf(answersIn(row)) }
}

/** The inputs of a question as the server sent them; undefined where it has none. */
export function inputsSent(row: HTMLElement): Readonly<Record<string, string>> | undefined {
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[data-input]')]
  if (inputs.length === 0) return undefined
  return Object.fromEntries(inputs.map(input => [input.dataset['input'] ?? '', input.defaultValue]))
}

/** What the server says stands in a field, as a content of that field. */
export function contentOf(field: string, { note = '', decision = '', value }: StandingJson): Content {
  if (field === 'note') return { note }
  if (field === 'decision') return { decision }
  return value?.inputs ? { inputs: value.inputs } : { option: value?.option ?? '' }
}

/** Puts a content into the fields of a question. */
export function writeContent(row: HTMLElement, content: Content): void {
  const { option, inputs, note, decision, use, verdict } = content
  if (note !== undefined) {
    const area = noteIn(row)
    if (area) area.value = note
  }
  const choose = (controls: readonly Answering[], value: string): void =>
    controls.forEach(control => {
      if (isRadio(control)) control.checked = control.value === value
      else control.value = value
    })
  if (option !== undefined) choose(answersIn(row), option)
  if (decision !== undefined) choose(decisionsOn(row), decision)
  if (use !== undefined) choose(verdictsOn(row, use), verdict ?? '')
  if (option === undefined && inputs === undefined) return
  const empty = Object.keys(readContent(row, 'value').inputs ?? {}).map(key => [key, ''] as const)
  writeInputs(row, { ...Object.fromEntries(empty), ...inputs })
}

/** Puts texts into those inputs of a question that are named. */
export function writeInputs(row: HTMLElement, inputs: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(inputs)) {
    const input = row.querySelector<HTMLInputElement>(`input[data-input="${CSS.escape(key)}"]`)
    if (input) input.value = text.replace('.', ',')
  }
}

/** What differs from the page as it came. A page that shows refused texts again holds them as it came; those wait for the person. */
export function changedFields(row: HTMLElement): string[] {
  const inputs = row.querySelectorAll<Answering>(`input[type=radio], input[data-input], ${ANSWERS}`)
  const changed = [...inputs].filter(isChanged)
  const note = noteIn(row)
  const fields = new Set(changed.map(fieldOf))
  if (note && note.value !== note.defaultValue) fields.add('note')
  return [...fields].filter(field => field !== null)
}

function isChanged(control: Answering): boolean {
  if (control instanceof HTMLSelectElement)
    return (
      control.selectedOptions[0] !==
      ([...control.options].find(one => one.defaultSelected) ?? control.options[0])
    )
  return isRadio(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue
}

/** Repeats each refusal above its field; what is not named any more is taken away. */
export function showRefusals(row: HTMLElement, fields: Readonly<Record<string, string>>): void {
  for (const old of row.querySelectorAll('[data-refusal]')) old.remove()
  const controls = `input[data-input], textarea[name^="note"], ${ANSWERS}:not([type=radio])`
  for (const input of row.querySelectorAll<HTMLElement>(controls)) {
    const key = input.dataset['input'] ?? (fieldOf(input) === 'note' ? 'note' : 'value')
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
    const place = row.querySelector(`[data-refused="${CSS.escape(key)}"]`) ?? row.querySelector('legend')
    place?.after(error)
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

export const showSignedOut = (row: HTMLElement): void =>
  showMessage(row, 'Sesi berakhir. Isian Anda tersimpan di peramban ini. ', {
    label: 'Masuk lagi',
    href: `${document.body.dataset['signIn']}?kembali=${encodeURIComponent(location.pathname + location.search)}`,
  })
