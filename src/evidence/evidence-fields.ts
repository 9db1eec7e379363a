import { EVIDENCE_NATURES, EVIDENCE_STAGES, type EvidenceStage } from '../engine/instrument/instrument'
import { evidenceKinds, fileKinds } from '../storage/file-kinds'
import { NATURE_WORDS, STAGE_WORDS } from '../web/components/evidence'
import type { Choice, Field } from '../web/components/field'
import {
  checkboxesField,
  dateField,
  fileField,
  radioField,
  textAreaField,
  textField,
} from '../web/components/fields'
import type { FormState } from '../web/form'
import { formatBytes } from '../web/format/number'

const NATURE_HINTS = {
  formal:
    'Kertas yang memutuskan, memerintahkan, mengundang, atau melaporkan: SK, SOP, undangan, notula, laporan.',
  trace: 'Yang tertinggal dari kegiatan: foto, daftar hadir, log, tangkapan layar, tanda terima, publikasi.',
  outcome:
    'Bahwa sesuatu berubah: angka sebelum dan sesudah, target dan realisasi, survei, tanggapan pengguna.',
} as const

const NATURES: readonly Choice[] = EVIDENCE_NATURES.map(nature => ({
  value: nature,
  label: NATURE_WORDS[nature].text,
  hint: NATURE_HINTS[nature],
}))

const ACCESSES: readonly Choice[] = [
  {
    value: 'biasa',
    label: 'Biasa',
    hint: 'Dapat dibuka oleh semua yang boleh membaca penilaian satker ini.',
  },
  {
    value: 'terbatas',
    label: 'Terbatas',
    hint: 'Hanya pokja terkait, ketua tim, kepala satker, dan evaluator yang ditugaskan. Setiap pembukaan dicatat.',
  },
]

/** For `accept`: by extension and by type, so that phones offer their camera and their files. */
export const ACCEPT = evidenceKinds
  .flatMap(kind => [...fileKinds[kind].extensions.map(extension => `.${extension}`), fileKinds[kind].mime])
  .join(',')

export interface UploadWords {
  readonly maxBytes: number
  readonly videoMaxBytes: number
}

/** What may be uploaded, and what to black out before. */
export const uploadHint = (limits: UploadWords): string =>
  `PDF, JPG, PNG, WebP, HEIC, DOCX, XLSX, PPTX paling besar ${formatBytes(limits.maxBytes)}; video MP4 ${formatBytes(limits.videoMaxBytes)}. ` +
  'Hitamkan nama dan identitas pelapor sebelum mengunggah.'

export const filesField = (form: FormState, limits: UploadWords, label = 'Berkas'): Field =>
  fileField(form, 'files', {
    label,
    hint: `Isi berkas, tautan, atau keduanya. ${uploadHint(limits)}`,
    accept: ACCEPT,
    multiple: true,
    oneOfSeveral: true,
  })

export const replacementField = (form: FormState, limits: UploadWords): Field =>
  fileField(form, 'files', { label: 'Berkas pengganti', hint: uploadHint(limits), accept: ACCEPT })

export const linksField = (form: FormState): Field =>
  textAreaField(form, 'links', {
    label: 'Tautan',
    hint: 'Satu alamat per baris, diawali http:// atau https://.',
    rows: 2,
    oneOfSeveral: true,
  })

/** Stages, claim and page of one use; `expected` are the stages that a top answer must show, `[]` for a prerequisite. */
export function useFields(form: FormState, expected: readonly EvidenceStage[], prefix = ''): Field[] {
  const stages = checkboxesField(form, 'stages', {
    label: 'Tahap yang ditunjukkan di sini',
    choices: EVIDENCE_STAGES.map(stage => ({
      value: stage,
      label: expected.includes(stage) ? `${STAGE_WORDS[stage]} (diharapkan)` : STAGE_WORDS[stage],
    })),
    idPrefix: prefix,
  })
  const where = [
    textField(form, 'claim', {
      label: 'Yang dibuktikan, satu baris',
      hint: 'Misalnya: antrean turun dari 40 ke 12 menit.',
      required: false,
      maxlength: 300,
      idPrefix: prefix,
    }),
    textField(form, 'page', {
      label: 'Halaman atau menit',
      hint: 'Misalnya: hal. 4, tabel 2.',
      required: false,
      maxlength: 60,
      idPrefix: prefix,
    }),
  ]
  return expected.length === 0 ? where : [stages, ...where]
}

export const natureField = (form: FormState): Field =>
  radioField(form, 'nature', { label: 'Sifat bukti', choices: NATURES })

export const accessField = (form: FormState): Field =>
  radioField(form, 'access', { label: 'Akses', choices: ACCESSES })

/** When it happened, and what the paper says of itself. */
export const paperFields = (form: FormState): Field[] => [
  dateField(form, 'happenedOn', {
    label: 'Tanggal kejadian',
    hint: 'Tanggal peristiwa atau dokumen, bukan tanggal unggah.',
    required: false,
  }),
  dateField(form, 'happenedUntil', {
    label: 'Sampai tanggal',
    hint: 'Bila berlangsung beberapa hari.',
    required: false,
  }),
  textField(form, 'documentNumber', { label: 'Nomor dokumen', required: false, maxlength: 300 }),
  textField(form, 'issuer', { label: 'Penerbit', required: false, maxlength: 300 }),
]

export const titleField = (form: FormState, hint = ''): Field =>
  textField(form, 'title', { label: 'Judul', hint, required: hint === '', maxlength: 300 })
