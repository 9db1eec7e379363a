import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { InstrumentsService } from '../instruments/instruments.service'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { StoredRule } from '../results/recommendation-rules'
import { trailFacts, type CycleDraft, type CycleFacts } from './cycle-facts'
import { ruleFieldNames, rulesInOrder, sameRules } from './rule-fields'
import { CyclesRepository } from './cycles.repository'

/** The yearly cycles: which instrument, which dates, which settings. */
export class CyclesService {
  private readonly cycles: CyclesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly clock: Clock,
  ) {
    this.cycles = new CyclesRepository(database)
  }

  list(actor: Actor) {
    return this.cycles.list(actor)
  }

  /** Two statements. */
  async get(id: string): Promise<CycleFacts> {
    const cycle = await this.cycles.find(id)
    if (!cycle) throw new NotFound('Siklus')
    return cycle
  }

  /** The cycle, with no change of it until the transaction ends. */
  async held(id: string): Promise<CycleFacts> {
    await this.cycles.hold(id)
    return this.get(id)
  }

  stageCounts(actor: Actor, cycleId: string) {
    return this.cycles.stageCounts(actor, cycleId)
  }

  windowsOf(cycleId: string) {
    return this.cycles.windows(cycleId)
  }

  async create(actor: Actor, draft: CycleDraft): Promise<string> {
    const id = newId()
    await this.database.inTransaction(async () => {
      const instrument = await this.instrumentWords(draft)
      await this.cycles.insert(id, draft, instant(this.clock))
      if ((await this.cycles.idOfYear(draft.year)) !== id) throw yearTaken(draft.year)
      await this.cycles.replaceWindows(id, draft.windows)
      await this.record(actor, 'add-cycle', id, undefined, trailFacts(draft, instrument))
    })
    return id
  }

  /**
   * Saves a form that was filled from `version`. Conflict with the present cycle when somebody else saved since;
   * Invalid for what is fixed: year and instrument by the first assessment, area gates by the first submission,
   * the rules of recommendation by the first seal.
   */
  async edit(actor: Actor, id: string, version: number, draft: CycleDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const held = await this.held(id)
      const rulesChange = !sameRules(draft.settings.recommendations, held.settings.recommendations)
      if (draft.areaGates !== held.areaGates || rulesChange) await this.cycles.holdSubmissions(id)
      const cycle = await this.get(id)
      if (cycle.version !== version)
        throw new Conflict('Siklus ini diubah orang lain sejak Anda membukanya.', cycle)
      refuseFixed(cycle, draft)
      const instrument = await this.instrumentWords(draft)
      if (draft.year !== cycle.year && (await this.cycles.idOfYear(draft.year))) throw yearTaken(draft.year)
      await this.cycles.update(id, draft, version + 1)
      await this.cycles.replaceWindows(id, draft.windows)
      const [before, after] = [trailFacts(cycle, cycle.instrument), trailFacts(draft, instrument)]
      await this.record(actor, 'change-cycle', id, before, after)
    })
  }

  /** The instrument in words; Invalid when there is none, or when a rule names a predicate that it lacks. */
  private async instrumentWords({ instrumentId: id, settings }: CycleDraft): Promise<string> {
    try {
      const { code, version } = await this.instruments.version(id)
      const { predicates } = await this.instruments.byId(id)
      if (settings.recommendations)
        refuseUnknownPredicates(
          settings.recommendations,
          predicates.map(predicate => predicate.id),
        )
      return `${code} versi ${version}`
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      throw new Invalid('Pilih instrumen.', { instrumentId: 'Pilih instrumen.' })
    }
  }

  private record(actor: Actor, action: string, id: string, before: unknown, after: unknown): Promise<void> {
    return this.audit.record(actor, { action, subjectType: 'cycle', subjectId: id, before, after })
  }
}

function refuseFixed(cycle: CycleFacts, draft: CycleDraft): void {
  const faults: Record<string, string> = {}
  const opened = 'sudah tetap karena penilaian di siklus ini sudah dibuka.'
  if (cycle.hasAssessments && draft.year !== cycle.year) faults['year'] = `Tahun ${opened}`
  if (cycle.hasAssessments && draft.instrumentId !== cycle.instrumentId)
    faults['instrumentId'] = `Instrumen ${opened}`
  if (cycle.hasSubmissions && draft.areaGates !== cycle.areaGates)
    faults['areaGates'] = 'Ambang area sudah tetap karena ada penilaian yang diajukan di siklus ini.'
  if (cycle.hasSeals && !sameRules(draft.settings.recommendations, cycle.settings.recommendations))
    faults[ruleFieldNames(0).predicate] =
      'Aturan rekomendasi sudah tetap karena ada hasil final di siklus ini.'
  if (Object.keys(faults).length > 0) throw new Invalid(Object.values(faults).join(' '), faults)
}

function refuseUnknownPredicates(rules: readonly StoredRule[], known: readonly string[]): void {
  const faults = Object.fromEntries(
    rulesInOrder(rules).flatMap(({ predicate }, place) =>
      predicate === null || known.includes(predicate)
        ? []
        : [[ruleFieldNames(place).predicate, `Instrumen ini tidak mengenal predikat ${predicate}.`]],
    ),
  )
  if (Object.keys(faults).length > 0) throw new Invalid(Object.values(faults).join(' '), faults)
}

const yearTaken = (year: number) =>
  new Invalid(`Siklus ${year} sudah ada.`, { year: `Siklus ${year} sudah ada.` })
