import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { radioField, textAreaField } from '../web/components/fields'
import type { FormState } from '../web/form'
import { REASON_LENGTH } from './finding.form'
import type { KeptFinding } from './finding-document'
import { findingHref } from './finding-words'
import { groundsHash } from './ruling-words'

/** Confirming or dismissing a finding. */
export interface RulingPanel {
  readonly action: string
  /** Of the finding as it is shown. */
  readonly shown: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** Why what was sent was not kept; empty for none. */
  readonly clash: string
}

export function rulingPanel(
  assessmentId: string,
  finding: KeptFinding,
  form: FormState,
  clash = '',
): RulingPanel {
  const fields = [
    radioField(form, 'outcome', {
      label: 'Temuan ini',
      choices: [
        { value: 'confirmed', label: 'Benar, perlu diselesaikan' },
        { value: 'dismissed', label: 'Tidak tepat, abaikan selama faktanya tetap' },
      ],
    }),
    textAreaField(form, 'reason', {
      label: 'Alasan',
      maxlength: REASON_LENGTH,
      hint: 'Tercetak bersama temuan dan tercatat di jejak.',
    }),
  ]
  return {
    action: findingHref(assessmentId, finding, false),
    shown: groundsHash(finding.grounds),
    fields,
    summary: errorSummary(form, fields),
    clash,
  }
}
