import type { Node } from 'yaml'
import { compare, isWhole, toNumber, ZERO, type Exact } from '../engine/exact'
import type { InstrumentSource } from './instrument-source'

const ID = /^[a-z0-9][a-z0-9.-]*$/

/** The fields of one mapping. Whatever cannot be read becomes a fault and a harmless stand-in, and marks the fields broken. */
export class Fields {
  broken = false

  private constructor(
    readonly source: InstrumentSource,
    private where: string,
    readonly line: number,
    private readonly nodes: ReadonlyMap<string, Node | null>,
  ) {}

  /** Opens a mapping; null and a fault when it is none. `where` names it in messages. */
  static open(source: InstrumentSource, node: Node | null, where: string, line: number): Fields | null {
    const nodes = source.pairs(node)
    const start = source.lineOfNode(node, line)
    if (nodes) return new Fields(source, where, start, nodes)
    source.fault(start, 'not-a-mapping', `${where}: di sini harus ada pasangan kunci dan nilai.`)
    return null
  }

  /** The name of the mapping in messages. */
  get name(): string {
    return this.where
  }

  /** Names the mapping in messages from now on, once its id is read. */
  rename(where: string): void {
    if (where) this.where = where
  }

  keys(): string[] {
    return [...this.nodes.keys()]
  }

  has(key: string): boolean {
    return this.nodes.has(key)
  }

  /** Names every key that is not among those known here. */
  onlyKeys(known: readonly string[]): void {
    for (const key of this.keys()) {
      if (!known.includes(key)) this.fault(key, 'unknown-key', `kunci "${key}" tidak dikenal di sini.`)
    }
  }

  fault(key: string, code: string, message: string): void {
    this.broken = true
    this.source.fault(this.lineOfKey(key), code, `${this.where}: ${message}`)
  }

  lineOfKey(key: string): number {
    return this.source.lineOfNode(this.nodes.get(key) ?? null, this.line)
  }

  text(key: string): string {
    const text = this.source.text(this.node(key))?.trim()
    if (!text) this.fault(key, 'text-missing', `"${key}" harus berisi teks.`)
    return text ?? ''
  }

  /** A name that can stand in an address and in the name of a file. */
  id(key: string): string {
    const id = this.text(key)
    if (id && !ID.test(id))
      this.fault(key, 'id-form', `"${id}" hanya boleh berisi huruf kecil, angka, titik, dan tanda hubung.`)
    return id
  }

  optionalText(key: string): string {
    return this.has(key) ? this.text(key) : ''
  }

  decimal(key: string): Exact {
    const value = this.source.decimal(this.node(key))
    if (!value) this.fault(key, 'not-a-number', `"${key}" harus berisi angka desimal.`)
    return value ?? ZERO
  }

  whole(key: string): number {
    const value = this.source.decimal(this.node(key))
    if (value && isWhole(value) && compare(value, ZERO) >= 0) return toNumber(value)
    this.fault(key, 'not-whole', `"${key}" harus berisi bilangan bulat.`)
    return 0
  }

  /** A decimal or an explicit null. */
  decimalOrNull(key: string): Exact | null {
    return this.has(key) && this.source.isNull(this.node(key)) ? null : this.decimal(key)
  }

  boolean(key: string, otherwise: boolean): boolean {
    if (!this.has(key)) return otherwise
    const value = this.source.boolean(this.node(key))
    if (value === null) this.fault(key, 'not-a-boolean', `"${key}" harus true atau false.`)
    return value ?? otherwise
  }

  oneOf<T extends string>(key: string, known: readonly T[], code: string): T {
    const text = this.text(key)
    const found = known.find(candidate => candidate === text)
    if (!found && text) this.fault(key, code, `"${text}" bukan ${key} yang dikenal (${known.join(', ')}).`)
    return found ?? (known[0] as T)
  }

  /** The nodes of a list with their lines. */
  list(key: string): { node: Node | null; line: number }[] {
    const nodes = this.source.items(this.node(key))
    if (!nodes) this.fault(key, 'not-a-list', `"${key}" harus berisi daftar.`)
    return (nodes ?? []).map(node => ({ node, line: this.source.lineOfNode(node, this.line) }))
  }

  texts(key: string): string[] {
    return this.list(key).flatMap(({ node }) => {
      const text = this.source.text(node)?.trim()
      if (!text) this.fault(key, 'text-missing', `setiap butir "${key}" harus berisi teks.`)
      return text ? [text] : []
    })
  }

  mapping(key: string, where = `${this.where}, ${key}`): Fields | null {
    const fields = Fields.open(this.source, this.node(key), where, this.lineOfKey(key))
    if (!fields) this.broken = true
    return fields
  }

  node(key: string): Node | null {
    return this.nodes.get(key) ?? null
  }
}
