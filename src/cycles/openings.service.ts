import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { InstrumentsService } from '../instruments/instruments.service'
import { Invalid, NotFound, Refusal } from '../refusals'
import type { ScoringService } from '../worksheets/scoring.service'
import type { CycleFacts } from './cycle-facts'
import type { CyclesService } from './cycles.service'
import { OpeningsRepository, type OpeningFilter } from './openings.repository'

/** Which satker an opening is for: those named, or all that a filter finds. */
export type Choice = { readonly ids: readonly string[] } | { readonly found: OpeningFilter }

/** One run that opens assessments, as far as it has come. */
export interface Opening {
  readonly id: string
  readonly cycleId: string
  readonly userId: string | null
  readonly predicate: string
  readonly total: number
  readonly opened: number
  /** Had an assessment already, or were closed meanwhile. */
  readonly skipped: number
  readonly state: 'running' | 'done' | 'failed'
  /** What stopped it, in words for the page; `''` unless it failed. */
  readonly failure: string
}

type Run = { -readonly [Key in keyof Opening]: Opening[Key] } & {
  readonly actor: Actor
  readonly satker: readonly string[]
  work: Promise<void>
}

/** So that other writers come between, and a broken run loses little. */
const CHUNK = 250
/** Runs that are remembered; what they made is in the rows. */
const REMEMBERED = 20
const FAILED = 'Gangguan di server; rinciannya ada di catatan server.'

/**
 * Opens assessments for chosen satker, chunk by chunk behind the answer to the request. Each chunk is whole or not there,
 * and who has an assessment is passed over, so that an opening can be started again at any time and continues.
 */
export class OpeningsService {
  private readonly rows: OpeningsRepository
  private readonly runs = new Map<string, Run>()

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly cycles: CyclesService,
    private readonly instruments: InstrumentsService,
    private readonly scoring: ScoringService,
    private readonly clock: Clock,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.rows = new OpeningsRepository(database)
  }

  /** The satker that a filter finds, page by page. One statement. */
  candidates(
    actor: Actor,
    cycle: CycleFacts,
    filter: OpeningFilter,
    page: { limit: number; offset: number },
  ) {
    return this.rows.candidates(actor, cycle.id, filter, page)
  }

  branches(actor: Actor) {
    return this.rows.parents(actor)
  }

  /** The predicates an assessment of the cycle may aim at. */
  async predicates(cycle: CycleFacts): Promise<readonly string[]> {
    const { predicates } = await this.instruments.byId(cycle.instrumentId)
    return predicates.map(({ id }) => id)
  }

  /** Starts opening and answers at once with the run's id; Invalid when nothing was chosen. */
  async start(actor: Actor, cycle: CycleFacts, choice: Choice, predicate: string): Promise<string> {
    if (!(await this.predicates(cycle)).includes(predicate))
      throw new Invalid('Pilih target predikat.', { predicate: 'Pilih target predikat.' })
    const satker =
      'ids' in choice
        ? await this.rows.reached(actor, choice.ids)
        : await this.rows.found(actor, cycle.id, choice.found)
    if (satker.length === 0)
      throw new Invalid('Pilih paling sedikit satu satker.', { satker: 'Pilih paling sedikit satu satker.' })
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'open-cycle',
        subjectType: 'cycle',
        subjectId: cycle.id,
        after: { chosen: satker.length, predicate },
      }),
    )
    const run: Run = {
      id: newId(),
      cycleId: cycle.id,
      userId: actor.userId,
      predicate,
      total: satker.length,
      opened: 0,
      skipped: 0,
      state: 'running',
      failure: '',
      actor,
      satker,
      work: Promise.resolve(),
    }
    this.remember(run)
    run.work = this.work(run)
    return run.id
  }

  /** A run of the actor's own; NotFound when there is none or the server was started anew since. */
  find(actor: Actor, cycleId: string, id: string): Opening {
    return this.run(actor, cycleId, id)
  }

  /** Goes on with a run that failed, from where it stopped. */
  resume(actor: Actor, cycleId: string, id: string): void {
    const run = this.run(actor, cycleId, id)
    if (run.state !== 'failed') return
    run.state = 'running'
    run.failure = ''
    run.work = this.work(run)
  }

  /** Waits until a run stands still. */
  async settled(id: string): Promise<void> {
    await this.runs.get(id)?.work
  }

  private run(actor: Actor, cycleId: string, id: string): Run {
    const run = this.runs.get(id)
    if (run?.cycleId !== cycleId || run.userId !== actor.userId) throw new NotFound('Pembukaan ini')
    return run
  }

  private async work(run: Run): Promise<void> {
    try {
      while (run.opened + run.skipped < run.total) {
        const start = run.opened + run.skipped
        const chunk = run.satker.slice(start, start + CHUNK)
        const opened = await this.openChunk(run, chunk)
        run.opened += opened
        run.skipped += chunk.length - opened
        await setImmediate()
      }
      run.state = 'done'
    } catch (error) {
      run.state = 'failed'
      run.failure = error instanceof Refusal ? error.message : FAILED
      this.onFailure(error)
    }
  }

  /** How many of a chunk were opened: all or, with an error, none. */
  private openChunk({ actor, cycleId, predicate }: Run, satker: readonly string[]): Promise<number> {
    return this.database.inTransaction(async () => {
      const cycle = await this.cycles.held(cycleId)
      const instrument = await this.instruments.byId(cycle.instrumentId)
      const createdAt = instant(this.clock)
      const assessments = (await this.rows.withoutAssessment(cycleId, satker)).map(satkerId => ({
        id: newId(),
        satkerId,
        cycleId,
        targetPredicate: predicate,
        stage: 'draf' as const,
        createdAt,
      }))
      const worksheets = assessments.map(({ id }) => ({
        id: newId(),
        assessmentId: id,
        seat: 'satker' as const,
        round: 1,
        createdAt,
      }))
      await this.rows.insert(assessments, worksheets)
      await this.scoring.storeEmpty(
        instrument,
        worksheets.map(({ id }) => id),
      )
      await this.audit.recordAll(
        actor,
        assessments.map(({ id, satkerId }) => ({
          action: 'open-assessment',
          subjectType: 'assessment',
          subjectId: id,
          satkerId,
          assessmentId: id,
          after: { predicate },
        })),
      )
      return assessments.length
    })
  }

  private remember(run: Run): void {
    this.runs.set(run.id, run)
    for (const [id, { state }] of this.runs)
      if (this.runs.size > REMEMBERED && state !== 'running') this.runs.delete(id)
  }
}
