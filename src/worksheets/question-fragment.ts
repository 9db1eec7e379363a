import type { Instrument, Question } from '../engine/instrument/instrument'
import { escapeHtml, SafeHtml } from '../web/html'

const known = new WeakMap<Instrument, Map<string, SafeHtml>>()

/**
 * What is asked, with its criteria and the chosen option marked. It never changes for an instrument, so it is rendered
 * once per question and choice: a page of all questions is mostly this.
 */
export function questionFragment(
  instrument: Instrument,
  question: Question,
  short: string,
  chosen: string | null,
): SafeHtml {
  const fragments = known.get(instrument) ?? new Map<string, SafeHtml>()
  known.set(instrument, fragments)
  const key = `${question.code} ${chosen ?? ''}`
  const fragment = fragments.get(key) ?? new SafeHtml(render(question, short, chosen))
  fragments.set(key, fragment)
  return fragment
}

function render(question: Question, short: string, chosen: string | null): string {
  const asked = `<p class="q-asked"><span class="q-code">${escapeHtml(short)}</span>${escapeHtml(question.text)}</p>`
  if (question.kind !== 'choice') return `${asked}<p class="hint">${escapeHtml(question.criterion)}</p>`
  const options = question.options.map(({ key, criterion }) => {
    const state = key === chosen ? ' is-chosen' : ''
    const words = key === chosen ? '<span class="visually-hidden">, dipilih</span>' : ''
    return `<li class="opt${state}"><b>${escapeHtml(key)}</b><span class="crit">${escapeHtml(criterion)}${words}</span></li>`
  })
  return `${asked}<ul class="opts">${options.join('')}</ul>`
}
