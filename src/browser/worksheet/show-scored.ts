import type { ScoredJson } from '../../worksheets/saved-json.js'
import { element, errorElement, hiddenWords, icon, statusElement } from './elements.js'

/** Puts new scores in place wherever the page shows them; places that are missing are passed over. */
export function showScored({ question, sections, part }: ScoredJson): void {
  const row = document.getElementById(question.code)
  if (row) showQuestion(row, question)
  for (const [code, score] of Object.entries(sections)) {
    for (const place of all(`[data-section="${CSS.escape(code)}"]`)) {
      setText(place, '[data-claimed]', score.claimed)
      setText(place, '[data-substantiated]', score.substantiated)
    }
    for (const place of all(`[data-block="${CSS.escape(code)}"]`)) place.textContent = score.count
  }
  for (const link of all(`[data-part="${CSS.escape(part.id)}"]`)) {
    setText(link, '.cnt', part.count)
    const flags = link.querySelector('.fl')
    flags?.replaceChildren(...(part.flagged ? [icon('flag'), part.flagged, hiddenWords(' bertanda')] : []))
  }
  for (const place of all('[data-part-answered]')) place.textContent = part.answered
  for (const place of all('[data-part-score]')) showPart(place, part)
  setCount('belum', String(part.open))
  setCount('bertanda', part.flagged || '0')
}

function showQuestion(row: HTMLElement, question: ScoredJson['question']): void {
  row.querySelector('fieldset')?.classList.toggle('unanswered', question.status?.icon === 'ring')
  row.toggleAttribute('data-open', !question.answered)
  row.querySelector('.cov')?.replaceChildren(...question.coverage.stages.map(coverageItem))
  row.querySelector('[data-flags]')?.replaceChildren(...question.flags.map(flagElement))
  const { computed } = question
  row.classList.toggle('is-error', Boolean(computed?.contradiction))
  if (!computed) return
  setText(row, '[data-formula]', computed.formula)
  setText(row, '[data-result]', computed.result)
  setText(row, '[data-rule]', computed.rule)
  row
    .querySelector('[data-contradiction]')
    ?.replaceChildren(...(computed.contradiction ? [errorElement(computed.contradiction)] : []))
}

function showPart(place: HTMLElement, part: ScoredJson['part']): void {
  setText(place, '[data-part-claimed]', part.claimed)
  setText(place, '[data-part-substantiated]', part.substantiated)
  const bar = place.querySelector('[data-bar]')
  if (bar) bar.innerHTML = part.bar
  place.querySelector('[data-gates]')?.replaceChildren(
    ...part.gates.map(({ label, status }) => {
      const line = element('p', 'sm flush')
      if (label) line.append(element('span', 'mut', label), ' ')
      line.append(statusElement(status))
      return line
    }),
  )
}

function coverageItem({ text, shown }: { text: string; shown: boolean }): HTMLElement {
  const item = element('li', shown ? 'yes' : 'no')
  item.append(
    icon(shown ? 'dot' : 'ring'),
    element('span', '', text),
    hiddenWords(shown ? ' sudah ada' : ' belum ada'),
  )
  return item
}

function flagElement({ lead, text }: { lead: string; text: string }): HTMLElement {
  const flag = element('div', 'flag')
  const words = element('span', '')
  words.append(element('b', '', `${lead}.`), ` ${text}`)
  flag.append(icon('flag'), words)
  return flag
}

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]

function setText(within: Element, selector: string, text: string): void {
  const place = within.querySelector(selector)
  if (place) place.textContent = text
}

function setCount(filter: string, text: string): void {
  const pill = document.querySelector(`.pills a[href*="saring=${filter}"] .n`)
  if (pill) pill.textContent = text
}
