import type { Actor } from '../access/actor'
import { withoutWords } from '../audit/restricted-words'
import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import { instant } from '../clock'
import { newId } from '../db/ids'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { ScoredFacts } from '../worksheets/scoring.service'
import { evidenceClosedBecause, keeperOf, mayAttach, prerequisiteOf } from './evidence-access'
import type { WritingMeans } from './evidence-means'
import type { EvidenceUseRow } from './evidence-use.entity'
import type { Attachment, NewEvidence, UseFacts } from './evidence.form'
import type { EvidenceAccess } from './evidence.entity'
import type { Piece } from './evidence.service'
import { firstVersions, keepContents, titleOf, type NewFiles } from './new-files'

type UseWords = Pick<EvidenceUseRow, 'stages' | 'claim' | 'page'>

interface UsedPiece {
  readonly id: string
  readonly access: EvidenceAccess
  readonly nature: string
}

export interface Attached {
  readonly evidenceId: string
  readonly useId: string
  /** Scores after the change; null under a prerequisite. */
  readonly scored: ScoredFacts | null
}

/** A use with the piece it is of, as it stands. */
export interface StandingUse extends EvidenceUseRow {
  readonly title: string
  readonly access: EvidenceAccess
}

/** Putting evidence under a question and taking it away again; each with its scores, attestations and event. */
export class EvidenceUsesService {
  constructor(private readonly means: WritingMeans) {}

  /** Makes a piece of new files and links and uses it for the question. The files are kept before their rows. */
  async add(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    { title, links, stages, claim, page, ...facts }: NewEvidence,
    staged: NewFiles['staged'],
  ): Promise<Attached> {
    this.requireAttachable(actor, assessment, question)
    const files = { staged, links }
    if (staged.length + links.length === 0)
      throw new Invalid('Bukti belum tersimpan.', { files: 'Pilih berkas atau tulis tautan.' })
    await keepContents(this.means.storage, files)
    const createdAt = instant(this.means.clock)
    const createdBy = actor.userId ?? ''
    const piece = { id: newId(), satkerId: assessment.satkerId, title: title || titleOf(files), ...facts }
    const rows = firstVersions(files, {
      evidenceId: piece.id,
      uploadedBy: createdBy,
      uploadedAt: createdAt,
    })
    return this.means.database.inTransaction(async () => {
      await this.means.assessments.assertStillOpen(assessment)
      await this.means.quota.requireRoom(assessment.satkerId, staged)
      await this.means.pieces.insert({ ...piece, createdBy, createdAt })
      await this.means.pieces.insertFiles(rows)
      return this.use(actor, assessment, question, piece, { stages, claim, page }, 'add-evidence', {
        title: piece.title,
        files: rows.map(file => file.name),
      })
    })
  }

  /** Uses a piece of the satker's shelf for the question. */
  async attach(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    { evidence, ...facts }: Attachment,
  ): Promise<Attached> {
    this.requireAttachable(actor, assessment, question)
    return this.means.database.inTransaction(async () => {
      await this.means.assessments.assertStillOpen(assessment)
      const piece = await this.attachable(actor, assessment, question, evidence)
      return this.use(actor, assessment, question, piece, facts, 'use-evidence', { title: piece.title })
    })
  }

  /** As `attach` for several pieces at once, which are scored once. */
  async attachAll(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    attachments: readonly Attachment[],
  ): Promise<void> {
    this.requireAttachable(actor, assessment, question)
    await this.means.database.inTransaction(async () => {
      await this.means.assessments.assertStillOpen(assessment)
      const used: { piece: Piece; facts: UseWords; use: { evidenceId: string; question: string } }[] = []
      for (const { evidence, ...facts } of attachments) {
        const piece = await this.attachable(actor, assessment, question, evidence)
        used.push({ piece, facts, use: await this.insert(actor, assessment, question, piece, facts) })
      }
      await this.changed(actor, assessment, question)
      for (const { piece, facts, use } of used)
        await this.recordUse(actor, assessment, use, piece, facts, 'use-evidence', { title: piece.title })
    })
  }

  /** A piece of the satker that does not serve the question yet, held until the transaction ends. */
  private async attachable(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    evidence: string,
  ): Promise<Piece> {
    await this.means.pieces.hold(evidence)
    const piece = await this.means.evidence.piece(actor, evidence)
    if (piece.satkerId !== assessment.satkerId) throw new NotFound('Bukti')
    if (piece.withdrawnAt !== null)
      throw new Invalid('Bukti belum dipakai.', { evidence: 'Bukti ini sudah ditarik. Pilih yang lain.' })
    if (await this.means.uses.isUsed(assessment.id, question, piece.id))
      throw new Invalid('Bukti belum dipakai.', { evidence: 'Bukti ini sudah ada pada pertanyaan ini.' })
    return piece
  }

  /** The use when the actor may change it; 404 otherwise. */
  async get(actor: Actor, assessment: AssessmentContext, id: string): Promise<StandingUse> {
    const use = await this.means.uses.find(assessment.id, id)
    if (!use) throw new NotFound('Pemakaian bukti')
    const { title, access } = await this.means.evidence.piece(actor, use.evidenceId)
    return { ...use, title, access }
  }

  /** Changes stages, claim and page. Throws Conflict when the use changed since it was shown. */
  async change(
    actor: Actor,
    assessment: AssessmentContext,
    use: StandingUse,
    form: UseFacts,
  ): Promise<Attached> {
    return this.changeUse(actor, assessment, use, form.version, async () => {
      const { version, ...facts } = form
      await this.means.uses.update(use.id, { ...facts, version: version + 1 })
      const scored = await this.changed(actor, assessment, use.question)
      await this.record(actor, assessment, use, 'change-use', factsOf(use), facts)
      return { evidenceId: use.evidenceId, useId: use.id, scored }
    })
  }

  /** Takes the piece away from the question; the piece stays on the shelf. */
  async remove(
    actor: Actor,
    assessment: AssessmentContext,
    use: StandingUse,
    version: number,
  ): Promise<void> {
    await this.changeUse(actor, assessment, use, version, async () => {
      await this.means.uses.remove(use.id)
      await this.changed(actor, assessment, use.question)
      await this.record(actor, assessment, use, 'remove-use', { title: use.title, ...factsOf(use) }, null)
    })
  }

  private changeUse<T>(
    actor: Actor,
    assessment: AssessmentContext,
    use: StandingUse,
    version: number,
    work: () => Promise<T>,
  ): Promise<T> {
    this.requireAttachable(actor, assessment, use.question)
    return this.means.database.inTransaction(async () => {
      await this.means.assessments.assertStillOpen(assessment)
      const standing = await this.means.uses.find(assessment.id, use.id)
      if (!standing) throw new NotFound('Pemakaian bukti')
      if (standing.version !== version)
        throw new Conflict(
          'Pemakaian bukti ini baru saja diubah oleh orang lain. Periksa, lalu simpan lagi.',
          standing,
        )
      return work()
    })
  }

  private async use(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    piece: UsedPiece,
    facts: UseWords,
    action: string,
    named: object,
  ): Promise<Attached> {
    const use = await this.insert(actor, assessment, question, piece, facts)
    const scored = await this.changed(actor, assessment, question)
    await this.recordUse(actor, assessment, use, piece, facts, action, named)
    return { evidenceId: piece.id, useId: use.id, scored }
  }

  private async insert(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    piece: UsedPiece,
    facts: UseWords,
  ) {
    const use = {
      id: newId(),
      assessmentId: assessment.id,
      question,
      part: keeperOf(assessment, question),
      evidenceId: piece.id,
      ...facts,
      createdBy: actor.userId ?? '',
      createdAt: instant(this.means.clock),
    }
    await this.means.uses.insert(use)
    return use
  }

  private recordUse(
    actor: Actor,
    assessment: AssessmentContext,
    use: { readonly evidenceId: string; readonly question: string },
    { nature, access }: UsedPiece,
    facts: UseWords,
    action: string,
    named: object,
  ): Promise<void> {
    return this.record(actor, assessment, { ...use, access }, action, undefined, {
      ...named,
      nature,
      access,
      ...facts,
    })
  }

  private changed(actor: Actor, assessment: AssessmentContext, question: string) {
    return this.means.effects.changed(actor, assessment, [question], `Bukti ${question} berubah.`)
  }

  /** The trail of a question is read by more people than a restricted paper: its words stay out. */
  private record(
    actor: Actor,
    assessment: AssessmentContext,
    use: Pick<StandingUse, 'evidenceId' | 'question' | 'access'>,
    action: string,
    before: object | undefined,
    after: object | null,
  ): Promise<void> {
    const seen = (facts: object | null | undefined) =>
      facts && use.access === 'terbatas' ? withoutWords(facts) : facts
    return this.means.audit.record(actor, {
      action,
      subjectType: 'evidence',
      subjectId: use.evidenceId,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      question: use.question,
      before: seen(before),
      after: seen(after),
    })
  }

  /** Throws unless the actor may attach evidence there, and now; also asked before the files are received. */
  requireAttachable(actor: Actor, assessment: AssessmentContext, question: string): void {
    if (partOf(assessment, question) === undefined && !prerequisiteOf(assessment, question))
      throw new NotFound('Pertanyaan')
    if (!mayAttach(actor, assessment, question))
      throw new Refused(
        'Bukti bagian ini diisi oleh pokja lain. Mintalah ketua tim ZI bila Anda perlu mengisinya.',
      )
    const closed = evidenceClosedBecause(assessment, question, this.means.clock())
    if (closed) throw new Closed(closed)
  }
}

const factsOf = ({ stages, claim, page }: Pick<EvidenceUseRow, 'stages' | 'claim' | 'page'>) => ({
  stages,
  claim,
  page,
})
