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
}
