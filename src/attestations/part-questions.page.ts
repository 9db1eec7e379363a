import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import type { Part } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import { FLAG_WORDS } from '../web/components/evidence'

/** Questions of a part that the head should look at. */
export interface QuestionList {
  readonly title: string
  /** Blocks the attestation: always unfolded. */
  readonly blocking: boolean
  readonly items: readonly {
    readonly code: string
    readonly text: string
    readonly href: string
    readonly kind: string
  }[]
}

/** What contradicts itself, is unanswered or flagged in a part; lists without questions are left out. */
export function questionLists(
  part: Part,
  { assessment, score }: { readonly assessment: AssessmentContext; readonly score: Score },
): QuestionList[] {
  const texts = new Map(part.questions.map(question => [question.code, question.text]))
  const item = (code: string, kind = '') => ({
    code,
    kind,
    text: texts.get(code) ?? '',
    href: paths.question(assessment.id, code),
  })
  const here = <T extends { question: string }>(rows: readonly T[]) =>
    rows.filter(row => partOf(assessment, row.question) === part.id)
  const contradictory = here(score.contradictions).map(({ question }) => item(question))
  const flagged = here(score.flags).map(({ question, kind }) => item(question, FLAG_WORDS[kind]))
  const unanswered = part.questions
    .filter(({ code }) => ['unanswered', 'incomplete'].includes(score.questions.get(code)?.state ?? ''))
    .map(({ code }) => item(code))
  return [
    { title: `${contradictory.length} bertentangan`, blocking: true, items: contradictory },
    { title: `${unanswered.length} belum dijawab`, blocking: false, items: unanswered },
    { title: `${flagged.length} bertanda`, blocking: false, items: flagged },
  ].filter(list => list.items.length > 0)
}
