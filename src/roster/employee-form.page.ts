import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { checkField, dateField, selectField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatNip } from '../web/format/person'
import type { PageModel } from '../web/view'
import type { SeenEmployee } from './employee-facts'
import { retention } from './roster-words'
import type { RosterUnit } from './roster.service'

declare module '../web/view' {
  interface Views {
    'roster/employee-form': EmployeeFormPage
  }
}

export interface EmployeeFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  readonly note: string
  /** Null for somebody new. */
  readonly removal: Confirm | null
}

interface FormSetting {
  readonly parts: PartNames
  readonly months: number
}

export function newEmployeePage(
  unit: Pick<RosterUnit, 'satkerId' | 'satkerName'>,
  { parts, months }: FormSetting,
  form: FormState = freshForm(),
): EmployeeFormPage {
  const fields = fieldsOf(form, parts)
  const back = { label: 'Pegawai', href: paths.roster(unit.satkerId) }
  return {
    title: 'Tambah pegawai',
    current: 'register',
    crumbs: { links: [registersLink(unit.satkerId), back] },
    action: paths.newEmployee(unit.satkerId),
    version: 0,
    fields,
    summary: errorSummary(form, fields),
    clashes: [],
    backHref: back.href,
    note: retention(months),
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editEmployeePage(
  employee: SeenEmployee,
  { parts, months }: FormSetting,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): EmployeeFormPage {
  const shown = form ?? freshForm(valuesOf(employee))
  const fields = fieldsOf(shown, parts)
  const own = { label: employee.name, href: paths.employee(employee.id) }
  return {
    title: 'Ubah data pegawai',
    current: 'register',
    crumbs: {
      links: [
        registersLink(employee.satkerId),
        { label: 'Pegawai', href: paths.roster(employee.satkerId) },
        own,
      ],
    },
    action: paths.editEmployee(employee.id),
    version: clash || !form ? employee.version : Number(form.values['version'] ?? employee.version),
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, valuesOf(employee)) : [],
    backHref: own.href,
    note: retention(months),
    removal: removalOf(employee),
  }
}

const valuesOf = (one: SeenEmployee) => ({
  name: one.name,
  nip: one.nip === null ? '' : formatNip(one.nip),
  position: one.position,
  frontLine: one.frontLine ? 'ya' : '',
  pokja: one.pokja,
  agentFrom: one.agentFrom ?? '',
  agentUntil: one.agentUntil ?? '',
  joinedOn: one.joinedOn,
  leftOn: one.leftOn ?? '',
})

const removalOf = (employee: SeenEmployee): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat orang?',
  text: 'Penghapusan menghilangkan baris ini beserta hitungannya dan tidak dapat dibatalkan. Bagi pegawai yang pindah atau pensiun, isi hari terakhirnya.',
  action: paths.employeeRemoval(employee.id),
  submit: 'Hapus catatan',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.employee(employee.id) },
})

function fieldsOf(form: FormState, parts: PartNames): Field[] {
  return [
    textField(form, 'name', { label: 'Nama', maxlength: 120, hint: 'Dengan gelar.' }),
    textField(form, 'nip', {
      label: 'NIP',
      required: false,
      inputmode: 'numeric',
      maxlength: 30,
      hint: '18 angka. Di luar administrasi hanya empat angka terakhir yang tampil.',
    }),
    textField(form, 'position', { label: 'Jabatan', maxlength: 120 }),
    checkField(form, 'frontLine', {
      label: 'Garis depan',
      hint: 'Melayani pengguna layanan secara langsung.',
    }),
    selectField(form, 'pokja', {
      label: 'Pokja',
      required: false,
      prompt: 'Di luar pokja',
      choices: [...parts].map(([value, label]) => ({ value, label })),
    }),
    dateField(form, 'joinedOn', { label: 'Masuk', hint: 'Hari masuk di satker ini.' }),
    dateField(form, 'leftOn', {
      label: 'Hari terakhir',
      required: false,
      hint: 'Bila pindah, pensiun, atau berhenti.',
    }),
    dateField(form, 'agentFrom', {
      label: 'Agen perubahan sejak',
      required: false,
      hint: 'Menurut surat keputusannya; kosong bila bukan agen perubahan.',
    }),
    dateField(form, 'agentUntil', { label: 'Agen perubahan sampai', required: false }),
  ]
}
