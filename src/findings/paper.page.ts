import type { AssessmentContext } from '../assessments/assessment-context'
import { editionWords } from '../assessments/document-number'
import { STAGE_NAMES } from '../assessments/stage-names'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { bookWords, findingsHref, readWords, VERDICT_MEANS, VERDICT_WORDS } from './finding-words'
import { shortRecommendation } from './level-words'
import {
  figuresOf,
  groundLine,
  linesOf,
  type FindingLine,
  type GroundLine,
  type OverviewFacts,
  type OverviewPage,
} from './overview.page'
import { recommendationLines, recommendationsNote, type RecommendationLine } from './recommendation-lines'

declare module '../web/view' {
  interface Views {
    'findings/paper': FindingsPaperPage
  }
}

/** The whole on one sheet of A4, to be signed. */
export interface FindingsPaperPage extends PageModel {
  readonly crumbs: Crumbs
  readonly letterhead: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly verdict: Status
  readonly means: string
  readonly figures: OverviewPage['figures']
  readonly grounds: readonly GroundLine[]
  readonly pitfalls: readonly FindingLine[]
  readonly keys: readonly FindingLine[]
  readonly factors: readonly FindingLine[]
  readonly recommendations: readonly RecommendationLine[]
  readonly recommendationsNote: string
  readonly contradictions: readonly FindingLine[]
  readonly moreContradictions: string
  readonly note: string
  readonly signs: readonly string[]
}

/** More contradictions than these would push the signatures to a second sheet; the page in the application has all. */
const ON_ONE_SHEET = 12

export function paperPage(
  assessment: AssessmentContext,
  { seen, said, letterhead }: OverviewFacts & { readonly letterhead: string },
): FindingsPaperPage {
  const { readiness } = seen.document
  const now = !seen.isFrozen && seen.hasOther
  const contradictions = linesOf(assessment, seen, 'contradiction', now)
  const more = contradictions.length - ON_ONE_SHEET
  return {
    title: `Kesiapan ${assessment.satkerName}`,
    current: 'kesiapan',
    sheet: 'findings',
    bodyClass: 'fd-paper',
    crumbs: { links: [{ label: 'Kesiapan', href: findingsHref(assessment.id, now) }] },
    letterhead: letterhead.split('\n').filter(Boolean),
    facts: [
      { label: 'Satuan kerja', value: assessment.satkerName },
      { label: 'Siklus', value: `${assessment.year}, menuju ${assessment.targetPredicate}` },
      {
        label: 'Tahap',
        value: `${STAGE_NAMES[assessment.stage]}, ${editionWords(assessment)}`,
      },
      { label: 'Keadaan', value: readWords(seen, assessment) },
    ],
    verdict: VERDICT_WORDS[readiness.verdict],
    means: VERDICT_MEANS[readiness.verdict],
    figures: figuresOf(assessment, readiness),
    grounds: readiness.grounds.map(ground => groundLine(assessment, ground, now)),
    pitfalls: linesOf(assessment, seen, 'pitfall', now),
    keys: linesOf(assessment, seen, 'key', now),
    factors: linesOf(assessment, seen, 'factor', now),
    recommendations: recommendationLines(assessment, seen, said, now).map(line => ({
      ...line,
      title: shortRecommendation(Number(line.number)) || line.title,
    })),
    recommendationsNote: recommendationsNote(seen),
    contradictions: contradictions.slice(0, ON_ONE_SHEET),
    moreContradictions: more > 0 ? `dan ${formatCount(more)} lain, lihat halaman Kesiapan.` : '',
    note: `${bookWords(seen)}. Temuan adalah pertanyaan, bukan putusan.`,
    signs: ['Ketua tim ZI', 'Kepala satuan kerja'],
  }
}
