import type { AssessmentContext } from '../assessments/assessment-context'
import { div, isZero, ZERO, type Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { Basis, Gate } from '../engine/scoring/score'
import { why, type Contribution } from '../engine/scoring/why'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import { FLAG_WORDS } from '../web/components/evidence'
import type { Crumbs } from '../web/components/panels'
import { gateStatus, type Status } from '../web/components/status'
import { formatCount, formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { storedValue } from './question-row.page'
import { computedValue } from './value-words'
import { coverageText, lackingText, valueText } from './why.page'
import type { WorksheetContents } from './worksheets.service'

declare module '../web/view' {
  interface Views {
    'worksheets/score-origin': ScoreOriginPage
  }
}

/** Why a section, an area or the total has its score: what each part below gives to it, down to the questions. */
export interface ScoreOriginPage extends PageModel {
  /** The way up. */
  readonly crumbs: Crumbs
  readonly over: string
  readonly figures: readonly { readonly label: string; readonly value: string }[]
  readonly bar: SafeHtml
  /** How it passes its gate of the target, on both readings; nothing where it has none. */
  readonly gates: readonly { readonly label: string; readonly status: Status }[]
  /** How the score comes about, in one sentence. */
  readonly formula: string
  readonly rows: readonly OriginRow[]
}

export interface OriginRow {
  /** How deep below the section of the page, from 1. */
  readonly depth: number
  readonly isQuestion: boolean
  readonly code: string
  readonly title: string
  /** The way down: the section's own page, or the question's. */
  readonly href: string
  readonly weight: string
  readonly claimed: string
  readonly substantiated: string
  /** The rule that gave the value, and what the evidence carries of it. */
  readonly reasons: readonly string[]
  readonly flags: readonly string[]
}

export function scoreOriginPage(
  assessment: AssessmentContext,
  contents: WorksheetContents,
  code: string,
): ScoreOriginPage {
  const { score } = contents
  const origin = why(assessment.instrument, score, code)
  const gateOn = (basis: Basis): Gate | undefined =>
    score[basis].gates.get(assessment.targetPredicate)?.find(gate => gate.section === code)
  const minimum = gateOn('substantiated')?.minimum ?? null
  const below = minimum ? { below: minimum } : {}
  return {
    title: code === 'total' ? 'Asal nilai total' : `Asal nilai ${sectionTitle(assessment.instrument, code)}`,
    current: 'lembar',
    crumbs: { links: above(assessment, code) },
    over: `Lembar kerja mandiri ${assessment.year} · putaran ${assessment.round} · ${assessment.stage}`,
    figures: [
      { label: 'Bobot', value: formatScore(origin.weight) },
      { label: 'Diklaim', value: formatScore(origin.claimed, below) },
      { label: 'Terbukti', value: formatScore(origin.substantiated, below) },
      ...(minimum ? [{ label: `Ambang ${assessment.targetPredicate}`, value: formatScore(minimum) }] : []),
    ],
    bar: proofBar({ ...origin, minimum }, { size: 'large' }),
    gates: [
      ['Atas nilai diklaim', gateOn('claimed')] as const,
      ['Atas nilai terbukti', gateOn('substantiated')] as const,
    ].flatMap(([label, gate]) => (gate ? [{ label, status: gateStatus(gate) }] : [])),
    formula: formulaOf(origin),
    rows: origin.parts.flatMap(part => rowsOf({ assessment, contents }, part, 1)),
  }
}

/** From the total down to what stands above; a joined area stands between its component and its sections. */
function above({ id, instrument }: AssessmentContext, code: string): Crumbs['links'] {
  const { sections, areas } = lookup(instrument)
  const component = code.split('.')[0] ?? ''
  const ancestors = areas.has(code) ? [component] : (sections.get(code)?.ancestors ?? [])
  const area = [...areas.values()].find(one =>
    one.sections.some(section => [code, ...ancestors].includes(section.code)),
  )
  const joined = area && area.code !== code ? [area.code] : []
  const codes = code === 'total' ? [] : ['total', ...ancestors.slice(0, 1), ...joined, ...ancestors.slice(1)]
  return [
    { label: 'Lembar kerja', href: paths.wholeWorksheet(id) },
    ...codes.map(one => ({ label: sectionTitle(instrument, one), href: paths.scoreOrigin(id, one) })),
  ]
}

function formulaOf({ parts, weight, claimed, substantiated }: Contribution): string {
  const count = formatCount(parts.length)
  if (parts.some(part => part.question === null)) return `Jumlah ${count} bagian di bawahnya.`
  const mean = (points: Exact): string => formatScore(isZero(weight) ? ZERO : div(points, weight))
  return `Bobot ${formatScore(weight)} dikali rata-rata nilai ${count} pertanyaan: diklaim ${mean(claimed)}, terbukti ${mean(substantiated)}.`
}

interface Setting {
  readonly assessment: AssessmentContext
  readonly contents: WorksheetContents
}

function rowsOf(setting: Setting, part: Contribution, depth: number): OriginRow[] {
  const row = part.question ? questionFacts(setting, part, part.question) : sectionFacts(setting, part)
  return [
    {
      depth,
      isQuestion: part.question !== null,
      code: part.code,
      weight: formatScore(part.weight),
      claimed: formatScore(part.claimed),
      substantiated: formatScore(part.substantiated),
      ...row,
    },
    ...part.parts.flatMap(child => rowsOf(setting, child, depth + 1)),
  ]
}

type RowFacts = Pick<OriginRow, 'title' | 'href' | 'reasons' | 'flags'>

const sectionFacts = ({ assessment }: Setting, part: Contribution): RowFacts => ({
  title: sectionTitle(assessment.instrument, part.code),
  href: paths.scoreOrigin(assessment.id, part.code),
  reasons: [formulaOf(part)],
  flags: [],
})

function questionFacts(
  { assessment, contents }: Setting,
  { code }: Contribution,
  scored: NonNullable<Contribution['question']>,
): RowFacts {
  const { question } = lookup(assessment.instrument).questions.get(code)!
  const row = contents.rows.get(code)
  const contradiction = contents.score.contradictions.find(one => one.question === code)
  const computed =
    question.kind === 'choice' ? null : computedValue(question, storedValue(row), scored, contradiction)
  const counted = computed?.formula ? ` (${computed.formula})` : ''
  return {
    title: question.text,
    href: paths.question(assessment.id, code),
    reasons: row?.carried
      ? ['Belum ditinjau ulang, dihitung 0.']
      : [`Nilai ${lowerFirst(valueText(question, scored))}${counted}.`, ...evidenceReasons(scored)],
    flags: scored.flags.map(flag => FLAG_WORDS[flag]),
  }
}

/** Only of what was answered: what is missing under an unanswered question carries nothing yet. */
function evidenceReasons(scored: NonNullable<Contribution['question']>): string[] {
  const { state, substantiatedValue } = scored
  if (state !== 'answered') return []
  const lacking = lackingText(scored)
  return [
    `Terbukti ${formatScore(substantiatedValue)}: bukti menunjukkan ${lowerFirst(coverageText(scored))}.`,
    ...(lacking === '' ? [] : [`Belum terlihat: ${lacking}.`]),
  ]
}

const lowerFirst = (text: string): string => text.replace(/^./, first => first.toLowerCase())
