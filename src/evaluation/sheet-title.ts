import type { SheetSeat } from '../engine/stages/turns'
import { SEAT_WORDS } from './seat-words'

/** The name of a column: `TPI`, and `TPI r2` where the assessment went back at least once. */
export const sheetTitle = (
  { seat, round }: { readonly seat: SheetSeat; readonly round: number },
  sheets: readonly { readonly round: number }[],
): string =>
  sheets.some(sheet => sheet.round > 1) ? `${SEAT_WORDS[seat].column} r${round}` : SEAT_WORDS[seat].column
