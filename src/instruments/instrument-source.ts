import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { exact, type Exact } from '../engine/exact'

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
  private readonly dangling = new Set<Node>()

  constructor(private readonly file: string) {}

  /** Reads a text with `read`, given the fields at its top; null when the text is no readable YAML. */
  parse<T>(text: string, read: (node: Node | null) => T): T | null {
    if (text.length > MAX_CHARACTERS) {
      this.fault(1, 'file-too-large', 'Berkas instrumen melebihi 1 juta karakter.')
      return null
    }
    try {
      const document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false })
      for (const problem of [...document.errors, ...document.warnings]) {
        const duplicate = problem.code === 'DUPLICATE_KEY'
        const message = duplicate ? 'Kunci yang sama ditulis dua kali.' : `YAML tidak sah: ${problem.message}`
        this.fault(this.lineAt(problem.pos[0]), duplicate ? 'duplicate-key' : 'yaml-invalid', message)
      }
      if (document.errors.some(problem => problem.code !== 'DUPLICATE_KEY')) return null
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
    const target = node.resolve(this.document) ?? null
    if (!target && !this.dangling.has(node)) {
      this.dangling.add(node)
      this.fault(this.lineOfNode(node, 1), 'unknown-alias', `Alias "${node.source}" tidak merujuk apa pun.`)
    }
    return this.resolve(target)
  }

  /** The pairs of a mapping by key, null when it is none. */
  pairs(node: Node | null): Map<string, Node | null> | null {
    const found = this.resolve(node)
    if (!isMap(found)) return null
    return new Map(
      found.items.map(pair => [
        isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key),
        (pair.value ?? null) as Node | null,
      ]),
    )
  }

  items(node: Node | null): (Node | null)[] | null {
    const found = this.resolve(node)
    return isSeq(found) ? (found.items as (Node | null)[]) : null
  }

  /** The text of a scalar; numbers and the like as they were written. */
  text(node: Node | null): string | null {
    const found = this.resolve(node)
    if (!isScalar(found) || found.value === null) return null
    return typeof found.value === 'string' ? found.value : (found.source ?? null)
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
