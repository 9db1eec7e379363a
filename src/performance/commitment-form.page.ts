import type { PartNames } from '../accounts/part-names'
import { DIRECTIONS } from '../engine/performance/achievement'
import { QUARTERS } from '../engine/performance/quarters'
import { COUNTINGS } from '../engine/performance/year'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { numberField, radioField, textAreaField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import { typedNumber } from '../web/number-facts'
import { quarterOf, type KeptCommitment } from './commitment-facts'
import { targetField } from './commitment-faults'
import { ROMAN } from './performance-list'
import { COUNTING_WORDS, DIRECTION_WORDS } from './performance-words'
import { registerCrumbs } from './performance.page'

declare module '../web/view' {
  interface Views {
    'performance/commitment-form': CommitmentFormPage
  }
}

export interface CommitmentFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  /** What it is, its targets by quarter, and what it supports: three groups of one form. */
  readonly facts: readonly Field[]
  readonly targets: readonly Field[]
  readonly support: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  /** Null for a new one. */
  readonly removal: Confirm | null
}

export function newCommitmentPage(unit: RegisterUnit, parts: PartNames, form: FormState): CommitmentFormPage {
  const groups = groupsOf(form, parts, { isNew: true })
  const year = form.values['year']
  const back = `${paths.performance(unit.satkerId)}?tahun=${typeof year === 'string' ? encodeURIComponent(year) : ''}`
  return {
    ...groups,
    title: 'Tambah indikator kinerja',
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(unit.satkerId, { label: 'Kinerja triwulan', href: back }),
    action: paths.newCommitment(unit.satkerId),
    version: 0,
    summary: errorSummary(form, allOf(groups)),
    clashes: [],
    backHref: back,
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editCommitmentPage(
  one: KeptCommitment,
  { parts, areas }: { readonly parts: PartNames; readonly areas: readonly string[] },
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): CommitmentFormPage {
  const standing = valuesOf(one, areas)
  const shown = form ?? freshForm(standing)
  const groups = groupsOf(shown, parts, { isNew: false })
  const own = { label: one.indicator, href: paths.commitment(one.id) }
  return {
    ...groups,
    title: 'Ubah indikator kinerja',
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(one.satkerId, listLink(one), own),
    action: paths.editCommitment(one.id),
    version: clash || !form ? one.version : Number(form.values['version'] ?? one.version),
    summary: errorSummary(shown, allOf(groups)),
    clashes: clash ? differences(allOf(groups), shown, standing) : [],
    backHref: own.href,
    removal: removalOf(one),
  }
}

export const listLink = ({ satkerId, year }: Pick<KeptCommitment, 'satkerId' | 'year'>) => ({
  label: `Kinerja ${year}`,
  href: `${paths.performance(satkerId)}?tahun=${year}`,
})

const valuesOf = (one: KeptCommitment, areas: readonly string[]): FormValues => ({
  indicator: one.indicator,
  unit: one.unit,
  direction: one.direction,
  counting: one.counting,
  yearTarget: typedNumber(one.yearTarget),
  ...Object.fromEntries(
    QUARTERS.map(quarter => [targetField(quarter), typedNumber(quarterOf(one, quarter)?.target ?? '')]),
  ),
  areas,
})

type Groups = Pick<CommitmentFormPage, 'facts' | 'targets' | 'support'>
const allOf = ({ facts, targets, support }: Groups): readonly Field[] => [...facts, ...targets, ...support]

function groupsOf(form: FormState, parts: PartNames, { isNew }: { readonly isNew: boolean }): Groups {
  return {
    facts: [
      ...(isNew ? [numberField(form, 'year', { label: 'Tahun' })] : []),
      textAreaField(form, 'indicator', {
        label: 'Indikator',
        rows: 2,
        maxlength: 300,
        hint: 'Seperti tertulis dalam perjanjian kinerja.',
      }),
      textField(form, 'unit', {
        label: 'Satuan',
        maxlength: 40,
        hint: 'Misalnya persen, orang, atau indeks.',
      }),
      radioField(form, 'direction', {
        label: 'Arah',
        choices: DIRECTIONS.map(value => ({ value, label: DIRECTION_WORDS[value] })),
      }),
      radioField(form, 'counting', {
        label: 'Hitungan triwulan',
        choices: COUNTINGS.map(value => ({ value, ...COUNTING_WORDS[value] })),
      }),
    ],
    targets: [
      ...QUARTERS.map(quarter =>
        numberField(form, targetField(quarter), {
          label: `Target TW ${ROMAN[quarter]}`,
          required: false,
          decimals: true,
        }),
      ),
      numberField(form, 'yearTarget', { label: 'Target tahun', decimals: true }),
    ],
    support: [areasField(form, parts)],
  }
}

const removalOf = (one: KeptCommitment): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat indikator?',
  text: 'Penghapusan menghilangkan target dan semua laporan triwulannya, dan tidak dapat dibatalkan.',
  action: paths.commitmentRemoval(one.id),
  submit: 'Hapus indikator',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.commitment(one.id) },
})
