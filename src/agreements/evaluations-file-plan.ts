import { evaluationFault } from '../engine/agreements/agreement-faults'
import { planChildRows, rowsByKey, type ChildPlan, type ColumnFault } from '../imports/child-rows'
import type { Mapped } from '../spreadsheets/map-columns'
import { sameNumber } from './agreements-file-plan'
import {
  TOO_MANY_EVALUATIONS,
  UNDER_ONE_MOST,
  type AgreementRow,
  type EvaluationDraft,
  type EvaluationRow,
} from './agreement-facts'
import { EVALUATION_FAULT_WORDS } from './agreement-words'
import { EVALUATION_HEADERS, type EvaluationColumn, type EvaluationValues } from './evaluation-columns'
import { MISSING_FINDING } from './plan.form'
import { agreementOf, type UnderAgreements } from './plans-file-plan'

export type EvaluationsFilePlan = ChildPlan<AgreementRow, EvaluationRow, EvaluationDraft>

const keyOf = (agreement: string, heldOn: string): string => `${sameNumber(agreement)}\n${heldOn}`

/** What a file would make of the evaluations of a unit's agreements. An empty finding leaves what stands. */
export function planEvaluationsFile(
  file: Mapped<EvaluationValues>,
  { known, update, today }: UnderAgreements,
): EvaluationsFilePlan {
  return planChildRows(file, {
    headers: EVALUATION_HEADERS,
    update,
    standing: rowsByKey(
      known.flatMap(({ agreement, evaluations }) =>
        evaluations.map(one => [keyOf(agreement.number, one.heldOn), one] as const),
      ),
    ),
    parentOf: agreementOf(known),
    keyOf: values => keyOf(values.agreement, values.heldOn),
    named: ['heldOn', 'Evaluasi pada hari ini'],
    ceiling: {
      most: UNDER_ONE_MOST,
      idOf: ({ id }) => id,
      standing: known.flatMap(({ agreement, evaluations }) => evaluations.map(() => agreement.id)),
      fault: ['heldOn', TOO_MANY_EVALUATIONS],
    },
    merged: (values, before) => ({
      heldOn: values.heldOn,
      finding: values.finding ?? before?.finding ?? '',
    }),
    faultsOf: (after, agreement) => factFaults(after, agreement, today),
    isSame: (before, after) => before.finding === after.finding,
  })
}

function factFaults(
  { heldOn, finding }: EvaluationDraft,
  agreement: AgreementRow,
  today: string,
): ColumnFault<EvaluationColumn>[] {
  const fault = evaluationFault(heldOn, agreement, today)
  return [
    ...(fault ? [['heldOn', EVALUATION_FAULT_WORDS[fault]] as const] : []),
    ...(finding === '' ? [['finding', MISSING_FINDING] as const] : []),
  ]
}
