import { CST, Lexer } from 'yaml'

/** The seeded worksheet has 15,000; a hundred thousand are parsed in well under a second, whatever they are. */
const MAX_TOKENS = 100_000
const MAX_ANCHORS = 100

export interface TooHeavy {
  /** In characters from the start of the text. */
  readonly offset: number
  readonly code: 'file-too-large' | 'too-many-anchors'
  readonly message: string
}

/** Looks through a text before the parser does, which spends seconds on some short ones; null when it may be parsed. */
export function tooHeavy(text: string): TooHeavy | null {
  let offset = 0
  let tokens = 0
  let anchors = 0
  let isText = false
  for (const lexeme of new Lexer().lex(text)) {
    const type: CST.TokenType | 'text' | null = isText ? 'text' : CST.tokenType(lexeme)
    isText = type === 'scalar'
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue
    if (++tokens > MAX_TOKENS)
      return { offset, code: 'file-too-large', message: 'Berkas instrumen berisi terlalu banyak butir.' }
    if (type === 'anchor' && ++anchors > MAX_ANCHORS) {
      const message = `Jangkar YAML (&) dipakai lebih dari ${MAX_ANCHORS} kali.`
      return { offset, code: 'too-many-anchors', message }
    }
    offset += lexeme.length
  }
  return null
}
