import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import { termFault } from '../engine/agreements/agreement-faults'
import { nextEvaluation } from '../engine/agreements/evaluation-dates'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import { keeperRole, requireKeeper } from './agreement-access'
import { agreementAct } from './agreement-acts'
import type { AgreementEntries } from './agreement-entries'
import {
  AGREEMENTS_MOST,
  factsOf,
  same,
  TOO_MANY_AGREEMENTS,
  type AgreementDraft,
  type AgreementRow,
  type AgreementUnit,
  type FiledAgreement,
  type StandingAgreement,
  type WholeAgreement,
} from './agreement-facts'
import type { AgreementQuery } from './agreement-list'
import { FUTURE_SIGNATURE, TERM_FAULT_WORDS } from './agreement-words'
import { AgreementsRepository, type AgreementsOf, type StateCounts } from './agreements.repository'
import { PlanRepository } from './plan.repository'

/** One page of a unit's agreements. */
export interface AgreementsPart {
  readonly rows: readonly StandingAgreement[]
  /** How many match. */
  readonly total: number
  readonly counts: StateCounts
}

const NOT_SAVED = 'Kerja sama belum tersimpan.'
export const NUMBER_TAKEN = 'Nomor ini sudah tercatat di unit ini.'
const CHANGED = 'Kerja sama ini diubah orang lain sejak Anda membukanya.'

/** The cooperation agreements of a unit of the tree. */
export class AgreementsService {
  private readonly agreements: AgreementsRepository
  private readonly plans: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly satker: SatkerService,
    private readonly entries: AgreementEntries,
    private readonly clock: Clock,
  ) {
    this.agreements = new AgreementsRepository(database)
    this.plans = new PlanRepository(database)
  }

  /** The unit when the actor may read its agreements; NotFound otherwise. One statement. */
  async unit(actor: Actor, satkerId: string): Promise<AgreementUnit> {
    const { id, path, name, code, letterhead, timeZone } = await this.satker.get(
      actor,
      satkerId,
      'read-agreements',
    )
    return { satkerId: id, satkerPath: path, satkerName: name, satkerCode: code, letterhead, timeZone }
  }

  /** As `unit`, for whoever keeps them; Refused for those who read. */
  async unitToKeep(actor: Actor, satkerId: string): Promise<AgreementUnit> {
    const unit = await this.unit(actor, satkerId)
    requireKeeper(actor, unit)
    return unit
  }

  /** The page that the query asks for. Three statements, however many agreements there are. */
  async page(unit: AgreementUnit, query: AgreementQuery): Promise<AgreementsPart> {
    const of = this.of(unit)
    const [rows, total, counts] = await Promise.all([
      this.agreements.rows(of, query),
      this.agreements.total(of, query),
      this.counts(unit),
    ])
    return { rows, total, counts }
  }

  /** How many there are in each state today. One statement. */
  counts(unit: Pick<AgreementUnit, 'satkerId' | 'timeZone'>): Promise<StateCounts> {
    return this.agreements.counts(this.of(unit))
  }

  /** Everything that matches, without pages, for paper. */
  all(unit: AgreementUnit, query: AgreementQuery): Promise<StandingAgreement[]> {
    return this.agreements.rows(this.of(unit), query, 'all')
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: AgreementUnit, query: AgreementQuery): Promise<StandingAgreement[]> {
    const rows = await this.all(unit, query)
    await this.recordExport(actor, unit, { agreements: rows.length })
    return rows
  }

  /** Everything that a unit has with plans and evaluations. Three statements. */
  async everything({ satkerId }: AgreementUnit): Promise<WholeAgreement[]> {
    const [agreements, tasks, evaluations] = await Promise.all([
      this.agreements.known(satkerId),
      this.plans.tasksOf(satkerId),
      this.plans.evaluationsOf(satkerId),
    ])
    const tasksBy = byAgreement(tasks)
    const evaluationsBy = byAgreement(evaluations)
    return agreements.map(agreement => ({
      agreement,
      tasks: tasksBy.get(agreement.id) ?? [],
      evaluations: evaluationsBy.get(agreement.id) ?? [],
    }))
  }

  /** As `everything`, to be carried away as a file of tasks. */
  async exportedPlans(actor: Actor, unit: AgreementUnit): Promise<WholeAgreement[]> {
    const all = await this.everything(unit)
    await this.recordExport(actor, unit, { tasks: all.flatMap(({ tasks }) => tasks).length })
    return all
  }

  /** As `everything`, to be carried away as a file of evaluations. */
  async exportedEvaluations(actor: Actor, unit: AgreementUnit): Promise<WholeAgreement[]> {
    const all = await this.everything(unit)
    const evaluations = all.flatMap(one => one.evaluations).length
    await this.recordExport(actor, unit, { evaluations })
    return all
  }

  /** An agreement of a unit that the actor reads; NotFound otherwise. */
  async get(actor: Actor, id: string): Promise<AgreementRow> {
    const row = await this.agreements.visible(actor, id)
    if (!row) throw new NotFound('Kerja sama')
    return row
  }

  /** As `get`, for whoever may change it; Refused for those who read it. */
  async toKeep(actor: Actor, id: string): Promise<AgreementRow> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return row
  }

  /** What stands under an agreement. Two statements. */
  async whole(agreement: AgreementRow): Promise<WholeAgreement> {
    const [tasks, evaluations] = await Promise.all([
      this.plans.tasks(agreement.id),
      this.plans.evaluations(agreement.id),
    ])
    return { agreement, tasks, evaluations }
  }

  /** The areas that an agreement supports. */
  areasOf({ id }: AgreementRow): Promise<readonly string[]> {
    return this.entries.areasOf(id)
  }

  /** The civil date at a unit. */
  today({ timeZone }: Pick<AgreementUnit, 'timeZone'>): string {
    return civilDate(this.clock(), timeZone)
  }

  async add(actor: Actor, unit: AgreementUnit, draft: FiledAgreement): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    this.requireSigned(draft, unit)
    const now = instant(this.clock)
    await this.taking(async () => {
      await this.agreements.hold(unit.satkerId)
      requireTerm(draft)
      if ((await this.agreements.amount(unit.satkerId)) >= AGREEMENTS_MOST)
        throw new Invalid(NOT_SAVED, { number: TOO_MANY_AGREEMENTS })
      await this.agreements.insert([
        {
          ...factsOf(draft),
          id,
          satkerId: unit.satkerId,
          nextEvaluationOn: nextEvaluation(draft, draft.evaluateEvery, 0),
          version: 1,
          createdAt: now,
          changedAt: now,
        },
      ])
      const agreement = { ...draft, id, satkerId: unit.satkerId }
      await this.entries.keep([{ agreement, tasks: [], areas: draft.areas }])
      const act = agreementAct('add-agreement', agreement, { after: draft })
      await this.audit.record(actor, { ...act, ...keeperRole(actor, unit) })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: FiledAgreement): Promise<void> {
    await this.taking(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      this.requireSigned(draft, row)
      const { tasks, evaluations } = await this.whole(row)
      requireTerm(
        draft,
        tasks,
        evaluations.map(({ heldOn }) => heldOn),
      )
      const before = { ...row, areas: await this.entries.areasOf(id) }
      if (same(factsOf(row), factsOf(draft)) && same(before.areas, draft.areas)) return
      await this.agreements.update(id, {
        ...factsOf(draft),
        nextEvaluationOn: nextEvaluation(draft, draft.evaluateEvery, evaluations.length),
        version: row.version + 1,
        changedAt: instant(this.clock),
      })
      const agreement = { ...draft, id, satkerId: row.satkerId }
      await this.entries.keep([{ agreement, tasks, areas: draft.areas }])
      const act = agreementAct('change-agreement', row, { before, after: draft })
      await this.audit.record(actor, { ...act, ...keeperRole(actor, row) })
    })
  }

  /** Takes an agreement away that was a mistake, with its plan and evaluations; what ended stays and is told as ended. */
  async remove(actor: Actor, id: string): Promise<AgreementRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove(id)
      await this.agreements.remove(id)
      const act = agreementAct('remove-agreement', row, { before: row })
      await this.audit.record(actor, { ...act, ...keeperRole(actor, row) })
      return row
    })
  }

  /** An agreement that the actor may change, with everybody else kept off it until the transaction ends. */
  async held(actor: Actor, id: string): Promise<AgreementRow> {
    const { satkerId } = await this.toKeep(actor, id)
    await this.agreements.hold(satkerId)
    return this.toKeep(actor, id)
  }

  private of(unit: Pick<AgreementUnit, 'satkerId' | 'timeZone'>): AgreementsOf {
    return { satkerId: unit.satkerId, today: this.today(unit) }
  }

  private requireSigned({ signedOn }: AgreementDraft, unit: Pick<AgreementUnit, 'timeZone'>): void {
    if (signedOn > this.today(unit)) throw new Invalid(NOT_SAVED, { signedOn: FUTURE_SIGNATURE })
  }

  private async taking(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction(work)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new Invalid(NOT_SAVED, { number: NUMBER_TAKEN })
    }
  }

  private recordExport(actor: Actor, { satkerId }: AgreementUnit, after: object): Promise<void> {
    return this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-agreements',
        subjectType: 'agreements',
        subjectId: satkerId,
        satkerId,
        after,
      }),
    )
  }
}

function byAgreement<Row extends { readonly agreementId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const others = found.get(row.agreementId)
    if (others) others.push(row)
    else found.set(row.agreementId, [row])
  }
  return found
}

function requireTerm(
  draft: AgreementDraft,
  tasks: WholeAgreement['tasks'] = [],
  evaluatedOn: readonly string[] = [],
): void {
  const fault = termFault(draft, { tasks, evaluatedOn })
  if (!fault) return
  const [field, message] = TERM_FAULT_WORDS[fault]
  throw new Invalid(NOT_SAVED, { [field]: message })
}
