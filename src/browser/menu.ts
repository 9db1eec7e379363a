/** A `details` used as a menu closes on Escape, on a click outside and when the focus leaves it. */
export function enhance(element: HTMLElement): void {
  const menu = element as HTMLDetailsElement
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  menu.addEventListener('focusout', event => {
    const target = event.relatedTarget as Node | null
    if (target && !menu.contains(target)) menu.open = false
  })
  document.addEventListener('click', event => {
    if (!menu.contains(event.target as Node)) menu.open = false
  })
}
