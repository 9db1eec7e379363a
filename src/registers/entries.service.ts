import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { NotFound } from '../refusals'
import { EntriesRepository, type RegisterCount } from './entries.repository'
import { entryHref, registerLabel, type Register } from './register'
import { oneLine, type EntryFacts, type SeenEntry } from './register-entry'
import type { EntryLinkKind, EntrySupport, SupportKind } from './register-entry.entity'
import { registerRole, requireKeeper } from './register-unit'

/** What entries support, each list in the order of the worksheet's codes. */
export interface Supported {
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}

/** An entry that another refers to, or that refers to it. */
export interface LinkedEntry {
  readonly kind: EntryLinkKind
  /** Whether this entry refers to that one. */
  readonly outward: boolean
  readonly id: string
  readonly register: Register
  readonly title: string
  readonly happenedOn: string | null
  readonly href: string
}

const FOUND = 30

/** What all registers share of their entries: what these support and what they refer to. */
export class EntriesService {
  private readonly entries: EntriesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.entries = new EntriesRepository(database)
  }

  /**
   * Keeps what registers say of new or changed entries, in the transaction of the act itself. A constant number of
   * statements, however many entries there are.
   */
  async put(facts: readonly EntryFacts[]): Promise<void> {
    if (facts.length === 0) return
    const changedAt = instant(this.clock)
    await this.entries.put(
      facts.map(({ areas: _areas, questions: _questions, ...entry }) => ({
        ...entry,
        title: oneLine(entry.title),
        summary: oneLine(entry.summary),
        changedAt,
      })),
    )
    await this.support(facts, 'area', one => one.areas)
    const said = facts.filter(one => one.questions !== undefined)
    if (said.length > 0) await this.support(said, 'question', one => one.questions ?? [])
  }

  /** Takes entries away with what they support and refer to, in the transaction of the act itself. */
  remove(ids: readonly string[]): Promise<void> {
    return this.entries.remove(ids)
  }

  /** An entry at a satker whose registers the actor reads; NotFound otherwise. One statement. */
  async get(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.visible(actor, id)
    if (!entry) throw new NotFound('Entri register')
    return entry
  }

  /** As `get`, for whoever keeps it; Refused for those who read. */
  async toKeep(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.get(actor, id)
    requireKeeper(actor, entry)
    return entry
  }

  /** What entries support, by id. One statement. */
  async supportsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Supported>> {
    const found = new Map(ids.map(id => [id, { areas: [] as string[], questions: [] as string[] }]))
    for (const { entryId, kind, target } of await this.entries.supports(ids))
      found.get(entryId)?.[kind === 'area' ? 'areas' : 'questions'].push(target)
    return found
  }

  /**
   * Chooses the questions that an entry supports: what was ticked and unticked since the form was shown, so that two
   * people's different choices both stand.
   */
  async chooseQuestions(
    actor: Actor,
    id: string,
    { shown, chosen }: { readonly shown: readonly string[]; readonly chosen: readonly string[] },
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const entry = await this.toKeep(actor, id)
      await this.entries.hold(entry.satkerId)
      const before = targets(await this.entries.supports([id]), id, 'question')
      const unticked = new Set(shown.filter(code => !chosen.includes(code)))
      const ticked = chosen.filter(code => !shown.includes(code))
      const wanted = [...new Set([...before.filter(code => !unticked.has(code)), ...ticked])].sort()
      if (before.join() === wanted.join()) return
      await this.support([{ id, questions: wanted }], 'question', one => one.questions)
      await this.audit.record(actor, {
        action: 'choose-supported-questions',
        subjectType: 'entry',
        subjectId: id,
        satkerId: entry.satkerId,
        before: { questions: before.join(', ') },
        after: { questions: wanted.join(', ') },
        ...registerRole(actor, entry),
      })
    })
  }

  /** Entries of a satker to refer to, newest first. One statement. */
  matching(satkerId: string, registers: readonly Register[], search: string): Promise<SeenEntry[]> {
    return this.entries.matching(satkerId, registers, search, FOUND)
  }

  /** Replaces what an entry refers to in one way, in the transaction of the act itself. */
  link(fromId: string, kind: EntryLinkKind, toIds: readonly string[]): Promise<void> {
    return this.entries.link(fromId, kind, toIds)
  }

  /** What refers to an entry and what it refers to. Two statements. */
  async linkedTo(id: string): Promise<LinkedEntry[]> {
    const links = await this.entries.links(id)
    const others = await this.entries.entries(
      links.map(link => (link.fromId === id ? link.toId : link.fromId)),
    )
    const byId = new Map(others.map(other => [other.id, other]))
    return links.flatMap(({ fromId, toId, kind }) => {
      const other = byId.get(fromId === id ? toId : fromId)
      return other
        ? [
            {
              kind,
              outward: fromId === id,
              id: other.id,
              register: other.register,
              title: other.title,
              happenedOn: other.happenedOn,
              href: entryHref(other.register, other.id),
            },
          ]
        : []
    })
  }

  counts(satkerId: string): Promise<RegisterCount[]> {
    return this.entries.counts(satkerId)
  }

  private support<Entry extends { readonly id: string }>(
    entries: readonly Entry[],
    kind: SupportKind,
    of: (entry: Entry) => readonly string[],
  ): Promise<void> {
    return this.entries.support(
      entries.map(entry => entry.id),
      kind,
      entries.flatMap(entry => of(entry).map(target => ({ entryId: entry.id, kind, target }))),
    )
  }
}

const targets = (rows: readonly EntrySupport[], id: string, kind: SupportKind): string[] =>
  rows.filter(row => row.entryId === id && row.kind === kind).map(row => row.target)

/** `Kegiatan: Rapat pemantauan`. */
export const entryWords = ({ register, title }: Pick<SeenEntry, 'register' | 'title'>): string =>
  `${registerLabel(register)}: ${title}`
