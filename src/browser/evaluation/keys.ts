import { noteIn } from '../worksheet/fields.js'
import { inStore } from '../worksheet/outbox.js'
import { movePiece } from './pieces.js'
import type { QuestionPages } from './question-pages.js'

const TYPING = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])'
const DECISIONS: Readonly<Record<string, string>> = { s: 'S', u: 'U', b: 'B', t: 'T' }

/**
 * The keys of the evaluator's page. None of them acts while somebody types in a field; those without Alt or Ctrl can be
 * switched off, which this browser keeps for the person.
 */
export function enhanceKeys(root: HTMLElement, pages: QuestionPages, saveAndGo: () => void): void {
  const dialog = root.querySelector<HTMLDialogElement>('[data-keys]')
  const toggle = root.querySelector<HTMLInputElement>('[data-keys-switch]')
  if (!dialog || !toggle) return
  const store = `zi:keys-off:${document.body.dataset['user'] ?? ''}`
  toggle.checked = inStore(kept => kept.getItem(store), null) === null
  const hint = (): void => {
    const hints = root.querySelector<HTMLElement>('[data-key-hints]')
    if (hints) hints.hidden = false
    root.classList.toggle('keys-off', !toggle.checked)
  }
  hint()
  new MutationObserver(hint).observe(root.querySelector('[data-desk]') ?? root, { childList: true })
  toggle.addEventListener('change', () => {
    inStore(kept => (toggle.checked ? kept.removeItem(store) : kept.setItem(store, '1')), undefined)
    hint()
  })
  root.addEventListener('click', event => {
    const target = event.target as Element
    if (target.closest('[data-open-keys]')) dialog.showModal()
    if (target.closest('[data-close-keys]')) dialog.close()
  })
  document.addEventListener('keydown', event => {
    if (event.isComposing || dialog.open) return
    const { row } = pages
    if (
      row &&
      pressed(event, row, pages, { single: toggle.checked, saveAndGo, help: () => dialog.showModal() })
    )
      event.preventDefault()
  })
}

interface Acts {
  readonly single: boolean
  readonly saveAndGo: () => void
  readonly help: () => void
}

/** Whether the key did something. */
function pressed(event: KeyboardEvent, row: HTMLElement, pages: QuestionPages, acts: Acts): boolean {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event
  const target = event.target as HTMLElement
  const typing = target.closest(TYPING) !== null
  if (ctrlKey && !altKey && !metaKey && key === 'Enter') return (acts.saveAndGo(), true)
  if (typing) {
    if (key === 'Escape') row.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    return false
  }
  if (altKey && !ctrlKey && !metaKey && !shiftKey) return decide(row, letterOf(event))
  if (ctrlKey || altKey || metaKey || !acts.single) return false
  if (key.startsWith('Arrow') && target.matches('input, summary, iframe, video, [role=tab]')) return false
  return single(key, row, pages, acts)
}

/** The letter of the key itself: with Alt some layouts make another character of it. */
const letterOf = ({ code, key }: KeyboardEvent): string =>
  /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase()

function decide(row: HTMLElement, letter: string): boolean {
  const id = DECISIONS[letter]
  return id !== undefined && choose(row.querySelector<HTMLInputElement>(`#putusan-${id}`))
}

function single(key: string, row: HTMLElement, pages: QuestionPages, acts: Acts): boolean {
  const go = (which: string): boolean => {
    const link = row.querySelector<HTMLAnchorElement>(`a[data-go="${which}"]`)
    if (link) void pages.go(link.href)
    return link !== null
  }
  switch (key.toLowerCase()) {
    case 'j':
    case 'arrowright':
      return go('next')
    case 'k':
    case 'arrowleft':
      return go('previous')
    case 'l':
      return go('open')
    case 'n':
      return focus(noteIn(row))
    case 'v':
      return focus(
        row.querySelector<HTMLElement>('.piece.is-shown input[data-verdict]:checked') ??
          row.querySelector<HTMLElement>('.piece.is-shown input[data-verdict]'),
      )
    case '[':
      return (movePiece(row, -1), true)
    case ']':
      return (movePiece(row, 1), true)
    case '?':
      return (acts.help(), true)
    default:
      return /^[1-9]$/.test(key) && digit(row, key)
  }
}

function digit(row: HTMLElement, key: string): boolean {
  return choose(row.querySelector<HTMLInputElement>(`input[data-digit="${key}"]`))
}

/** As a click would, without taking the focus along. */
function choose(radio: HTMLInputElement | null): boolean {
  if (!radio || radio.matches(':disabled')) return false
  radio.click()
  return true
}

function focus(element: HTMLElement | null): boolean {
  element?.focus()
  return element !== null
}
