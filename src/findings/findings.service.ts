import { createHash } from 'node:crypto'
import { systemActor, type Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import { isKeptOut } from '../assessments/scoring-sight'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { findingsOf } from '../engine/rules/findings'
import { readinessOf } from '../engine/rules/readiness'
import type { BookInUse, RuleBooksService } from '../rule-books/rule-books.service'
import { civilDateIn } from '../web/format/date'
import type { FindingChange } from './finding.entity'
import { keptFindings, type FindingDocument } from './finding-document'
import type { FactsGatherer } from './facts-gatherer'
import { FindingsRepository, type LevelCount, type StoredSet } from './findings.repository'
import { changesOf, keyOf, levelOf } from './level-changes'
import { lastWords, type LastWord } from './ruling-words'
import { withoutRestricted } from './restricted-since'
import { RulingsRepository, type RulingRow } from './rulings.repository'

/** What the rules say of an assessment, and what evaluators say of that. */
export interface SeenFindings {
  readonly document: FindingDocument
  /** When it was read: now, or when the worksheet was handed in. */
  readonly readAt: string
  readonly isFrozen: boolean
  readonly rulings: readonly RulingRow[]
  /** The last word on a finding as it stands, by `rule about`. */
  readonly words: ReadonlyMap<string, LastWord>
}

/** The same as one person sees it. */
export interface ShownFindings extends SeenFindings {
  /** Whether the other of both states, that of the hand-in and that of now, can be looked at as well. */
  readonly hasOther: boolean
}

export type { LevelCount }

/** What changes within these minutes of a reading may have been committed after it. */
const OVERLAP_MS = 10 * 60_000
const READER = systemActor('Pembaca aturan')

/** Reads the rules over the facts of an assessment, keeps what they said, and reads anew when facts changed. */
export class FindingsService {
  private readonly rows: FindingsRepository
  private readonly rulings: RulingsRepository

  constructor(
    private readonly database: Database,
    private readonly assessments: AssessmentsService,
    private readonly books: RuleBooksService,
    private readonly facts: FactsGatherer,
    private readonly clock: Clock,
  ) {
    this.rows = new FindingsRepository(database)
    this.rulings = new RulingsRepository(database)
  }

  /**
   * What the rules say now; null while no rule book was loaded. What is kept serves as long as no act changed a fact
   * and the day is the same; else it is read anew for this look, and kept by the job of the minute. Of what is final
   * the last reading stands.
   */
  async of(assessment: AssessmentContext): Promise<SeenFindings | null> {
    const [book, stored, rulings] = await Promise.all([
      this.books.inUse(),
      this.rows.stored(assessment.id),
      this.rulings.of(assessment.id),
    ])
    if (!book) return null
    if (stored && (await this.stands(stored, assessment, book)))
      return seen(JSON.parse(stored.document) as FindingDocument, stored.computedAt, false, rulings)
    return seen(await this.read(assessment, book, rulings), instant(this.clock), false, rulings)
  }

  private async stands(stored: StoredSet, assessment: AssessmentContext, book: BookInUse): Promise<boolean> {
    if (assessment.stage === 'final') return true
    return (
      stored.ruleBookId === book.id &&
      stored.day === this.today(assessment) &&
      stored.stamp === (await this.rows.stampOf(assessment.satkerId, stored.stamp.slice(0, 24)))
    )
  }

  /** What they said when the present worksheet was handed in; null for one that was not, or before any rule book. */
  async frozen(assessment: AssessmentContext): Promise<SeenFindings | null> {
    const [row, rulings] = await Promise.all([
      this.rows.frozen(assessment.worksheetId),
      this.rulings.of(assessment.id),
    ])
    return row ? seen(await this.kept(assessment, row.document), row.frozenAt, true, rulings) : null
  }

  /**
   * What somebody sees: of a worksheet that was handed in what was said then, or, for those who look from outside, what
   * the rules say `now`. The satker is not told what evaluators say of findings while they score.
   */
  async seenBy(actor: Actor, assessment: AssessmentContext, now = false): Promise<ShownFindings | null> {
    const keptOut = isKeptOut(actor, assessment)
    const frozen = await this.frozen(assessment)
    if (keptOut) {
      const shown = frozen ? untold(frozen) : await this.untoldNow(assessment)
      return shown && { ...shown, hasOther: false }
    }
    const shown = frozen && !now ? frozen : await this.of(assessment)
    return shown && { ...shown, hasOther: frozen !== null }
  }

  /**
   * What was said last, without reading anything anew: for pages that only point to it. Three statements at most. Null
   * also for the satker while it is scored, where only a reading after the hand-in is kept.
   */
  async pointedAt(actor: Actor, assessment: AssessmentContext): Promise<SeenFindings | null> {
    const last = await this.rows.last(assessment.id, assessment.worksheetId)
    if (!last?.document) return null
    const isFrozen = last.frozenAt !== null
    const keptOut = isKeptOut(actor, assessment)
    if (keptOut && !isFrozen) return null
    const rulings = Number(last.rulings) > 0 ? await this.rulings.of(assessment.id) : []
    const document = isFrozen
      ? await this.kept(assessment, last.document)
      : (JSON.parse(last.document) as FindingDocument)
    const shown = seen(document, last.readAt ?? '', isFrozen, rulings)
    return keptOut ? untold(shown) : shown
  }

  /** How one rule stood over time, oldest first; for the satker while it is scored up to the hand-in. */
  async history(actor: Actor, assessment: AssessmentContext, rule: string): Promise<FindingChange[]> {
    const changes = await this.rows.changes(assessment.id, rule)
    if (!isKeptOut(actor, assessment)) return changes
    return changes.filter(({ at }) => at <= (assessment.frozenAt ?? ''))
  }

  /** How many assessments that are not final stand at which level of which rule, and of the readiness. */
  levelCounts(): Promise<LevelCount[]> {
    return this.rows.levelCounts()
  }

  /** Keeps what the rules say for good, in the transaction of the hand-in. */
  async freeze(assessment: AssessmentContext): Promise<void> {
    const book = await this.books.inUse()
    if (!book) return
    const rulings = await this.rulings.of(assessment.id)
    const document = JSON.stringify(await this.read(assessment, book, rulings, this.today(assessment)))
    await this.rows.insertFrozen({
      id: newId(),
      assessmentId: assessment.id,
      worksheetId: assessment.worksheetId,
      ruleBookId: book.id,
      day: this.today(assessment),
      frozenAt: instant(this.clock),
      sha256: createHash('sha256').update(document).digest('hex'),
      document,
    })
  }

  /** Reads anew whatever changed since it was read; gives how many. */
  async refreshChanged(signal?: AbortSignal): Promise<number> {
    const book = await this.books.inUse()
    return book ? this.refreshAll(await this.rows.changed(book.id), book, signal) : 0
  }

  /** Reads every assessment anew that is not final, for what depends on the date; one after the other. */
  async refreshOpen(signal?: AbortSignal): Promise<number> {
    const book = await this.books.inUse()
    return book ? this.refreshAll(await this.rows.open(), book, signal) : 0
  }

  /** One that cannot be read keeps nobody else from being read; throws at the end. */
  private async refreshAll(ids: readonly string[], book: BookInUse, signal?: AbortSignal): Promise<number> {
    const failures: unknown[] = []
    let done = 0
    for (const id of ids) {
      if (signal?.aborted) break
      try {
        await this.refresh(id, book)
        done++
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${ids.length} assessments could not be read.`)
    return done
  }

  /** Reads one assessment anew and keeps what was said, with what changed in it. */
  async refresh(id: string, book: BookInUse): Promise<void> {
    const assessment = await this.assessments.visibleTo(READER).get(id)
    const since = new Date(this.clock().getTime() - OVERLAP_MS).toISOString()
    // The stamp before the facts: an act in between is seen as a change, and read once more.
    const stamp = await this.rows.stampOf(assessment.satkerId, since)
    const document = await this.read(assessment, book, await this.rulings.of(id))
    const now = instant(this.clock)
    const found = keptFindings(document.findings)
    await this.database.inTransaction(async () => {
      await this.rows.hold(id)
      const before = new Map((await this.rows.levels(id)).map(row => [keyOf(row), row]))
      const levels = found.map(one => levelOf(id, one, before.get(keyOf(one)), now))
      await this.rows.putSet({
        assessmentId: id,
        ruleBookId: book.id,
        stamp,
        day: document.day,
        computedAt: now,
        verdict: document.readiness.verdict,
        document: JSON.stringify(document),
      })
      await this.rows.putLevels(id, levels, changesOf(id, levels, before, now))
    })
  }

  /** As nobody had said a word since the hand-in: what was handed in before any rule book has no findings of its day. */
  private async untoldNow(assessment: AssessmentContext): Promise<SeenFindings | null> {
    const [book, all] = await Promise.all([this.books.inUse(), this.rulings.of(assessment.id)])
    if (!book) return null
    const rulings = all.filter(({ ruledAt }) => ruledAt < (assessment.frozenAt ?? ''))
    return seen(await this.read(assessment, book, rulings), instant(this.clock), false, rulings)
  }

  /** What was kept for good; who opens which piece is asked today. */
  private async kept({ satkerId }: AssessmentContext, document: string): Promise<FindingDocument> {
    return withoutRestricted(JSON.parse(document) as FindingDocument, await this.rows.restricted(satkerId))
  }

  private async read(
    assessment: AssessmentContext,
    { id, code, version, book }: BookInUse,
    rulings: readonly RulingRow[],
    handedInOn: string | null = null,
  ): Promise<FindingDocument> {
    const facts = await this.facts.of(assessment, handedInOn ?? (await this.handedInOn(assessment)))
    const findings = findingsOf(facts, book)
    return {
      book: { id, code, version },
      day: facts.today,
      findings,
      readiness: readinessOf(facts, findings, book, dismissedGrounds(findings, rulings)),
    }
  }

  private async handedInOn({ id, timeZone }: AssessmentContext): Promise<string | null> {
    const at = await this.rows.submittedAt(id)
    return at === null ? null : civilDateIn(at, timeZone)
  }

  private today({ timeZone }: AssessmentContext): string {
    return civilDate(this.clock(), timeZone)
  }
}

/** Of what was found, the grounds that an evaluator dismissed and that stand as they did then. */
export const dismissedGrounds = (
  findings: FindingDocument['findings'],
  rulings: readonly RulingRow[],
): ReadonlySet<string> => {
  const words = lastWords(keptFindings(findings), rulings)
  return new Set([...words.values()].flatMap(word => (word.outcome === 'dismissed' ? [word.grounds] : [])))
}

const seen = (
  document: FindingDocument,
  readAt: string,
  isFrozen: boolean,
  rulings: readonly RulingRow[],
): SeenFindings => ({
  document,
  readAt,
  isFrozen,
  rulings,
  words: lastWords(keptFindings(document.findings), rulings),
})

/** Without what was said of findings since they were handed in. */
const untold = ({ document, readAt, isFrozen, rulings }: SeenFindings): SeenFindings =>
  seen(
    document,
    readAt,
    isFrozen,
    rulings.filter(({ ruledAt }) => ruledAt < readAt),
  )
