import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { EvidenceShelfService } from '../evidence/evidence-shelf.service'
import type { NotesService } from '../notes/notes.service'
import type { PrerequisitesService } from '../prerequisites/prerequisites.service'
import { RuleBooksService } from '../rule-books/rule-books.service'
import type { WorksheetsService } from '../worksheets/worksheets.service'
import { FactsGatherer } from './facts-gatherer'
import { FindingJudges } from './finding-judges'
import { FindingRecordsService } from './finding-records.service'
import { FindingsService } from './findings.service'
import { MatrixService } from './matrix.service'
import { RecommendationDeadlines } from './recommendation-deadlines'
import { RecommendationsService } from './recommendations.service'
import { RuleTrialsService } from './rule-trials.service'
import { RulingsService } from './rulings.service'

export interface FindingsMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly assessments: AssessmentsService
  readonly worksheets: WorksheetsService
  readonly prerequisites: PrerequisitesService
  readonly shelf: EvidenceShelfService
  readonly notes: NotesService
  readonly clock: Clock
}

/** The rules over the facts: their thresholds, what they say, and what people say of that. */
export function createFindings({
  database,
  audit,
  assessments,
  worksheets,
  prerequisites,
  shelf,
  notes,
  clock,
}: FindingsMeans) {
  const ruleBooks = new RuleBooksService(database, audit, clock)
  const facts = new FactsGatherer(database, worksheets, prerequisites, clock)
  const findings = new FindingsService(database, assessments, ruleBooks, facts, clock)
  const judges = new FindingJudges(notes)
  return {
    ruleBooks,
    findings,
    findingRecords: new FindingRecordsService(database),
    findingRulings: new RulingsService(database, audit, findings, judges, clock),
    matrix: new MatrixService(database, clock),
    ruleTrials: new RuleTrialsService(database, assessments, facts),
    recommendationDeadlines: new RecommendationDeadlines(database),
    recommendations: new RecommendationsService(database, audit, shelf, judges, clock),
  }
}
