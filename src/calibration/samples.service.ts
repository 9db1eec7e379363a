import { randomBytes } from 'node:crypto'
import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { CycleFacts } from '../cycles/cycle-facts'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { drawSample, type DrawnFrom } from '../engine/calibration/draw-sample'
import type { TeamsService } from '../evaluation/teams.service'
import { Closed, Invalid, NotFound } from '../refusals'
import { SamplesRepository, type SampleRow, type SampledRow } from './samples.repository'

/** So many units, or so many of a hundred that handed in. */
export interface SampleSize {
  readonly kind: 'units' | 'percent'
  readonly amount: number
}

export interface DrawOutcome {
  readonly number: number
  readonly drawn: number
  readonly wanted: number
}

/** Where the programme's centre is; roles are judged by its date. */
const CENTRE_ZONE = 'Asia/Jakarta'

/** Random samples of a cycle: drawing, following and closing them. */
export class SamplesService {
  private readonly rows: SamplesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly teams: TeamsService,
    private readonly clock: Clock,
  ) {
    this.rows = new SamplesRepository(database)
  }

  /** The samples of a cycle, the newest first. */
  ofCycle(cycleId: string): Promise<SampleRow[]> {
    return this.rows.ofCycle(cycleId)
  }

  units(sample: SampleRow): Promise<SampledRow[]> {
    return this.rows.units(sample.id)
  }

  /** How many units could be drawn now. */
  async drawable(cycleId: string): Promise<number> {
    return (await this.rows.population(cycleId)).length
  }

  /** What the actor scores a second time now. */
  ofScorer(actor: Actor) {
    return this.rows.ofScorer(actor.userId ?? '')
  }

  /**
   * Draws a sample under a new seed and gives each unit to an evaluator outside its team and without an interest there.
   * Invalid when nothing can be drawn, or nobody may score it.
   */
  async draw(actor: Actor, cycle: CycleFacts, size: SampleSize): Promise<DrawOutcome> {
    return this.database.inTransaction(async () => {
      await this.rows.holdCycle(cycle.id)
      const drawnFrom = await this.drawnFrom(cycle)
      const wanted = wantedOf(size, drawnFrom.units.length)
      const seed = randomBytes(8).toString('hex')
      const { given } = drawSample(drawnFrom, wanted, seed)
      if (given.length === 0)
        throw refused(
          'Tidak ada evaluator di luar tim yang boleh menilai satker itu. Beri peran evaluator kepada orang lain dahulu.',
        )
      const [newest] = await this.rows.ofCycle(cycle.id)
      const number = (newest?.number ?? 0) + 1
      const id = newId()
      await this.rows.insert(
        {
          id,
          cycleId: cycle.id,
          number,
          wanted,
          seed,
          drawnFrom,
          createdBy: actor.userId ?? '',
          createdAt: instant(this.clock),
        },
        given.map(({ unit, evaluator }) => ({ assessmentId: unit, sampleId: id, userId: evaluator })),
      )
      await this.record(actor, cycle.id, 'draw-sample', { sample: number, units: given.length, seed })
      return { number, drawn: given.length, wanted }
    })
  }

  /** Ends a sample: its second scorers see their units no more, and sheets that were not handed in stay out. */
  async close(actor: Actor, cycleId: string, sampleId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.hold(sampleId)
      const sample = (await this.rows.ofCycle(cycleId)).find(one => one.id === sampleId)
      if (!sample) throw new NotFound('Uji petik')
      if (sample.closedAt !== null) throw new Closed(`Uji petik ${sample.number} sudah ditutup.`)
      await this.rows.close(sampleId, actor.userId ?? '', instant(this.clock))
      await this.record(actor, cycleId, 'close-sample', { sample: sample.number })
    })
  }

  private async drawnFrom(cycle: CycleFacts): Promise<DrawnFrom> {
    const units = await this.rows.population(cycle.id)
    if (units.length === 0)
      throw refused('Belum ada satker yang diajukan dan belum pernah ditarik di siklus ini.')
    const evaluators = (await this.teams.evaluators()).map(one => one.id)
    const interested = await this.teams.interests(cycle, evaluators)
    const barred = await this.rows.barred(cycle.id, civilDate(this.clock(), CENTRE_ZONE))
    const knowing = new Set(barred.map(({ unit, person }) => `${unit} ${person}`))
    return {
      units,
      evaluators,
      barred: Object.fromEntries(
        units.map(unit => [
          unit,
          evaluators.filter(person => knowing.has(`${unit} ${person}`) || interested(person, unit)),
        ]),
      ),
    }
  }

  private record(actor: Actor, cycleId: string, action: string, after: object): Promise<void> {
    return this.audit.record(actor, { action, subjectType: 'cycle', subjectId: cycleId, after })
  }
}

const wantedOf = ({ kind, amount }: SampleSize, population: number): number =>
  Math.min(population, kind === 'units' ? amount : Math.ceil((population * amount) / 100))

const refused = (message: string) => new Invalid(message, { amount: message })
