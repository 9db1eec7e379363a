import { join } from 'node:path'
import { HeicPreviews } from '../storage/previews'
import { EvidenceEffects } from './evidence-effects'
import { EvidenceFilesRepository } from './evidence-files.repository'
import { EvidenceFilesService } from './evidence-files.service'
import type { EvidenceMeans } from './evidence-means'
import { EvidencePiecesRepository } from './evidence-pieces.repository'
import { EvidencePiecesService } from './evidence-pieces.service'
import { EvidenceUsesRepository } from './evidence-uses.repository'
import { EvidenceUsesService } from './evidence-uses.service'
import { EvidenceShelfRepository } from './evidence-shelf.repository'
import { EvidenceShelfService } from './evidence-shelf.service'
import { EvidenceService } from './evidence.service'
import { SatkerQuota } from './satker-quota'

/** The services of this feature: reading, uses under questions, changes of pieces, opening of files. */
export function createEvidence(means: EvidenceMeans) {
  const { config, database, storage, clock, audit, scoring, attestations } = means
  const uses = new EvidenceUsesRepository(database)
  const pieces = new EvidencePiecesRepository(database)
  const effects = new EvidenceEffects(scoring, attestations)
  const previews = new HeicPreviews(storage, join(config.dataDir, 'previews'))
  const evidence = new EvidenceService(uses, pieces, means.frozenWorksheets)
  const files = new EvidenceFilesRepository(database)
  const shelf = new EvidenceShelfRepository(database)
  const quota = new SatkerQuota(files, config.upload.satkerMaxBytes)
  const shared = { ...means, evidence, pieces, uses, effects, quota }
  return {
    evidence,
    evidenceUses: new EvidenceUsesService(shared),
    evidencePieces: new EvidencePiecesService(shared),
    evidenceFiles: new EvidenceFilesService(database, audit, clock, evidence, files, storage, previews),
    satkerQuota: quota,
    evidenceShelf: new EvidenceShelfService(shelf),
  }
}
