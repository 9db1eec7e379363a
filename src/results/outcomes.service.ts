import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { SheetDocument } from '../evaluation/sheet-document'
import { paths } from '../paths'
import { frozenSignatories } from '../reports/gather-team'
import { presentLetterhead, readLogo, type Letterhead } from '../reports/letterhead'
import type { Storage } from '../storage/storage'
import { composeOutcome, type FrozenSheet, type Outcome, type OutcomeFacts } from './outcome'
import { ResultsRepository, type AssessorRow } from './results.repository'
import type { Result } from './results.service'

/** What Berita Acara and LHE say. */
export class OutcomesService {
  private readonly rows: ResultsRepository

  constructor(
    database: Database,
    private readonly storage: Storage,
    private readonly baseUrl: string,
    private readonly clock: Clock,
  ) {
    this.rows = new ResultsRepository(database)
  }

  /** The outcome of a result that was loaded through its actor. Two statements. */
  async of(result: Result): Promise<Outcome> {
    const sheets = result.evaluation.sheets.filter(sheet => sheet.frozenAt !== null)
    const [documents, people] = await Promise.all([
      this.rows.documents(sheets.map(({ id }) => id)),
      this.rows.assessors(sheets.flatMap(({ assessorId }) => assessorId ?? [])),
    ])
    const { signatories, satker } = result.handedIn
    return composeOutcome({
      result,
      sheets: sheets.map(({ id, seat, round }) => frozenSheet(seat, round, documents.get(id) ?? '')),
      inspectorate: await this.inspectorate(people.find(row => row.id === result.sheet.assessorId)),
      nips: new Map(people.map(({ id, nip }) => [id, nip ?? ''])),
      ...(signatories ? frozenSignatories(signatories, satker.kind) : { head: null, chair: null }),
      verificationAddress: `${this.baseUrl}${paths.verification()}`,
      generatedAt: instant(this.clock),
    })
  }

  /** The unit of the dalnis; without one the letter has no name at its head. */
  private async inspectorate(row: AssessorRow | undefined): Promise<OutcomeFacts['inspectorate']> {
    if (!row || row.code === null) return { name: 'Inspektorat', letterhead: NO_LETTERHEAD, logo: null }
    const { code, kind, city, letterhead: lines, logoSha256, logoType } = row
    const letterhead = presentLetterhead({
      code,
      kind: kind ?? '',
      city: city ?? '',
      letterhead: lines ?? '',
      logoSha256,
      logoType,
    })
    return { name: row.unit ?? 'Inspektorat', letterhead, logo: await readLogo(this.storage, letterhead) }
  }
}

const NO_LETTERHEAD: Letterhead = { code: '', kind: '', city: '', lines: [], logo: null }

function frozenSheet(seat: FrozenSheet['seat'], round: number, document: string): FrozenSheet {
  return seat === 'satker'
    ? { seat, round, document: JSON.parse(document) as FrozenDocument }
    : { seat, round, document: JSON.parse(document) as SheetDocument }
}
