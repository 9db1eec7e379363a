import { systemActor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { Facts } from '../engine/rules/facts'
import type { PrerequisitesService } from '../prerequisites/prerequisites.service'
import type { WorksheetsService } from '../worksheets/worksheets.service'
import { evidenceFacts } from './evidence-facts'
import { EvidenceFactsRepository } from './evidence-facts.repository'
import { peopleFacts } from './people-facts'
import { PeopleFactsRepository } from './people-facts.repository'
import { registerFacts } from './register-facts'
import { RegisterFactsRepository } from './register-facts.repository'
import { prerequisiteFacts, worksheetFacts } from './worksheet-facts'

const READER = systemActor('Pembaca aturan')

/** Gathers all that the rules read of one assessment, in a constant number of statements. */
export class FactsGatherer {
  private readonly registers: RegisterFactsRepository
  private readonly people: PeopleFactsRepository
  private readonly evidence: EvidenceFactsRepository

  constructor(
    database: Database,
    private readonly worksheets: WorksheetsService,
    private readonly prerequisites: PrerequisitesService,
    private readonly clock: Clock,
  ) {
    this.registers = new RegisterFactsRepository(database)
    this.people = new PeopleFactsRepository(database)
    this.evidence = new EvidenceFactsRepository(database)
  }

  async of(assessment: AssessmentContext, submittedOn: string | null): Promise<Facts> {
    const { id, satkerId, year, targetPredicate, timeZone } = assessment
    const today = civilDate(this.clock(), timeZone)
    const [registers, people, evidence, contents, prerequisites] = await Promise.all([
      registerFacts(this.registers, satkerId, { today, timeZone }),
      peopleFacts(this.people, { assessmentId: id, satkerId, year, today, timeZone }),
      evidenceFacts(this.evidence, id, timeZone),
      this.worksheets.contents(READER, assessment),
      this.prerequisites.valuesOf(assessment),
    ])
    return {
      today,
      cycle: { year, predicate: targetPredicate, submittedOn },
      ...registers,
      ...people,
      evidence,
      worksheet: worksheetFacts(
        assessment,
        contents.score,
        contents.rows,
        prerequisiteFacts(assessment, prerequisites, today),
      ),
    }
  }
}
