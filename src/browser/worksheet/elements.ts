import type { StatusJson } from '../../worksheets/saved-json.js'

const SVG = 'http://www.w3.org/2000/svg'

/** A symbol of the sprite; the words beside it carry the meaning. */
export function icon(name: string): SVGElement {
  const sprite = document.querySelector<HTMLElement>('[data-icons]')?.dataset['icons'] ?? ''
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('class', 'ic')
  picture.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `${sprite}#${name}`)
  picture.append(use)
  return picture
}

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

export const hiddenWords = (text: string): HTMLElement => element('span', 'visually-hidden', text)

export function statusElement({ tone, icon: name, text }: StatusJson): HTMLElement {
  const status = element('span', `st st-${tone}`)
  status.append(icon(name), text)
  return status
}

export function errorElement(text: string): HTMLElement {
  const error = element('p', 'err')
  error.append(icon('octagon'), element('span', '', text))
  return error
}
