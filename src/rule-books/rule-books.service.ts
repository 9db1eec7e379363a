import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { RuleBook, RuleBookFault } from '../engine/rules/rule-book'
import { Conflict, Invalid, NotFound } from '../refusals'
import { bookChanges, toldChanges, type BookChange } from './book-changes'
import { editedSource, type Edit } from './rule-book-edit'
import { loadRuleBookYaml, type LoadedRuleBook } from './rule-book-yaml'
import { RuleBooksRepository, type RuleBookRow } from './rule-books.repository'
import { senselessThresholds } from './senseless-thresholds'

export type { RuleBookRow }

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
      readonly book: RuleBook
      /** What it would take the place of; null before any. */
      readonly inUse: BookInUse | null
      readonly changes: readonly BookChange[]
    }
  | { readonly ok: false; readonly faults: readonly RuleBookFault[] }

export interface LoadOptions {
  /** The version that a dry run said it would become. */
  readonly expected?: number
  /** Why the thresholds change. */
  readonly reason?: string
}

const MAX_REASON = 1_000

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
    return row ? this.withBook(row) : null
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

  /** The text of a version with other numbers in it, as the next of its code. */
  async edited({ id, version }: BookInUse, edits: readonly Edit[]): Promise<string> {
    const { source } = await this.sourceOf(id)
    return editedSource(source, [...edits, { at: ['version'], value: String(version + 1) }])
  }

  /** The version of the same code that came before; null for the first. */
  async before({ code, version }: RuleBookRow): Promise<BookInUse | null> {
    const row = await this.books.before(code, version)
    return row ? this.withBook(row) : null
  }

  /** The dry run: every fault of a text, or what it changes and the version it would become. */
  async check(text: string): Promise<RuleBookCheck> {
    const source = canonical(text)
    const loaded = readSensibly(source)
    if (!loaded.ok) return loaded
    const { book, checksum } = loaded
    const [newest, inUse] = await Promise.all([this.books.newest(book.id), this.inUse()])
    const isSame = newest?.checksum === checksum
    return {
      ok: true,
      source,
      checksum,
      code: book.id,
      version: (newest?.version ?? 0) + (isSame ? 0 : 1),
      isSame,
      book,
      inUse,
      changes: inUse ? bookChanges(inUse.book, book) : [],
    }
  }

  /**
   * Loads a text as the next version of its code; the same text again is the version that stands. Throws Conflict when
   * another version came since the dry run showed which this would become.
   */
  async load(
    actor: Actor,
    text: string,
    { expected, reason = '' }: LoadOptions = {},
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
    if (reason.length > MAX_REASON)
      throw new Invalid('Buku aturan belum dimuat.', {
        reason: `Tulis paling banyak ${MAX_REASON} karakter.`,
      })
    const source = canonical(text)
    const loaded = readSensibly(source)
    if (!loaded.ok) return loaded
    const { checksum, book } = loaded
    const code = book.id
    const outcome = await this.database.inTransaction(async () => {
      const newest = await this.books.holdNewest(code)
      if (newest?.checksum === checksum)
        return { ok: true as const, id: newest.id, code, version: newest.version, isNew: false }
      const version = (newest?.version ?? 0) + 1
      if (expected !== undefined && expected !== version)
        throw new Conflict('Versi lain dimuat sejak perubahan ini diperiksa.', newest?.version ?? 0)
      const standing = await this.inUse()
      const id = newId()
      await this.books.insert({
        id,
        code,
        version,
        checksum,
        source,
        loadedAt: instant(this.clock),
        loadedBy: actor.name,
      })
      const told = standing ? toldChanges(bookChanges(standing.book, book)) : null
      await this.audit.record(actor, {
        action: 'load-rule-book',
        subjectType: 'rules',
        subjectId: id,
        before: standing && { code: standing.code, version: standing.version, thresholds: told?.before },
        after: { code, version, checksum, reason: reason.trim() || undefined, thresholds: told?.after },
      })
      return { ok: true as const, id, code, version, isNew: true }
    })
    this.parsed.set(outcome.id, book)
    return outcome
  }

  private async withBook({ id, code, version }: RuleBookRow): Promise<BookInUse> {
    return { id, code, version, book: await this.byId(id) }
  }
}

/** What is loaded must also make sense; what was loaded once is read as it is. */
function readSensibly(source: string): LoadedRuleBook {
  const loaded = loadRuleBookYaml(source)
  if (!loaded.ok) return loaded
  const faults = senselessThresholds(loaded.book)
  return faults.length > 0 ? { ok: false, faults } : loaded
}

/** A form and some editors send other line ends and a byte order mark: the same text must have the same checksum. */
const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
