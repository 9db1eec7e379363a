import type { Link } from '../web/shell'
import { keptFindings } from './finding-document'
import { findingHref, wordOn } from './finding-words'
import type { SeenFindings } from './findings.service'

/** What a contradiction asks of a question, leading to its grounds. */
export interface QuestionMark extends Link {
  readonly text: string
}

export type QuestionMarks = ReadonlyMap<string, readonly QuestionMark[]>

/** Levels that are a question to people. */
const ASKING = ['waspada', 'bahaya']

/** By code the contradictions that touch each question; what an evaluator dismissed asks nothing. */
export function questionMarks(assessmentId: string, seen: SeenFindings | null): QuestionMarks {
  const marks = new Map<string, QuestionMark[]>()
  if (!seen) return marks
  for (const finding of keptFindings(seen.document.findings)) {
    if (finding.family !== 'contradiction' || !ASKING.includes(finding.level)) continue
    if (wordOn(seen, finding)?.outcome === 'dismissed') continue
    const mark = {
      label: finding.title,
      text: finding.sentence,
      href: findingHref(assessmentId, finding, false),
    }
    for (const code of finding.questions) marks.set(code, [...(marks.get(code) ?? []), mark])
  }
  return marks
}
