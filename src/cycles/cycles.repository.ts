import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import type { AreaGates } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { CycleDraft, CycleFacts, StageCounts, Windows } from './cycle-facts'
import { Cycle, type CycleSettings } from './cycle.entity'
import { CycleWindow, type WindowStage } from './cycle-window.entity'
import { WINDOW_STAGES } from './window-stages'

export interface CycleListRow {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly instrument: string
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly assessments: number | string
}

interface CycleRow {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly instrumentId: string
  readonly instrument: string
  readonly areaGates: AreaGates
  readonly settings: string
  readonly version: number
  readonly hasAssessments: boolean | number
  readonly hasSubmissions: boolean | number
  readonly hasSeals: boolean | number
}

interface WindowRow {
  readonly stage: WindowStage
  readonly opensOn: string
  readonly closesOn: string
}

const INSTRUMENT = `i.code || ' versi ' || i.version AS instrument`

export class CyclesRepository {
  constructor(private readonly database: Database) {}

  /** Every cycle, the newest first, with its filling window and how many assessments the actor reaches. */
  list(actor: Actor): Promise<CycleListRow[]> {
    const scope = visibleCondition(actor, 'manage-cycles', 's', 1)
    return this.database.query<CycleListRow>(
      `SELECT c.id, c.year, c.title, ${INSTRUMENT}, w.opens_on AS "opensOn", w.closes_on AS "closesOn",
              (SELECT COUNT(*) FROM assessments a JOIN satker s ON s.id = a.satker_id
                WHERE a.cycle_id = c.id AND ${scope.sql}) AS assessments
         FROM cycles c JOIN instruments i ON i.id = c.instrument_id
         LEFT JOIN cycle_windows w ON w.cycle_id = c.id AND w.stage = 'draf'
        ORDER BY c.year DESC`,
      scope.parameters,
    )
  }

  async find(id: string): Promise<CycleFacts | undefined> {
    const row = await this.database.one<CycleRow>(
      `SELECT c.id, c.year, c.title, c.instrument_id AS "instrumentId", ${INSTRUMENT},
              c.area_gates AS "areaGates", c.settings, c.version,
              EXISTS (SELECT 1 FROM assessments a WHERE a.cycle_id = c.id) AS "hasAssessments",
              EXISTS (SELECT 1 FROM submissions b JOIN assessments a ON a.id = b.assessment_id
                       WHERE a.cycle_id = c.id) AS "hasSubmissions",
              EXISTS (SELECT 1 FROM seals x JOIN assessments a ON a.id = x.assessment_id
                       WHERE a.cycle_id = c.id) AS "hasSeals"
         FROM cycles c JOIN instruments i ON i.id = c.instrument_id WHERE c.id = $1`,
      [id],
    )
    if (!row) return undefined
    return {
      ...row,
      settings: JSON.parse(row.settings) as CycleSettings,
      hasAssessments: Boolean(row.hasAssessments),
      hasSubmissions: Boolean(row.hasSubmissions),
      hasSeals: Boolean(row.hasSeals),
      windows: await this.windows(id),
    }
  }

  async windows(cycleId: string): Promise<Windows> {
    const rows = await this.database.query<WindowRow>(
      'SELECT stage, opens_on AS "opensOn", closes_on AS "closesOn" FROM cycle_windows WHERE cycle_id = $1',
      [cycleId],
    )
    return Object.fromEntries(
      WINDOW_STAGES.flatMap(stage =>
        rows
          .filter(row => row.stage === stage)
          .map(({ opensOn, closesOn }) => [stage, { opensOn, closesOn }]),
      ),
    )
  }

  /** How many assessments stand at each stage, within the actor's scope. */
  async stageCounts(actor: Actor, cycleId: string): Promise<StageCounts> {
    const scope = visibleCondition(actor, 'manage-cycles', 's', 2)
    const rows = await this.database.query<{ stage: AssessmentStage; number: number | string }>(
      `SELECT a.stage, COUNT(*) AS number FROM assessments a JOIN satker s ON s.id = a.satker_id
        WHERE a.cycle_id = $1 AND ${scope.sql} GROUP BY a.stage`,
      [cycleId, ...scope.parameters],
    )
    return new Map(rows.map(row => [row.stage, Number(row.number)]))
  }

  async idOfYear(year: number): Promise<string | undefined> {
    return (await this.database.one<{ id: string }>('SELECT id FROM cycles WHERE year = $1', [year]))?.id
  }

  /** Holds off other changes of the cycle, and new assessments in it, until the transaction ends. */
  hold(id: string): Promise<void> {
    return this.database.lock('cycles', id)
  }

  /** Holds off every submission and every seal in the cycle until the transaction ends. */
  async holdSubmissions(id: string): Promise<void> {
    if (this.database.dialect === 'postgres')
      await this.database
        .writing()
        .query('SELECT 1 FROM assessments WHERE cycle_id = $1 ORDER BY id FOR UPDATE', [id])
  }

  /** Keeps a new cycle; nothing happens when its year is taken. */
  async insert(id: string, draft: CycleDraft, createdAt: string): Promise<void> {
    const { windows: _windows, ...facts } = draft
    await this.database.insert(Cycle, [{ ...facts, id, createdAt }], { key: ['year'], replace: [] })
  }

  async update(id: string, draft: CycleDraft, version: number): Promise<void> {
    const { windows: _windows, ...facts } = draft
    await this.database.writing().update(Cycle, { id }, { ...facts, version })
  }

  async replaceWindows(cycleId: string, windows: Windows): Promise<void> {
    await this.database.writing().delete(CycleWindow, { cycleId })
    await this.database.insert(
      CycleWindow,
      WINDOW_STAGES.flatMap(stage => {
        const dates = windows[stage]
        return dates ? [{ cycleId, stage, ...dates }] : []
      }),
    )
  }
}
