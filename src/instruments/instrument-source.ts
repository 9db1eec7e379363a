import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'
import { exact, type Exact } from '../engine/exact'
import { isReadable, unreadableAt } from '../readable-text'
import { tooHeavy } from './yaml-weight'

/** What is wrong with an instrument file and where. */
export interface InstrumentFileFault {
  readonly file: string
  readonly line: number
  /** Which rule was broken, e.g. `weight-sum`. */
  readonly code: string
  /** For people, in Bahasa Indonesia, beginning with the code of the section or question where there is one. */
  readonly message: string
}

const MAX_CHARACTERS = 1_000_000
const MAX_ALIASES = 100
const UNREADABLE = 'Teks memuat karakter yang tidak dapat disimpan.'

/** Ends the reading at once: what follows would only repeat it. */
class Unreadable extends Error {}

/** A YAML text read node by node, so that numbers keep their source text and every fault knows its line. */
export class InstrumentSource {
  readonly faults: InstrumentFileFault[] = []
  /** Objects of which a part could not be read: checks that rely on their values are left out. */
  readonly incomplete = new Set<object>()
  private readonly lines = new Map<object, number>()
  private readonly counter = new LineCounter()
  private document: Document | null = null
  private aliases = 0
  private targets: ReadonlyMap<Alias, Node> | null = null
  private readonly opened = new Map<YAMLMap, ReadonlyMap<string, Node | null>>()
  /** Nodes whose fault is named already. */
  private readonly faulty = new Set<Node | null>()

  constructor(private readonly file: string) {}

  /** Reads a text with `read`, given the fields at its top; null when the text is no readable YAML. */
  parse<T>(text: string, read: (node: Node | null) => T): T | null {
    const refusal = refusalOf(text)
    if (refusal) {
      this.fault(text.slice(0, refusal.offset).split('\n').length, refusal.code, refusal.message)
      return null
    }
    try {
      // `pairs` looks for keys written twice: the parser would compare each key with every other.
      const options = { lineCounter: this.counter, prettyErrors: false, uniqueKeys: false }
      const document = parseDocument(text, options)
      for (const problem of [...document.errors, ...document.warnings]) {
        this.fault(this.lineAt(problem.pos[0]), 'yaml-invalid', `YAML tidak sah: ${problem.message}`)
      }
      if (document.errors.length > 0) return null
      this.document = document
      return read(document.contents)
    } catch (error) {
      if (error instanceof Unreadable) return null
      if (!(error instanceof RangeError)) throw error
      this.fault(1, 'yaml-invalid', 'Susunan YAML terlalu dalam.')
      return null
    }
  }

  fault(line: number, code: string, message: string): void {
    this.faults.push({ file: this.file, line, code, message })
  }

  /** Remembers where an object came from. */
  record<T extends object>(object: T, origin: { readonly line: number; readonly broken: boolean }): T {
    this.lines.set(object, origin.line)
    if (origin.broken) this.incomplete.add(object)
    return object
  }

  lineOf(object: object): number {
    return this.lines.get(object) ?? 1
  }

  lineOfNode(node: Node | null, otherwise: number): number {
    return node?.range ? this.lineAt(node.range[0]) : otherwise
  }

  private lineAt(offset: number): number {
    return this.counter.linePos(offset).line
  }

  /** The node itself, or what its alias stands for. */
  private resolve(node: Node | null): Node | null {
    if (!isAlias(node) || !this.document) return node
    if (++this.aliases > MAX_ALIASES) {
      const line = this.lineOfNode(node, 1)
      this.fault(line, 'too-many-aliases', `Alias YAML dipakai lebih dari ${MAX_ALIASES} kali.`)
      throw new Unreadable()
    }
    this.targets ??= targetsIn(this.document)
    const target = this.targets.get(node) ?? null
    if (!target) this.faultOnce(node, 'unknown-alias', `Alias "${node.source}" tidak merujuk apa pun.`)
    return this.resolve(target)
  }

  private faultOnce(node: Node | null, code: string, message: string): void {
    if (this.faulty.has(node)) return
    this.faulty.add(node)
    this.fault(this.lineOfNode(node, 1), code, message)
  }

  /** The pairs of a mapping by key, null when it is none. */
  pairs(node: Node | null): ReadonlyMap<string, Node | null> | null {
    const found = this.resolve(node)
    if (!isMap(found)) return null
    const known = this.opened.get(found) ?? this.open(found)
    this.opened.set(found, known)
    return known
  }

  private open(mapping: YAMLMap): ReadonlyMap<string, Node | null> {
    const pairs = new Map<string, Node | null>()
    for (const pair of mapping.items) {
      const node = pair.key as Node | null
      const key = isScalar(node) ? this.readable(node, node.source ?? String(node.value)) : String(node)
      if (pairs.has(key)) this.faultOnce(node, 'duplicate-key', 'Kunci yang sama ditulis dua kali.')
      pairs.set(key, (pair.value ?? null) as Node | null)
    }
    return pairs
  }

  /** An escape may write what no database keeps: it is named, and stands in the text as U+FFFD. */
  private readable(node: Node, text: string): string {
    if (isReadable(text)) return text
    this.faultOnce(node, 'unreadable-character', UNREADABLE)
    return text.toWellFormed().replaceAll('\u0000', '\ufffd')
  }

  items(node: Node | null): (Node | null)[] | null {
    const found = this.resolve(node)
    return isSeq(found) ? (found.items as (Node | null)[]) : null
  }

  /** The text of a scalar; numbers and the like as they were written. */
  text(node: Node | null): string | null {
    const found = this.resolve(node)
    if (!isScalar(found) || found.value === null) return null
    return typeof found.value === 'string' ? this.readable(found, found.value) : (found.source ?? null)
  }

  /** A plain decimal number by its source text: 0.67 is 67/100. */
  decimal(node: Node | null): Exact | null {
    const found = this.resolve(node)
    if (!isScalar(found) || (typeof found.value !== 'number' && typeof found.value !== 'bigint')) return null
    try {
      return exact(found.source ?? '')
    } catch {
      return null
    }
  }

  boolean(node: Node | null): boolean | null {
    const found = this.resolve(node)
    return isScalar(found) && typeof found.value === 'boolean' ? found.value : null
  }

  isNull(node: Node | null): boolean {
    const found = this.resolve(node)
    return found === null || (isScalar(found) && found.value === null)
  }
}

/** Why a text is not even parsed, and from which character on. */
function refusalOf(text: string): { offset: number; code: string; message: string } | null {
  if (text.length > MAX_CHARACTERS)
    return { offset: 0, code: 'file-too-large', message: 'Berkas instrumen melebihi 1 juta karakter.' }
  const offset = unreadableAt(text)
  return offset < 0 ? tooHeavy(text) : { offset, code: 'unreadable-character', message: UNREADABLE }
}

/** What each alias stands for: the last node before it with that anchor. */
function targetsIn(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        if (node.anchor) anchored.set(node.anchor, node)
        return
      }
      const target = anchored.get(node.source)
      if (target) targets.set(node, target)
    },
  })
  return targets
}
