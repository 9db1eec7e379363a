import { evidencePicker, type EvidencePicker, type PickerFacts } from '../evidence/evidence-picker.page'
import { paths } from '../paths'
import type { AssessmentContext } from '../assessments/assessment-context'
import { NATURE_WORDS } from '../web/components/evidence'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, selectField, textAreaField, textField } from '../web/components/fields'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatDate, formatInstant } from '../web/format/date'
import type { IconName } from '../web/icons'
import { NOTES_LENGTH } from './finding.form'
import { differs, RECOMMENDATION_WORDS } from './level-words'
import type { RecommendationStatus } from './finding-outcomes'
import type { SaidRecommendation } from './recommendations.service'

/** What people say of a recommendation, beside what the registers say. */
export interface RecommendationPanel {
  readonly status: Status
  readonly overdue: boolean
  /** What differs between both, in words; empty where nothing does. */
  readonly difference: string
  readonly owner: string
  readonly due: string
  readonly notes: string
  readonly said: string
  readonly pieces: readonly {
    readonly href: string | null
    readonly title: string
    readonly icon: IconName
  }[]
  readonly form: RecommendationForm | null
}

interface RecommendationForm {
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
  /** Null for whoever only verifies. */
  readonly picker: EvidencePicker | null
  readonly summary: ErrorSummary | null
  readonly clash: string
  /** Opened at once: it came back. */
  readonly open: boolean
  readonly submit: string
}

export interface PanelFacts {
  readonly state: SaidRecommendation
  /** What the registers say. */
  readonly reading: string
  /** Statuses that this person may give it; none for those who only read. */
  readonly choices: readonly RecommendationStatus[]
  /** Null for whoever only verifies: all else stays as the satker says it. */
  readonly picker: PickerFacts | null
  /** What came back; null for a page that was merely opened. */
  readonly refused: { readonly form: FormState; readonly clash: string } | null
}

export function recommendationPanel(assessment: AssessmentContext, facts: PanelFacts): RecommendationPanel {
  const { state, reading } = facts
  const { status, owner, dueOn, notes, changedBy, changedAt } = state
  return {
    status: RECOMMENDATION_WORDS[status],
    overdue: state.isLate,
    difference: differs(status, reading) ? differenceWords(status, reading) : '',
    owner,
    due: dueOn ? formatDate(dueOn) : '',
    notes,
    said: changedAt
      ? `${changedBy ?? 'Sistem'}, ${formatInstant(changedAt, assessment.timeZone)}`
      : 'Belum pernah diisi.',
    pieces: state.pieces.map(({ id, title, nature, opened }) => ({
      href: opened ? paths.evidence(id) : null,
      title: opened ? title : 'Bukti terbatas',
      icon: NATURE_WORDS[nature].icon,
    })),
    form: facts.choices.length > 0 ? formOf(assessment, facts) : null,
  }
}

const differenceWords = (status: RecommendationStatus, reading: string): string =>
  status === 'diverifikasi'
    ? `Sudah diverifikasi, tetapi register menunjukkan “${reading}”.`
    : `Satker menulis “${status}”, register menunjukkan “${reading}”.`

/** What the form shows of what stands. */
export const stateForm = ({ status, owner, dueOn, notes }: SaidRecommendation): FormState =>
  freshForm({ status, owner, dueOn: dueOn ?? '', notes })

/** A form that came back with what it was typed over; after a clash what stands now was shown beside it. */
const versionOf = ({ state, refused }: PanelFacts): string =>
  String((refused?.clash === '' ? refused.form.values['version'] : undefined) ?? state.version)

function formOf(assessment: AssessmentContext, facts: PanelFacts): RecommendationForm {
  const { state, choices, picker, refused } = facts
  const form = refused?.form ?? stateForm(state)
  const fields = [
    selectField(form, 'status', {
      label: 'Status',
      choices: choices.map(value => ({ value, label: RECOMMENDATION_WORDS[value].text })),
    }),
    ...(picker
      ? [
          textField(form, 'owner', { label: 'Penanggung jawab', required: false, maxlength: 200 }),
          dateField(form, 'dueOn', { label: 'Batas waktu', required: false }),
          textAreaField(form, 'notes', { label: 'Catatan', required: false, maxlength: NOTES_LENGTH }),
        ]
      : []),
  ]
  return {
    action: paths.recommendation(assessment.id, String(state.number)),
    version: versionOf(facts),
    fields,
    picker: picker && evidencePicker(picker, form),
    summary: errorSummary(form, fields),
    clash: refused?.clash ?? '',
    open: refused !== null,
    submit: picker ? 'Simpan status' : 'Simpan verifikasi',
  }
}
