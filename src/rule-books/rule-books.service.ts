import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { RuleBook, RuleBookFault } from '../engine/rules/rule-book'
import { Conflict, NotFound } from '../refusals'
import { loadRuleBookYaml } from './rule-book-yaml'
import { RuleBooksRepository, type RuleBookRow } from './rule-books.repository'

/** The thresholds that are read with, and which version they are. */
export interface BookInUse {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly book: RuleBook
}

export type RuleBookCheck =
  | {
      readonly ok: true
      readonly source: string
      readonly checksum: string
      readonly code: string
      /** The version it would become, or is. */
      readonly version: number
      readonly isSame: boolean
    }
  | { readonly ok: false; readonly faults: readonly RuleBookFault[] }

/** The thresholds of the rules in their versions. */
export class RuleBooksService {
  private readonly books: RuleBooksRepository
  /** Versions never change, so a parsed one is kept for good. */
  private readonly parsed = new Map<string, RuleBook>()

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.books = new RuleBooksRepository(database)
  }

  versions(): Promise<RuleBookRow[]> {
    return this.books.versions()
  }

  /** The version that was loaded last; null before any was. */
  async inUse(): Promise<BookInUse | null> {
    const row = await this.books.inUse()
    return row ? { id: row.id, code: row.code, version: row.version, book: await this.byId(row.id) } : null
  }

  async byId(id: string): Promise<RuleBook> {
    const known = this.parsed.get(id)
    if (known) return known
    const { source } = await this.sourceOf(id)
    const loaded = loadRuleBookYaml(source)
    if (!loaded.ok)
      throw new Error(`The stored rule book ${id} can no longer be read: ${loaded.faults[0]?.message}`)
    this.parsed.set(id, loaded.book)
    return loaded.book
  }

  /** The YAML text of a version, as it was loaded. */
  async sourceOf(id: string): Promise<RuleBookRow & { readonly source: string }> {
    const row = await this.books.byId(id)
    if (!row) throw new NotFound('Buku aturan')
    return row
  }

  /** The dry run: every fault of a text, or the version it would become. */
  async check(text: string): Promise<RuleBookCheck> {
    const source = canonical(text)
    const loaded = loadRuleBookYaml(source)
    if (!loaded.ok) return loaded
    const code = loaded.book.id
    const newest = await this.books.newest(code)
    const isSame = newest?.checksum === loaded.checksum
    return {
      ok: true,
      source,
      checksum: loaded.checksum,
      code,
      version: (newest?.version ?? 0) + (isSame ? 0 : 1),
      isSame,
    }
  }

  /**
   * Loads a text as the next version of its code; the same text again is the version that stands. Throws Conflict when
   * another version came since the dry run showed which this would become.
   */
  async load(
    actor: Actor,
    text: string,
    expected?: number,
  ): Promise<
    | {
        readonly ok: true
        readonly id: string
        readonly code: string
        readonly version: number
        readonly isNew: boolean
      }
    | { readonly ok: false; readonly faults: readonly RuleBookFault[] }
  > {
    const source = canonical(text)
    const loaded = loadRuleBookYaml(source)
    if (!loaded.ok) return loaded
    const code = loaded.book.id
    return this.database.inTransaction(async () => {
      const newest = await this.books.newest(code)
      if (newest?.checksum === loaded.checksum)
        return { ok: true, id: newest.id, code, version: newest.version, isNew: false }
      const version = (newest?.version ?? 0) + 1
      if (expected !== undefined && expected !== version)
        throw new Conflict('Versi lain dimuat sejak berkas ini diperiksa.', newest?.version ?? 0)
      const id = newId()
      const { checksum } = loaded
      await this.books.insert({
        id,
        code,
        version,
        checksum,
        source,
        loadedAt: instant(this.clock),
        loadedBy: actor.name,
      })
      await this.audit.record(actor, {
        action: 'load-rule-book',
        subjectType: 'rules',
        subjectId: id,
        after: { code, version, checksum },
      })
      return { ok: true, id, code, version, isNew: true }
    })
  }
}

/** A form and some editors send other line ends and a byte order mark: the same text must have the same checksum. */
const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
