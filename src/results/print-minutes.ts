import { DOTS, labelled, said, type PrintedLetter } from '../reports/official-document'
import { formatScore } from '../web/format/number'
import type { Outcome } from './outcome'
import {
  printAreas,
  printColumns,
  printDifferences,
  printFrame,
  printRepairs,
  printSeal,
  printSignatory,
  recommendationWord,
} from './print-outcome'

export const MINUTES_NAME = 'Berita Acara Evaluasi'

/** The Berita Acara of the exit meeting: who met, what was found, what both sides sign. */
export function printMinutes(outcome: Outcome): PrintedLetter {
  const { result, assessors, head, chair, draft } = outcome
  const { satkerName, year, instrument } = result.evaluation.assessment
  const city = result.handedIn.satker.city || '.'.repeat(24)
  const seated = (seat: string) => assessors.find(one => one.seat === seat) ?? null
  return {
    ...printFrame(outcome, MINUTES_NAME),
    title: 'Berita Acara Evaluasi Pembangunan Zona Integritas',
    number: `Nomor: ${DOTS}`,
    meta: [
      labelled('Satuan kerja', satkerName),
      labelled('Siklus', String(year)),
      labelled('Instrumen', instrument.basis.short),
      labelled('Status', draft ? 'DRAF' : 'Final'),
    ],
    opening: [
      `Pada hari ini, ${'.'.repeat(16)}, tanggal ${'.'.repeat(32)}, bertempat di ${city}, tim penilai internal dan satuan kerja membahas hasil evaluasi pembangunan Zona Integritas ${satkerName} siklus ${year}.`,
    ],
    blocks: [
      {
        id: 'hadir',
        heading: 'Yang hadir',
        paragraphs: [],
        table: {
          sum: false,
          columns: [
            { label: 'Nama', num: false, width: 6 },
            { label: 'Kedudukan', num: false, width: 6 },
            { label: 'Pihak', num: false, width: 4 },
          ],
          rows: [
            ...assessors.map(one => [one.name, one.title, 'Tim penilai internal']),
            [head?.name ?? DOTS, head?.title ?? 'Kepala satuan kerja', 'Satuan kerja'],
            [chair?.name ?? DOTS, chair?.title ?? 'Ketua Tim Zona Integritas', 'Satuan kerja'],
          ],
        },
      },
      said(
        'ringkasan',
        'Ringkasan',
        `Nilai yang diklaim satuan kerja ${formatScore(outcome.columns.findLast(one => one.seat === 'satker')?.total ?? result.score.claimed.total)}; nilai yang dinilai ${formatScore(result.score.claimed.total)}. Rekomendasi: ${recommendationWord(outcome)}.`,
      ),
      printColumns(outcome),
      printAreas(outcome),
      printDifferences(outcome, 'Daftar selisih'),
      printRepairs(outcome),
      said(
        'penutup',
        'Penutup',
        'Berita Acara ini dibuat dengan sebenarnya dan ditandatangani kedua pihak.',
        ...printSeal(outcome),
      ),
    ],
    signatures: {
      heading: 'Tanda tangan',
      intro: draft ? 'Dokumen ini masih DRAF dan belum ditandatangani.' : '',
      people: [
        printSignatory(['Satuan kerja,', `${head?.title ?? 'Kepala satuan kerja'},`], head, draft),
        printSignatory(['Tim penilai internal,', 'Ketua tim,'], seated('lead'), draft),
        printSignatory([`${chair?.title ?? 'Ketua Tim Zona Integritas'},`], chair, draft),
        printSignatory(['Anggota tim,'], seated('member'), draft),
        printSignatory(['Mengetahui,', 'Pengendali teknis,'], seated('controller'), draft),
      ],
    },
    annex: [],
  }
}
