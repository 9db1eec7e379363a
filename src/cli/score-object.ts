import type { ScoreFaults } from './score-faults'
import type { JsonNode, JsonPair } from './score-json'

/** One object of a score file: reads its fields and names what is wrong with them. */
export class ScoreObject {
  private readonly fields: ReadonlyMap<string, JsonPair>

  private constructor(
    readonly name: string,
    readonly faults: ScoreFaults,
    private readonly line: number,
    private readonly pairs: readonly JsonPair[],
  ) {
    this.fields = new Map(pairs.map(pair => [pair.key, pair]))
    const seen = new Set<string>()
    for (const { key, line: at } of pairs) {
      if (seen.has(key)) faults.add(at, `${name}: "${key}" ditulis dua kali.`)
      seen.add(key)
    }
  }

  /** Null and a fault when the value is no object. `name` names it in messages. */
  static open(node: JsonNode, name: string, faults: ScoreFaults): ScoreObject | null {
    if (node.kind === 'object') return new ScoreObject(name, faults, node.line, node.pairs)
    faults.add(node.line, `${name}: harus berisi objek.`)
    return null
  }

  fault(message: string): void {
    this.faults.add(this.line, `${this.name}: ${message}`)
  }

  onlyKeys(known: readonly string[]): void {
    for (const { key, line } of this.entries()) {
      if (!known.includes(key)) this.faults.add(line, `${this.name}: "${key}" tidak dikenal di sini.`)
    }
  }

  /** All pairs, also the repeated ones. */
  entries(): readonly JsonPair[] {
    return this.pairs
  }

  has(key: string): boolean {
    return this.fields.has(key)
  }

  node(key: string): JsonNode | null {
    return this.fields.get(key)?.value ?? null
  }

  object(key: string): ScoreObject | null {
    const node = this.required(key)
    return node && ScoreObject.open(node, this.name === 'berkas' ? key : this.name, this.faults)
  }

  list(key: string): readonly JsonNode[] {
    const node = this.required(key)
    if (node?.kind === 'list') return node.items
    if (node) this.faults.add(node.line, `${key}: harus berisi daftar.`)
    return []
  }

  text(key: string): string | null {
    const node = this.required(key)
    if (node?.kind === 'text') return node.text
    if (node) this.faults.add(node.line, `${this.name}: "${key}" harus berisi teks.`)
    return null
  }

  oneOf<T extends string>(key: string, known: readonly T[]): T | null {
    const text = this.text(key)
    const found = known.find(candidate => candidate === text) ?? null
    if (text !== null && !found) {
      const line = this.fields.get(key)?.line ?? this.line
      this.faults.add(line, `${this.name}: ${key} "${text}" tidak dikenal (${known.join(', ')}).`)
    }
    return found
  }

  private required(key: string): JsonNode | null {
    const node = this.node(key)
    if (!node) this.fault(`"${key}" belum ada.`)
    return node
  }
}
