/** Collects the parameters of one SQL statement, numbered in the order in which they appear in it. */
export class Statement {
  readonly parameters: unknown[] = []

  /** The placeholder of a value: `$3`. */
  value(value: unknown): string {
    return `$${this.parameters.push(value)}`
  }

  /** Placeholders for `IN (…)`; `NULL` for an empty list, which nothing equals. */
  list(values: readonly unknown[]): string {
    return values.map(value => this.value(value)).join(', ') || 'NULL'
  }

  /** Whether one of some columns has a text in it, whatever its capitals; the signs of LIKE mean themselves. */
  contains(columns: readonly string[], text: string): string {
    const words = this.value(`%${text.toLowerCase().replace(/[!%_]/g, sign => `!${sign}`)}%`)
    return `(${columns.map(name => `LOWER(${name}) LIKE ${words} ESCAPE '!'`).join(' OR ')})`
  }
}
