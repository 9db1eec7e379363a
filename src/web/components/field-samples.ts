import type { FormState } from '../form'
import { errorSummary, type ErrorSummary } from './error-summary'
import type { Field } from './field'
import {
  checkboxesField,
  checkField,
  dateField,
  fileField,
  numberField,
  passwordField,
  radioField,
  selectField,
  textAreaField,
  textField,
} from './fields'
import type { Confirm } from './panels'

export interface FieldSamples {
  readonly fields: readonly Field[]
  readonly refused: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly confirm: Confirm
}

const FILLED: FormState = {
  values: {
    name: 'Dialog pemohon paspor',
    happened: '2026-01-12',
    note: 'Sembilan dari 12 target sudah dikaitkan; sisanya administrasi.',
    nature: 'trace',
    stages: ['implementation'],
    access: 'terbatas',
    sure: 'ya',
  },
  errors: {},
}

const REFUSED: FormState = {
  values: { agents: 'tujuh', happened2: '2027-02-01' },
  errors: {
    agents: 'Isi dengan bilangan bulat, misalnya 7.',
    happened2: 'Tanggal ini di luar siklus 2026.',
    access2: 'Pilih salah satu yang tersedia.',
  },
}

const ACCESS = [
  { value: 'biasa', label: 'Biasa' },
  { value: 'terbatas', label: 'Terbatas', hint: 'Untuk dokumen pelapor dan pengaduan.' },
]

export function fieldSamples(): FieldSamples {
  const refused = [
    numberField(REFUSED, 'agents', { label: 'Jumlah agen perubahan' }),
    dateField(REFUSED, 'happened2', { label: 'Tanggal peristiwa', hint: 'Bukan tanggal unggah.' }),
    radioField(REFUSED, 'access2', { label: 'Akses', choices: ACCESS }),
  ]
  return {
    fields: [
      textField(FILLED, 'name', { label: 'Judul bukti', maxlength: 200 }),
      dateField(FILLED, 'happened', { label: 'Tanggal peristiwa', hint: 'Bukan tanggal unggah.' }),
      passwordField(FILLED, 'secret', { label: 'Kata sandi', autocomplete: 'current-password' }),
      selectField(FILLED, 'nature', {
        label: 'Sifat',
        prompt: 'Pilih sifat',
        choices: [
          { value: 'formal', label: 'Formal' },
          { value: 'trace', label: 'Kegiatan' },
        ],
      }),
      textAreaField(FILLED, 'note', { label: 'Catatan', required: false }),
      fileField(FILLED, 'file', {
        label: 'Berkas',
        hint: 'PDF, gambar, video, atau dokumen Office. Hitamkan nama pelapor.',
        multiple: true,
      }),
      radioField(FILLED, 'access', { label: 'Akses', choices: ACCESS }),
      checkboxesField(FILLED, 'stages', {
        label: 'Tahap yang ditunjukkan',
        choices: [
          { value: 'planning', label: 'Rencana' },
          { value: 'implementation', label: 'Pelaksanaan' },
        ],
      }),
      checkField(FILLED, 'sure', { label: 'Saya sudah memeriksa isinya' }),
    ],
    refused,
    summary: errorSummary(REFUSED, refused),
    confirm: {
      tone: 'warn',
      lead: 'Ajukan dengan 17 tanda yang belum dijelaskan?',
      text: 'Setelah diajukan, lembar ini tidak dapat diubah.',
      action: '#ajukan',
      submit: 'Ajukan penilaian',
      destructive: false,
      hidden: [{ name: 'versi', value: '3' }],
      fields: [],
      cancel: { label: 'Periksa tanda', href: '#tanda' },
    },
  }
}
