/** The faults of one score file, each with its line. */
export class ScoreFaults {
  private readonly found: { readonly line: number; readonly message: string }[] = []

  constructor(private readonly file: string) {}

  add(line: number, message: string): void {
    this.found.push({ line, message })
  }

  get any(): boolean {
    return this.found.length > 0
  }

  /** One line of text per fault, in the order of the file. */
  lines(): string[] {
    return [...this.found]
      .sort((a, b) => a.line - b.line)
      .map(({ line, message }) => `${this.file}:${line}: ${message}\n`)
  }
}
