import type { EvidenceUse } from '../scoring/score'

/** The uses of each question, in their order. */
export function usesByQuestion(uses: readonly EvidenceUse[]): ReadonlyMap<string, readonly EvidenceUse[]> {
  const groups = new Map<string, EvidenceUse[]>()
  for (const use of uses) {
    const group = groups.get(use.question)
    if (group) group.push(use)
    else groups.set(use.question, [use])
  }
  return groups
}
