import type { StatusJson } from '../../worksheets/saved-json.js'
import { statusElement } from './elements.js'
import { KEPT_ROWS } from './fields.js'
import { catchUp, listen, retry } from './listen.js'
import { newestUnsentUnder } from './outbox.js'
import { QuestionKeeper, type KeeperState, type Place } from './question-keeper.js'

/** Saves every change in the rows of a page by itself and says so in the row's own place. */
export function keepRows(root: HTMLElement, saved?: Place['saved']): void {
  const saveBase = root.dataset['save'] ?? ''
  const user = document.body.dataset['user'] ?? ''
  const assessment = /\/penilaian\/([^/]+)/.exec(saveBase)?.[1] ?? ''
  if (root.dataset['editable'] !== 'true' || !user || !assessment) return
  root.classList.add('is-live')
  const keepers = new Map<string, QuestionKeeper>()
  const changed = announcer(root, keepers)
  for (const row of root.querySelectorAll<HTMLElement>(KEPT_ROWS)) {
    const keeper = new QuestionKeeper(row, { user, assessment, saveBase, changed, ...(saved && { saved }) })
    keepers.set(keeper.code, keeper)
    listen(keeper)
    catchUp(keeper)
  }
  takeUp(user, saveBase, keepers)
  retry(() => [...keepers.values()])
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-answers]')) listenToForm(form, keepers)
  let leaving = false
  document.addEventListener('leaving', () => (leaving = true))
  window.addEventListener('beforeunload', event => {
    if (!leaving && [...keepers.values()].some(keeper => keeper.isUnsent)) event.preventDefault()
  })
}

/** Buttons that send the form with a script as well: a copied answer is confirmed, one of two contents is chosen. */
const SENT = ['tinjau', 'pakai']

/** Without scripts these buttons send the form; here the fields were saved already. */
function listenToForm(form: HTMLFormElement, keepers: ReadonlyMap<string, QuestionKeeper>): void {
  form.addEventListener('submit', event => {
    const button = event.submitter as HTMLButtonElement | null
    if (button && SENT.includes(button.name)) return
    event.preventDefault()
    if (button?.name === 'kosongkan') keepers.get(button.value)?.clear()
  })
}

function takeUp(user: string, saveBase: string, keepers: ReadonlyMap<string, QuestionKeeper>): void {
  for (const unsent of newestUnsentUnder(user, saveBase)) keepers.get(unsent.question)?.restore(unsent)
  for (const keeper of keepers.values()) void keeper.pump()
}

/** One line for the whole page, read out when it changes: the worst state of its questions. */
function announcer(
  root: HTMLElement,
  keepers: ReadonlyMap<string, QuestionKeeper>,
): (savedAt?: string) => void {
  const place = root.querySelector('[data-save-state]')
  let last = ''
  return savedAt => {
    if (savedAt) last = savedAt
    const status = pageStatus([...keepers.values()], last)
    if (!place || place.textContent === status?.text) return
    place.replaceChildren(...(status ? [statusElement(status)] : []))
  }
}

function pageStatus(keepers: readonly QuestionKeeper[], last: string): StatusJson | null {
  const count = (state: KeeperState): number => keepers.filter(keeper => keeper.state === state).length
  const [held, conflict, waiting] = [count('held'), count('conflict'), count('waiting')]
  const text = [
    held > 0 ? `${held} belum tersimpan` : '',
    conflict > 0 ? `${conflict} bentrok` : '',
    waiting > 0 ? `${waiting} menunggu jaringan` : '',
  ]
    .filter(Boolean)
    .join(' · ')
  if (held > 0) return { tone: 'bad', icon: 'octagon', text }
  if (conflict > 0) return { tone: 'clash', icon: 'clash', text }
  if (waiting > 0) return { tone: 'warn', icon: 'clock', text }
  if (count('saving') > 0) return { tone: 'info', icon: 'up', text: 'Menyimpan' }
  return last ? { tone: 'mut', icon: 'tick', text: `Tersimpan ${last}` } : null
}
