import type { AssessmentContext } from '../assessments/assessment-context'
import type { Act } from '../audit/audit.service'
import { lookup } from '../engine/instrument/lookup'
import { valueFacts } from '../worksheets/answer-content'
import { questionsOf, type CarryOver } from './carry-over'

/** A copy in the trail: the whole with its counts, and each question with what was copied onto it. */
export function copyingActs(assessment: AssessmentContext, { year, plan }: CarryOver): Act[] {
  const { whole, noteOnly, uses, skipped } = plan
  const place = { satkerId: assessment.satkerId, assessmentId: assessment.id }
  return [
    {
      ...place,
      action: 'carry-over',
      subjectType: 'worksheet',
      subjectId: assessment.worksheetId,
      after: { year, whole: whole.length, noteOnly: noteOnly.length, skipped, uses: uses.length },
    },
    ...questionsOf(plan).map(question => ({
      ...place,
      action: 'copy-answer',
      subjectType: 'answer',
      subjectId: `${assessment.worksheetId}/${question}`,
      question,
      after: copiedOnto(assessment, { year, plan }, question),
    })),
  ]
}

/** Of evidence only how much: some of its words are for few people, and a trail is for many. */
function copiedOnto({ instrument }: AssessmentContext, { year, plan }: CarryOver, code: string) {
  const { question } = lookup(instrument).questions.get(code)!
  const answer = [...plan.whole, ...plan.noteOnly].find(one => one.question === code)
  const uses = plan.uses.filter(use => use.question === code).length
  return {
    year,
    ...(answer && valueFacts(question, answer)),
    ...(answer?.note && { note: answer.note }),
    ...(uses > 0 && { uses }),
  }
}
