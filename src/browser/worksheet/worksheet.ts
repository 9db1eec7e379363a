import type { StatusJson } from '../../worksheets/saved-json.js'
import { statusElement } from './elements.js'
import { changedFields } from './fields.js'
import { enhanceJumps } from './jumps.js'
import { newestUnsentOf } from './outbox.js'
import { QuestionKeeper, type Field, type KeeperState } from './question-keeper.js'

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000

/** Saves every change of a worksheet page by itself and says so in the question's own place. */
export function enhance(root: HTMLElement): void {
  enhanceJumps(root)
  const saveBase = root.dataset['save'] ?? ''
  const user = document.body.dataset['user'] ?? ''
  const assessment = /\/penilaian\/([^/]+)/.exec(saveBase)?.[1] ?? ''
  if (root.dataset['editable'] !== 'true' || !user || !assessment) return
  root.classList.add('is-live')
  const keepers = new Map<string, QuestionKeeper>()
  const announce = announcer(root, keepers)
  for (const row of root.querySelectorAll<HTMLElement>('[data-question]')) {
    if (!row.classList.contains('q')) continue
    const keeper = new QuestionKeeper(row, { user, assessment, saveBase, changed: announce })
    keepers.set(keeper.code, keeper)
    listen(keeper)
    catchUp(keeper)
  }
  takeUp(user, assessment, keepers)
  retry(keepers)
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-answers]')) listenToForm(form, keepers)
  let leaving = false
  document.addEventListener('leaving', () => (leaving = true))
  window.addEventListener('beforeunload', event => {
    if (!leaving && [...keepers.values()].some(keeper => keeper.isUnsent)) event.preventDefault()
  })
}

function listen(keeper: QuestionKeeper): void {
  const fieldOf = (target: EventTarget | null): Field | null => {
    if (target instanceof HTMLTextAreaElement) return target.name.startsWith('note:') ? 'note' : null
    if (!(target instanceof HTMLInputElement)) return null
    return target.name.startsWith('option:') || target.dataset['input'] !== undefined ? 'value' : null
  }
  keeper.row.addEventListener('input', event => {
    const field = fieldOf(event.target)
    if (field)
      keeper.edited(field, (event.target as HTMLInputElement).type === 'radio' ? 'now' : 'after-pause')
  })
  keeper.row.addEventListener('change', event => {
    const field = fieldOf(event.target)
    if (field && (event.target as HTMLInputElement).type !== 'radio') keeper.left(field)
  })
}

/** What was changed before this module was there. */
function catchUp(keeper: QuestionKeeper): void {
  for (const field of changedFields(keeper.row)) keeper.edited(field, 'now')
}

/** Without scripts these buttons send the form; here the fields were saved already. */
function listenToForm(form: HTMLFormElement, keepers: ReadonlyMap<string, QuestionKeeper>): void {
  form.addEventListener('submit', event => {
    const button = event.submitter as HTMLButtonElement | null
    if (button?.name === 'tinjau') return
    event.preventDefault()
    if (button?.name === 'kosongkan') keepers.get(button.value)?.clear()
  })
}

function takeUp(user: string, assessment: string, keepers: ReadonlyMap<string, QuestionKeeper>): void {
  const mine = newestUnsentOf(user).filter(unsent => unsent.assessment === assessment)
  for (const unsent of mine) keepers.get(unsent.question)?.restore(unsent)
  for (const keeper of keepers.values()) void keeper.pump()
}

/** A dead line is tried again when it comes back, when somebody looks, and at growing intervals. */
function retry(keepers: ReadonlyMap<string, QuestionKeeper>): void {
  let wait = FIRST_WAIT
  const waiting = (): QuestionKeeper[] => [...keepers.values()].filter(keeper => keeper.state === 'waiting')
  const again = (): void => waiting().forEach(keeper => void keeper.pump())
  const tick = (): void => {
    wait = waiting().length > 0 ? Math.min(wait * 2, LONGEST_WAIT) : FIRST_WAIT
    again()
    window.setTimeout(tick, wait)
  }
  window.setTimeout(tick, wait)
  window.addEventListener('online', () => ((wait = FIRST_WAIT), again()))
  window.addEventListener('focus', again)
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
