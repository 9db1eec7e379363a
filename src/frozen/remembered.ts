/** Keeps the values last asked for, by key; for what never changes. A failure is not kept. */
export class Remembered<Value> {
  private readonly kept = new Map<string, Promise<Value>>()

  constructor(private readonly most: number) {}

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key) ?? make()
    // The order of the map is that of the last use.
    this.kept.delete(key)
    this.kept.set(key, known)
    known.catch(() => this.kept.delete(key))
    const [oldest] = this.kept.keys()
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest)
    return known
  }
}
