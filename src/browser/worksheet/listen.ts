import { changedFields, fieldOf } from './fields.js'
import type { QuestionKeeper } from './question-keeper.js'

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000

/** Hands every change in the fields of a question to its keeper: choices at once, text after a pause. */
export function listen(keeper: QuestionKeeper): void {
  keeper.row.addEventListener('input', event => {
    const field = fieldOf(event.target)
    if (field) keeper.edited(field, isChoice(event.target) ? 'now' : 'after-pause')
  })
  keeper.row.addEventListener('change', event => {
    const field = fieldOf(event.target)
    if (field && isTyped(event.target)) keeper.left(field)
  })
}

const typeOf = (target: EventTarget | null): string => (target as HTMLInputElement).type
const isChoice = (target: EventTarget | null): boolean => ['radio', 'select-one'].includes(typeOf(target))
/** A date says `change` with every digit of its year. */
const isTyped = (target: EventTarget | null): boolean => !isChoice(target) && typeOf(target) !== 'date'

/** What was changed before this module was there. */
export function catchUp(keeper: QuestionKeeper): void {
  for (const field of changedFields(keeper.row)) keeper.edited(field, 'now')
}

/** A dead line is tried again when it comes back, when somebody looks, and at growing intervals. */
export function retry(keepers: () => readonly QuestionKeeper[]): void {
  let wait = FIRST_WAIT
  const waiting = (): QuestionKeeper[] => keepers().filter(keeper => keeper.state === 'waiting')
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
