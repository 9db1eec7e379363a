import type { StatusJson } from '../../worksheets/saved-json.js'
import { statusElement } from './elements.js'
import { changedFields, KEPT_ROWS } from './fields.js'

const UNSAVED: StatusJson = { tone: 'bad', icon: 'octagon', text: 'Belum tersimpan' }
const DELAYED: StatusJson = { tone: 'warn', icon: 'clock', text: 'Penyimpanan otomatis menunggu jaringan' }

/** Until the module that saves has started, a changed question says that it is not saved, and leaving asks. */
export function watchUntilLive(root: HTMLElement): void {
  if (root.dataset['editable'] !== 'true') return
  let sending = false
  const rows = [...root.querySelectorAll<HTMLElement>(KEPT_ROWS)]
  const mark = (row: HTMLElement): void => {
    const state = row.querySelector('[data-status]')
    if (!state || state.childElementCount > 1 || changedFields(row).length === 0) return
    // What stood there stays for the module that saves.
    state.firstElementChild?.toggleAttribute('hidden', true)
    state.append(statusElement(UNSAVED))
  }
  rows.forEach(mark)
  root.addEventListener('input', event => {
    const row = (event.target as Element).closest<HTMLElement>(KEPT_ROWS)
    if (row && !isLive(root)) mark(row)
  })
  root.addEventListener('submit', event => {
    if (isLive(root)) return
    // Sending the form over a dead line would end on a page of the browser, without the texts.
    if (navigator.onLine) sending = true
    else event.preventDefault()
  })
  window.addEventListener('beforeunload', event => {
    if (!sending && !isLive(root) && rows.some(row => changedFields(row).length > 0)) event.preventDefault()
  })
}

/** The module that saves did not arrive; it is asked for again. */
export function sayDelayed(root: HTMLElement): void {
  root.querySelector('[data-save-state]')?.replaceChildren(statusElement(DELAYED))
}

const isLive = (root: HTMLElement): boolean => root.classList.contains('is-live')
