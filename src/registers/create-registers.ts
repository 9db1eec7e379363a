import type { AuditService } from '../audit/audit.service'
import type { EvidenceService } from '../evidence/evidence.service'
import type { AnswersService } from '../worksheets/answers.service'
import { AroundService, type CountedWhere } from './around.service'
import { OffersService, type OfferMeans } from './offers.service'
import { ProofsService } from './proofs.service'
import { SuggestionsService } from './suggestions.service'

export interface RegisterMeans extends OfferMeans {
  readonly audit: AuditService
  readonly evidence: EvidenceService
  readonly answers: AnswersService
  readonly countedWhere: CountedWhere
}

/** What all registers share beside their entries: evidence, offers to questions, suggestions of answers. */
export function createRegisters(means: RegisterMeans) {
  const { database, audit, entries, evidence, pieces, clock, sources, answers, countedWhere } = means
  const proofs = new ProofsService(database, audit, evidence, pieces, clock)
  return {
    proofs,
    around: new AroundService(database, entries, proofs, countedWhere),
    offers: new OffersService(means),
    suggestions: new SuggestionsService(sources, answers),
    registerSources: sources,
  }
}
