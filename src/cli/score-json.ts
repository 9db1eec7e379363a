/** A JSON value that knows its line; numbers keep their text, objects all their pairs, also repeated ones. */
export type JsonNode =
  | { readonly kind: 'object'; readonly line: number; readonly pairs: readonly JsonPair[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text' | 'number' | 'boolean' | 'null'; readonly line: number; readonly text: string }

export interface JsonPair {
  readonly key: string
  readonly line: number
  readonly value: JsonNode
}

export type JsonReading =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly line: number; readonly reason: 'syntax' | 'too-deep' }

const TOKEN = /[\s]*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d[^\s,\]}]*)|(true|false)|(null))/y
const MAX_DEPTH = 50

/** Reads strict JSON without losing the digits of a number to a double. */
export function readJson(source: string): JsonReading {
  try {
    JSON.parse(source)
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    return { ok: false, line: position ? lineAt(source, Number(position)) : 1, reason: 'syntax' }
  }
  try {
    return { ok: true, node: new JsonScanner(source).value(0) }
  } catch (error) {
    if (error instanceof TooDeep) return { ok: false, line: error.line, reason: 'too-deep' }
    throw error
  }
}

const lineAt = (source: string, position: number): number => source.slice(0, position).split('\n').length

class TooDeep extends Error {
  constructor(readonly line: number) {
    super()
  }
}

/** Walks a text that JSON.parse has found to be right, so it needs to refuse nothing but depth. */
class JsonScanner {
  private position = 0
  private line = 1

  constructor(private readonly source: string) {}

  value(depth: number): JsonNode {
    const [, mark, text, number, boolean] = this.next()
    const { line } = this
    if (depth > MAX_DEPTH) throw new TooDeep(line)
    if (mark === '{') return { kind: 'object', line, pairs: this.until('}', () => this.pair(depth)) }
    if (mark === '[') return { kind: 'list', line, items: this.until(']', () => this.value(depth + 1)) }
    if (text !== undefined) return { kind: 'text', line, text: JSON.parse(text) as string }
    if (number !== undefined) return { kind: 'number', line, text: number }
    return boolean === undefined
      ? { kind: 'null', line, text: 'null' }
      : { kind: 'boolean', line, text: boolean }
  }

  private pair(depth: number): JsonPair {
    const key = JSON.parse(this.next()[2] ?? '""') as string
    const { line } = this
    this.next()
    return { key, line, value: this.value(depth + 1) }
  }

  private until<T>(end: string, read: () => T): T[] {
    const found: T[] = []
    while (!this.skip(end)) {
      if (found.length > 0) this.next()
      found.push(read())
    }
    return found
  }

  private skip(mark: string): boolean {
    const { position, line } = this
    if (this.next()[1] === mark) return true
    this.position = position
    this.line = line
    return false
  }

  private next(): RegExpExecArray {
    TOKEN.lastIndex = this.position
    const token = TOKEN.exec(this.source)
    if (!token) throw new SyntaxError(`Unexpected text in line ${this.line}`)
    this.position = TOKEN.lastIndex
    this.line += token[0].split('\n').length - 1
    return token
  }
}
