/**
 * Whoever fills a worksheet of an assessment: the satker, then everybody who scores it again. `second` has no turn: it
 * scores a unit of a sample beside the evaluation, and never counts.
 */
const SHEET_SEATS = ['satker', 'kanwil', 'member', 'lead', 'controller', 'second'] as const
export type SheetSeat = (typeof SHEET_SEATS)[number]
/** Everybody who scores again. */
export type ScoringSeat = Exclude<SheetSeat, 'satker'>
/** Those with a turn. */
export type AssessorSeat = Exclude<SheetSeat, 'satker' | 'second'>

/** One worksheet of an assessment, as far as turns are concerned. */
export interface SheetState {
  readonly seat: SheetSeat
  readonly round: number
  readonly frozen: boolean
}

export interface TurnSettings {
  /** Whether the kanwil scores before the TPI, in the first round. */
  readonly preAssessment: boolean
}

/** The seats that score a round, one after the other; the kanwil helps once, before the TPI sees the worksheet. */
export const seatsOfRound = (round: number, { preAssessment }: TurnSettings): readonly AssessorSeat[] => [
  ...(preAssessment && round === 1 ? (['kanwil'] as const) : []),
  'member',
  'lead',
  'controller',
]

/**
 * The settings as they hold where sheets stand: whether the kanwil scores first is settled once it has handed in or the
 * member has begun, so that switching the step moves no column under a sheet.
 */
export function settledSettings(
  sheets: readonly SheetState[],
  { preAssessment }: TurnSettings,
): TurnSettings {
  const scored = sheets.some(sheet => sheet.seat === 'kanwil' && sheet.frozen)
  const begun = sheets.some(sheet => sheet.seat === 'member')
  return { preAssessment: scored || (preAssessment && !begun) }
}

/** Whose turn it is in a round: the first seat that has not handed in; null when all have. */
export const turnOf = (
  sheets: readonly SheetState[],
  round: number,
  settings: TurnSettings,
): AssessorSeat | null =>
  seatsOfRound(round, settledSettings(sheets, settings)).find(
    seat => !sheets.some(sheet => sheet.seat === seat && sheet.round === round && sheet.frozen),
  ) ?? null

/** The seat whose worksheet stands before this one: what it starts from and what its differences are against. */
export const seatBefore = (seat: AssessorSeat, round: number, settings: TurnSettings): SheetSeat => {
  const seats: readonly SheetSeat[] = ['satker', ...seatsOfRound(round, settings)]
  return seats[seats.indexOf(seat) - 1] ?? 'satker'
}

/** The order in which worksheets were made: round after round, seat after seat. */
export const bySheetOrder = (a: Omit<SheetState, 'frozen'>, b: Omit<SheetState, 'frozen'>): number =>
  a.round - b.round || SHEET_SEATS.indexOf(a.seat) - SHEET_SEATS.indexOf(b.seat)
