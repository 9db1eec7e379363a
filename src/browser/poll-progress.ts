const EVERY_MS = 1000

interface Progress {
  readonly running: boolean
  readonly value: number
  readonly max: number
  readonly text: string
}

/** Moves the bar of a run while it goes on; its end is a page of its own, so that is loaded. */
export function enhance(element: HTMLElement): void {
  const bar = element.querySelector('progress')
  const words = bar?.previousElementSibling
  const href = element.dataset['href']
  if (!bar || !words || !href) return
  element.querySelector('[data-without-script]')?.remove()
  const ask = async (): Promise<void> => {
    try {
      const answer = await fetch(href, { headers: { accept: 'application/json' } })
      if (!answer.ok) return location.reload()
      const { running, value, max, text } = (await answer.json()) as Progress
      bar.max = max
      bar.value = value
      words.textContent = text
      if (!running) return location.reload()
    } catch {
      // A dead line: ask again.
    }
    setTimeout(() => void ask(), EVERY_MS)
  }
  setTimeout(() => void ask(), EVERY_MS)
}
