import type { AssessmentContext } from '../assessments/assessment-context'
import { fromText } from '../engine/exact'
import type { Readiness, ReadinessGround, ReadinessVerdict } from '../engine/rules/readiness'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatCount, formatPart, formatScore } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { FindingFamily, KeptFinding } from './finding-document'
import { keptFindings } from './finding-document'
import {
  bookWords,
  capital,
  findingHref,
  findingsHref,
  numberOf,
  otherState,
  readWords,
  rulingWords,
  shownLevel,
  VERDICT_MEANS,
  VERDICT_WORDS,
  wordOn,
} from './finding-words'
import type { ShownFindings } from './findings.service'
import { levelStatus } from './level-words'
import { recommendationLines, recommendationsNote, type RecommendationLine } from './recommendation-lines'
import type { SaidRecommendation } from './recommendations.service'

declare module '../web/view' {
  interface Views {
    'findings/overview': OverviewPage
    'findings/unread': UnreadPage
  }
}

/** Before any thresholds were loaded nothing is read. */
export interface UnreadPage extends PageModel {
  readonly over: string
  readonly text: string
}

/** The whole of what the rules say of a satker, in one screen. */
export interface OverviewPage extends PageModel {
  readonly over: string
  readonly verdict: Status
  readonly means: string
  readonly read: string
  readonly book: string
  /** The state of now beside that of the hand-in, or the other way round; null where there is but one. */
  readonly other: Link | null
  readonly paperHref: string
  readonly figures: { readonly claimed: string; readonly substantiated: string; readonly minimum: string }
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string }[]
  readonly groundsTitle: string
  readonly grounds: readonly GroundLine[]
  readonly pitfalls: readonly FindingLine[]
  readonly contradictions: readonly FindingLine[]
  readonly contradictionsTitle: string
  readonly recommendations: readonly RecommendationLine[]
  /** That status and reading are of different days; empty where they are of one. */
  readonly recommendationsNote: string
  readonly keys: readonly FindingLine[]
  readonly factors: readonly FindingLine[]
}

/** What is so named stands below, each with its own page: here it is only counted. */
export interface GroundLine {
  readonly status: Status
  readonly label: string
  /** `–` where it cannot be told. */
  readonly count: string
  readonly href: string
}

export interface FindingLine {
  readonly href: string
  /** `2`; empty where a rule has no number. */
  readonly number: string
  readonly title: string
  readonly status: Status
  readonly sentence: string
  readonly questions: readonly Link[]
  /** `Diabaikan oleh Rahmat Hidayat: …`; empty while nobody said anything of it. */
  readonly ruling: string
}

export const unreadPage = (assessment: AssessmentContext): UnreadPage => ({
  title: 'Kesiapan',
  current: 'kesiapan',
  over: overOf(assessment),
  text: 'Buku aturan belum dimuat, sehingga kesiapan belum dapat dibaca. Administrator pusat memuatnya di menu Aturan.',
})

export interface OverviewFacts {
  readonly seen: ShownFindings
  readonly said: readonly SaidRecommendation[]
}

export function overviewPage(assessment: AssessmentContext, { seen, said }: OverviewFacts): OverviewPage {
  const { readiness } = seen.document
  const now = !seen.isFrozen && seen.hasOther
  const lines = (family: FindingFamily) => linesOf(assessment, seen, family, now)
  return {
    title: 'Kesiapan',
    current: 'kesiapan',
    sheet: 'findings',
    wide: true,
    over: overOf(assessment),
    verdict: VERDICT_WORDS[readiness.verdict],
    means: VERDICT_MEANS[readiness.verdict],
    read: readWords(seen, assessment),
    book: bookWords(seen),
    other: otherState(seen, other => findingsHref(assessment.id, other)),
    paperHref: `${paths.findingsPaper(assessment.id)}${now ? '?keadaan=sekarang' : ''}`,
    figures: figuresOf(assessment, readiness),
    facts: factsOf(assessment, seen, now),
    groundsTitle: GROUNDS_TITLES[readiness.verdict],
    grounds: readiness.grounds.map(ground => groundLine(assessment, ground, now)),
    pitfalls: lines('pitfall'),
    contradictions: lines('contradiction'),
    contradictionsTitle: contradictionsTitle(contradictionsIn(seen)),
    recommendations: recommendationLines(assessment, seen, said, now),
    recommendationsNote: recommendationsNote(seen),
    keys: lines('key'),
    factors: lines('factor'),
  }
}

/** Readiness is told, and holds nobody back from handing in. */
const GROUNDS_TITLES: Readonly<Record<ReadinessVerdict, string>> = {
  'siap-diajukan': 'Yang sudah dilihat',
  'siap-bersyarat': 'Yang akan ditanyakan',
  'belum-siap': 'Yang perlu diselesaikan',
}

interface Contradictions {
  readonly open: number
  readonly dismissed: number
}

/** A rule that could not be computed found nothing, and stands in the list by its own name. */
function contradictionsIn(seen: ShownFindings): Contradictions {
  const all = seen.document.findings.contradictions.filter(({ level }) => level !== 'gagal')
  const dismissed = all.filter(one => wordOn(seen, one)?.outcome === 'dismissed').length
  return { open: all.length - dismissed, dismissed }
}

/** `4 pertentangan terbuka, 1 diabaikan` */
function contradictionsTitle({ open, dismissed }: Contradictions): string {
  if (open + dismissed === 0) return 'Tidak ada pertentangan'
  const words = open === 0 ? 'Tidak ada pertentangan terbuka' : `${formatCount(open)} pertentangan terbuka`
  return dismissed === 0 ? words : `${words}, ${formatCount(dismissed)} diabaikan`
}

export const overOf = ({ year, targetPredicate, satkerName }: AssessmentContext): string =>
  `${satkerName} · siklus ${year} · menuju ${targetPredicate}`

export function figuresOf(
  { instrument, targetPredicate }: AssessmentContext,
  { claimed, substantiated }: Readiness,
): OverviewPage['figures'] {
  const thresholds = instrument.predicates.find(({ id }) => id === targetPredicate)?.thresholds ?? []
  const total = thresholds.find(one => 'min' in one && one.section === 'total')
  const minimum = total && 'min' in total ? total.min : null
  return {
    claimed: formatScore(fromText(claimed)),
    substantiated: formatScore(fromText(substantiated), minimum ? { below: minimum } : {}),
    minimum: minimum ? formatScore(minimum) : '',
  }
}

function factsOf({ id }: AssessmentContext, seen: ShownFindings, now: boolean): OverviewPage['facts'] {
  const { gates, recommendations, keys } = seen.document.readiness
  const here = findingsHref(id, now)
  const better = keys.filter(({ level }) => level === 'membaik').length
  return [
    {
      label: 'Ambang terbukti',
      value: formatPart(gates.filter(one => one.substantiated).length, gates.length),
      href: paths.missing(id),
    },
    {
      label: 'Rekomendasi selesai menurut register',
      value: formatPart(recommendations.done, recommendations.of),
      href: `${here}#rekomendasi`,
    },
    { label: 'Kunci yang membaik', value: formatPart(better, keys.length), href: `${here}#kunci` },
    {
      label: 'Pertentangan terbuka',
      value: formatCount(contradictionsIn(seen).open),
      href: `${here}#pertentangan`,
    },
  ]
}

/** Where the grounds of a condition are looked at: one finding, its family, or the page of what it counts. */
export function groundLine({ id }: AssessmentContext, ground: ReadinessGround, now: boolean): GroundLine {
  const [first, ...others] = ground.findings
  const here = findingsHref(id, now)
  const href =
    first && others.length === 0
      ? findingHref(id, first, now)
      : `${here}${GROUND_PLACES[ground.measure.key.split('_')[0] ?? ''] ?? ''}`
  return {
    status: levelStatus(ground.level),
    label: ground.measure.label,
    count: ground.measure.value ?? '–',
    href: ground.measure.key.startsWith('prerequisites_')
      ? paths.prerequisites(id)
      : ground.measure.key.includes('gates_')
        ? paths.missing(id)
        : href,
  }
}

const GROUND_PLACES: Readonly<Record<string, string>> = {
  pitfalls: '#hindari',
  contradictions: '#pertentangan',
  recommendations: '#rekomendasi',
  keys: '#kunci',
}

/** The findings of one family, in the order of their rules. */
export const linesOf = (
  assessment: AssessmentContext,
  seen: ShownFindings,
  family: FindingFamily,
  now: boolean,
): FindingLine[] =>
  keptFindings(seen.document.findings)
    .filter(one => one.family === family)
    .map(one => lineOf(assessment, seen, one, now))

function lineOf(
  assessment: AssessmentContext,
  seen: ShownFindings,
  finding: KeptFinding,
  now: boolean,
): FindingLine {
  const number = numberOf(finding.rule)
  const word = wordOn(seen, finding)
  return {
    href: findingHref(assessment.id, finding, now),
    number: number === null ? '' : String(number),
    title: finding.title,
    status: shownLevel(finding, word),
    sentence: finding.family === 'key' ? trendWords(finding.measures) : finding.sentence,
    questions: finding.questions.map(code => ({ label: code, href: paths.question(assessment.id, code) })),
    ruling: rulingWords(word),
  }
}

/** `IPAK membaik; pelanggaran disiplin tetap`: the figures themselves stand on the page of the key. */
function trendWords(measures: KeptFinding['measures']): string {
  const known = measures.filter(({ trend }) => trend !== undefined && trend !== 'belum-terukur')
  if (known.length === 0) return 'Belum ada angka yang dapat dibandingkan.'
  const words = known.map(({ label, trend }) => `${label} ${levelStatus(trend ?? '').text.toLowerCase()}`)
  return `${capital(words.join('; '))}.`
}
