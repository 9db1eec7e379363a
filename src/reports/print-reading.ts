import { points } from './printed-numbers'
import type { Note, PrintedReadiness } from './printed-readiness'
import type { ReadinessReport } from './readiness-report'

/** How to read the report: what each word counts, and how numbers were rounded. */
export function printReading(report: ReadinessReport): PrintedReadiness['reading'] {
  return {
    heading: 'Cara membaca',
    notes: [...NOTES, gateNote(report), ...closingNotes(report)],
    replaced: 'Tanda □ menggantikan huruf atau lambang yang tidak ada pada huruf cetak laporan ini.',
  }
}

const NOTES: readonly Note[] = [
  {
    term: 'Diklaim',
    text: 'adalah bobot subkriteria dikali rata-rata nilai jawabannya. Pertanyaan yang belum dijawab atau bertentangan dihitung nol.',
  },
  {
    term: 'Terbukti',
    text: 'adalah hitungan yang sama, dengan tiap nilai dibatasi oleh bagian tahap yang ditunjukkan buktinya. Jawaban tanpa bukti dihitung nol; jawaban yang hanya berdokumen atau belum menunjukkan hasil paling tinggi setengah.',
  },
]

function gateNote({ areaGates }: ReadinessReport): Note {
  const areas =
    areaGates === 'joint'
      ? 'Ambang area dihitung atas Pemenuhan dan Reform bersama.'
      : 'Ambang area dihitung atas Pemenuhan dan Reform masing-masing.'
  return {
    term: 'Ambang',
    text: `harus terpenuhi semuanya; satu ambang yang gagal menggugurkan predikat berapa pun nilai totalnya. ${areas}`,
  }
}

function closingNotes({ figures, sha256 }: ReadinessReport): readonly Note[] {
  const notes: Note[] = [
    {
      term: 'Pembulatan.',
      text: 'Semua angka dihitung tepat dan baru dibulatkan saat dicetak, jadi jumlah kolom dapat berbeda pada angka terakhir.',
    },
    {
      term: 'Buku kerja resmi',
      text: `menghitung rata-rata dari pertanyaan yang dijawab saja. Menurut cara itu nilai total yang diklaim ${points(figures.spreadsheet)}.`,
    },
    {
      term: 'SHA-256',
      text: 'pada indeks bukti adalah dua belas angka pertama sidik tiap berkas; berkas yang diubah menghasilkan sidik lain.',
    },
  ]
  return sha256
    ? [...notes, { term: 'Lembar yang diajukan', text: `terkunci dengan sidik SHA-256 ${sha256}.` }]
    : notes
}
