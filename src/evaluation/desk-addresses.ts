import type { SheetSeat } from '../engine/stages/turns'
import { paths } from '../paths'

/** Where the sheet of a seat is scored. */
export interface DeskAddresses {
  readonly overview: (assessmentId: string) => string
  readonly question: (assessmentId: string, code: string) => string
  readonly agreement: (assessmentId: string) => string
  readonly handIn: (assessmentId: string) => string
}

export const EVALUATION_DESK: DeskAddresses = {
  overview: paths.evaluation,
  question: paths.evaluationQuestion,
  agreement: paths.evaluationAgreement,
  handIn: paths.evaluationHandIn,
}

/** Apart from the evaluation, of which a second scorer sees nothing. */
export const SECOND_DESK: DeskAddresses = {
  overview: paths.secondScoring,
  question: paths.secondQuestion,
  agreement: paths.secondAgreement,
  handIn: paths.secondHandIn,
}

export const deskOfSeat = (seat: SheetSeat | null | undefined): DeskAddresses =>
  seat === 'second' ? SECOND_DESK : EVALUATION_DESK
