import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { withoutWords } from '../audit/restricted-words'
import { instant } from '../clock'
import { newId } from '../db/ids'
import { Closed, Conflict, Invalid, Refused } from '../refusals'
import type { StagedUpload } from '../storage/receive-upload'
import {
  evidenceClosedBecause,
  isOfCentre,
  mayOpen,
  mayShelve,
  mayShelveRestricted,
  type ShelvingPurpose,
} from './evidence-access'
import type { WritingMeans } from './evidence-means'
import type { FileRow } from './evidence-pieces.repository'
import type { PieceFacts, Withdrawal } from './evidence.form'
import type { ShelvedEvidence } from './shelved-evidence'
import type { Piece } from './evidence.service'
import { firstVersions, keepContents, storedContent, titleOf, type NewFiles } from './new-files'

/** How often a change begins again when others attach the piece meanwhile. */
const TRIES = 3

/**
 * Changing a piece itself. Worksheets that are still open and use it are scored again and their attestations end;
 * submitted ones keep their own record of it.
 */
export class EvidencePiecesService {
  constructor(private readonly means: WritingMeans) {}

  /**
   * Puts a piece on the shelf that no question uses yet, e.g. to answer a note after the worksheet was handed in;
   * gives its id.
   */
  async shelve(
    actor: Actor,
    satker: ScopedSatker,
    { title, links, ...facts }: ShelvedEvidence,
    staged: NewFiles['staged'],
    purpose: ShelvingPurpose = 'shelf',
  ): Promise<string> {
    this.requireShelving(actor, satker, purpose)
    if (facts.access === 'terbatas' && !mayShelveRestricted(actor, satker))
      throw new Invalid('Bukti belum tersimpan.', {
        access: 'Bukti terbatas yang belum dipakai hanya disimpan oleh ketua tim ZI.',
      })
    const files = { staged, links }
    if (staged.length + links.length === 0)
      throw new Invalid('Bukti belum tersimpan.', { files: 'Pilih berkas atau tulis tautan.' })
    await keepContents(this.means.storage, files)
    const [createdBy, createdAt] = [actor.userId ?? '', instant(this.means.clock)]
    const piece = { id: newId(), satkerId: satker.satkerId, title: title || titleOf(files), ...facts }
    const rows = firstVersions(files, {
      evidenceId: piece.id,
      uploadedBy: createdBy,
      uploadedAt: createdAt,
    })
    await this.means.database.inTransaction(async () => {
      await this.means.quota.requireRoom(satker.satkerId, staged)
      await this.means.pieces.insert({ ...piece, createdBy, createdAt })
      await this.means.pieces.insertFiles(rows)
      const { id, satkerId, access, nature } = piece
      const words = { title: piece.title, files: rows.map(file => file.name) }
      await this.record(actor, { id, satkerId, access }, 'add-evidence', undefined, {
        ...words,
        nature,
        access,
      })
    })
    return piece.id
  }

  /** Throws unless the actor may bring evidence of the satker; also asked before files are received. */
  requireShelving(actor: Actor, satker: ScopedSatker, purpose: ShelvingPurpose = 'shelf'): void {
    if (!mayShelve(actor, satker, purpose))
      throw new Refused('Bukti satker ini disimpan oleh ketua tim ZI dan anggota pokjanya.')
  }

  /** Title, nature, dates, number, issuer and access. Throws Conflict when the piece changed since it was shown. */
  async change(actor: Actor, piece: Piece, { version, ...facts }: PieceFacts): Promise<void> {
    await this.changePiece(actor, piece, version, async standing => {
      if (!mayOpen(actor, { ...standing, access: facts.access }))
        throw new Invalid('Keterangan bukti belum tersimpan.', {
          access: 'Bukti terbatas tidak lagi dapat Anda buka. Mintalah ketua tim ZI mengubah aksesnya.',
        })
      const before = Object.fromEntries(
        Object.keys(facts).map(key => [key, standing[key as keyof typeof facts] ?? null]),
      )
      await this.means.pieces.update(piece.id, { ...facts, version: version + 1 })
      const restricted = standing.access === 'terbatas' || facts.access === 'terbatas'
      await this.record(actor, standing, 'change-evidence', before, facts, restricted)
    })
  }

  /** Adds files and links beside those that stand. */
  async addFiles(actor: Actor, piece: Piece, files: NewFiles): Promise<void> {
    if (files.staged.length + files.links.length === 0)
      throw new Invalid('Berkas belum tersimpan.', { files: 'Pilih berkas atau tulis tautan.' })
    requireStanding(piece)
    await keepContents(this.means.storage, files)
    const rows = firstVersions(files, this.madeNow(actor, piece))
    await this.changePiece(actor, piece, null, async standing => {
      await this.means.quota.requireRoom(piece.satkerId, files.staged)
      await this.means.pieces.insertFiles(rows)
      await this.record(actor, standing, 'add-file', undefined, { files: rows.map(row => row.name) })
    })
  }

  /** Puts a new version in the place of a file; the old one stays and can still be opened. */
  async replaceFile(actor: Actor, piece: Piece, old: FileRow, upload: StagedUpload): Promise<void> {
    requireStanding(piece)
    if (old.sha256 === upload.sha256)
      throw new Invalid('Berkas belum diganti.', { files: 'Isi berkas ini sama dengan yang sudah ada.' })
    await keepContents(this.means.storage, { staged: [upload], links: [] })
    const made = this.madeNow(actor, piece)
    await this.changePiece(actor, piece, null, async standing => {
      const newest = (await this.means.pieces.files(piece.id)).find(file => file.slot === old.slot)
      if (newest?.id !== old.id)
        throw new Conflict('Berkas ini baru saja diganti oleh orang lain. Periksa versi terbarunya.', newest)
      await this.means.quota.requireRoom(piece.satkerId, [upload])
      await this.means.pieces.retire(old.id, made.uploadedAt)
      await this.means.pieces.insertFiles([
        { ...made, ...storedContent(upload), id: newId(), slot: old.slot, version: old.version + 1 },
      ])
      await this.record(
        actor,
        standing,
        'replace-file',
        { file: old.name, version: old.version },
        { file: upload.name, version: old.version + 1 },
      )
    })
  }

  /** Withdraws the piece with a reason: its uses stop counting, its trace stays. */
  async withdraw(actor: Actor, piece: Piece, { reason, version }: Withdrawal): Promise<void> {
    await this.changePiece(actor, piece, version, async standing => {
      await this.means.pieces.update(piece.id, {
        withdrawnAt: instant(this.means.clock),
        withdrawnBy: actor.userId,
        withdrawnReason: reason,
        version: version + 1,
      })
      await this.record(actor, standing, 'withdraw-evidence', { title: standing.title }, { reason })
    })
  }

  /** Throws unless the actor may change the piece, and now; also asked before files are received. */
  async requireChangeable(actor: Actor, piece: Piece): Promise<void> {
    requireStanding(piece)
    await this.openAssessments(actor, await this.means.uses.stillOpenWith(piece.id))
  }

  private async changePiece(
    actor: Actor,
    piece: Piece,
    version: number | null,
    work: (standing: Piece) => Promise<void>,
  ): Promise<void> {
    requireStanding(piece)
    for (let times = 1; times <= TRIES; times++) {
      const settled = await this.means.database
        .inTransaction(() => this.changeHeld(actor, piece, version, work))
        .then(() => true)
        .catch((error: unknown) => {
          if (error instanceof UsedMeanwhile) return false
          throw error
        })
      if (settled) return
    }
    throw new Conflict('Bukti ini sedang dipakai di tempat lain. Coba lagi.', piece)
  }

  /**
   * Worksheets are held before the piece, as attaching does. Somebody may have attached it to a further one while this
   * waited for the piece: then everything is let go and begun again.
   */
  private async changeHeld(
    actor: Actor,
    { id }: Piece,
    version: number | null,
    work: (standing: Piece) => Promise<void>,
  ): Promise<void> {
    const assessments = await this.openAssessments(actor, await this.means.uses.stillOpenWith(id))
    for (const assessment of assessments) await this.means.assessments.assertStillOpen(assessment)
    await this.means.pieces.hold(id)
    const uses = await this.means.uses.stillOpenWith(id)
    const held = new Set(assessments.map(assessment => assessment.id))
    if (uses.some(use => !held.has(use.assessmentId))) throw new UsedMeanwhile()
    const standing = await this.means.evidence.piece(actor, id)
    requireStanding(standing)
    if (version !== null && standing.version !== version)
      throw new Conflict('Bukti ini baru saja diubah oleh orang lain. Periksa, lalu simpan lagi.', standing)
    await work(standing)
    for (const assessment of assessments) {
      const questions = uses.filter(use => use.assessmentId === assessment.id).map(use => use.question)
      const because = `Bukti ${questions.join(', ')} berubah.`
      await this.means.effects.changed(actor, assessment, questions, because)
    }
  }

  /** A worksheet whose window is over would change behind its deadline: the whole act is refused. */
  private async openAssessments(
    actor: Actor,
    uses: readonly { readonly assessmentId: string; readonly question: string }[],
  ): Promise<AssessmentContext[]> {
    const opened: AssessmentContext[] = []
    for (const id of new Set(uses.map(use => use.assessmentId))) {
      const assessment = await this.means.assessments.visibleTo(actor, 'read-evidence').get(id)
      for (const { question } of uses.filter(use => use.assessmentId === id)) {
        const closed = evidenceClosedBecause(assessment, question, this.means.clock())
        if (closed) throw new Closed(closed)
      }
      opened.push(assessment)
    }
    return opened
  }

  private madeNow(actor: Actor, piece: Piece) {
    return { evidenceId: piece.id, uploadedBy: actor.userId ?? '', uploadedAt: instant(this.means.clock) }
  }

  private record(
    actor: Actor,
    piece: Pick<Piece, 'id' | 'satkerId' | 'access'>,
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

function requireStanding(piece: Piece): void {
  if (piece.withdrawnAt !== null) throw new Closed('Bukti ini sudah ditarik, sehingga tidak dapat diubah.')
  if (piece.mayChange) return
  throw new Refused(
    isOfCentre(piece)
      ? 'Bukti ini dipakai untuk prasyarat yang diisi pusat, sehingga hanya diubah oleh administrator pusat.'
      : 'Bukti ini dipakai oleh pokja lain. Mintalah ketua tim ZI bila perlu diubah.',
  )
}

/** An assessment that nobody held uses the piece by now. */
class UsedMeanwhile extends Error {
  override readonly name = 'UsedMeanwhile'
}
