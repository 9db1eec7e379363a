import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { projectRoot } from '../../src/project-root'
import type { House } from '../support/house'

export const RULE_BOOK = readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')

/** The thresholds that are shipped. */
export async function loadRules(house: House, text = RULE_BOOK): Promise<string> {
  const outcome = await house.services.ruleBooks.load(systemActor('tests'), text)
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message)
  return outcome.id
}
