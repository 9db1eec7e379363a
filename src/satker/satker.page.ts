import { paths } from '../paths'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import {
  fileField,
  numberField,
  radioField,
  selectField,
  textAreaField,
  textField,
} from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatZone } from '../web/format/date'
import type { PageModel } from '../web/view'
import { LEVEL_NAMES, type SatkerWithParent } from './satker-facts'
import { SATKER_LEVELS } from './satker-levels'
import { TIME_ZONES } from './satker.form'

declare module '../web/view' {
  interface Views {
    'satker/new': NewSatkerPage
    'satker/satker': SatkerPage
  }
}

interface SatkerFormModel extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
}

export type NewSatkerPage = SatkerFormModel

export interface SatkerPage extends SatkerFormModel {
  readonly version: number
  /** Facts that differ from what somebody else saved meanwhile; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly closed: boolean
  readonly belowHref: string
  readonly peopleHref: string
  readonly newPersonHref: string
  readonly rosterHref: string
  readonly logo: {
    readonly href: string
    readonly action: string
    readonly field: Field
    readonly error: string
  }
  /** Null for the top of the tree. */
  readonly closure: { readonly action: string; readonly submit: string; readonly text: string } | null
}

const crumbs = { links: [{ label: 'Satker', href: paths.satkerList() }] }

function satkerFields(form: FormState): Field[] {
  return [
    textField(form, 'name', { label: 'Nama', maxlength: 200 }),
    textField(form, 'code', {
      label: 'Kode',
      maxlength: 40,
      hint: 'Kode satker menurut kementerian; tidak boleh sama.',
    }),
    radioField(form, 'level', {
      label: 'Tingkat',
      choices: SATKER_LEVELS.map(value => ({ value, label: LEVEL_NAMES[value] })),
    }),
    textField(form, 'kind', {
      label: 'Jenis',
      required: false,
      maxlength: 100,
      hint: 'Misalnya Lembaga Pemasyarakatan atau Kantor Imigrasi.',
    }),
    textField(form, 'parent', {
      label: 'Induk',
      maxlength: 200,
      required: false,
      hint: 'Kode atau nama unit di atasnya. Kosong hanya untuk kementerian.',
    }),
    textField(form, 'region', {
      label: 'Wilayah',
      required: false,
      maxlength: 100,
      hint: 'Misalnya nama provinsi.',
    }),
    textField(form, 'city', {
      label: 'Kota penandatanganan',
      required: false,
      maxlength: 100,
      hint: 'Tempat yang tertulis di atas tanda tangan.',
    }),
    selectField(form, 'timeZone', {
      label: 'Zona waktu',
      choices: TIME_ZONES.map(value => ({ value, label: formatZone(value) })),
    }),
    textAreaField(form, 'letterhead', {
      label: 'Kop surat',
      required: false,
      rows: 4,
      maxlength: 600,
      hint: 'Satu baris kop per baris teks, paling banyak enam.',
    }),
    numberField(form, 'employees', { label: 'Jumlah pegawai', required: false }),
  ]
}

export function newSatkerPage(
  form: FormState = freshForm({ timeZone: 'Asia/Jakarta', level: 'satker' }),
): NewSatkerPage {
  const fields = satkerFields(form)
  return {
    title: 'Tambah satker',
    current: 'satker',
    crumbs,
    action: paths.newSatker(),
    fields,
    summary: errorSummary(form, fields),
  }
}

const valuesOf = (unit: SatkerWithParent) => ({
  name: unit.name,
  code: unit.code,
  level: unit.level,
  kind: unit.kind,
  parent: unit.parentCode ?? '',
  region: unit.region,
  city: unit.city,
  timeZone: unit.timeZone,
  letterhead: unit.letterhead,
  employees: String(unit.employees),
})

interface SatkerPageState {
  /** What was typed and refused; absent when the page is opened. */
  readonly form?: FormState
  /** Somebody else saved meanwhile: both are shown, and the next save counts from what stands now. */
  readonly clash?: boolean
  readonly logoError?: string
}

export function satkerPage(unit: SatkerWithParent, state: SatkerPageState = {}): SatkerPage {
  const form = state.form ?? freshForm(valuesOf(unit))
  const fields = satkerFields(form)
  return {
    title: unit.name,
    current: 'satker',
    crumbs: {
      links: [
        ...crumbs.links,
        ...(unit.parentId ? [{ label: unit.parentName ?? '', href: paths.satker(unit.parentId) }] : []),
      ],
    },
    action: paths.satker(unit.id),
    fields,
    summary: errorSummary(form, fields),
    version: state.clash || !state.form ? unit.version : Number(form.values['version'] ?? unit.version),
    clashes: state.clash ? differences(fields, form, valuesOf(unit)) : [],
    closed: unit.closedAt !== null,
    belowHref: `${paths.satkerList()}?induk=${unit.id}`,
    peopleHref: `${paths.accounts()}?satker=${encodeURIComponent(unit.code)}`,
    newPersonHref: `${paths.newAccount()}?satker=${encodeURIComponent(unit.code)}`,
    rosterHref: paths.roster(unit.id),
    logo: {
      href: unit.logoSha256 ? `${paths.satkerLogo(unit.id)}?v=${unit.logoSha256.slice(0, 12)}` : '',
      action: paths.satkerLogo(unit.id),
      field: fileField(freshForm(), 'logo', {
        label: 'Logo',
        accept: 'image/png,image/jpeg',
        hint: 'PNG atau JPG, paling besar 1 MB; dicetak di kop laporan.',
      }),
      error: state.logoError ?? '',
    },
    closure: unit.parentId === null ? null : closureOf(unit),
  }
}

function closureOf(unit: SatkerWithParent) {
  return unit.closedAt
    ? {
        action: paths.satkerReopening(unit.id),
        submit: 'Buka kembali',
        text: 'Satker ini ditutup: datanya tetap terbaca, tetapi tidak ikut siklus baru.',
      }
    : {
        action: paths.satkerClosure(unit.id),
        submit: 'Tutup satker',
        text: 'Satker yang ditutup tetap terbaca, tetapi tidak ikut siklus baru. Dapat dibuka kembali.',
      }
}
