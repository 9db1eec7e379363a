import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { Conflict, Invalid, NotFound } from '../refusals'
import { readValue, type TypedValue } from './answer-content'
import { noteFingerprint, valueFingerprint } from './answer-stamp'
import type { AnswersService, FieldChange, StandingField } from './answers.service'
import type { PostedAnswer } from './answers.form'
import type { RefusedFields } from './question-row.page'

export interface FoundConflict {
  readonly posted: PostedAnswer
  readonly mine: FieldChange
  readonly standing: StandingField
}

export interface PostedOutcome {
  readonly saved: number
  readonly refused: ReadonlyMap<string, RefusedFields>
  readonly conflicts: readonly FoundConflict[]
}

/**
 * Saves what was changed in a posted form, each field for itself: one that is refused or contested keeps no other from
 * being saved. Fields that were only sent back are left alone, whoever changed them meanwhile.
 */
export async function savePosted(
  answers: AnswersService,
  actor: Actor,
  assessment: AssessmentContext,
  posted: readonly PostedAnswer[],
): Promise<PostedOutcome> {
  const refused = new Map<string, RefusedFields>()
  const conflicts: FoundConflict[] = []
  let saved = 0
  for (const answer of posted) {
    for (const change of changesOf(assessment, answer)) {
      try {
        await answers.save(actor, assessment, answer.code, change)
        saved++
      } catch (error) {
        if (error instanceof Invalid)
          refused.set(answer.code, refusedWith(refused.get(answer.code), answer, error))
        else if (error instanceof Conflict)
          conflicts.push({ posted: answer, mine: change, standing: error.current as StandingField })
        else throw error
      }
    }
  }
  return { saved, refused, conflicts }
}

function changesOf(assessment: AssessmentContext, posted: PostedAnswer): FieldChange[] {
  const { value, note, stamp, chosen } = posted
  const changes: FieldChange[] = []
  if (value && chosen.value?.choice !== 'theirs' && valueChanged(assessment, posted, value))
    changes.push({ field: 'value', value, base: chosen.value?.seen ?? stamp.valueVersion })
  if (note !== undefined && chosen.note?.choice !== 'theirs' && noteFingerprint(note) !== stamp.note)
    changes.push({ field: 'note', note, base: chosen.note?.seen ?? stamp.noteVersion })
  return changes
}

function valueChanged(
  assessment: AssessmentContext,
  { code, stamp }: PostedAnswer,
  value: TypedValue,
): boolean {
  const question = lookup(assessment.instrument).questions.get(code)?.question
  if (!question) throw new NotFound('Pertanyaan')
  const reading = readValue(question, value)
  return !reading.ok || valueFingerprint(reading.value) !== stamp.value
}

/** A note that is fine is saved even when the value beside it is not; what was typed stays on the page. */
const refusedWith = (
  before: RefusedFields | undefined,
  posted: PostedAnswer,
  { fields }: Invalid,
): RefusedFields => ({
  option: posted.value?.option,
  inputs: posted.value?.inputs,
  note: posted.note,
  errors: { ...before?.errors, ...fields },
})
