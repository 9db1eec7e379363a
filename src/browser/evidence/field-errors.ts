import { errorElement } from '../worksheet/elements.js'

const MARK = 'data-said'

export function cleanErrors(form: HTMLFormElement): void {
  for (const error of form.querySelectorAll(`[${MARK}]`)) error.remove()
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid')
    control.removeAttribute('aria-describedby')
    control.classList.remove('is-bad')
  }
}

/** Puts each fault beside its field and leads to the first; what belongs to no field stands over the buttons. */
export function showErrors(
  form: HTMLFormElement,
  message: string,
  fields: Readonly<Record<string, string>>,
): void {
  const found = Object.entries(fields).flatMap(([name, text]) => {
    const control = form.querySelector<HTMLElement>(`[name="${CSS.escape(name.split('.')[0] ?? '')}"]`)
    return control ? [{ control, text }] : []
  })
  for (const { control, text } of found) mark(control, text)
  if (found.length === 0) form.querySelector('.buttons')?.before(said(message))
  const first = found[0]?.control ?? form.querySelector<HTMLElement>(`[${MARK}]`)
  first?.closest('details')?.setAttribute('open', '')
  first?.focus()
}

function mark(control: HTMLElement, text: string): void {
  const error = said(text)
  error.id = `${control.id || control.getAttribute('name')}-said`
  const group = control.closest('fieldset')
  if (group) group.querySelector('legend')?.after(error)
  else control.before(error)
  control.setAttribute('aria-invalid', 'true')
  control.setAttribute('aria-describedby', error.id)
  if (!group) control.classList.add('is-bad')
}

function said(text: string): HTMLElement {
  const error = errorElement(text)
  error.setAttribute(MARK, '')
  error.setAttribute('role', 'alert')
  error.tabIndex = -1
  return error
}
