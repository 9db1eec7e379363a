import { element } from './elements.js'
import { enhanceJumps } from './jumps.js'
import { catchUp, listen, retry } from './listen.js'
import { unsentUnder } from './outbox.js'
import { QuestionKeeper } from './question-keeper.js'

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
  takeUp(user, saveBase, keepers)
  retry(() => [...keepers.values()])
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-answers]')) listenToForm(form, keepers)
  let leaving = false
  document.addEventListener('leaving', () => (leaving = true))
  window.addEventListener('beforeunload', event => {
    if (!leaving && [...keepers.values()].some(keeper => keeper.isUnsent)) event.preventDefault()
  })
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

function takeUp(user: string, saveBase: string, keepers: ReadonlyMap<string, QuestionKeeper>): void {
  for (const unsent of unsentUnder(user, saveBase)) keepers.get(unsent.question)?.restore(unsent)
  for (const keeper of keepers.values()) void keeper.pump()
}

/** One line for the whole page, read out when it changes. */
function announcer(
  root: HTMLElement,
  keepers: ReadonlyMap<string, QuestionKeeper>,
): (savedAt?: string) => void {
  const place = root.querySelector('[data-save-state]')
  let last = ''
  return savedAt => {
    if (savedAt) last = savedAt
    const count = (state: string): number =>
      [...keepers.values()].filter(keeper => keeper.state === state).length
    const parts = [
      count('conflict') > 0 ? `${count('conflict')} bentrok` : '',
      count('held') > 0 ? `${count('held')} belum tersimpan` : '',
      count('waiting') > 0 ? `${count('waiting')} menunggu jaringan` : '',
      count('saving') > 0 ? 'Menyimpan' : last ? `Tersimpan ${last}` : '',
    ].filter(Boolean)
    const text = parts.join(' · ')
    if (place && place.textContent !== text) place.replaceChildren(element('span', '', text))
  }
}
