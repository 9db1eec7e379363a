import type { Actor } from '../access/actor'
import { requireOpen } from '../assessments/assessment-context'
import { withoutWords } from '../audit/restricted-words'
import { instant } from '../clock'
import { newId } from '../db/ids'
import { Closed, Conflict, Invalid, Refused } from '../refusals'
import type { StagedUpload } from '../storage/receive-upload'
import type { WritingMeans } from './evidence-means'
import type { FileRow } from './evidence-pieces.repository'
import type { PieceFacts, Withdrawal } from './evidence.form'
import type { Piece } from './evidence.service'
import { firstVersions, keepContents, storedContent, type NewFiles } from './new-files'

/**
 * Changing a piece itself. Worksheets that are still open and use it are scored again and their attestations end;
 * submitted ones keep their own record of it.
 */
export class EvidencePiecesService {
  constructor(private readonly means: WritingMeans) {}

  /** Title, nature, dates, number, issuer and access. Throws Conflict when the piece changed since it was shown. */
  async change(actor: Actor, piece: Piece, { version, ...facts }: PieceFacts): Promise<void> {
    const before = Object.fromEntries(
      Object.keys(facts).map(key => [key, piece[key as keyof typeof facts] ?? null]),
    )
    await this.changePiece(actor, piece, version, async () => {
      await this.means.pieces.update(piece.id, { ...facts, version: version + 1 })
      const restricted = piece.access === 'terbatas' || facts.access === 'terbatas'
      await this.record(actor, piece, 'change-evidence', before, facts, restricted)
    })
  }

  /** Adds files and links beside those that stand. */
  async addFiles(actor: Actor, piece: Piece, files: NewFiles): Promise<void> {
    if (files.staged.length + files.links.length === 0)
      throw new Invalid('Berkas belum tersimpan.', { files: 'Pilih berkas atau tulis tautan.' })
    this.requireChangeable(piece)
    await keepContents(this.means.storage, files)
    const rows = firstVersions(files, this.madeNow(actor, piece))
    await this.changePiece(actor, piece, null, async () => {
      await this.means.pieces.insertFiles(rows)
      await this.record(actor, piece, 'add-file', undefined, { files: rows.map(row => row.name) })
    })
  }

  /** Puts a new version in the place of a file; the old one stays and can still be opened. */
  async replaceFile(actor: Actor, piece: Piece, old: FileRow, upload: StagedUpload): Promise<void> {
    this.requireChangeable(piece)
    if (old.sha256 === upload.sha256)
      throw new Invalid('Berkas belum diganti.', { files: 'Isi berkas ini sama dengan yang sudah ada.' })
    await keepContents(this.means.storage, { staged: [upload], links: [] })
    const made = this.madeNow(actor, piece)
    await this.changePiece(actor, piece, null, async () => {
      const newest = (await this.means.pieces.files(piece.id)).find(file => file.slot === old.slot)
      if (newest?.id !== old.id)
        throw new Conflict('Berkas ini baru saja diganti oleh orang lain. Periksa versi terbarunya.', newest)
      await this.means.pieces.retire(old.id, made.uploadedAt)
      await this.means.pieces.insertFiles([
        { ...made, ...storedContent(upload), id: newId(), slot: old.slot, version: old.version + 1 },
      ])
      await this.record(
        actor,
        piece,
        'replace-file',
        { file: old.name, version: old.version },
        { file: upload.name, version: old.version + 1 },
      )
    })
  }

  /** Withdraws the piece with a reason: its uses stop counting, its trace stays. */
  async withdraw(actor: Actor, piece: Piece, { reason, version }: Withdrawal): Promise<void> {
    await this.changePiece(actor, piece, version, async () => {
      await this.means.pieces.update(piece.id, {
        withdrawnAt: instant(this.means.clock),
        withdrawnBy: actor.userId,
        withdrawnReason: reason,
        version: version + 1,
      })
      await this.record(actor, piece, 'withdraw-evidence', { title: piece.title }, { reason })
    })
  }

  private async changePiece(
    actor: Actor,
    piece: Piece,
    version: number | null,
    work: () => Promise<void>,
  ): Promise<void> {
    this.requireChangeable(piece)
    await this.means.database.inTransaction(async () => {
      const touched = await this.holdOpenWorksheets(actor, piece)
      const standing = await this.means.pieces.standing(piece.id)
      if (!standing || standing.withdrawnAt !== null)
        throw new Closed('Bukti ini sudah ditarik, sehingga tidak dapat diubah.')
      if (version !== null && standing.version !== version)
        throw new Conflict('Bukti ini baru saja diubah oleh orang lain. Periksa, lalu simpan lagi.', standing)
      await work()
      for (const { assessment, questions } of touched)
        await this.means.effects.changed(
          actor,
          assessment,
          questions,
          `Bukti ${questions.join(', ')} berubah.`,
        )
    })
  }

  /** A worksheet whose window is over would change behind its deadline: the whole act is refused. */
  private async holdOpenWorksheets(actor: Actor, piece: Piece) {
    const uses = await this.means.uses.stillOpenWith(piece.id)
    const ids = [...new Set(uses.map(use => use.assessmentId))]
    const touched = []
    for (const id of ids) {
      const assessment = await this.means.assessments.visibleTo(actor, 'read-evidence').get(id)
      requireOpen(assessment, this.means.clock())
      await this.means.assessments.assertStillOpen(assessment)
      const questions = uses.filter(use => use.assessmentId === id).map(use => use.question)
      touched.push({ assessment, questions })
    }
    return touched
  }

  private requireChangeable(piece: Piece): void {
    if (piece.withdrawnAt !== null) throw new Closed('Bukti ini sudah ditarik, sehingga tidak dapat diubah.')
    if (!piece.mayChange)
      throw new Refused('Bukti ini dipakai oleh pokja lain. Mintalah ketua tim ZI bila perlu diubah.')
  }

  private madeNow(actor: Actor, piece: Piece) {
    return { evidenceId: piece.id, uploadedBy: actor.userId ?? '', uploadedAt: instant(this.means.clock) }
  }

  private record(
    actor: Actor,
    piece: Piece,
    action: string,
    before: object | undefined,
    after: object,
    restricted = piece.access === 'terbatas',
  ): Promise<void> {
    const seen = <T extends object | undefined>(facts: T) =>
      facts && restricted ? withoutWords(facts) : facts
    return this.means.audit.record(actor, {
      action,
      subjectType: 'evidence',
      subjectId: piece.id,
      satkerId: piece.satkerId,
      before: seen(before),
      after: seen(after),
    })
  }
}
