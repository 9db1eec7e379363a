import { isMap, isNode, isScalar, parseDocument, type Document } from 'yaml'

/** A number to write at a place of a book; null is a bound that is never reached. */
export interface Edit {
  readonly at: readonly string[]
  readonly value: string | null
}

/** Text to put between two offsets. */
interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The text of a book with other numbers in it. A number is put in the place of the old one, so that all else stays as it
 * was written: comments, order, line breaks. A bound that was not written is added to its band.
 */
export function editedSource(source: string, edits: readonly Edit[]): string {
  const document = parseDocument(source)
  return edits
    .flatMap(edit => changeOf(document, source, edit) ?? [])
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source)
}

function changeOf(document: Document, source: string, { at, value }: Edit): Change | null {
  const node = document.getIn(at, true)
  if (!isScalar(node) || !node.range) return value === null ? null : added(document, source, at, value)
  const [from, to] = node.range
  return { from, to, text: `${from === to ? ' ' : ''}${value ?? 'null'}` }
}

/** After what stands last in the band: on the same line within braces, else on one of its own. */
function added(document: Document, source: string, at: readonly string[], value: string): Change | null {
  const band = document.getIn(at.slice(0, -1), true)
  const last = isMap(band) ? band.items.at(-1)?.value : null
  if (!isMap(band) || !band.range || !isNode(last) || !last.range) return null
  const column = band.range[0] - (source.lastIndexOf('\n', band.range[0] - 1) + 1)
  const between = band.flow ? ', ' : `\n${' '.repeat(column)}`
  return { from: last.range[1], to: last.range[1], text: `${between}${at.at(-1)}: ${value}` }
}
