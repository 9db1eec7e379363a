import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import type { RegisterSource } from '../registers/register-source'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { asksOfSurveys, surveySuggestions } from './survey-suggestions'
import { surveyAct } from './survey-acts'
import { surveyDocument, surveyEntry } from './survey-entry'
import {
  factsOf,
  surveyFaults,
  sameFacts,
  type SurveyDraft,
  type SurveyRow,
  type SupportedSurvey,
} from './survey-facts'
import { surveysSummary } from './surveys-summary'
import type { SurveysQuery } from './surveys-list'
import { SurveysRepository, type SurveyCounts } from './surveys.repository'

/** A round as somebody wants it kept. */
export interface SurveyToKeep {
  readonly draft: SurveyDraft
  readonly areas: readonly string[]
}

/** One page of the register. */
export interface SurveysPart {
  readonly rows: readonly SurveyRow[]
  /** How many match. */
  readonly total: number
  readonly counts: SurveyCounts
  /** Rounds that ended this year. */
  readonly thisYear: readonly SurveyRow[]
}

const CHANGED = 'Survei ini diubah orang lain sejak Anda membukanya.'
const ROUND_TAKEN = 'Survei ini dengan periode yang sama sudah tercatat.'
const NOT_SAVED = 'Survei belum tersimpan.'

/** Rounds of surveys among those who know a satker. */
export class SurveysService {
  private readonly surveys: SurveysRepository

  /** What the shared pages of the registers show of this one. */
  readonly source: RegisterSource = {
    document: async (actor, id) => surveyDocument(await this.get(actor, id)),
    summary: async ({ satkerId }, today) =>
      surveysSummary(await this.surveys.endedIn(satkerId, today.slice(0, 4)), paths.surveys(satkerId)),
    suggestions: {
      asks: asksOfSurveys,
      of: async (satkerId, year, instrument) =>
        surveySuggestions(await this.surveys.endedIn(satkerId, String(year)), { satkerId, year, instrument }),
    },
  }

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.surveys = new SurveysRepository(database)
  }

  /** The page that the query asks for. Four statements, however many rounds there are. */
  async page({ satkerId }: RegisterUnit, query: SurveysQuery, today: string): Promise<SurveysPart> {
    const [rows, total, counts, thisYear] = await Promise.all([
      this.surveys.rows(satkerId, query),
      this.surveys.total(satkerId, query),
      this.surveys.counts(satkerId),
      this.surveys.endedIn(satkerId, today.slice(0, 4)),
    ])
    return { rows, total, counts, thisYear }
  }

  /** Everything that matches, without pages, for paper. */
  all({ satkerId }: RegisterUnit, query: SurveysQuery): Promise<SurveyRow[]> {
    return this.surveys.rows(satkerId, query, 'all')
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: SurveysQuery): Promise<SupportedSurvey[]> {
    const rows = await this.supported(await this.all(unit, query))
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-surveys',
        subjectType: 'surveys',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { entries: rows.length },
      }),
    )
    return rows
  }

  /** A round at a satker whose registers the actor reads; NotFound otherwise. One statement. */
  async get(actor: Actor, id: string): Promise<SurveyRow> {
    const row = await this.surveys.visible(actor, id)
    if (!row) throw new NotFound('Survei')
    return row
  }

  /** As `get`, with what it supports, for whoever may change it; Refused for those who read it. */
  async toKeep(actor: Actor, id: string): Promise<SupportedSurvey> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return this.withSupport(row)
  }

  async add(actor: Actor, unit: RegisterUnit, { draft, areas }: SurveyToKeep): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    this.requireTrue(draft, unit)
    await this.taking(async () => {
      await this.surveys.hold(unit.satkerId)
      await this.surveys.put([
        { ...factsOf(draft), id, satkerId: unit.satkerId, version: 1, createdAt: instant(this.clock) },
      ])
      await this.entries.put([surveyEntry({ ...draft, id, satkerId: unit.satkerId }, areas)])
      await this.audit.record(actor, {
        ...surveyAct('add-survey', { id, ...unit }, { after: { draft, areas } }),
        ...registerRole(actor, unit),
      })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(
    actor: Actor,
    id: string,
    { draft, areas, version }: SurveyToKeep & { readonly version: number },
  ): Promise<void> {
    await this.taking(async () => {
      const before = await this.held(actor, id)
      this.requireTrue(draft, before)
      if (before.version !== version) throw new Conflict(CHANGED, before)
      if (sameFacts(before, draft) && same(before.areas, areas)) return
      await this.surveys.put([
        {
          ...factsOf(draft),
          id,
          satkerId: before.satkerId,
          version: version + 1,
          createdAt: instant(this.clock),
        },
      ])
      await this.entries.put([surveyEntry({ ...draft, id, satkerId: before.satkerId }, areas)])
      const change = { before: { draft: before, areas: before.areas }, after: { draft, areas } }
      await this.audit.record(actor, {
        ...surveyAct('change-survey', before, change),
        ...registerRole(actor, before),
      })
    })
  }

  async remove(actor: Actor, id: string): Promise<SurveyRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove([id])
      await this.surveys.remove(id)
      await this.audit.record(actor, {
        ...surveyAct('remove-survey', row, { before: { draft: row, areas: row.areas } }),
        ...registerRole(actor, row),
      })
      return row
    })
  }

  /** Rows of a satker with what they support. Two statements. */
  async known(satkerId: string): Promise<SupportedSurvey[]> {
    return this.supported(await this.surveys.known(satkerId))
  }

  private async supported(rows: readonly SurveyRow[]): Promise<SupportedSurvey[]> {
    const supports = await this.entries.supportsOf(rows.map(row => row.id))
    return rows.map(row => {
      const { areas = [], questions = [] } = supports.get(row.id) ?? {}
      return { ...row, areas, questions }
    })
  }

  private async withSupport(row: SurveyRow): Promise<SupportedSurvey> {
    const [supported] = await this.supported([row])
    return supported ?? { ...row, areas: [], questions: [] }
  }

  /** A row that the actor may change, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<SupportedSurvey> {
    const seen = await this.get(actor, id)
    requireKeeper(actor, seen)
    await this.surveys.hold(seen.satkerId)
    return this.withSupport(await this.get(actor, id))
  }

  private requireTrue(draft: SurveyDraft, { timeZone }: Pick<RegisterUnit, 'timeZone'>): void {
    const faults = surveyFaults(draft, civilDate(this.clock(), timeZone))
    if (Object.keys(faults).length > 0) throw new Invalid(NOT_SAVED, faults)
  }

  private async taking(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction(work)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new Invalid(NOT_SAVED, { heldFrom: ROUND_TAKEN })
    }
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()
