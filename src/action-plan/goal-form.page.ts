import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, numberField, radioField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import { draftOf, SERVES, type SeenGoal } from './goal-facts'
import { typedNumber } from '../web/number-facts'
import { SERVES_WORDS } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/goal-form': GoalFormPage
  }
}

interface FieldGroup {
  readonly title: string
  readonly fields: readonly Field[]
}

export interface GoalFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly groups: readonly FieldGroup[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  /** Null for a new goal. */
  readonly removal: Confirm | null
}

export const planLink = (satkerId: string) => ({ label: 'Rencana aksi', href: paths.actionPlan(satkerId) })

/** `year` is that of the plan that is being written. */
export function newGoalPage(
  unit: Pick<RegisterUnit, 'satkerId'>,
  { parts, year }: { readonly parts: PartNames; readonly year: number },
  form: FormState = freshForm({ year: String(year), serves: 'reform' }),
): GoalFormPage {
  const groups = groupsOf(form, parts)
  const back = planLink(unit.satkerId)
  return {
    title: 'Tambah sasaran',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId), back] },
    action: paths.newGoal(unit.satkerId),
    version: 0,
    groups,
    summary: errorSummary(form, fieldsOf(groups)),
    clashes: [],
    backHref: back.href,
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editGoalPage(
  goal: SeenGoal,
  parts: PartNames,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): GoalFormPage {
  const shown = form ?? freshForm(valuesOf(goal))
  const groups = groupsOf(shown, parts)
  const own = { label: goal.title, href: paths.goal(goal.id) }
  return {
    title: 'Ubah sasaran',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(goal.satkerId), planLink(goal.satkerId), own] },
    action: paths.editGoal(goal.id),
    version: clash || !form ? goal.version : Number(form.values['version'] ?? goal.version),
    groups,
    summary: errorSummary(shown, fieldsOf(groups)),
    clashes: clash ? differences(fieldsOf(groups), shown, valuesOf(goal)) : [],
    backHref: own.href,
    removal: removalOf(goal),
  }
}

const fieldsOf = (groups: readonly FieldGroup[]): Field[] => groups.flatMap(group => group.fields)

function valuesOf(goal: SeenGoal): FormValues {
  const draft = draftOf(goal)
  return {
    ...draft,
    year: String(draft.year),
    baseline: typedNumber(draft.baseline),
    target: typedNumber(draft.target),
  }
}

const removalOf = (goal: SeenGoal): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat sasaran?',
  text: 'Sasaran ini dihapus bersama seluruh laporan kemajuannya dan tidak dapat dikembalikan. Buktinya tetap di rak.',
  action: paths.goalRemoval(goal.id),
  submit: 'Hapus sasaran',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.goal(goal.id) },
})

const groupsOf = (form: FormState, parts: PartNames): FieldGroup[] => [
  {
    title: 'Sasaran',
    fields: [
      textField(form, 'title', {
        label: 'Sasaran atau kegiatan',
        maxlength: 200,
        hint: 'Perubahan yang hendak dicapai, bukan dokumen yang dibuat.',
      }),
      numberField(form, 'year', { label: 'Tahun rencana' }),
      radioField(form, 'serves', {
        label: 'Mendukung',
        choices: SERVES.map(value => ({ value, label: SERVES_WORDS[value] })),
      }),
      textField(form, 'served', {
        label: 'Sasaran atau hasil yang didukung',
        required: false,
        maxlength: 200,
        hint: 'Misalnya: waktu layanan paspor lebih pendek. Kosong bila tidak ada.',
      }),
      areasField(form, parts),
    ],
  },
  {
    title: 'Pelaksanaan',
    fields: [
      textField(form, 'owner', {
        label: 'Penanggung jawab',
        required: false,
        maxlength: 100,
        hint: 'Nama seperti di register Pegawai, atau nama pokja dan jabatan.',
      }),
      dateField(form, 'startsOn', { label: 'Mulai' }),
      dateField(form, 'dueOn', { label: 'Tenggat', hint: 'Hari terakhir.' }),
    ],
  },
  {
    title: 'Ukuran',
    fields: [
      textField(form, 'indicator', {
        label: 'Indikator',
        required: false,
        maxlength: 200,
        hint: 'Yang diukur, misalnya rata-rata waktu tunggu.',
      }),
      numberField(form, 'baseline', {
        label: 'Data awal',
        required: false,
        decimals: true,
        hint: 'Angka sebelum dimulai; kosong bila belum diukur.',
      }),
      numberField(form, 'target', { label: 'Target', required: false, decimals: true }),
      textField(form, 'unit', { label: 'Satuan', required: false, maxlength: 40, hint: 'Misalnya menit.' }),
    ],
  },
]
