/** A form with `data-enhance="unsaved-guard"`: leaving it with changed fields asks first; a form sent twice is sent once. */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement
  const before = contentOf(form)
  let sent = false
  window.addEventListener('beforeunload', event => {
    if (!sent && contentOf(form) !== before) event.preventDefault()
  })
  form.addEventListener('submit', event => {
    if (sent) event.preventDefault()
    sent = true
  })
  // Coming back through the browser's cache, the form may be sent again.
  window.addEventListener('pageshow', () => (sent = false))
}

function contentOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]),
  )
}
