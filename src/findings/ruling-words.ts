import { createHash } from 'node:crypto'
import type { KeptFinding } from './finding-document'
import type { RulingRow } from './rulings.repository'

/** What an evaluator said of a finding as it stands. */
export interface LastWord {
  readonly outcome: RulingRow['outcome']
  readonly reason: string
  readonly by: string
  readonly at: string
  /** The grounds it was said of, as the engine writes them. */
  readonly grounds: string
}

/** Grounds as they are stored. */
export const groundsHash = (grounds: string): string => createHash('sha256').update(grounds).digest('hex')

/**
 * The last word on each finding, by `rule about`, as far as it still stands on the grounds it was said of: a finding
 * that was dismissed comes back when its facts change.
 */
export function lastWords(
  findings: readonly KeptFinding[],
  rulings: readonly RulingRow[],
): ReadonlyMap<string, LastWord> {
  const words = new Map<string, LastWord>()
  for (const finding of findings) {
    const hash = groundsHash(finding.grounds)
    const said = rulings.findLast(
      one => one.rule === finding.rule && one.about === finding.about && one.grounds === hash,
    )
    if (said)
      words.set(`${finding.rule} ${finding.about}`, {
        outcome: said.outcome,
        reason: said.reason,
        by: said.ruledByName,
        at: said.ruledAt,
        grounds: finding.grounds,
      })
  }
  return words
}
