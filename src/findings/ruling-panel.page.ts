import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { radioField, textAreaField } from '../web/components/fields'
import type { FormState } from '../web/form'
import { REASON_LENGTH } from './finding.form'
import type { KeptFinding } from './finding-document'
import { findingHref } from './finding-words'
import { groundsHash } from './ruling-words'
import type { RulingRow } from './rulings.repository'

/** Confirming or dismissing a finding. */
export interface RulingPanel {
  readonly action: string
  /** Of the finding as it is shown. */
  readonly shown: string
  /** The last ruling on it, empty for none. */
  readonly after: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** Why what was sent was not kept; empty for none. */
  readonly clash: string
}

export interface RulingFacts {
  readonly finding: KeptFinding
  /** On this finding, the newest last. */
  readonly rulings: readonly RulingRow[]
  /** Of today, where another state was handed in. */
  readonly now: boolean
  readonly form: FormState
  readonly clash: string
}

export function rulingPanel(
  assessmentId: string,
  { finding, rulings, now, form, clash }: RulingFacts,
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
    action: findingHref(assessmentId, finding, now),
    shown: groundsHash(finding.grounds),
    after: rulings.at(-1)?.id ?? '',
    fields,
    summary: errorSummary(form, fields),
    clash,
  }
}
