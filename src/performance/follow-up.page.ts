import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { followUpAfter, type FollowUpAct, type FollowUpSide } from '../engine/performance/follow-up'
import type { Quarter } from '../engine/performance/quarters'
import { QUARTERS } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, selectField, textAreaField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatInstant } from '../web/format/date'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import { listLink } from './commitment-form.page'
import { followUpStatus } from './follow-up-words'
import type { FollowUpRow } from './follow-ups.repository'
import { quarterName } from './performance-entries'
import { ROMAN } from './performance-list'
import { registerCrumbs } from './performance.page'

declare module '../web/view' {
  interface Views {
    'performance/follow-up': FollowUpPage
    'performance/follow-up-form': FollowUpFormPage
  }
}

export interface FollowUpPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly state: Status
  readonly said: readonly { readonly who: string; readonly text: string }[]
  readonly dueOn: string
  readonly quarterHref: string
  readonly summary: ErrorSummary | null
  readonly forms: readonly ActForm[]
  readonly trail: readonly TrailEntry[]
}

interface ActForm {
  readonly title: string
  readonly action: string
  readonly version: number
  readonly field: Field
  readonly submit: string
  readonly primary: boolean
}

export interface FollowUpFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly action: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly backHref: string
}

/** Writing to a satker about a quarter. */
export function followUpFormPage(unit: RegisterUnit, year: number, form: FormState): FollowUpFormPage {
  const fields = [
    selectField(form, 'quarter', {
      label: 'Triwulan',
      choices: QUARTERS.map(quarter => ({ value: String(quarter), label: quarterName(year, quarter) })),
    }),
    textAreaField(form, 'text', {
      label: 'Yang diminta',
      rows: 4,
      maxlength: 2000,
      hint: 'Sebut indikatornya, lalu apa yang harus dikerjakan satker.',
    }),
    dateField(form, 'dueOn', { label: 'Tenggat' }),
  ]
  const back = `${paths.performance(unit.satkerId)}?tahun=${year}`
  return {
    title: 'Catatan kinerja',
    current: 'kinerja',
    sheet: 'registers',
    crumbs: {
      links: [
        { label: 'Kinerja wilayah', href: `${paths.region()}?tahun=${year}` },
        { label: unit.satkerName, href: back },
      ],
    },
    over: unit.satkerName,
    action: `${paths.newFollowUp(unit.satkerId)}?tahun=${year}`,
    fields,
    summary: errorSummary(form, fields),
    backHref: back,
  }
}

/** The quarter of a query or a posted form. */
export const quarterIn = (said: unknown): Quarter | undefined =>
  QUARTERS.find(quarter => String(quarter) === said)

const ACT_FORMS: readonly {
  readonly act: FollowUpAct
  readonly title: string
  readonly label: string
  readonly submit: string
  readonly required: boolean
  readonly pathOf: (id: string) => string
}[] = [
  {
    act: 'reply',
    title: 'Tanggapi',
    label: 'Tanggapan',
    submit: 'Kirim tanggapan',
    required: true,
    pathOf: paths.followUpReply,
  },
  {
    act: 'close',
    title: 'Selesaikan',
    label: 'Catatan penutup',
    submit: 'Nyatakan selesai',
    required: false,
    pathOf: paths.followUpClosing,
  },
  {
    act: 'return',
    title: 'Kembalikan',
    label: 'Alasan',
    submit: 'Kembalikan tanggapan',
    required: true,
    pathOf: paths.followUpReturn,
  },
]

export interface FollowUpSetting {
  readonly sides: readonly FollowUpSide[]
  readonly today: string
  readonly trail: readonly TrailRow[]
  /** What was refused, and which act it was. */
  readonly again?: { readonly act: FollowUpAct; readonly form: FormState }
}

/** What was asked, what was answered, and what can be done next. */
export function followUpPage(
  row: FollowUpRow,
  { sides, today, trail, again }: FollowUpSetting,
): FollowUpPage {
  const forms = ACT_FORMS.filter(({ act }) => followUpAfter(row.state, act, sides) !== undefined).map(
    ({ act, title, label, submit, required, pathOf }, place): ActForm => ({
      title,
      action: pathOf(row.id),
      version: row.version,
      field: textAreaField(again?.act === act ? again.form : freshForm(), 'text', {
        label,
        required,
        rows: 3,
        maxlength: 2000,
        idPrefix: `${act}-`,
      }),
      submit,
      primary: place === 0,
    }),
  )
  return {
    title: `Tindak lanjut triwulan ${ROMAN[row.quarter]} ${row.year}`,
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(row.satkerId, listLink(row)),
    over: row.satkerName,
    state: followUpStatus(row, today),
    said: saidIn(row),
    dueOn: formatDate(row.dueOn),
    quarterHref: `${paths.performance(row.satkerId)}?tahun=${row.year}`,
    summary: again
      ? errorSummary(
          again.form,
          forms.map(({ field }) => field).filter(({ error }) => error !== ''),
        )
      : null,
    forms,
    trail: trail.map(entry => trailEntry(entry, row.timeZone)),
  }
}

function saidIn(row: FollowUpRow) {
  const at = (moment: string | null) => (moment === null ? '' : formatInstant(moment, row.timeZone))
  return [
    { who: `${row.writtenByName} · ${at(row.writtenAt)}`, text: row.text },
    ...(row.reply ? [{ who: `${row.repliedByName ?? ''} · ${at(row.repliedAt)}`, text: row.reply }] : []),
    ...(row.remark
      ? [
          {
            who: row.closedAt ? `Ditutup ${at(row.closedAt)}` : 'Dikembalikan dengan alasan',
            text: row.remark,
          },
        ]
      : []),
  ]
}
