import type { AuditService } from '../audit/audit.service'
import type { EvidenceService } from '../evidence/evidence.service'
import type { AnswersService } from '../worksheets/answers.service'
import { AroundService } from './around.service'
import { OffersService, type OfferMeans } from './offers.service'
import { ProofsService } from './proofs.service'
import { SuggestionsService } from './suggestions.service'

export interface RegisterMeans extends OfferMeans {
  readonly audit: AuditService
  readonly evidence: EvidenceService
  readonly answers: AnswersService
}

/** What all registers share beside their entries: evidence, offers to questions, suggestions of answers. */
export function createRegisters(means: RegisterMeans) {
  const { database, audit, entries, evidence, pieces, clock, sources, answers } = means
  const proofs = new ProofsService(database, audit, evidence, pieces, clock)
  return {
    proofs,
    around: new AroundService(database, entries, proofs),
    offers: new OffersService(means),
    suggestions: new SuggestionsService(sources, answers),
    registerSources: sources,
  }
}
