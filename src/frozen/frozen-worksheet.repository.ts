import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import type { EvidenceAccess } from '../evidence/evidence.entity'
import { FrozenWorksheet } from './frozen-worksheet.entity'

/** Where an assessment lies, with all that identifies it. */
export interface IdentityRow {
  readonly satkerCode: string
  readonly kind: string
  readonly region: string
  readonly city: string
  readonly employees: number
  readonly letterhead: string
  readonly logoSha256: string | null
  readonly logoType: string | null
  readonly cycleTitle: string
  readonly instrumentCode: string
  readonly instrumentVersion: number
  readonly checksum: string
}

export interface AnswerToFreeze {
  readonly question: string
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
  readonly valueBy: string | null
  readonly valueByName: string | null
  readonly valueAt: string | null
  readonly note: string
  readonly noteBy: string | null
  readonly noteByName: string | null
  readonly noteAt: string | null
  readonly carried: boolean | number
}

/** A use with the metadata of its piece. */
export interface UseToFreeze {
  readonly id: string
  readonly question: string
  /** JSON: a list of stages. */
  readonly stages: string
  readonly claim: string
  readonly page: string
  readonly createdBy: string
  readonly createdByName: string | null
  readonly createdAt: string
  readonly evidenceId: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly documentNumber: string
  readonly issuer: string
  readonly access: EvidenceAccess
  readonly pieceBy: string
  readonly pieceByName: string | null
  readonly pieceAt: string
}

export interface FileToFreeze {
  readonly id: string
  readonly evidenceId: string
  readonly slot: string
  readonly version: number
  readonly name: string
  readonly url: string | null
  readonly sha256: string | null
  readonly size: number | null
  readonly contentType: string | null
  readonly uploadedBy: string
  readonly uploadedByName: string | null
  readonly uploadedAt: string
}

export interface PrerequisiteToFreeze {
  readonly prerequisite: string
  readonly value: string | null
  readonly note: string
  readonly updatedBy: string
  readonly updatedByName: string | null
  readonly updatedAt: string
}

/** The number of a piece in the worksheet of a cycle. */
export interface EvidenceNumberRow {
  readonly evidenceId: string
  readonly number: string
  readonly year: number
}

export interface SignatoryToFreeze {
  readonly id: string
  readonly name: string
  readonly nip: string | null
  readonly role: 'head' | 'chair'
  readonly acting: boolean | number
}

/** What became of pieces of a satker, whatever they were when a worksheet was frozen; by their ids. */
export interface PiecesSince {
  readonly restricted: ReadonlySet<string>
  readonly withdrawn: ReadonlySet<string>
}

/** A frozen worksheet of an assessment, without its document. */
export interface EditionRow {
  readonly id: string
  readonly round: number
  readonly edition: number
  readonly frozenAt: string
}

const USED = `FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
  WHERE u.assessment_id = $1 AND e.withdrawn_at IS NULL`

/** What a worksheet is frozen from, and what was frozen. */
export class FrozenWorksheetRepository {
  constructor(private readonly database: Database) {}

  identity(assessmentId: string): Promise<IdentityRow | undefined> {
    return this.database.one<IdentityRow>(
      `SELECT s.code AS "satkerCode", s.kind, s.region, s.city, s.employees, s.letterhead,
              s.logo_sha256 AS "logoSha256", s.logo_type AS "logoType", c.title AS "cycleTitle",
              i.code AS "instrumentCode", i.version AS "instrumentVersion", i.checksum
         FROM assessments a JOIN satker s ON s.id = a.satker_id JOIN cycles c ON c.id = a.cycle_id
         JOIN instruments i ON i.id = c.instrument_id WHERE a.id = $1`,
      [assessmentId],
    )
  }

  answers(worksheetId: string): Promise<AnswerToFreeze[]> {
    return this.database.query<AnswerToFreeze>(
      `SELECT n.question, n.option, n.inputs, n.value_by AS "valueBy", vu.name AS "valueByName",
              n.value_at AS "valueAt", n.note, n.note_by AS "noteBy", nu.name AS "noteByName",
              n.note_at AS "noteAt", n.carried
         FROM answers n LEFT JOIN users vu ON vu.id = n.value_by LEFT JOIN users nu ON nu.id = n.note_by
        WHERE n.worksheet_id = $1`,
      [worksheetId],
    )
  }

  /** Uses of pieces that were not withdrawn, in the order they were made. */
  uses(assessmentId: string): Promise<UseToFreeze[]> {
    return this.database.query<UseToFreeze>(
      `SELECT u.id, u.question, u.stages, u.claim, u.page, u.created_by AS "createdBy",
              (SELECT name FROM users WHERE id = u.created_by) AS "createdByName", u.created_at AS "createdAt",
              e.id AS "evidenceId", e.title, e.nature, e.happened_on AS "happenedOn",
              e.happened_until AS "happenedUntil", e.document_number AS "documentNumber", e.issuer, e.access,
              e.created_by AS "pieceBy", (SELECT name FROM users WHERE id = e.created_by) AS "pieceByName",
              e.created_at AS "pieceAt" ${USED} ORDER BY u.created_at, u.id`,
      [assessmentId],
    )
  }

  /** The versions that stand of the files and links of those pieces. */
  files(assessmentId: string): Promise<FileToFreeze[]> {
    return this.database.query<FileToFreeze>(
      `SELECT f.id, f.evidence_id AS "evidenceId", f.slot, f.version, f.name, f.url, f.sha256, f.size,
              f.content_type AS "contentType", f.uploaded_by AS "uploadedBy", fu.name AS "uploadedByName",
              f.uploaded_at AS "uploadedAt"
         FROM evidence_files f LEFT JOIN users fu ON fu.id = f.uploaded_by
        WHERE f.replaced_at IS NULL AND f.evidence_id IN (SELECT e.id ${USED}) ORDER BY f.uploaded_at, f.id`,
      [assessmentId],
    )
  }

  prerequisites(assessmentId: string): Promise<PrerequisiteToFreeze[]> {
    return this.database.query<PrerequisiteToFreeze>(
      `SELECT p.prerequisite, p.value, p.note, p.updated_by AS "updatedBy", u.name AS "updatedByName",
              p.updated_at AS "updatedAt"
         FROM prerequisite_values p LEFT JOIN users u ON u.id = p.updated_by WHERE p.assessment_id = $1`,
      [assessmentId],
    )
  }

  /** Heads and chairs of a satker on a civil date, an acting one and the newest first. */
  signatories(satkerId: string, on: string): Promise<SignatoryToFreeze[]> {
    return this.database.query<SignatoryToFreeze>(
      `SELECT u.id, u.name, u.nip, m.role, m.acting FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.satker_id = $1 AND m.role IN ('head', 'chair') AND m.valid_from <= $2
          AND (m.valid_until IS NULL OR m.valid_until >= $2)
        ORDER BY m.acting DESC, m.valid_from DESC, u.name`,
      [satkerId, on],
    )
  }

  keep(worksheetId: string, document: string): Promise<void> {
    return this.database.insert(FrozenWorksheet, [{ worksheetId, document }])
  }

  async document(worksheetId: string): Promise<string | undefined> {
    const row = await this.database.one<{ document: string }>(
      'SELECT document FROM frozen_worksheets WHERE worksheet_id = $1',
      [worksheetId],
    )
    return row?.document
  }

  /** The stored documents of some worksheets, whoever handed them in. */
  documents(worksheetIds: readonly string[]): Promise<{ worksheetId: string; document: string }[]> {
    return this.database.query(
      `SELECT worksheet_id AS "worksheetId", document FROM frozen_worksheets
        WHERE worksheet_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(worksheetIds)],
    )
  }

  /** The stored document of one of the satker's worksheets of an assessment. */
  stored(
    assessmentId: string,
    worksheetId: string,
  ): Promise<{ document: string; hash: string; frozenAt: string } | undefined> {
    return this.database.one(
      `SELECT f.document, w.hash, w.frozen_at AS "frozenAt"
         FROM worksheets w JOIN frozen_worksheets f ON f.worksheet_id = w.id
        WHERE w.assessment_id = $1 AND w.id = $2 AND w.seat = 'satker'`,
      [assessmentId, worksheetId],
    )
  }

  /** The numbers of a satker's pieces in its worksheets that are handed in now, the newest cycle first. */
  evidenceNumbers(satkerId: string): Promise<EvidenceNumberRow[]> {
    const [pieces, id, number] =
      this.database.dialect === 'sqlite'
        ? ["json_each(f.document, '$.evidence')", "p.value ->> '$.id'", "p.value ->> '$.number'"]
        : ["json_array_elements(f.document::json -> 'evidence')", "p.value ->> 'id'", "p.value ->> 'number'"]
    return this.database.query<EvidenceNumberRow>(
      `SELECT ${id} AS "evidenceId", ${number} AS number, c.year
         FROM assessments a JOIN cycles c ON c.id = a.cycle_id
         JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
         JOIN frozen_worksheets f ON f.worksheet_id = w.id CROSS JOIN ${pieces} AS p
        WHERE a.satker_id = $1 ORDER BY c.year DESC`,
      [satkerId],
    )
  }

  /** Everything the satker ever handed in of an assessment, the newest first. */
  editions(assessmentId: string): Promise<EditionRow[]> {
    return this.database.query<EditionRow>(
      `SELECT id, round, edition, frozen_at AS "frozenAt" FROM worksheets
        WHERE assessment_id = $1 AND seat = 'satker' AND frozen_at IS NOT NULL ORDER BY round DESC, edition DESC`,
      [assessmentId],
    )
  }

  async piecesSince(satkerId: string): Promise<PiecesSince> {
    const rows = await this.database.query<{
      id: string
      access: EvidenceAccess
      withdrawnAt: string | null
    }>(
      `SELECT id, access, withdrawn_at AS "withdrawnAt" FROM evidence
        WHERE satker_id = $1 AND (access = 'terbatas' OR withdrawn_at IS NOT NULL)`,
      [satkerId],
    )
    const idsOf = (is: (row: (typeof rows)[number]) => boolean) => new Set(rows.filter(is).map(row => row.id))
    return {
      restricted: idsOf(row => row.access === 'terbatas'),
      withdrawn: idsOf(row => row.withdrawnAt !== null),
    }
  }
}
