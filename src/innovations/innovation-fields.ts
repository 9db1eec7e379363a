import type { PartNames } from '../accounts/part-names'
import { areasField } from '../registers/support-facts'
import type { AgentOfChange } from '../roster/employee-facts'
import type { Field } from '../web/components/field'
import {
  checkboxesField,
  dateField,
  numberField,
  radioField,
  selectField,
  textAreaField,
  textField,
} from '../web/components/fields'
import type { FormState, FormValues } from '../web/form'
import { formatShortDate } from '../web/format/date'
import { typedNumber } from '../web/number-facts'
import type { InnovationDraft } from './innovation-facts'
import { ATM_WORDS, DIRECTION_WORDS } from './innovation-words'
import { MOST_COPIES } from './innovation.form'

/** A group of fields under one heading. */
export interface FieldGroup {
  readonly heading: string
  readonly note: string
  /** Two fields beside each other where there is room. */
  readonly paired: boolean
  readonly fields: readonly Field[]
}

/** The form in its groups. `copies` is how many rows of replications it shows. */
export function innovationFields(
  form: FormState,
  { parts, agents, copies }: { parts: PartNames; agents: readonly AgentOfChange[]; copies: number },
): FieldGroup[] {
  return [
    { heading: 'Inovasi dan kebutuhannya', note: '', paired: false, fields: needFields(form, parts) },
    {
      heading: 'Amati, tiru, modifikasi',
      note: 'Kosongkan bila gagasannya sendiri.',
      paired: false,
      fields: atmFields(form),
    },
    {
      heading: 'Pengukuran',
      note: 'Ukur hal yang sama dengan cara yang sama, sebelum dan sesudah.',
      paired: true,
      fields: measureFields(form),
    },
    { heading: 'Pemakaian', note: '', paired: true, fields: useFields(form, copies) },
    {
      heading: 'Perubahan oleh agen perubahan',
      note: 'Menjadi usulan jawaban pada pertanyaan tentang agen perubahan.',
      paired: true,
      fields: agentFields(form, agents),
    },
  ]
}

function needFields(form: FormState, parts: PartNames): Field[] {
  return [
    textField(form, 'name', { label: 'Nama inovasi', maxlength: 200 }),
    textAreaField(form, 'need', {
      label: 'Kebutuhan atau masalah',
      rows: 3,
      maxlength: 1000,
      hint: 'Apa yang tidak beres sebelum inovasi ini, dan bagi siapa.',
    }),
    textField(form, 'proofLink', {
      label: 'Tautan bukti kebutuhan',
      required: false,
      type: 'url',
      maxlength: 500,
      hint: 'Alamat https:// di luar register. Entri register dipilih di halaman inovasi setelah disimpan.',
    }),
    dateField(form, 'startedOn', { label: 'Mulai' }),
    dateField(form, 'endedOn', { label: 'Hari terakhir', required: false, hint: 'Bila sudah dihentikan.' }),
    areasField(form, parts),
  ]
}

function atmFields(form: FormState): Field[] {
  return [
    selectField(form, 'atm', {
      label: 'Cara',
      required: false,
      prompt: 'Gagasan sendiri',
      choices: Object.entries(ATM_WORDS).map(([value, label]) => ({ value, label })),
    }),
    textField(form, 'sourceUnit', { label: 'Unit asal', required: false, maxlength: 200 }),
    textAreaField(form, 'modification', {
      label: 'Yang dimodifikasi',
      required: false,
      rows: 2,
      maxlength: 500,
    }),
  ]
}

function measureFields(form: FormState): Field[] {
  return [
    textField(form, 'indicator', {
      label: 'Indikator',
      required: false,
      maxlength: 200,
      hint: 'Misalnya lama antrean rata-rata.',
    }),
    textField(form, 'unit', { label: 'Satuan', required: false, maxlength: 40, hint: 'Misalnya menit.' }),
    radioField(form, 'better', {
      label: 'Arah',
      choices: Object.entries(DIRECTION_WORDS).map(([value, label]) => ({ value, label })),
    }),
    numberField(form, 'beforeValue', { label: 'Nilai sebelum', required: false, decimals: true }),
    dateField(form, 'beforeOn', { label: 'Sebelum diukur pada', required: false }),
    numberField(form, 'afterValue', { label: 'Nilai sesudah', required: false, decimals: true }),
    dateField(form, 'afterOn', { label: 'Sesudah diukur pada', required: false }),
  ]
}

function useFields(form: FormState, copies: number): Field[] {
  return [
    textField(form, 'usedBy', {
      label: 'Pengguna',
      required: false,
      maxlength: 300,
      hint: 'Siapa yang memakainya, misalnya pemohon paspor lansia.',
    }),
    numberField(form, 'users', { label: 'Jumlah pengguna', required: false }),
    ...Array.from({ length: copies }, (_, place) => [
      textField(form, `copies.${place}.unit`, {
        label: `Direplikasi oleh, unit ${place + 1}`,
        required: false,
        maxlength: 200,
      }),
      dateField(form, `copies.${place}.on`, {
        label: `Tanggal replikasi unit ${place + 1}`,
        required: false,
      }),
    ]).flat(),
  ]
}

function agentFields(form: FormState, agents: readonly AgentOfChange[]): Field[] {
  return [
    ...(agents.length > 0
      ? [
          checkboxesField(form, 'agents', {
            label: 'Agen perubahan yang membuatnya',
            required: false,
            choices: agents.map(({ id, name, agentFrom, agentUntil }) => ({
              value: id,
              label: name,
              hint: `Sejak ${formatShortDate(agentFrom)}${agentUntil === null ? '' : ` sampai ${formatShortDate(agentUntil)}`}`,
            })),
          }),
        ]
      : []),
    dateField(form, 'integratedOn', {
      label: 'Bagian sistem manajemen sejak',
      required: false,
      hint: 'Bila sudah ditetapkan dalam SOP, keputusan, atau aplikasi.',
    }),
    textField(form, 'integration', {
      label: 'Ditetapkan dengan',
      required: false,
      maxlength: 300,
      hint: 'Dokumen dan nomornya.',
    }),
  ]
}

/** How many rows of replications a form shows: what stands or was typed, and one more. */
export function copyRows(standing: number, values: FormValues): number {
  const typed = Object.entries(values).flatMap(([name, value]) => {
    const place = /^copies\.(\d+)\./.exec(name)?.[1]
    return place !== undefined && value !== '' ? [Number(place) + 1] : []
  })
  return Math.min(MOST_COPIES, Math.max(standing, ...typed) + 1)
}

/** What stands, as a form holds it. */
export const valuesOf = (one: InnovationDraft): FormValues => ({
  name: one.name,
  need: one.need,
  proofLink: one.proofLink,
  startedOn: one.startedOn,
  endedOn: one.endedOn ?? '',
  areas: one.areas,
  atm: one.atm,
  sourceUnit: one.sourceUnit,
  modification: one.modification,
  indicator: one.indicator,
  unit: one.unit,
  better: one.better,
  beforeValue: typedNumber(one.beforeValue),
  beforeOn: one.beforeOn ?? '',
  afterValue: typedNumber(one.afterValue),
  afterOn: one.afterOn ?? '',
  usedBy: one.usedBy,
  users: one.users === null ? '' : String(one.users),
  agents: one.agents,
  integratedOn: one.integratedOn ?? '',
  integration: one.integration,
  ...Object.fromEntries(
    one.copies.flatMap(({ unit, on }, place) => [
      [`copies.${place}.unit`, unit],
      [`copies.${place}.on`, on],
    ]),
  ),
})
