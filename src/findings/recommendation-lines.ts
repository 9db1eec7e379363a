import type { AssessmentContext } from '../assessments/assessment-context'
import type { Status } from '../web/components/status'
import { formatShortDate } from '../web/format/date'
import { keptFindings } from './finding-document'
import { findingHref, numberOf, rulingWords, wordOn } from './finding-words'
import type { ShownFindings } from './findings.service'
import { differs, levelStatus, RECOMMENDATION_WORDS } from './level-words'
import type { SaidRecommendation } from './recommendations.service'

/** One of the eleven: what people say of it beside its reading. */
export interface RecommendationLine {
  readonly href: string
  readonly number: string
  readonly title: string
  readonly status: Status
  readonly reading: Status
  readonly differs: boolean
  /** What an evaluator said of the reading; empty while nobody did. */
  readonly ruling: string
  readonly owner: string
  readonly due: string
  readonly overdue: boolean
  readonly next: string
}

/** What people say of a recommendation goes on after the hand-in. */
export const recommendationsNote = ({ isFrozen }: ShownFindings): string =>
  isFrozen ? 'Status adalah yang tercatat sekarang, bacaan register yang saat pengajuan.' : ''

export function recommendationLines(
  { id }: AssessmentContext,
  seen: ShownFindings,
  said: readonly SaidRecommendation[],
  now: boolean,
): RecommendationLine[] {
  return keptFindings(seen.document.findings)
    .filter(({ family }) => family === 'recommendation')
    .map(finding => {
      const state = said.find(({ number }) => number === numberOf(finding.rule))
      const status = state?.status ?? 'belum'
      return {
        href: findingHref(id, finding, now),
        number: String(numberOf(finding.rule) ?? ''),
        title: finding.title,
        status: RECOMMENDATION_WORDS[status],
        reading: levelStatus(finding.level),
        differs: differs(status, finding.level),
        ruling: rulingWords(wordOn(seen, finding)),
        owner: state?.owner ?? '',
        due: state?.dueOn ? formatShortDate(state.dueOn) : '',
        overdue: state?.isLate ?? false,
        next: finding.remedy,
      }
    })
}
