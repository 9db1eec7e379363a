const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}

/** Markup that is printed as it is: charts and fragments rendered before. Templates escape everything else. */
export class SafeHtml {
  constructor(private readonly markup: string) {}

  /** Handlebars asks for this before it escapes a value. */
  toHTML(): string {
    return this.markup
  }

  toString(): string {
    return this.markup
  }
}

type Piece = string | number | SafeHtml | readonly SafeHtml[]

/** Template tag: strings are escaped, numbers and safe markup are not. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): SafeHtml {
  return new SafeHtml(strings.reduce((text, part, index) => text + print(pieces[index - 1] ?? '') + part))
}

function print(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece)
  return Array.isArray(piece) ? piece.join('') : String(piece)
}
