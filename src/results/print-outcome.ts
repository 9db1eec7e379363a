import { formatNip } from '../web/format/person'
import { formatScore } from '../web/format/number'
import { formatInstant } from '../web/format/date'
import { sub, ZERO } from '../engine/exact'
import { SEAT_WORDS } from '../evaluation/seat-words'
import { DOTS, type PrintedBlock, type PrintedLetter } from '../reports/official-document'
import type { PrintedSignature } from '../reports/printed-readiness'
import type { Signatory } from '../reports/readiness-facts'
import type { Outcome } from './outcome'
import { changeWord, resultAreas, resultGates, resultPrerequisites } from './result-tables'
import { printedSealCode } from './seal-key'
import { RECOMMENDATION_WORDS } from './recommendation-rules'

type Frame = Pick<
  PrintedLetter,
  | 'documentTitle'
  | 'author'
  | 'draft'
  | 'draftWord'
  | 'runningHead'
  | 'foot'
  | 'letterhead'
  | 'address'
  | 'logo'
  | 'generatedAt'
>

/** What stands around a letter: the head of the inspectorate, DRAF until it is final, then the seal on every page. */
export function printFrame(outcome: Outcome, name: string): Frame {
  const { inspectorate, draft, seal, generatedAt } = outcome
  const { satkerName, year, timeZone } = outcome.result.evaluation.assessment
  const [organisation, ...lines] =
    inspectorate.letterhead.lines.length > 0 ? inspectorate.letterhead.lines : [inspectorate.name]
  return {
    documentTitle: `${name} ${satkerName} ${year}`,
    author: inspectorate.name,
    draft,
    draftWord: 'DRAF',
    runningHead: `${name} · ${satkerName} · ${year}`,
    foot: seal
      ? { left: `Segel ${printedSealCode(seal.code)}`, middle: seal.address }
      : { left: 'DRAF, belum final', middle: `Dibuat ${formatInstant(generatedAt, timeZone)}` },
    letterhead: {
      organisation: organisation ?? inspectorate.name,
      lines,
      logoAlt: `Logo ${inspectorate.name}`,
    },
    address: seal?.address ?? '',
    logo: inspectorate.logo,
    generatedAt,
  }
}

/** Each worksheet with its totals. */
export function printColumns({ columns, result }: Outcome): PrintedBlock {
  const { instrument, timeZone } = result.evaluation.assessment
  return {
    id: 'kolom',
    heading: 'Nilai setiap lembar',
    paragraphs: [],
    table: {
      sum: false,
      columns: [
        { label: 'Lembar', num: false, width: 3 },
        { label: 'Diserahkan oleh', num: false, width: 6 },
        ...instrument.sections.map(({ name }) => ({ label: name, num: true, width: 2 })),
        { label: 'Nilai total', num: true, width: 2 },
      ],
      rows: columns.map(({ seat, round, person, at, components, total }) => [
        `${SEAT_WORDS[seat].column}, putaran ${round}`,
        `${person}, ${formatInstant(at, timeZone)}`,
        ...components.map(value => formatScore(value)),
        formatScore(total),
      ]),
    },
  }
}

export function printDifferences({ differences, lost }: Outcome, heading: string): PrintedBlock {
  const words =
    differences.length === 0
      ? 'Tidak ada pertanyaan yang nilainya berbeda dari yang diajukan satuan kerja.'
      : `${differences.length} pertanyaan dinilai berbeda dari yang diajukan satuan kerja, bersama-sama ${changeWord(sub(ZERO, lost))} poin. Kehilangan terbesar tercantum dahulu.`
  return {
    id: 'selisih',
    heading,
    paragraphs: [words],
    table:
      differences.length === 0
        ? null
        : {
            sum: false,
            columns: [
              { label: 'Nomor', num: false, width: 2.4 },
              { label: 'Pertanyaan', num: false, width: 7 },
              { label: 'Diklaim', num: false, width: 1.6 },
              { label: 'Dinilai', num: false, width: 1.6 },
              { label: 'Poin', num: true, width: 1.5 },
              { label: 'Alasan', num: false, width: 6 },
            ],
            rows: differences.map(({ code, text, from, to, lost: points, reason, by }) => [
              code,
              text,
              from,
              to,
              changeWord(sub(ZERO, points)),
              [reason, by && `(${by})`].filter(Boolean).join(' '),
            ]),
          },
  }
}

export function printRepairs({ repairs }: Outcome): PrintedBlock {
  return {
    id: 'perbaikan',
    heading: 'Perbaikan yang disepakati',
    paragraphs: repairs.length === 0 ? ['Lembar kerja tidak dikembalikan untuk diperbaiki.'] : [],
    table:
      repairs.length === 0
        ? null
        : {
            sum: false,
            columns: [
              { label: 'Nomor', num: false, width: 2.4 },
              { label: 'Pertanyaan', num: false, width: 6 },
              { label: 'Catatan penilai', num: false, width: 5 },
              { label: 'Jawaban satuan kerja', num: false, width: 5 },
            ],
            rows: repairs.map(({ code, text, note, reply }) => [code, text, note, reply || '–']),
          },
  }
}

export function printAreas({ result }: Outcome): PrintedBlock {
  return {
    id: 'area',
    heading: 'Nilai per area',
    paragraphs: [],
    table: {
      sum: true,
      columns: [
        { label: 'Area', num: false, width: 8 },
        ...['Bobot', 'Diklaim', 'Dinilai', 'Selisih'].map(label => ({ label, num: true, width: 2 })),
      ],
      rows: resultAreas(result).map(row => [row.title, row.weight, row.claimed, row.evaluated, row.change]),
    },
  }
}

export const printGates = ({ result }: Outcome): PrintedBlock[] =>
  resultGates(result).map(({ predicate, label, rows }, place) => ({
    id: `ambang-${place}`,
    heading: `Ambang ${predicate}`,
    paragraphs: [`${label}.`],
    table: {
      sum: false,
      columns: [
        { label: 'Ambang', num: false, width: 8 },
        { label: 'Dinilai', num: true, width: 2 },
        { label: 'Ambang', num: true, width: 2 },
        { label: 'Keadaan', num: false, width: 3 },
      ],
      rows: rows.map(row => [row.title, row.evaluated, row.minimum, row.status.text]),
    },
  }))

export function printPrerequisites({ result }: Outcome): PrintedBlock[] {
  const rows = resultPrerequisites(result)
  if (rows.length === 0) return []
  const predicates = result.evaluation.assessment.instrument.predicates.map(({ id }) => id)
  return [
    {
      id: 'syarat',
      heading: 'Prasyarat di luar nilai',
      paragraphs: [],
      table: {
        sum: false,
        columns: [
          { label: 'Prasyarat', num: false, width: 9 },
          ...predicates.map(label => ({ label, num: false, width: 3 })),
        ],
        rows: rows.map(({ text, verdicts }) => [
          text,
          ...predicates.map(id => verdicts.find(one => one.predicate === id)?.status.text ?? '–'),
        ]),
      },
    },
  ]
}

export const recommendationWord = ({ result }: Outcome): string =>
  result.recommendation ? RECOMMENDATION_WORDS[result.recommendation.recommendation] : 'Belum ditetapkan'

/** Names stand under the line at once; a draft leaves the NIP open. */
export function printSignatory(
  lines: readonly string[],
  person: Signatory | null,
  draft: boolean,
): PrintedSignature {
  const nip = person && !draft && person.nip ? formatNip(person.nip) : DOTS
  return { lines, name: person?.name ?? DOTS, nip: `NIP ${nip}` }
}

/** What the seal is, in the words of the letter; nothing while it is a draft. */
export function printSeal({ seal, result }: Outcome): string[] {
  if (!seal) return []
  return [
    `Hasil ini disegel ${formatInstant(seal.at, result.evaluation.assessment.timeZone)} dengan kode ${printedSealCode(seal.code)}. Keasliannya diperiksa di ${seal.address}.`,
    `SHA-256: ${seal.hash}`,
  ]
}
