import type { FilledJson } from '../../prerequisites/filled-json.js'
import { statusElement } from '../worksheet/elements.js'
import { keepRows } from '../worksheet/keep-rows.js'
import type { QuestionKeeper } from '../worksheet/question-keeper.js'

/** The prerequisites: each change is saved as it is made, and its verdicts follow. */
export function enhance(root: HTMLElement): void {
  keepRows(root, (keeper, reply) => showFilled(root, keeper, reply as FilledJson))
}

function showFilled(
  root: HTMLElement,
  { row }: QuestionKeeper,
  { verdicts, changed, intro }: FilledJson,
): void {
  row.querySelectorAll('[data-verdict-shown]').forEach((place, index) => {
    const verdict = verdicts[index]
    if (verdict) place.replaceChildren(statusElement(verdict))
  })
  setText(row.querySelector('[data-changed]'), changed)
  setText(root.querySelector('[data-intro]'), intro)
}

function setText(place: Element | null, text: string): void {
  if (place) place.textContent = text
}
