import type { EditionsService } from '../worksheets/editions.service'
import { storedValue, type Change } from './apply-saying'
import type { EvaluationsRepository } from './evaluations.repository'

/** Writes one change of a question onto a sheet, inside the transaction of what was said. */
export async function writeChange(
  editions: EditionsService,
  rows: EvaluationsRepository,
  worksheetId: string,
  question: string,
  { answer, decision, verdict, ruling }: Change,
): Promise<void> {
  if (answer)
    return editions.writeAnswer({
      worksheetId,
      question,
      ...storedValue(answer),
      valueVersion: answer.valueVersion,
      valueBy: answer.valueBy,
      valueAt: answer.valueAt,
      note: answer.note,
      noteVersion: answer.noteVersion,
      noteBy: answer.noteBy,
      noteAt: answer.noteAt,
      carried: false,
    })
  if (decision) {
    const { version, decidedBy, decidedAt } = decision
    return rows.writeDecisions([
      { worksheetId, question, decision: decision.decision, version, decidedBy, decidedAt },
    ])
  }
  if (verdict?.verdict === null) return rows.removeVerdict(worksheetId, verdict.useId)
  if (verdict) {
    const { useId, givenBy, givenAt } = verdict
    return rows.writeVerdict({ worksheetId, question, useId, verdict: verdict.verdict, givenBy, givenAt })
  }
  if (ruling?.ruling === null) return rows.removeRuling(worksheetId, question, ruling.kind)
  if (ruling) {
    const { kind, reason, ruledBy, ruledAt } = ruling
    return rows.writeRuling({ worksheetId, question, kind, ruling: ruling.ruling, reason, ruledBy, ruledAt })
  }
}
