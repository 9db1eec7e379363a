import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { EvidencePiecesService } from '../evidence/evidence-pieces.service'
import type { ShelvedEvidence } from '../evidence/shelved-evidence'
import type { EvidenceService } from '../evidence/evidence.service'
import { Invalid, NotFound } from '../refusals'
import type { StagedUpload } from '../storage/receive-upload'
import { EntriesRepository } from './entries.repository'
import { keeperRole, purposeOf, requireEntryKeeper } from './entry-keeping'
import { ProofsRepository, type ProofRow } from './proofs.repository'
import type { SeenEntry } from './register-entry'

/** More than anybody looks through; each is scored when the entry is put under a question. */
const MOST_PROOFS = 30

/** What entries are proven by: pieces of the satker's shelf. */
export class ProofsService {
  private readonly proofs: ProofsRepository
  private readonly rows: EntriesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly evidence: EvidenceService,
    private readonly pieces: EvidencePiecesService,
    private readonly clock: Clock,
  ) {
    this.proofs = new ProofsRepository(database)
    this.rows = new EntriesRepository(database)
  }

  /** The pieces of an entry as the actor may see them. One statement. */
  of(actor: Actor, entry: SeenEntry): Promise<ProofRow[]> {
    return this.proofs.of(actor, entry)
  }

  /** Throws unless the actor may bring evidence to an entry; also asked before files are received. */
  requireBringing(actor: Actor, entry: SeenEntry): void {
    requireEntryKeeper(actor, entry)
    this.pieces.requireShelving(actor, entry, purposeOf(entry))
  }

  /** Puts a new piece on the shelf and to the entry. */
  async bring(
    actor: Actor,
    entry: SeenEntry,
    form: ShelvedEvidence,
    staged: readonly StagedUpload[],
  ): Promise<string> {
    this.requireBringing(actor, entry)
    return this.database.inTransaction(async () => {
      const id = await this.pieces.shelve(actor, entry, form, staged, purposeOf(entry))
      await this.add(actor, entry, id)
      return id
    })
  }

  /** Gives a piece of the shelf to the entry. */
  async choose(actor: Actor, entry: SeenEntry, evidenceId: string): Promise<void> {
    requireEntryKeeper(actor, entry)
    await this.database.inTransaction(async () => {
      const piece = await this.evidence.piece(actor, evidenceId)
      if (piece.satkerId !== entry.satkerId) throw new NotFound('Bukti')
      if (piece.withdrawnAt !== null)
        throw new Invalid('Bukti belum dipakai.', { evidence: 'Bukti ini sudah ditarik. Pilih yang lain.' })
      const standing = await this.proofs.of(actor, entry)
      if (standing.some(({ id }) => id === evidenceId))
        throw new Invalid('Bukti belum dipakai.', { evidence: 'Bukti ini sudah ada pada entri ini.' })
      await this.add(actor, entry, evidenceId)
    })
  }

  /** Takes a piece away from the entry; it stays on the shelf. */
  async release(actor: Actor, entry: SeenEntry, evidenceId: string): Promise<void> {
    requireEntryKeeper(actor, entry)
    await this.database.inTransaction(async () => {
      if (!(await this.rows.removeEvidence(entry.id, evidenceId))) throw new NotFound('Bukti')
      await this.audit.record(actor, {
        ...this.act('release-entry-evidence', entry),
        before: { evidenceId },
        ...keeperRole(actor, entry),
      })
    })
  }

  /** The trail says which piece, not what it is called: a title is read by fewer people once the piece is restricted. */
  private async add(actor: Actor, entry: SeenEntry, evidenceId: string): Promise<void> {
    await this.rows.hold(entry.satkerId)
    const standing = (await this.proofs.of(actor, entry)).filter(({ kind }) => kind === 'proof')
    if (standing.length >= MOST_PROOFS)
      throw new Invalid('Bukti belum dipakai.', {
        evidence: `Satu entri memuat paling banyak ${MOST_PROOFS} bukti. Lepas yang tidak diperlukan.`,
        files: `Satu entri memuat paling banyak ${MOST_PROOFS} bukti. Lepas yang tidak diperlukan.`,
      })
    const addedBy = actor.userId ?? ''
    const addedAt = instant(this.clock)
    await this.rows.addEvidence([
      { entryId: entry.id, evidenceId, kind: 'proof', content: '', addedBy, addedAt },
    ])
    await this.audit.record(actor, {
      ...this.act('add-entry-evidence', entry),
      after: { evidenceId },
      ...keeperRole(actor, entry),
    })
  }

  private act(action: string, entry: SeenEntry) {
    return { action, subjectType: 'entry', subjectId: entry.id, satkerId: entry.satkerId }
  }
}
