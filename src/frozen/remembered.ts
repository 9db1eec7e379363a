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

  /** The values of several keys; those not kept are made together. A key that cannot be made is absent. */
  async getMany(
    keys: readonly string[],
    makeAll: (missing: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    const known = new Map(keys.flatMap(key => (this.kept.has(key) ? [[key, this.kept.get(key)!]] : [])))
    const missing = keys.filter(key => !known.has(key))
    const made = missing.length > 0 ? await makeAll(missing) : new Map<string, Value>()
    for (const [key, value] of made) known.set(key, Promise.resolve(value))
    const found = new Map<string, Value>()
    for (const [key, value] of known) found.set(key, await this.get(key, () => value))
    return found
  }
}
