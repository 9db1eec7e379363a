import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { freshForm, type FormState } from '../web/form'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import type { Place } from './add-evidence.page'
import { useFields } from './evidence-fields'
import type { StandingUse } from './evidence-uses.service'

declare module '../web/view' {
  interface Views {
    'evidence/use': UsePage
  }
}

export interface UsePage extends PageModel {
  readonly crumbs: { readonly links: readonly Link[] }
  readonly code: string
  readonly text: string
  readonly piece: Link
  readonly summary: ErrorSummary | null
  /** Somebody else changed it meanwhile; what they saved is said here, what was typed stands in the fields. */
  readonly conflict: Message | null
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
}

export function usePage(
  assessment: AssessmentContext,
  place: Place,
  use: StandingUse,
  form: FormState = freshForm({ stages: use.stages, claim: use.claim, page: use.page }),
  conflict: Message | null = null,
): UsePage {
  const fields = useFields(form, place.expected)
  return {
    title: 'Pemakaian bukti',
    current: 'lembar',
    crumbs: { links: [place.back] },
    code: place.code,
    text: place.text,
    piece: { label: use.title, href: paths.evidence(use.evidenceId) },
    summary: errorSummary(form, fields),
    conflict,
    action: paths.evidenceUse(assessment.id, use.id),
    version: String(use.version),
    fields,
  }
}
