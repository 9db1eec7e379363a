import { freshForm } from '../form'
import { markDifferences, type Conflict } from './conflict'
import { coverageDots, evidenceKind, FLAG_WORDS, type CoverageDots, type EvidenceList } from './evidence'
import { numberField } from './fields'
import type { Counts, Empty, OptionRow, Progress, Steps } from './panels'
import { pagination, type Pagination } from './pagination'
import type { Pills } from './pills'

export interface WorkSamples {
  readonly options: readonly OptionRow[]
  readonly coverage: CoverageDots
  readonly evidence: EvidenceList
  readonly noEvidence: EvidenceList
  readonly flags: readonly { readonly lead: string; readonly text: string }[]
  readonly counts: Counts
  readonly refusedCounts: Counts
  readonly conflict: Conflict
  readonly pills: Pills
  readonly empty: Empty
  readonly progress: Progress
  readonly pages: Pagination | null
  readonly steps: Steps
}

export function workSamples(): WorkSamples {
  return {
    options: OPTIONS,
    coverage: coverageDots(
      ['planning', 'implementation', 'monitoring', 'follow_up', 'impact'],
      ['planning', 'implementation'],
    ),
    evidence: EVIDENCE,
    noEvidence: { rows: [], refused: [] },
    flags: [
      {
        lead: FLAG_WORDS['document-only'],
        text: 'Semua bukti berupa dokumen formal. Tambahkan jejak kegiatan.',
      },
      { lead: FLAG_WORDS.unsupported, text: 'Nilai diisi, bukti belum ada.' },
      { lead: FLAG_WORDS['no-outcome'], text: 'Tunjukkan angka sebelum dan sesudah.' },
    ],
    counts: counts('5', '7', 'Nilai 5 ÷ 7', '0,71', ''),
    refusedCounts: counts(
      '4',
      '0',
      'Nilai',
      'Belum dihitung',
      'Angka bertentangan: 4 perubahan masuk sistem, tetapi jumlah perubahan diisi 0.',
    ),
    conflict: conflict(),
    pills: PILLS,
    empty: {
      title: 'Belum ada bukti untuk pertanyaan ini',
      text: 'Jawaban tetap tersimpan, tetapi nilai terbuktinya nol.',
      action: { label: 'Unggah bukti', href: '#unggah', icon: 'upload' },
    },
    progress: { label: 'Area 1 terjawab', text: '13 dari 16', value: 13, max: 16 },
    pages: pagination({ page: 2, pageSize: 50, total: 1000, hrefOf: page => `#halaman-${page}` }),
    steps: STEPS,
  }
}

const OPTIONS: readonly OptionRow[] = [
  ['A', 'Monev berlangsung rutin dengan keterlibatan pimpinan.'],
  ['B', 'Pimpinan ikut dalam monev, tetapi waktunya tidak rutin.'],
  ['C', 'Monev tidak rutin dan pimpinan tidak ikut serta.'],
].map(([key = '', criterion = '']) => ({
  id: `opsi-${key}`,
  name: 'opsi',
  value: key,
  key,
  criterion,
  checked: key === 'B',
  disabled: false,
}))

const EVIDENCE: EvidenceList = {
  rows: [
    {
      href: '#b1',
      name: 'Laporan monev ZI Januari–Februari.pdf',
      icon: 'doc',
      kind: evidenceKind('formal', ['monitoring']),
      restricted: false,
    },
    {
      href: '#b2',
      name: 'Dialog pemohon paspor 6 Februari (foto dan daftar hadir)',
      icon: 'people',
      kind: evidenceKind('trace', ['implementation']),
      restricted: false,
    },
    {
      href: '#b3',
      name: 'Penanganan pengaduan triwulan I.pdf',
      icon: 'chart',
      kind: evidenceKind('outcome', ['impact']),
      restricted: true,
    },
  ],
  refused: ['Denah.exe ditolak: jenis berkas tidak diizinkan.'],
}

const PILLS: Pills = {
  label: 'Saring pertanyaan',
  items: [
    { label: 'Semua', href: '#semua', icon: '', count: '16', current: true },
    { label: 'Belum dijawab', href: '#belum', icon: 'ring', count: '3', current: false },
    { label: 'Bertanda', href: '#bertanda', icon: 'flag', count: '3', current: false },
  ],
}

const STEPS: Steps = {
  caption: 'Langkah sampai semua ambang tercapai',
  rows: [
    {
      number: '1',
      title: 'Tambahkan bukti pemantauan penanganan pengaduan',
      href: '#s1',
      where: 'Pengawasan · Reform ii.a',
      who: 'Rahma Setyorini',
      gain: '+2,00',
      total: '71,53',
      closes: 'Area 5 terpenuhi',
    },
    {
      number: '2',
      title: 'Tambahkan data pembanding capaian kinerja dua tahun',
      href: '#s2',
      where: 'Hasil · Kinerja',
      who: 'Galih Pranawa',
      gain: '+1,25',
      total: '72,78',
      closes: '',
    },
  ],
}

function counts(changes: string, agents: string, formula: string, result: string, error: string): Counts {
  const form = freshForm({ changes, agents })
  const prefix = error ? 'salah-' : ''
  return {
    inputs: [
      numberField(form, 'changes', { label: 'Jumlah perubahan yang dihasilkan', idPrefix: prefix }),
      numberField(form, 'agents', { label: 'Jumlah agen perubahan', idPrefix: prefix }),
    ],
    formula,
    result,
    error,
  }
}

function conflict(): Conflict {
  const [mine, theirs] = markDifferences(
    'Kepala kantor memimpin apel setiap Senin dan melayani di loket. Kehadiran naik dari 71% ke 96%.',
    'Kepala kantor memimpin apel setiap Senin. Kehadiran naik dari 70% ke 96%, lihat rekap hal. 2.',
  )
  return {
    lead: 'Catatan ini diubah oleh dua orang.',
    text: 'Tidak ada yang hilang; pilih teks yang dipakai.',
    mine: {
      author: 'Teks Anda',
      state: 'belum tersimpan',
      text: mine,
      button: { label: 'Pakai teks saya', name: 'pakai', value: 'saya' },
    },
    theirs: {
      author: 'Teks Bagas Hendrawan',
      state: 'tersimpan 10.41',
      text: theirs,
      button: { label: 'Pakai teks Bagas', name: 'pakai', value: 'tersimpan' },
    },
  }
}
