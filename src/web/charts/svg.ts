import { escapeHtml, SafeHtml } from '../html'

type Attributes = Readonly<Record<string, string | number>>

/** An SVG element; numbers are printed with two places at most, texts are escaped. */
export function svg(
  name: string,
  attributes: Attributes,
  ...children: readonly (SafeHtml | string)[]
): SafeHtml {
  let start = `<${name}`
  for (const key in attributes) start += ` ${key}="${attributeText(attributes[key] ?? '')}"`
  if (children.length === 0) return new SafeHtml(`${start}/>`)
  const content = children
    .map(child => (typeof child === 'string' ? escapeHtml(child) : child.toHTML()))
    .join('')
  return new SafeHtml(`${start}>${content}</${name}>`)
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? coordinate(value) : escapeHtml(value)
}

/** A coordinate without noise: `12.5`. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100)
}
