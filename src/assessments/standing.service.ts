import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { missingSteps } from '../engine/missing/missing-steps'
import type { Missing } from '../engine/scoring/score'
import type { PrerequisitesService } from '../prerequisites/prerequisites.service'
import type { ScoredFacts, ScoringService } from '../worksheets/scoring.service'
import { closedBecause, lockedQuestions, type AssessmentContext } from './assessment-context'
import { AssessmentFactsRepository } from './assessment-facts.repository'
import type { HomeFacts } from './home.page'
import type { MissingQuery } from './missing.form'
import type { MissingFacts } from './missing.page'
import { responsibleByQuestion } from './responsible'
import { triedScore, typedIndexes } from './tried-score'
import { storedSections, type Sections } from './stored-score'

/** What a page of one assessment says of where it stands. */
export class StandingService {
  private readonly facts: AssessmentFactsRepository

  constructor(
    database: Database,
    private readonly scoring: ScoringService,
    private readonly prerequisites: PrerequisitesService,
    private readonly clock: Clock,
  ) {
    this.facts = new AssessmentFactsRepository(database)
  }

  /** The stored score of every section. One statement. */
  async sectionsOf(assessment: AssessmentContext): Promise<Sections> {
    return storedSections(assessment.instrument, await this.facts.sections(assessment.worksheetId))
  }

  /** Everything of the satker's home. The engine is asked only while there is something left to do. */
  async homeOf(
    assessment: AssessmentContext,
  ): Promise<Omit<HomeFacts, 'assessment' | 'back' | 'notes' | 'verdict'>> {
    const open = closedBecause(assessment, this.clock()) === null
    const [sections, prerequisites, before, others, scored] = await Promise.all([
      this.sectionsOf(assessment),
      this.prerequisites.valuesOf(assessment),
      this.facts.beforeSubmission(assessment.id, assessment.round, assessment.worksheetId),
      this.facts.ofSatker([assessment.satkerId]),
      open ? this.scoring.scoreOf(assessment) : null,
    ])
    return {
      sections,
      prerequisites,
      before,
      others,
      missing: scored && missingOf(assessment, scored, assessment.targetPredicate),
      contradictory: scored ? scored.score.contradictions.map(found => found.question) : [],
      today: this.judgedOn(assessment),
    }
  }

  /** What is missing for a predicate, and what would stand if some answers were others. Three statements. */
  async missingOf(assessment: AssessmentContext, query: MissingQuery): Promise<MissingFacts> {
    const [scored, people] = await Promise.all([
      this.scoring.scoreOf(assessment),
      this.responsibleOf(assessment),
    ])
    const missing = missingOf(assessment, scored, query.predicate)
    return {
      assessment,
      query,
      score: scored.score,
      missing,
      people,
      indexes: typedIndexes(assessment.instrument, scored.answers),
      tried: triedScore(assessment, scored, missing, query),
    }
  }

  /** Who looks after each question, by its code. One statement. */
  async responsibleOf(assessment: AssessmentContext): Promise<ReadonlyMap<string, string>> {
    const today = civilDate(this.clock(), assessment.timeZone)
    return responsibleByQuestion(
      assessment.instrument,
      await this.facts.responsible(assessment.id, assessment.satkerId, today),
    )
  }

  /** The assessments of some satker, the newest first. */
  ofSatker(satkerIds: readonly string[]) {
    return satkerIds.length === 0 ? Promise.resolve([]) : this.facts.ofSatker(satkerIds)
  }

  /** Prerequisites are judged on today, and on the day of the hand-in once the worksheet is frozen. */
  judgedOn(assessment: AssessmentContext): string {
    return civilDate(assessment.frozenAt ? new Date(assessment.frozenAt) : this.clock(), assessment.timeZone)
  }
}

/** The fewest steps to a predicate on the substantiated score. */
export const missingOf = (
  assessment: AssessmentContext,
  { answers, uses }: ScoredFacts,
  predicate: string,
): Missing =>
  missingSteps(assessment.instrument, answers, uses, {
    areaGates: assessment.areaGates,
    predicate,
    basis: 'substantiated',
    locked: lockedQuestions(assessment),
  })
