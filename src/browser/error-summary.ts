/** The summary of a refused form takes the focus, so that it is read out and the next key leads to its links. */
export function enhance(summary: HTMLElement): void {
  summary.focus()
  summary.addEventListener('click', event => {
    const link = (event.target as Element).closest('a')
    const field = link?.hash ? document.getElementById(link.hash.slice(1)) : null
    if (!field) return
    event.preventDefault()
    field.focus()
    field.closest('.field')?.scrollIntoView({ block: 'center' })
  })
}
