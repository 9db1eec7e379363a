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
