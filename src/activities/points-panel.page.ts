import { paths } from '../paths'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, textAreaField, textField } from '../web/components/fields'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { ActivityRow } from './activity-facts'
import { pointStatus, pointWords } from './activity-words'
import type { PointRow } from './point-facts'

/** What somebody is writing: a new point, or over the one with this id. */
export interface PointTyped {
  readonly point: PointRow | null
  readonly form: FormState | null
  readonly clash?: boolean
}

export const NOTHING_TYPED: PointTyped = { point: null, form: null }

/** The points of an activity, and one form to write a new one or over one that stands. */
export interface PointsPanel {
  readonly words: string
  readonly rows: readonly PointLine[]
  /** Null for those who only read. */
  readonly form: PointForm | null
}

interface PointLine {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly due: string
  readonly done: string
  readonly state: Status
  /** Empty for those who only read, before the activity itself, and once it is done. */
  readonly closeAction: string
  readonly editHref: string
}

interface PointForm {
  readonly title: string
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly clashes: readonly Difference[]
  readonly submit: string
  /** Empty for a new point. */
  readonly cancelHref: string
  readonly removalAction: string
}

export interface PointsSetting {
  readonly points: readonly PointRow[]
  readonly today: string
  readonly keeps: boolean
  readonly typed: PointTyped
}

export function pointsPanel(
  activity: ActivityRow,
  { points, today, keeps, typed }: PointsSetting,
): PointsPanel {
  const line = (point: PointRow): PointLine => ({
    id: `butir-${point.id}`,
    text: point.text,
    owner: point.owner,
    due: formatShortDate(point.dueOn),
    done: point.doneOn === null ? '' : formatShortDate(point.doneOn),
    state: pointStatus(point, today),
    closeAction:
      keeps && point.doneOn === null && activity.heldOn <= today
        ? paths.activityPointClosure(activity.id, point.id)
        : '',
    editHref: keeps ? pointHref(point) : '',
  })
  return {
    words: pointWords(activity) || 'Belum ada butir.',
    rows: points.map(line),
    form: keeps ? formOf(activity, typed) : null,
  }
}

/** The page of the activity with this point open for writing. */
const pointHref = ({ activityId, id }: PointRow): string =>
  `${paths.activity(activityId)}?butir=${encodeURIComponent(id)}#f-text`

const valuesOf = ({ text, owner, dueOn, doneOn }: PointRow) => ({ text, owner, dueOn, doneOn: doneOn ?? '' })

function formOf({ id }: ActivityRow, { point, form, clash = false }: PointTyped): PointForm {
  const shown = form ?? freshForm(point ? valuesOf(point) : {})
  const fields = fieldsOf(shown)
  const typedVersion = Number(shown.values['version'] ?? point?.version ?? 0)
  return {
    title: point ? 'Ubah butir' : 'Tambah butir',
    action: point ? paths.activityPoint(id, point.id) : paths.activityPoints(id),
    version: point && (clash || !form) ? point.version : typedVersion,
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash && point ? differences(fields, shown, valuesOf(point)) : [],
    submit: point ? 'Simpan butir' : 'Tambah butir',
    cancelHref: point ? paths.activity(id) : '',
    removalAction: point ? paths.activityPointRemoval(id, point.id) : '',
  }
}

const fieldsOf = (form: FormState): Field[] => [
  textAreaField(form, 'text', { label: 'Butir', rows: 2, maxlength: 500 }),
  textField(form, 'owner', {
    label: 'Penanggung jawab',
    maxlength: 120,
    hint: 'Pokja atau jabatan, misalnya Ketua Pokja 6.',
  }),
  dateField(form, 'dueOn', { label: 'Tenggat' }),
  dateField(form, 'doneOn', { label: 'Selesai pada', required: false }),
]
