/** Shows one piece at a time, by its tab; without scripts they stand one under the other. */
export function showPieces(row: HTMLElement): void {
  const wanted = row.querySelector(`[data-piece="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`)
  show(row, (wanted ?? row.querySelector('[data-piece]'))?.id ?? '')
  for (const tab of tabsOf(row))
    tab.addEventListener('click', event => {
      event.preventDefault()
      show(row, tab.dataset['pieceTab'] ?? '')
    })
}

/** The piece before or after the one that is shown; at an end it stays. */
export function movePiece(row: HTMLElement, step: 1 | -1): void {
  const tabs = tabsOf(row)
  const at = tabs.findIndex(tab => tab.getAttribute('aria-current') === 'true')
  const tab = tabs[at + step]
  if (!tab) return
  show(row, tab.dataset['pieceTab'] ?? '')
  tab.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function show(row: HTMLElement, id: string): void {
  for (const piece of row.querySelectorAll('[data-piece]'))
    piece.classList.toggle('is-shown', piece.id === id)
  for (const tab of tabsOf(row))
    if (tab.dataset['pieceTab'] === id) tab.setAttribute('aria-current', 'true')
    else tab.removeAttribute('aria-current')
}

const tabsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-piece-tab]')]
