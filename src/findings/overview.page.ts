import type { AssessmentContext } from '../assessments/assessment-context'
import { fromText } from '../engine/exact'
import type { Readiness, ReadinessGround } from '../engine/rules/readiness'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatShortDate } from '../web/format/date'
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
  readWords,
  rulingWords,
  shownLevel,
  VERDICT_MEANS,
  VERDICT_WORDS,
  wordOn,
} from './finding-words'
import type { ShownFindings } from './findings.service'
import { differs, levelStatus, RECOMMENDATION_WORDS } from './level-words'
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

export interface RecommendationLine {
  readonly href: string
  readonly number: string
  readonly title: string
  readonly status: Status
  readonly reading: Status
  readonly differs: boolean
  readonly owner: string
  readonly due: string
  readonly overdue: boolean
  readonly next: string
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
  const { readiness, day } = seen.document
  const now = !seen.isFrozen && seen.hasOther
  const found = keptFindings(seen.document.findings)
  const lines = (family: FindingFamily) => linesOf(assessment, seen, family, now)
  const contradictions = lines('contradiction')
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
    other: otherState(assessment, seen),
    paperHref: `${paths.findingsPaper(assessment.id)}${now ? '?keadaan=sekarang' : ''}`,
    figures: figuresOf(assessment, readiness),
    facts: factsOf(assessment, readiness, found, now),
    groundsTitle: GROUNDS_TITLES[readiness.verdict],
    grounds: readiness.grounds.map(ground => groundLine(assessment, ground, now)),
    pitfalls: lines('pitfall'),
    contradictions,
    contradictionsTitle:
      contradictions.length === 0
        ? 'Tidak ada pertentangan'
        : `${formatCount(contradictions.length)} pertentangan`,
    recommendations: recommendationLines(assessment, found, said, { now, day }),
    keys: lines('key'),
    factors: lines('factor'),
  }
}

const GROUNDS_TITLES: Readonly<Record<Readiness['verdict'], string>> = {
  'siap-diajukan': 'Yang sudah dilihat',
  'siap-bersyarat': 'Yang akan ditanyakan',
  'belum-siap': 'Yang masih menghalangi',
}

export const overOf = ({ year, targetPredicate, satkerName }: AssessmentContext): string =>
  `${satkerName} · siklus ${year} · menuju ${targetPredicate}`

function otherState({ id }: AssessmentContext, { hasOther, isFrozen }: ShownFindings): Link | null {
  if (!hasOther) return null
  return isFrozen
    ? { label: 'Lihat keadaan sekarang', href: findingsHref(id, true) }
    : { label: 'Lihat keadaan saat pengajuan', href: findingsHref(id, false) }
}

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

function factsOf(
  { id }: AssessmentContext,
  { gates, recommendations, keys }: Readiness,
  found: readonly KeptFinding[],
  now: boolean,
): OverviewPage['facts'] {
  const here = findingsHref(id, now)
  const open = found.filter(({ family }) => family === 'contradiction').length
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
    { label: 'Pertentangan', value: formatCount(open), href: `${here}#pertentangan` },
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

export function recommendationLines(
  { id }: AssessmentContext,
  found: readonly KeptFinding[],
  said: readonly SaidRecommendation[],
  { now, day }: { readonly now: boolean; readonly day: string },
): RecommendationLine[] {
  return found
    .filter(({ family }) => family === 'recommendation')
    .map(finding => {
      const state = said.find(({ number }) => number === numberOf(finding.rule))
      const status = state?.status ?? 'belum'
      const isDone = status === 'selesai' || status === 'diverifikasi'
      const dueOn = state?.dueOn ?? null
      return {
        href: findingHref(id, finding, now),
        number: String(numberOf(finding.rule) ?? ''),
        title: finding.title,
        status: RECOMMENDATION_WORDS[status],
        reading: levelStatus(finding.level),
        differs: differs(status, finding.level),
        owner: state?.owner ?? '',
        due: dueOn ? formatShortDate(dueOn) : '',
        overdue: !isDone && dueOn !== null && dueOn < day,
        next: finding.remedy,
      }
    })
}
