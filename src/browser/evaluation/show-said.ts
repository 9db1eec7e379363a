import type { SaidJson } from '../../worksheets/saved-json.js'
import { writeContent } from '../worksheet/fields.js'
import type { QuestionKeeper } from '../worksheet/question-keeper.js'

/** Puts what moved in place; of a question that was left meanwhile only how far the sheet is. */
export function showSaid(
  keeper: QuestionKeeper,
  { standing, inputs, places, followed }: SaidJson,
  isShown: boolean,
): void {
  const { decision, option } = standing
  if (followed.includes('value') && !keeper.isPending('value'))
    writeContent(keeper.row, inputs ? { inputs } : { option })
  if (followed.includes('decision') && !keeper.isPending('decision')) writeContent(keeper.row, { decision })
  for (const [name, markup] of Object.entries(places)) {
    const within: ParentNode = isShown ? keeper.row : document
    if (!isShown && name !== 'head') continue
    const place = within.querySelector<HTMLElement>(`[data-place="${name}"]`)
    if (place && !isWrittenIn(place)) place.innerHTML = markup
  }
}

/** A reason that somebody types right now is not taken away; the next answer shows what moved. */
const isWrittenIn = (place: HTMLElement): boolean =>
  [...place.querySelectorAll('textarea')].some(
    area => area === document.activeElement && area.value !== area.defaultValue,
  )
