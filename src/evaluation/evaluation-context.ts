import type { Actor } from '../access/actor'
import { rolesAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import type { CycleSettings } from '../cycles/cycle.entity'
import {
  bySheetOrder,
  seatBefore,
  settledSettings,
  turnOf,
  type AssessorSeat,
  type ScoringSeat,
} from '../engine/stages/turns'
import { Closed } from '../refusals'
import { worksAt } from './interest'
import { formatDate } from '../web/format/date'
import type { AssignmentRow, ReturnedRow, SheetRow, TeamSeatRow } from './evaluations.repository'

/** An assessment with everything that decides who may score it now. */
export interface Evaluation {
  readonly assessment: AssessmentContext
  /** Of the cycle, as they hold for the sheets that stand. */
  readonly settings: CycleSettings
  /** In the order they were made. */
  readonly sheets: readonly SheetRow[]
  readonly assignment: AssignmentRow | null
  readonly seats: readonly TeamSeatRow[]
  readonly returned: readonly ReturnedRow[]
  /** Whose turn it is; null before the evaluation and after it. */
  readonly turn: ScoringSeat | null
  /** The unfinished worksheet of that seat; null while nobody began it. */
  readonly open: SheetRow | null
}

export function evaluationOf(
  parts: Omit<Evaluation, 'turn' | 'open' | 'sheets'> & { readonly sheets: readonly SheetRow[] },
): Evaluation {
  const { assessment } = parts
  const sheets = [...parts.sheets].sort(bySheetOrder)
  const { stage, round } = assessment
  const scoring = stage === 'diajukan' || stage === 'dievaluasi'
  const states = sheets.map(sheet => ({ ...sheet, frozen: sheet.frozenAt !== null }))
  const settings = { ...parts.settings, ...settledSettings(states, parts.settings) }
  const turn = scoring ? turnOf(states, round, settings) : null
  const open =
    sheets.find(sheet => sheet.seat === turn && sheet.round === round && sheet.frozenAt === null) ?? null
  return { ...parts, settings, sheets, turn, open }
}

/** The seats that the actor holds at an assessment; none for whoever works there. */
export function seatsOf(actor: Actor, { assessment, assignment, seats }: Evaluation): AssessorSeat[] {
  if (worksAt(actor, assessment.satkerPath)) return []
  const roles = rolesAt(actor, 'evaluate', assessment).map(membership => membership.role)
  const held: AssessorSeat[] = roles.includes('pendamping') ? ['kanwil'] : []
  if (!roles.includes('evaluator')) return held
  if (assignment?.userId === actor.userId) held.push('member')
  for (const { userId, seat } of seats) if (userId === actor.userId && seat !== 'member') held.push(seat)
  return held
}

/** The sheet that another one's differences are against: what stood before its seat scored. */
export function sheetBefore(
  { sheets, settings }: Evaluation,
  sheet: Pick<SheetRow, 'seat' | 'round'>,
): SheetRow | null {
  if (sheet.seat === 'satker') return null
  // A second scorer starts from the satker, whoever has scored the unit meanwhile.
  const seat = sheet.seat === 'second' ? 'satker' : seatBefore(sheet.seat, sheet.round, settings)
  return sheets.find(one => one.seat === seat && one.round === sheet.round) ?? null
}

/** Questions that went back to the satker for the present round; null in the first one, where all are open. */
export const returnedNow = ({ assessment, returned }: Evaluation): ReadonlySet<string> | null =>
  assessment.round === 1
    ? null
    : new Set(returned.filter(row => row.round === assessment.round).map(row => row.question))

/** How often the ketua may still send it back. */
export const sendBacksLeft = ({ assessment, settings }: Evaluation): number =>
  Math.max(0, settings.sendBacks - (assessment.round - 1))

/** Why nobody may score now, in words; null while the window of the stage is open. */
export function evaluationClosedBecause(assessment: AssessmentContext, now: Date): string | null {
  const today = civilDate(now, assessment.timeZone)
  if (assessment.opensOn !== null && today < assessment.opensOn)
    return `Tahap ini dibuka pada ${formatDate(assessment.opensOn)}.`
  if (assessment.closesOn !== null && today > assessment.closesOn)
    return `Batas tahap ini, ${formatDate(assessment.closesOn)}, sudah lewat. Perpanjangan diberikan oleh administrator pusat.`
  return null
}

export function requireEvaluationOpen(assessment: AssessmentContext, now: Date): void {
  const because = evaluationClosedBecause(assessment, now)
  if (because) throw new Closed(because)
}
