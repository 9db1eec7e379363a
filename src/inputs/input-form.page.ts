import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, numberField, selectField, textAreaField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { typedNumber } from '../web/number-facts'
import { inputCrumbs, inputRemoval } from './input.page'
import { INPUT_KINDS, isComplaints, STAKEHOLDERS, type SupportedInput } from './input-facts'
import { inputTitle, KIND_WORDS, monthWords, STAKEHOLDER_WORDS } from './input-words'
import { yearsUntil } from './inputs-list'

declare module '../web/view' {
  interface Views {
    'inputs/input-form': InputFormPage
  }
}

export interface InputFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  readonly submit: string
  readonly note: string
  /** Null for a new one. */
  readonly removal: Confirm | null
}

/** `complaints`: a month of complaints, or else a meeting. */
export interface FormSetting {
  readonly parts: PartNames
  readonly today: string
  readonly complaints: boolean
}

const NOTES = {
  complaints:
    'Hitung pengaduan menurut bulan diterimanya. Yang selesai kemudian dipindahkan dari diproses ke selesai di bulan yang sama. Bulan tanpa pengaduan juga dilaporkan, dengan angka 0.',
  meeting:
    'Satu catatan untuk satu pertemuan atau satu masukan: siapa, berapa orang, apa yang disampaikan, dan apa yang dilakukan satker.',
}

export function newInputPage(
  unit: Pick<RegisterUnit, 'satkerId'>,
  setting: FormSetting,
  form: FormState = freshForm(fresh(setting)),
): InputFormPage {
  const { satkerId } = unit
  const [action, title] = setting.complaints
    ? [paths.newComplaints(satkerId), 'Laporkan pengaduan sebulan']
    : [paths.newInput(satkerId), 'Catat masukan']
  return {
    ...pageOf(form, setting, { title, action, links: inputCrumbs(unit) }),
    version: 0,
    clashes: [],
    backHref: paths.inputs(satkerId),
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editInputPage(
  input: SupportedInput,
  context: Omit<FormSetting, 'complaints'>,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): InputFormPage {
  const setting = { ...context, complaints: isComplaints(input) }
  const stands = valuesOf(input)
  const shown = form ?? freshForm(stands)
  const own: Link = { label: inputTitle(input), href: paths.input(input.id) }
  const page = pageOf(shown, setting, {
    title: setting.complaints ? 'Ubah laporan pengaduan' : 'Ubah masukan',
    action: paths.editInput(input.id),
    links: [...inputCrumbs(input), own],
  })
  return {
    ...page,
    version: clash || !form ? input.version : Number(form.values['version'] ?? input.version),
    clashes: clash ? differences(page.fields, shown, stands) : [],
    backHref: own.href,
    removal: inputRemoval(input),
  }
}

function pageOf(
  form: FormState,
  setting: FormSetting,
  face: { readonly title: string; readonly action: string; readonly links: readonly Link[] },
) {
  const own = setting.complaints ? complaintFields(form, setting) : meetingFields(form)
  const fields = [...own, areasField(form, setting.parts)]
  return {
    title: face.title,
    current: 'register',
    sheet: 'registers' as const,
    crumbs: { links: face.links },
    action: face.action,
    fields,
    summary: errorSummary(form, fields),
    submit: setting.complaints ? 'Simpan laporan' : 'Simpan masukan',
    note: setting.complaints ? NOTES.complaints : NOTES.meeting,
  }
}

/** The month before this one is what is mostly reported. */
function fresh({ complaints, today }: FormSetting) {
  if (!complaints) return {}
  const [year = 0, month = 1] = today.split('-').map(Number)
  const before = new Date(Date.UTC(year, month - 2, 1)).toISOString()
  return { year: before.slice(0, 4), month: before.slice(5, 7) }
}

const text = (count: number | null): string => (count === null ? '' : String(count))

const valuesOf = (input: SupportedInput) => ({
  kind: input.kind,
  year: input.happenedOn.slice(0, 4),
  month: input.happenedOn.slice(5, 7),
  happenedOn: input.happenedOn,
  subject: input.subject,
  stakeholder: input.stakeholder,
  people: text(input.people),
  asked: input.asked,
  decided: input.decided,
  followUp: input.followUp,
  followedUpOn: input.followedUpOn ?? '',
  received: text(input.received),
  done: text(input.done),
  inProcess: text(input.inProcess),
  averageDays: typedNumber(input.averageDays),
  areas: input.areas,
})

const MONTHS = Array.from({ length: 12 }, (_, place) => {
  const value = String(place + 1).padStart(2, '0')
  return { value, label: monthWords(`2000-${value}-01`).replace(' 2000', '') }
})

const complaintFields = (form: FormState, { today }: FormSetting): Field[] => [
  selectField(form, 'month', { label: 'Bulan', choices: MONTHS }),
  selectField(form, 'year', {
    label: 'Tahun',
    choices: yearsUntil(today).map(value => ({ value, label: value })),
  }),
  numberField(form, 'received', { label: 'Diterima', hint: 'Pengaduan yang masuk dalam bulan itu.' }),
  numberField(form, 'done', { label: 'Selesai', hint: 'Di antaranya yang sudah selesai.' }),
  numberField(form, 'inProcess', {
    label: 'Diproses',
    hint: 'Di antaranya yang belum selesai. Selesai dan diproses berjumlah sama dengan diterima.',
  }),
  numberField(form, 'averageDays', {
    label: 'Rata-rata hari penyelesaian',
    required: false,
    decimals: true,
    hint: 'Dari diterima sampai selesai, misalnya 3,5.',
  }),
]

const [, ...MEETINGS] = INPUT_KINDS

const meetingFields = (form: FormState): Field[] => [
  selectField(form, 'kind', {
    label: 'Jenis',
    prompt: 'Pilih jenis',
    choices: MEETINGS.map(value => ({ value, label: KIND_WORDS[value] })),
  }),
  dateField(form, 'happenedOn', { label: 'Tanggal' }),
  textField(form, 'subject', { label: 'Perihal', maxlength: 200 }),
  selectField(form, 'stakeholder', {
    label: 'Pihak',
    prompt: 'Pilih pihak',
    choices: STAKEHOLDERS.map(value => ({ value, label: STAKEHOLDER_WORDS[value] })),
  }),
  numberField(form, 'people', { label: 'Jumlah orang', hint: 'Berapa orang dari pihak itu.' }),
  textAreaField(form, 'asked', { label: 'Yang disampaikan', maxlength: 1000 }),
  textAreaField(form, 'decided', { label: 'Keputusan satker', required: false, maxlength: 1000 }),
  textAreaField(form, 'followUp', {
    label: 'Tindak lanjut',
    required: false,
    maxlength: 1000,
    hint: 'Apa yang sudah dilakukan, bukan yang akan dilakukan.',
  }),
  dateField(form, 'followedUpOn', { label: 'Ditindaklanjuti pada', required: false }),
]
