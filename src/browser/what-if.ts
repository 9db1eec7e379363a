const PARTS = ['ambang', 'andaian-hasil', 'andaian-lain']

/** Trying answers changes the figures in place; the same address gives the same page without a script. */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement
  let latest: AbortController | undefined
  const recount = async (): Promise<void> => {
    latest?.abort()
    latest = new AbortController()
    const address = `${form.action}?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`
    try {
      const answer = await fetch(address, { signal: latest.signal, headers: { accept: 'text/html' } })
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (answer.redirected || !fresh.getElementById('ambang')) return form.submit()
      for (const id of PARTS)
        document.getElementById(id)?.replaceChildren(...(fresh.getElementById(id)?.childNodes ?? []))
      history.replaceState(null, '', address)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit()
    }
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    void recount().then(() => document.getElementById('andaian-hasil')?.scrollIntoView({ block: 'nearest' }))
  })
  form.addEventListener('change', event => {
    const field = event.target as HTMLInputElement
    // A typed answer is sent with its button; everything else at once.
    if (field.name === 'jawaban' && field.type !== 'radio') return
    void recount().then(() => document.getElementById(field.id)?.focus())
  })
}
