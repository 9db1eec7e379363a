import type { Question } from '../engine/instrument/instrument'
import { compare, mul, ratio } from '../engine/exact'
import type { QuestionScore } from '../engine/scoring/score'
import { FLAG_WORDS, NATURE_WORDS, STAGE_WORDS } from '../web/components/evidence'
import { formatPart, formatPercent, formatScore } from '../web/format/number'

export interface WhyFact {
  readonly label: string
  readonly text: string
}

/** Why a question carries what it carries: its share, the value and its rule, what the evidence shows. */
export function whyFacts(question: Question, scored: QuestionScore, section: string): WhyFact[] {
  const { share, value, substantiatedValue } = scored
  return [
    { label: 'Bagian dari total', text: `${formatScore(share)} dari 100 poin, dalam ${section}` },
    { label: 'Nilai', text: valueText(question, scored) },
    {
      label: 'Bukti menunjukkan',
      text: coverageText(scored),
    },
    { label: 'Belum terlihat', text: lackingText(scored) || 'Tidak ada' },
    { label: 'Diklaim', text: `${formatScore(mul(share, value))} poin` },
    {
      label: 'Terbukti',
      text: `${formatScore(mul(share, substantiatedValue))} poin, yaitu yang lebih kecil antara nilai dan cakupan bukti`,
    },
  ]
}

/** Why the share lies below that of the stages: a flag lets evidence carry an answer by half at most. */
function capText({ flags, coverage: { expected, shown, share } }: QuestionScore): string {
  const [flag] = flags
  if (!flag || shown.length === 0 || compare(share, ratio(shown.length, expected.length)) >= 0) return ''
  return `, tetapi ${FLAG_WORDS[flag].toLowerCase()}: paling tinggi setengah`
}

/** What the value is and the rule that gave it. */
export function valueText(question: Question, { state, value, rule }: QuestionScore): string {
  if (state === 'contradictory') return 'Belum dihitung: angkanya bertentangan'
  if (state !== 'answered') return 'Belum dijawab, dihitung 0'
  const by: Readonly<Record<NonNullable<typeof rule>, string>> = {
    scale: 'menurut kriteria yang dipilih',
    ratio: 'hasil bagi angka yang diisi',
    reduction: 'penurunan dibagi angka tahun lalu',
    index: 'indeks dibagi puncak skalanya',
    'zero-rule': question.kind === 'ratio' ? question.zeroRule.text : '',
  }
  return `${formatScore(value)}, ${rule ? by[rule] : ''}`
}

/** How many of the stages that are asked for the evidence shows. */
export function coverageText(scored: QuestionScore): string {
  const { expected, shown, share } = scored.coverage
  return expected.length === 0
    ? 'Tidak ada tahap yang diminta'
    : `${formatPart(shown.length, expected.length)} tahap${capText(scored)} (${formatPercent(share)})`
}

/** Stages and nature that are still to be shown; `''` when nothing is. */
export function lackingText({ coverage }: QuestionScore): string {
  const stages = coverage.missing.map(stage => STAGE_WORDS[stage])
  const nature = coverage.missingNature
    ? [`bukti bersifat ${NATURE_WORDS[coverage.missingNature].text.toLowerCase()}`]
    : []
  return [...stages, ...nature].join(', ')
}
