import { newId } from '../../src/db/ids'
import { FindingRuling } from '../../src/findings/finding.entity'
import { paths } from '../../src/paths'
import { loadRules, RULE_BOOK } from '../findings/rules-at-work'
import type { Person } from '../support/cast'
import type { House } from '../support/house'

/** Two versions of the thresholds, what the rules say by them, and what an evaluator says of that; gives the pages of the centre. */
export async function furnishRules(house: House, assessment: string, evaluator: Person): Promise<string[]> {
  await loadRules(house)
  const book = await loadRules(house, RULE_BOOK.replace('last_days: 14', 'last_days: 21'))
  await house.services.findings.refreshChanged()
  await ruleOn(house, assessment, evaluator, 'pitfall-2', 12)
  return [
    paths.ruleBooks(),
    `${paths.ruleBooks()}?keluarga=hindari`,
    paths.newRuleBook(),
    `${paths.newRuleBook()}?aturan=pitfall-2`,
    paths.ruleBook(book),
  ]
}

/** Every third decision dismisses. */
export async function ruleOn(
  house: House,
  assessmentId: string,
  evaluator: Pick<Person, 'id'>,
  rule: string,
  times: number,
): Promise<void> {
  const rows = Array.from({ length: times }, (_, place) => ({
    id: newId(),
    assessmentId,
    rule,
    about: String(place),
    grounds: 'x',
    level: 'waspada',
    outcome: place % 3 === 0 ? ('dismissed' as const) : ('confirmed' as const),
    reason: 'Diperiksa di tempat.',
    ruledBy: evaluator.id,
    ruledAs: 'evaluator',
    ruledAt: house.now.toISOString(),
  }))
  await house.database.inTransaction(() => house.database.insert(FindingRuling, rows))
}
