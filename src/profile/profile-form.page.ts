import type { PartNames } from '../accounts/part-names'
import { proposedFigures } from '../engine/profile/figures'
import { placeOf, quarterAt, quarterOf, type Quarter } from '../engine/profile/quarter'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { selectField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import type { ProfileRow } from './profile-facts'
import { figureValues, profileFields, type ProfileGroup, type Proposals } from './profile-fields'
import { quarterName } from './profile-words'

declare module '../web/view' {
  interface Views {
    'profile/profile-form': ProfileFormPage
  }
}

export interface ProfileFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly groups: readonly ProfileGroup[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  /** Buttons that fill the fields without saving. */
  readonly fills: readonly { readonly value: string; readonly label: string }[]
  readonly backHref: string
  /** Null for a new one. */
  readonly removal: Confirm | null
}

interface FormSetting {
  readonly parts: PartNames
  readonly today: string
  readonly proposals: Proposals
}

/** How far back a quarter can still be filled by the form. */
const OFFERED = 20

const crumbsOf = (satkerId: string) => [
  registersLink(satkerId),
  { label: 'Profil satker', href: paths.profiles(satkerId) },
]

const fillsOf = ({ before, counted }: Proposals) => [
  ...(counted ? [{ value: 'roster', label: 'Pakai angka register pegawai' }] : []),
  ...(before ? [{ value: 'before', label: `Pakai angka ${quarterName(before)}` }] : []),
]

/** What a new quarter begins with. */
export const proposedValues = (quarter: Quarter, { before, counted }: Proposals): FormValues => ({
  ...figureValues(
    proposedFigures(
      before?.figures ?? null,
      counted && { employees: counted.employees, frontLine: counted.frontLine },
    ),
  ),
  areas: before?.areas ?? [],
  quarter: `${quarter.year}-${quarter.quarter}`,
})

/** The typed values with those of one source in their place. */
export function filledValues(values: FormValues, fill: string, { before, counted }: Proposals): FormValues {
  const from =
    fill === 'roster' ? proposedFigures(null, counted) : proposedFigures(before?.figures ?? null, null)
  const found = Object.entries(figureValues(from)).filter(([, value]) => value !== '')
  return { ...values, ...Object.fromEntries(found) }
}

export function newProfilePage(
  unit: RegisterUnit,
  { parts, today, proposals }: FormSetting,
  form: FormState,
): ProfileFormPage {
  const present = placeOf(quarterOf(today))
  const quarter = selectField(form, 'quarter', {
    label: 'Triwulan',
    choices: Array.from({ length: OFFERED }, (_, place) => quarterAt(present - place)).map(one => ({
      value: `${one.year}-${one.quarter}`,
      label: quarterName(one),
    })),
  })
  const groups = [
    { heading: 'Triwulan yang diisi', paired: false, fields: [quarter] },
    ...profileFields(form, parts, proposals),
  ]
  return {
    title: 'Isi profil triwulan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: crumbsOf(unit.satkerId) },
    action: paths.newProfile(unit.satkerId),
    version: 0,
    groups,
    summary: errorSummary(
      form,
      groups.flatMap(group => group.fields),
    ),
    clashes: [],
    fills: fillsOf(proposals),
    backHref: paths.profiles(unit.satkerId),
    removal: null,
  }
}

const valuesOf = (row: ProfileRow): FormValues => ({ ...figureValues(row.figures), areas: row.areas })

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editProfilePage(
  row: ProfileRow,
  { parts, proposals }: FormSetting,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): ProfileFormPage {
  const shown = form ?? freshForm(valuesOf(row))
  const groups = profileFields(shown, parts, proposals)
  const fields = groups.flatMap(group => group.fields)
  const own = { label: quarterName(row), href: paths.profile(row.id) }
  return {
    title: `Ubah ${quarterName(row)}`,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [...crumbsOf(row.satkerId), own] },
    action: paths.editProfile(row.id),
    version: clash || !form ? row.version : Number(form.values['version'] ?? row.version),
    groups,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, valuesOf(row)) : [],
    fills: fillsOf(proposals),
    backHref: own.href,
    removal: {
      tone: 'warn',
      lead: 'Salah mencatat triwulan?',
      text: 'Penghapusan menghilangkan angka triwulan ini dan tidak dapat dibatalkan.',
      action: paths.profileRemoval(row.id),
      submit: 'Hapus triwulan',
      destructive: true,
      hidden: [],
      fields: [],
      cancel: { label: 'Batal', href: own.href },
    },
  }
}
