import { inStore } from './outbox.js'

const SWITCH = 'zi:keys-off'
const FIELDS = 'input, textarea, select, [contenteditable]'

/** Next and previous unanswered question, by link and by the keys `n` and `p`, which can be switched off. */
export function enhanceJumps(root: HTMLElement): void {
  const jump = (step: 1 | -1): void => {
    const open = [...root.querySelectorAll<HTMLElement>('.q[data-open]')]
    const target = step === 1 ? open.find(isBelow) : open.findLast(isAbove)
    if (!target) return
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  }
  for (const link of root.querySelectorAll<HTMLElement>('[data-jump]'))
    link.addEventListener('click', event => {
      if (!root.querySelector('.q[data-open]')) return
      event.preventDefault()
      jump(link.dataset['jump'] === 'previous' ? -1 : 1)
    })
  const keys = root.querySelector<HTMLElement>('[data-keys]')
  const toggle = keys?.querySelector<HTMLInputElement>('[data-keys-switch]')
  if (!keys || !toggle) return
  keys.hidden = false
  toggle.checked = inStore(store => store.getItem(SWITCH), null) === null
  toggle.addEventListener('change', () =>
    inStore(store => (toggle.checked ? store.removeItem(SWITCH) : store.setItem(SWITCH, '1')), undefined),
  )
  document.addEventListener('keydown', event => {
    if (!toggle.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if ((event.target as Element).closest(FIELDS)) return
    if (event.key === 'n') jump(1)
    if (event.key === 'p') jump(-1)
  })
}

/** From the question that has the focus, else from the middle of the window. */
function origin(): number {
  const focused = document.activeElement?.closest('.q')
  return focused ? middle(focused) : window.innerHeight / 2
}

const middle = (element: Element): number => {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

const isBelow = (question: Element): boolean => middle(question) > origin() + 1
const isAbove = (question: Element): boolean => middle(question) < origin() - 1
