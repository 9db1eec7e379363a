import { AGREEMENT_STATES, thresholdsOn } from '../engine/agreements/agreement-state'
import type { Statement } from '../db/statement'

/**
 * The table of agreements, of all or of those that a condition lets through, each with what its plan amounts to on a day
 * and with its state: `agreementState` in SQL, for lists of many. Its parameters are numbered first of the statement.
 */
export function standingAgreements(
  statement: Statement,
  today: string,
  conditionOf?: (statement: Statement, agreement: string) => string,
): string {
  const { signedOnlyBefore, expiringBy } = thresholdsOn(today)
  const [day, signed, expiring] = [today, signedOnlyBefore, expiringBy].map(on => statement.value(on))
  const state = `CASE
      WHEN COALESCE(p.tasks, 0) > 0 AND p.realised = p.tasks THEN 'done'
      WHEN a.valid_until < ${day} AND COALESCE(p.realised, 0) = 0 THEN 'expired-without-result'
      WHEN a.valid_until < ${day} THEN 'late'
      WHEN COALESCE(p.tasks, 0) = 0 THEN 'no-plan'
      WHEN p.realised = 0 AND a.valid_from < ${signed} THEN 'signed-only'
      WHEN p.late > 0 THEN 'late'
      WHEN a.valid_until <= ${expiring} THEN 'expiring'
      ELSE 'running' END`
  return `SELECT a.*, COALESCE(p.tasks, 0) AS tasks, COALESCE(p.realised, 0) AS realised, COALESCE(p.late, 0) AS late,
      ${state} AS state, CASE WHEN a.next_evaluation_on < ${day} THEN 1 ELSE 0 END AS evaluation_late
    FROM agreements a
    LEFT JOIN (SELECT t.agreement_id, COUNT(*) AS tasks,
        SUM(CASE WHEN t.done_on <= ${day} THEN 1 ELSE 0 END) AS realised,
        SUM(CASE WHEN (t.done_on IS NULL OR t.done_on > ${day}) AND t.due_on < ${day} THEN 1 ELSE 0 END) AS late
      FROM agreement_tasks t${conditionOf ? ` JOIN agreements o ON o.id = t.agreement_id WHERE ${conditionOf(statement, 'o')}` : ''}
      GROUP BY t.agreement_id) p ON p.agreement_id = a.id${conditionOf ? ` WHERE ${conditionOf(statement, 'a')}` : ''}`
}

/** Where a state stands in the order of trouble, of an expression of SQL. */
export const troubleOf = (state: string): string =>
  `CASE ${state} ${AGREEMENT_STATES.map((one, place) => `WHEN '${one}' THEN ${place}`).join(' ')} END`
