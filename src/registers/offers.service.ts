import { Readable } from 'node:stream'
import type { Actor } from '../access/actor'
import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import { civilDate, instant, type Clock } from '../clock'
import type { Config } from '../config'
import type { Database } from '../db/database'
import type { EvidenceStage } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { EvidencePiecesService } from '../evidence/evidence-pieces.service'
import type { EvidenceUsesService } from '../evidence/evidence-uses.service'
import { Invalid, NotFound } from '../refusals'
import { officialPdf } from '../reports/official-pdf'
import { evidenceLimits } from '../storage/file-kinds'
import { receiveUpload, type StagedUpload } from '../storage/receive-upload'
import type { Storage } from '../storage/storage'
import { EntriesRepository } from './entries.repository'
import { entryWords, type EntriesService } from './entries.service'
import { printExcerpt } from './excerpt'
import { OffersRepository, type OfferRow } from './offers.repository'
import { ProofsRepository, type ProofRow } from './proofs.repository'
import { REGISTER_FACTS, type Register } from './register'
import { oneLine, type SeenEntry } from './register-entry'
import type { RegisterSources } from './register-source'
import type { RegisterUnits } from './register-unit'

const OFFERED = 8

/** What the offers take from the rest of the house. */
export interface OfferMeans {
  readonly config: Config
  readonly database: Database
  readonly storage: Storage
  readonly clock: Clock
  readonly entries: EntriesService
  readonly units: RegisterUnits
  readonly pieces: EvidencePiecesService
  readonly uses: EvidenceUsesService
  readonly sources: RegisterSources
}

/** Entries of the registers as evidence of questions. */
export class OffersService {
  private readonly offers: OffersRepository
  private readonly proofs: ProofsRepository
  private readonly rows: EntriesRepository

  constructor(private readonly means: OfferMeans) {
    this.offers = new OffersRepository(means.database)
    this.proofs = new ProofsRepository(means.database)
    this.rows = new EntriesRepository(means.database)
  }

  /**
   * Entries of the cycle's year and the year before that support a question, those named for it first; the worksheet of
   * a cycle speaks of both. One statement.
   */
  async of(assessment: AssessmentContext, question: string): Promise<OfferRow[]> {
    const { year, satkerId } = assessment
    return this.offers.of(
      {
        assessmentId: assessment.id,
        satkerId,
        question,
        part: partOf(assessment, question) ?? '',
        from: `${year - 1}-01-01`,
        until: `${year}-12-31`,
      },
      OFFERED,
    )
  }

  /**
   * Puts an entry under a question: an excerpt of it as it stands today, a paper of nature `formal` since it tells and
   * proves nothing by itself, and the pieces it is proven by, each with its own nature. Gives how many were put there.
   */
  async use(actor: Actor, assessment: AssessmentContext, question: string, entryId: string): Promise<number> {
    const { database, entries, uses } = this.means
    uses.requireAttachable(actor, assessment, question)
    const entry = await entries.get(actor, entryId)
    if (entry.satkerId !== assessment.satkerId) throw new NotFound('Entri register')
    const before = await this.standing(actor, assessment, question, entry)
    const paper = before.excerpt === null ? await this.excerpt(actor, entry, before.proofs) : null
    return database.inTransaction(async () => {
      await this.rows.hold(entry.satkerId)
      const { excerpt, proofs, used } = await this.standing(actor, assessment, question, entry)
      const kept = excerpt ?? (paper && (await this.keep(actor, entry, paper)))
      const wanted = [kept, ...proofs.filter(usable).map(proof => proof.id)].filter(
        (id): id is string => id !== null && !used.has(id),
      )
      if (wanted.length === 0)
        throw new Invalid('Entri ini belum dipakai.', {
          entry: 'Entri ini dan buktinya sudah ada pada pertanyaan ini.',
        })
      const stages = stagesFor(entry.register, assessment, question)
      for (const evidence of wanted)
        await uses.attach(actor, assessment, question, {
          evidence,
          stages,
          claim: oneLine(entry.summary),
          page: '',
        })
      return wanted.length
    })
  }

  /** The pieces of an entry, and its excerpt where one says what the entry says today. */
  private async standing(actor: Actor, assessment: AssessmentContext, question: string, entry: SeenEntry) {
    const proofs = await this.proofs.of(actor, entry)
    const used = await this.proofs.usedUnder(assessment.id, question)
    const today = civilDate(this.means.clock(), entry.timeZone)
    const current = proofs.find(
      ({ id, kind, withdrawnAt, addedAt }) =>
        kind === 'excerpt' &&
        withdrawnAt === null &&
        addedAt >= entry.changedAt &&
        (used.has(id) || civilDate(new Date(addedAt), entry.timeZone) === today),
    )
    return { proofs, used, excerpt: current?.id ?? null }
  }

  /** The entry as a received file, before any row names it. */
  private async excerpt(actor: Actor, entry: SeenEntry, proofs: readonly ProofRow[]): Promise<StagedUpload> {
    const { units, entries, sources, clock, storage, config } = this.means
    const source = sources[entry.register]
    if (!source) throw new NotFound('Entri register')
    const [unit, document, supports] = await Promise.all([
      units.toRead(actor, entry.satkerId),
      source.document(actor, entry.id),
      entries.supportsOf([entry.id]),
    ])
    const { areas = [], questions = [] } = supports.get(entry.id) ?? {}
    const supported = [...areas.map(area => `area ${area}`), ...questions].join(', ')
    const pdf = await officialPdf(
      printExcerpt({ unit, entry, document, proofs, supported, madeAt: instant(clock) }),
    )
    const name = `kutipan-${entry.title.slice(0, 80)}.pdf`
    return receiveUpload(storage, Readable.from([pdf]), name, evidenceLimits(config.upload))
  }

  private async keep(actor: Actor, entry: SeenEntry, paper: StagedUpload): Promise<string> {
    const { happenedOn, happenedUntil } = entry
    const evidenceId = await this.means.pieces.shelve(
      actor,
      entry,
      {
        title: oneLine(entryWords(entry)),
        nature: 'formal',
        happenedOn,
        happenedUntil: happenedUntil === happenedOn ? null : happenedUntil,
        documentNumber: '',
        issuer: '',
        access: 'biasa',
        links: [],
      },
      [paper],
    )
    await this.rows.addEvidence([
      {
        entryId: entry.id,
        evidenceId,
        kind: 'excerpt',
        addedBy: actor.userId ?? '',
        addedAt: instant(this.means.clock),
      },
    ])
    return evidenceId
  }
}

const usable = ({ kind, opened, withdrawnAt }: ProofRow): boolean =>
  kind === 'proof' && Boolean(opened) && withdrawnAt === null

/** Of what a register shows, what the question asks for; all of it where it asks for none of that. */
function stagesFor(register: Register, { instrument }: AssessmentContext, question: string): EvidenceStage[] {
  const shown = REGISTER_FACTS[register]?.stages ?? ['implementation']
  const expected = lookup(instrument).questions.get(question)?.question.expectedStages ?? []
  const both = shown.filter(stage => expected.includes(stage))
  return both.length > 0 ? both : [...shown]
}
