import { systemActor } from '../access/actor'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { Database } from '../db/database'
import { findingsOf } from '../engine/rules/findings'
import { readinessOf } from '../engine/rules/readiness'
import type { RuleBook } from '../engine/rules/rule-book'
import { civilDateIn } from '../web/format/date'
import type { FactsGatherer } from './facts-gatherer'
import { keptFindings, type FindingDocument } from './finding-document'
import { FindingsRepository } from './findings.repository'
import { dismissedGrounds } from './findings.service'
import { GONE } from './level-changes'
import { RulingsRepository } from './rulings.repository'

/** How many assessments stand otherwise under a rule, or in their readiness. */
export interface TrialChange {
  /** `readiness` for the answer that all of them lead to. */
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly assessments: number
}

/** What other thresholds would say of assessments that are not final. */
export interface RuleTrial {
  readonly open: number
  /** How many of them were read. */
  readonly read: number
  readonly changes: readonly TrialChange[]
}

/** Reading one takes some thirty statements, and somebody waits for the page. */
const MOST_READ = 24
const READER = systemActor('Pembaca aturan')

/** Reads assessments by two rule books over the same facts, and keeps nothing. */
export class RuleTrialsService {
  private readonly rows: FindingsRepository
  private readonly rulings: RulingsRepository

  constructor(
    database: Database,
    private readonly assessments: AssessmentsService,
    private readonly facts: FactsGatherer,
  ) {
    this.rows = new FindingsRepository(database)
    this.rulings = new RulingsRepository(database)
  }

  async of(before: RuleBook, after: RuleBook): Promise<RuleTrial> {
    const open = await this.rows.open()
    const chosen = spread(open, MOST_READ)
    const counts = new Map<string, TrialChange>()
    for (const id of chosen)
      for (const one of await this.changesOf(id, before, after)) {
        const key = `${one.rule} ${one.from} ${one.to}`
        counts.set(key, { ...one, assessments: (counts.get(key)?.assessments ?? 0) + 1 })
      }
    return { open: open.length, read: chosen.length, changes: [...counts.values()] }
  }

  private async changesOf(
    id: string,
    before: RuleBook,
    after: RuleBook,
  ): Promise<Omit<TrialChange, 'assessments'>[]> {
    const assessment = await this.assessments.visibleTo(READER).get(id)
    const [submittedAt, rulings] = await Promise.all([this.rows.submittedAt(id), this.rulings.of(id)])
    const facts = await this.facts.of(
      assessment,
      submittedAt === null ? null : civilDateIn(submittedAt, assessment.timeZone),
    )
    const levels = (book: RuleBook): ReadonlyMap<string, string> => {
      const findings = findingsOf(facts, book)
      const { verdict } = readinessOf(facts, findings, book, dismissedGrounds(findings, rulings))
      return new Map([...levelsByRule(findings), ['readiness', verdict]])
    }
    const [was, is] = [levels(before), levels(after)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap(rule => {
      const [from, to] = [was.get(rule) ?? GONE, is.get(rule) ?? GONE]
      return from === to ? [] : [{ rule, from, to }]
    })
  }
}

/** The worst level of each rule; of a contradiction that is not there, none. */
function levelsByRule(findings: FindingDocument['findings']): [string, string][] {
  const levels = new Map<string, string>()
  for (const { rule, level } of keptFindings(findings))
    if (levels.get(rule) !== 'bahaya') levels.set(rule, level)
  return [...levels]
}

/** So many of a list, evenly spread over it: the oldest and the newest alike. */
const spread = (ids: readonly string[], most: number): readonly string[] =>
  ids.length <= most
    ? ids
    : Array.from({ length: most }, (_, place) => ids[Math.floor((place * ids.length) / most)]).filter(
        id => id !== undefined,
      )
