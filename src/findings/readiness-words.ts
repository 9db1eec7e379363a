import type { Readiness, ReadinessGround } from '../engine/rules/readiness'
import { paths } from '../paths'
import type { Link } from '../web/shell'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { SeenFindings } from './findings.service'
import { capital, VERDICT_WORDS } from './finding-words'

/** The verdict in one line, for pages that lead to it. */
export interface VerdictLine {
  readonly status: Status
  /** `Pertentangan berat yang terbuka 5, rekomendasi yang belum selesai 10.`; empty where nothing is against it. */
  readonly text: string
  readonly link: Link
}

export const verdictLine = (assessmentId: string, seen: SeenFindings | null): VerdictLine | null =>
  seen && {
    status: VERDICT_WORDS[seen.document.readiness.verdict],
    text: againstWords(seen.document.readiness),
    link: { label: 'Kesiapan', href: paths.findings(assessmentId) },
  }

/** What speaks against the hand-in beside gates and prerequisites, which every page of the scores tells itself. */
export function againstWords({ looked }: Readiness): string {
  const against = looked.filter(ground => isAgainst(ground) && !isOfScores(ground))
  if (against.length === 0) return ''
  const words = against.map(
    ({ measure: { label, value } }) =>
      `${label.charAt(0).toLowerCase()}${label.slice(1)} ${formatCount(Number(value ?? 0))}`,
  )
  return `${capital(words.join(', '))}.`
}

const isAgainst = ({ level }: ReadinessGround): boolean => level === 'bahaya' || level === 'waspada'

const isOfScores = ({ measure }: ReadinessGround): boolean =>
  measure.key.startsWith('prerequisites_') || measure.key.includes('gates_')
