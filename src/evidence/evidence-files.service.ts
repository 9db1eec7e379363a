import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { NotFound } from '../refusals'
import type { HeicPreviews } from '../storage/previews'
import { NamedContentsRepository } from '../storage/named-contents.repository'
import type { Storage } from '../storage/storage'
import { sweep } from '../storage/sweeper'
import type { EvidenceFilesRepository } from './evidence-files.repository'
import type { FileRow } from './evidence-pieces.repository'
import type { EvidenceService, Piece } from './evidence.service'

/** A film asks for its bytes in many pieces: one viewing is one event. */
const VIEWING_MINUTES = 10

export type StoredFile = FileRow & {
  readonly sha256: string
  readonly size: number
  readonly contentType: string
}

/** Opening stored files: who may, and the event that some openings leave. */
export class EvidenceFilesService {
  private readonly contents: NamedContentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly evidence: EvidenceService,
    private readonly files: EvidenceFilesRepository,
    private readonly storage: Storage,
    readonly previews: HeicPreviews,
  ) {
    this.contents = new NamedContentsRepository(database)
  }

  /**
   * The stored file for sending. Opening a `terbatas` file or one of another unit is on record before a byte leaves;
   * `part`: only a range was asked for.
   */
  async open(
    actor: Actor,
    fileId: string,
    part: boolean,
  ): Promise<{ file: StoredFile; restricted: boolean }> {
    const { piece, file } = await this.evidence.file(actor, fileId)
    if (file.sha256 === null) throw new NotFound('Berkas')
    const action = recordedAs(actor, piece)
    if (action && !(part && (await this.wasRecorded(actor, file.id))))
      await this.database.inTransaction(() =>
        this.audit.record(actor, {
          action,
          subjectType: 'file',
          subjectId: file.id,
          satkerId: piece.satkerId,
          after:
            piece.access === 'terbatas'
              ? { version: file.version }
              : { file: file.name, version: file.version },
        }),
      )
    return { file: file as StoredFile, restricted: piece.access === 'terbatas' }
  }

  /** Removes contents that nothing has named for a day, what broken uploads left, and previews of what is gone. */
  async sweep(now: Date): Promise<{ removed: number; staged: number }> {
    const { removed, staged } = await sweep(this.storage, candidates => this.contents.among(candidates), {
      now,
    })
    await this.previews.forget(removed)
    return { removed: removed.length, staged }
  }

  private wasRecorded(actor: Actor, fileId: string): Promise<boolean> {
    const since = new Date(this.clock().getTime() - VIEWING_MINUTES * 60_000).toISOString()
    return this.files.isRecorded(actor.userId ?? '', fileId, since)
  }
}

function recordedAs(actor: Actor, piece: Piece): string | null {
  if (piece.access === 'terbatas') return 'open-restricted-file'
  const own = actor.memberships.some(membership => membership.satkerId === piece.satkerId)
  return own ? null : 'open-foreign-file'
}
