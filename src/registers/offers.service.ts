import { createHash } from 'node:crypto'
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
import { Conflict, Invalid, NotFound } from '../refusals'
import type { PrintedLetter } from '../reports/official-document'
import { officialPdf } from '../reports/official-pdf'
import { evidenceLimits } from '../storage/file-kinds'
import { receiveUpload, type StagedUpload } from '../storage/receive-upload'
import type { Storage } from '../storage/storage'
import { EntriesRepository } from './entries.repository'
import { entryWords, type EntriesService } from './entries.service'
import { printExcerpt, QUOTED_AT } from './excerpt'
import { OffersRepository, type OfferRow } from './offers.repository'
import { ProofsRepository, type ProofRow } from './proofs.repository'
import { oneLine, type SeenEntry } from './register-entry'
import type { RegisterSources } from './register-source'
import type { RegisterUnits } from './register-unit'

const OFFERED = 8
export const OFFERS_PAGE = 50

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
   * Entries of the cycle's year and the year before that support a question; the worksheet of a cycle speaks of both.
   * The first few, or a page of those that a search finds. One statement.
   */
  async of(
    assessment: AssessmentContext,
    question: string,
    { search = '', page = 0 }: { readonly search?: string; readonly page?: number } = {},
  ): Promise<OfferRow[]> {
    const { year, satkerId } = assessment
    const place = {
      assessmentId: assessment.id,
      satkerId,
      question,
      part: partOf(assessment, question) ?? '',
      from: `${year - 1}-01-01`,
      until: this.lastDay(assessment),
      search,
    }
    return page === 0
      ? this.offers.of(place, OFFERED)
      : this.offers.of(place, OFFERS_PAGE, (page - 1) * OFFERS_PAGE)
  }

  /** What is dated after today has not happened yet. */
  private lastDay({ year, timeZone }: AssessmentContext): string {
    const today = civilDate(this.means.clock(), timeZone)
    return today < `${year}-12-31` ? today : `${year}-12-31`
  }

  /**
   * Puts an entry under a question: an excerpt of it as it stands today, a paper of nature `formal` since it tells and
   * proves nothing by itself, and the pieces it is proven by, each with its own nature. Gives how many were put there;
   * Conflict when the entry changed while its excerpt was made.
   */
  async use(actor: Actor, assessment: AssessmentContext, question: string, entryId: string): Promise<number> {
    const { database, entries, uses, storage } = this.means
    uses.requireAttachable(actor, assessment, question)
    const entry = await entries.get(actor, entryId)
    if (entry.satkerId !== assessment.satkerId) throw new NotFound('Entri register')
    const before = await this.standing(actor, entry)
    const paper = before.excerpt === null ? await this.paper(before.printed, entry) : null
    try {
      return await database.inTransaction(async () => {
        await this.rows.hold(entry.satkerId)
        const now = await this.standing(actor, entry)
        if (now.content !== before.content)
          throw new Conflict(
            'Entri ini diubah orang lain sementara kutipannya dibuat. Coba sekali lagi.',
            null,
          )
        const used = await this.proofs.usedUnder(assessment.id, question)
        const kept = now.excerpt ?? (paper && (await this.keep(actor, entry, paper, now.content)))
        const wanted = [kept, ...now.proofs.filter(usable).map(proof => proof.id)].filter(
          (id): id is string => id !== null && !used.has(id),
        )
        if (wanted.length === 0)
          throw new Invalid('Entri ini belum dipakai.', {
            entry: 'Entri ini dan buktinya sudah ada pada pertanyaan ini.',
          })
        const facts = {
          stages: stagesFor(now.stages, assessment, question),
          claim: oneLine(entry.summary),
          page: '',
        }
        await uses.attachAll(
          actor,
          assessment,
          question,
          wanted.map(evidence => ({ evidence, ...facts })),
        )
        return wanted.length
      })
    } finally {
      if (paper) await storage.discard(paper)
    }
  }

  /** What an entry says today, the pieces it is proven by, and the excerpt that says just that, where there is one. */
  private async standing(actor: Actor, entry: SeenEntry) {
    const { units, entries, sources, clock } = this.means
    const source = sources[entry.register]
    if (!source) throw new NotFound('Entri register')
    const [proofs, unit, document, supports] = await Promise.all([
      this.proofs.of(actor, entry),
      units.toRead(actor, entry.satkerId),
      source.document(actor, entry.id),
      entries.supportsOf([entry.id]),
    ])
    const { areas = [], questions = [] } = supports.get(entry.id) ?? {}
    const supported = [...areas.map(area => `area ${area}`), ...questions].join(', ')
    const printed = printExcerpt({ unit, entry, document, proofs, supported, madeAt: instant(clock) })
    const content = contentOf(printed, civilDate(clock(), entry.timeZone))
    const current = proofs.find(
      proof => proof.kind === 'excerpt' && proof.withdrawnAt === null && proof.content === content,
    )
    return { proofs, printed, content, stages: document.stages, excerpt: current?.id ?? null }
  }

  /** The entry as a received file, before any row names it. */
  private async paper(printed: PrintedLetter, entry: SeenEntry): Promise<StagedUpload> {
    const { storage, config } = this.means
    const pdf = await officialPdf(printed)
    const name = `kutipan-${entry.title.slice(0, 80)}.pdf`
    return receiveUpload(storage, Readable.from([pdf]), name, evidenceLimits(config.upload))
  }

  private async keep(actor: Actor, entry: SeenEntry, paper: StagedUpload, content: string): Promise<string> {
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
        content,
        addedBy: actor.userId ?? '',
        addedAt: instant(this.means.clock),
      },
    ])
    return evidenceId
  }
}

/** What an excerpt says, whatever the hour: the same content on the same day is the same paper. */
function contentOf({ blocks, meta, title }: PrintedLetter, today: string): string {
  const said = meta.filter(({ label }) => label !== QUOTED_AT)
  return createHash('sha256')
    .update(JSON.stringify([today, title, said, blocks]))
    .digest('hex')
}

const usable = ({ kind, opened, withdrawnAt }: ProofRow): boolean =>
  kind === 'proof' && Boolean(opened) && withdrawnAt === null

/** Of what an entry shows, what the question asks for; all of it where it asks for none of that. */
function stagesFor(
  shown: readonly EvidenceStage[],
  { instrument }: AssessmentContext,
  question: string,
): EvidenceStage[] {
  const expected = lookup(instrument).questions.get(question)?.question.expectedStages ?? []
  const both = shown.filter(stage => expected.includes(stage))
  return both.length > 0 ? both : [...shown]
}
