import { EMPTY_SHELL, type Message } from '../shell'
import type { PageModel } from '../view'
import { chartSamples, type ChartSamples } from './chart-samples'
import { fieldSamples, type FieldSamples } from './field-samples'
import { workSamples, type WorkSamples } from './work-samples'
import { STATUS, gateStatus, savedAt, uploading, type Status } from './status'
import type { Crumbs } from './panels'
import { assessmentTrack, type Track } from './track'
import { exact } from '../../engine/exact'

declare module '../view' {
  interface Views {
    'components/components': ComponentsPage
  }
}

/** Every component in its states: for eyes, axe and screenshots. Names and figures are invented. */
export interface ComponentsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly messages: readonly Message[]
  readonly statusTables: readonly StatusTable[]
  readonly tracks: readonly Track[]
  readonly charts: ChartSamples
  readonly forms: FieldSamples
  readonly work: WorkSamples
}

interface StatusTable {
  readonly caption: string
  readonly rows: readonly { readonly status: Status; readonly meaning: string }[]
}

export function componentsPage(): ComponentsPage {
  return {
    title: 'Komponen dan keadaannya',
    current: 'komponen',
    crumbs: {
      links: [
        { label: 'Kanwil Nusantara Timur', href: '#kanwil' },
        { label: 'Siklus 2026', href: '#siklus' },
      ],
    },
    messages: MESSAGES,
    statusTables: STATUS_TABLES,
    tracks: [
      assessmentTrack('dievaluasi', 1),
      assessmentTrack('dikembalikan', 2),
      assessmentTrack('final', 1),
    ],
    charts: chartSamples(),
    forms: fieldSamples(),
    work: workSamples(),
  }
}

/** The frame of the component page when it is drawn without a session. */
export const COMPONENTS_SHELL = {
  ...EMPTY_SHELL,
  user: { id: 'contoh', name: 'Sari Puspadewi', roleLine: 'Ketua Pokja 1 · Kanim Tanjung Kirana' },
  nav: [
    { key: 'beranda', label: 'Beranda', href: '#beranda' },
    { key: 'lembar', label: 'Lembar kerja', href: '#lembar' },
    { key: 'kurang', label: 'Apa yang kurang', href: '#kurang' },
    { key: 'komponen', label: 'Komponen', href: '#komponen' },
    { key: 'laporan', label: 'Laporan', href: '#laporan' },
  ],
  account: [{ label: 'Akun saya', href: '#akun' }],
  footer: {
    text: 'Siklus 2026 · LKE PermenPANRB 90/2021 · Waktu setempat WIB',
    links: [{ label: 'Panduan', href: '#panduan' }],
  },
}

const MESSAGES: readonly Message[] = [
  {
    tone: 'ok',
    lead: 'Area 3 disahkan.',
    text: 'Anda masih dapat membatalkannya sebelum penilaian diajukan.',
  },
  { tone: 'info', lead: 'Batas pengajuan berubah.', text: 'Menurut surat Sekretariat menjadi 7 April 2026.' },
  { tone: 'warn', lead: 'Tiga bukti bertanggal di luar siklus.', text: 'Periksa tanggal peristiwanya.' },
  {
    tone: 'bad',
    lead: 'Penilaian belum dapat diajukan.',
    text: 'Empat bagian belum disahkan kepala satker.',
  },
  { tone: 'clash', lead: 'Catatan ini diubah oleh dua orang.', text: 'Pilih teks yang dipakai.' },
]

const STATUS_TABLES: readonly StatusTable[] = [
  {
    caption: 'Jawaban dan penyimpanan',
    rows: [
      { status: STATUS.unanswered, meaning: 'Dihitung nol' },
      { status: STATUS.incomplete, meaning: 'Sebagian angka belum diisi' },
      { status: STATUS.contradictory, meaning: 'Tidak dihitung, menghalangi pengajuan' },
      { status: savedAt('10.42'), meaning: 'Sudah di server' },
      { status: uploading(63), meaning: 'Berkas sedang dikirim' },
      { status: STATUS.waiting, meaning: 'Disimpan di peramban' },
      { status: STATUS.unsaved, meaning: 'Ditolak, ada galat' },
      { status: STATUS.conflict, meaning: 'Dua teks, pilih satu' },
      { status: STATUS.toReview, meaning: 'Disalin dari siklus lalu' },
    ],
  },
  {
    caption: 'Ambang dan hal yang dihindari',
    rows: [
      { status: gateStatus({ passes: true, distance: exact('0.11') }), meaning: 'Nilai ≥ ambang' },
      { status: gateStatus({ passes: true, distance: exact(0) }), meaning: 'Nilai = ambang' },
      { status: gateStatus({ passes: false, distance: exact('-1.10') }), meaning: 'Selisih ke ambang' },
      { status: STATUS.safe, meaning: 'Semua ukuran baik' },
      { status: STATUS.caution, meaning: 'Lewat batas pertama' },
      { status: STATUS.danger, meaning: 'Lewat batas kedua' },
      { status: STATUS.tooLittleData, meaning: 'Tidak dinilai' },
    ],
  },
  {
    caption: 'Rekomendasi dan pengesahan',
    rows: [
      { status: STATUS.notStarted, meaning: 'Belum mulai' },
      { status: STATUS.overdue, meaning: 'Belum, lewat batas' },
      { status: STATUS.running, meaning: 'Sedang dikerjakan' },
      { status: STATUS.done, meaning: 'Menurut satker' },
      { status: STATUS.verified, meaning: 'Diperiksa kanwil' },
      { status: STATUS.attested, meaning: 'Oleh kepala satker' },
      { status: STATUS.final, meaning: 'Terkunci' },
    ],
  },
]
