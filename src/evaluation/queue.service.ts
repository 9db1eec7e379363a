import type { Actor } from '../access/actor'
import { settingsAt } from '../cycles/cycle-settings'
import type { Database } from '../db/database'
import {
  seatBefore,
  settledSettings,
  turnOf,
  type AssessorSeat,
  type TurnSettings,
} from '../engine/stages/turns'
import type { InstrumentsService } from '../instruments/instruments.service'
import { loweredBetween, type Lowered } from './column-changes'
import type { HandedInColumns } from './handed-in-columns'
import { worksAt } from './interest'
import { QueueRepository, type QueuedRow, type QueuedSheet } from './queue.repository'

export interface QueuedUnit extends QueuedRow {
  /** Seats that the actor holds at it. */
  readonly seats: readonly AssessorSeat[]
  /** Whose turn it is; null while nobody of the evaluation has it. */
  readonly turn: AssessorSeat | null
  readonly ownTurn: boolean
  /** Whether the worksheet of that seat was begun. */
  readonly begun: boolean
  readonly questions: number
  readonly decided: number
  /** Flags without a ruling, about: see the repository. */
  readonly openFlags: number
  /** The worksheet that the seat whose turn it is starts from. */
  readonly before: QueuedSheet | null
  /** What the satker handed in for the round. */
  readonly claimed: QueuedSheet | null
}

/** The queue of one evaluator. */
export interface Queue {
  /** Own turn first, then by the last day, then by name. */
  readonly units: readonly QueuedUnit[]
}

/** What waits for whom. */
export class QueueService {
  private readonly rows: QueueRepository

  constructor(
    database: Database,
    private readonly instruments: InstrumentsService,
    private readonly columns: HandedInColumns,
  ) {
    this.rows = new QueueRepository(database)
  }

  /** Everything the actor scores, checks or pre-assesses. Three statements. */
  async of(actor: Actor): Promise<Queue> {
    const rows = await this.rows.units(actor)
    const sheets = new Map<string, QueuedSheet[]>(rows.map(row => [row.id, []]))
    for (const sheet of await this.rows.sheets([...sheets.keys()]))
      sheets.get(sheet.assessmentId)?.push(sheet)
    const standing = rows.map(row => standingOf(actor, row, sheets.get(row.id) ?? []))
    const counted = await this.rows.figures(
      standing.flatMap(({ open, before }) => (open ?? before)?.id ?? []),
    )
    const figures = new Map(counted.map(row => [row.worksheetId, row]))
    const units = standing.map(({ open, ...unit }): QueuedUnit => {
      const found = figures.get((open ?? unit.before)?.id ?? '')
      return {
        ...unit,
        begun: open !== null,
        questions: Number(found?.questions ?? 0),
        decided: open ? Number(found?.decided ?? 0) : 0,
        openFlags: Math.max(0, Number(found?.flagged ?? 0) - Number(found?.ruled ?? 0)),
      }
    })
    return { units: units.sort(byUrgency) }
  }

  /**
   * How far the column before lies under what the satker handed in, for units whose turn has come to whoever checks.
   * One statement, and one per instrument that was not read yet.
   */
  async loweredIn(units: readonly QueuedUnit[]): Promise<ReadonlyMap<string, Lowered>> {
    const checked = units.filter(unit => unit.ownTurn && (unit.turn === 'lead' || unit.turn === 'controller'))
    const columns = await this.columns.of(
      checked.flatMap(({ before, claimed }) => [before, claimed].flatMap(sheet => sheet?.id ?? [])),
    )
    const lowered = new Map<string, Lowered>()
    for (const { id, instrumentId, before, claimed } of checked) {
      const [from, to] = [columns.get(claimed?.id ?? ''), columns.get(before?.id ?? '')]
      if (from && to) lowered.set(id, loweredBetween(await this.instruments.byId(instrumentId), from, to))
    }
    return lowered
  }
}

function standingOf(actor: Actor, row: QueuedRow, sheets: readonly QueuedSheet[]) {
  const states = sheets.map(sheet => ({ ...sheet, frozen: sheet.frozenAt !== null }))
  const settings = settledSettings(states, settingsAt(row))
  const seats = seatsAt(actor, row, settings)
  const scoring = row.stage === 'diajukan' || row.stage === 'dievaluasi'
  const turn = scoring ? turnOf(states, row.round, settings) : null
  const last = (seat: QueuedSheet['seat'], frozen: boolean) =>
    states
      .filter(sheet => sheet.seat === seat && sheet.round === row.round && sheet.frozen === frozen)
      .sort((a, b) => b.edition - a.edition)[0] ?? null
  return {
    ...row,
    round: Number(row.round),
    seats,
    turn,
    ownTurn: turn !== null && seats.includes(turn),
    open: turn && last(turn, false),
    before: turn && last(seatBefore(turn, row.round, settings), true),
    claimed: last('satker', true),
  }
}

function seatsAt(actor: Actor, row: QueuedRow, { preAssessment }: TurnSettings): AssessorSeat[] {
  if (worksAt(actor, row.satkerPath)) return []
  const accompanies = actor.memberships.some(
    ({ role, satkerPath }) => role === 'pendamping' && row.satkerPath.startsWith(satkerPath),
  )
  return [
    ...(accompanies && preAssessment ? (['kanwil'] as const) : []),
    ...(row.memberId === actor.userId ? (['member'] as const) : []),
    ...(row.leading ? [row.leading] : []),
  ]
}

const NEVER = '9999-12-31'

const byUrgency = (a: QueuedUnit, b: QueuedUnit): number =>
  Number(b.ownTurn) - Number(a.ownTurn) ||
  (a.closesOn ?? NEVER).localeCompare(b.closesOn ?? NEVER) ||
  a.satkerName.localeCompare(b.satkerName, 'id')
