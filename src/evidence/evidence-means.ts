import type { AssessmentsService } from '../assessments/assessments.service'
import type { AttestationsService } from '../attestations/attestations.service'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Config } from '../config'
import type { Database } from '../db/database'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import type { Storage } from '../storage/storage'
import type { ScoringService } from '../worksheets/scoring.service'
import type { EvidenceEffects } from './evidence-effects'
import type { EvidencePiecesRepository } from './evidence-pieces.repository'
import type { EvidenceUsesRepository } from './evidence-uses.repository'
import type { EvidenceService } from './evidence.service'
import type { SatkerQuota } from './satker-quota'

/** What this feature takes from the rest of the house. */
export interface EvidenceMeans {
  readonly config: Config
  readonly database: Database
  readonly storage: Storage
  readonly clock: Clock
  readonly audit: AuditService
  readonly assessments: AssessmentsService
  readonly scoring: ScoringService
  readonly attestations: AttestationsService
  readonly frozenWorksheets: FrozenWorksheetsService
}

/** What its services that write share. */
export interface WritingMeans extends EvidenceMeans {
  readonly evidence: EvidenceService
  readonly pieces: EvidencePiecesRepository
  readonly uses: EvidenceUsesRepository
  readonly effects: EvidenceEffects
  readonly quota: SatkerQuota
}
