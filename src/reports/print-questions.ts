import { proofWords } from '../assessments/step-words'
import type { Contradiction, Flag } from '../engine/scoring/score'
import type { ContradictionRow, FlagRow } from './compose-questions'
import type { StepRow, StepTable } from './compose-steps'
import { gained, points } from './printed-numbers'
import type {
  Listing,
  PrintedContradiction,
  PrintedFlag,
  PrintedReadiness,
  PrintedStep,
} from './printed-readiness'
import { FLAG_WORDS } from '../web/components/evidence'
import { capitalised, enumerated, NATURE_PHRASES, stagesInWords } from './readiness-words'

/** Every flag with what was seen and what would clear it. */
export function printFlags(rows: readonly FlagRow[]): Listing<PrintedFlag> {
  const intro =
    rows.length === 0
      ? 'Tidak ada jawaban bertanda.'
      : `${rows.length} tanda. Tanda adalah pertanyaan bagi satker, bukan putusan; jawaban dan nilai yang diklaim tidak berubah.`
  return {
    heading: 'Jawaban bertanda',
    intro,
    columns: ['Kode', 'Pertanyaan', 'Jawaban', 'Tanda', 'Yang terlihat', 'Yang diperlukan'],
    rows: rows.map(({ code, text, answer, flag }) => ({
      code,
      text,
      answer: typeof answer === 'string' ? answer : points(answer),
      kind: FLAG_WORDS[flag.kind],
      seen: seenWords(flag.seen),
      toClear: `${capitalised(proofWords(flag.toClear))}.`,
    })),
  }
}

function seenWords({ pieces, natures, shown }: Flag['seen']): string {
  if (pieces === 0) return 'Belum ada bukti yang dihitung.'
  const kinds = enumerated(natures.map(nature => NATURE_PHRASES[nature]))
  const stages = shown.length === 0 ? 'tanpa tahap yang diminta' : `tahap ${stagesInWords(shown)}`
  return `${pieces} bukti ${kinds}; ${stages}.`
}

/** Inputs that contradict each other, with the numbers typed. */
export function printContradictions(rows: readonly ContradictionRow[]): Listing<PrintedContradiction> {
  return {
    heading: 'Isian yang bertentangan',
    intro: 'Belum dihitung dan menahan pengesahan sampai dibetulkan.',
    columns: ['Kode', 'Pertanyaan', 'Isian'],
    rows: rows.map(({ code, text, contradiction }) => ({
      code,
      text,
      seen: contradictionWords(contradiction),
    })),
  }
}

function contradictionWords({ kind, numerator, denominator }: Contradiction): string {
  const [part, whole] = [numerator, denominator].map(count => points(count).replace(/,00$/, ''))
  return kind === 'part-above-whole'
    ? `Bagian ${part} melebihi keseluruhan ${whole}.`
    : `Pembilang ${part}, padahal penyebutnya 0.`
}

/** The steps to one predicate on the substantiated score. */
export function printSteps(table: StepTable): PrintedReadiness['steps'][number] {
  const unreachable = enumerated(table.unreachable)
  return {
    heading: `Langkah menuju ${table.predicate}`,
    intro: stepsIntro(table),
    columns: ['No.', 'Kode', 'Langkah', 'Penanggung jawab', 'Tambahan', 'Total'],
    rows: table.rows.map(printStep),
    after: unreachable && `Tidak tercapai dengan langkah apa pun: ${unreachable}.`,
  }
}

function stepsIntro({ rows, predicate, unreachable }: StepTable): string {
  if (rows.length > 0) {
    return `Paling sedikit ${rows.length} langkah agar nilai terbukti memenuhi ambang ${predicate}${unreachable.length > 0 ? ' yang dapat dicapai' : ''}. Total dihitung beruntun.`
  }
  return unreachable.length > 0 ? '' : `Nilai terbukti sudah memenuhi semua ambang ${predicate}.`
}

function printStep(row: StepRow, index: number): PrintedStep {
  const closes = row.closes.length > 0 ? ` Memenuhi ambang ${enumerated(row.closes)}.` : ''
  return {
    number: String(index + 1),
    code: row.code,
    text: row.text,
    action: `${row.action}.${closes}`,
    responsible: row.responsible || '–',
    gain: gained(row.step.gain),
    total: points(row.total),
  }
}
