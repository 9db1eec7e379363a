import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import type { RecordRef } from '../engine/rules/finding'
import { FindingRecordsRepository } from './finding-records.repository'
import { entryIdOf, isEntry, nameRecord, type NamedRecord } from './record-names'

/** More than anybody follows up one by one; the rest is counted. */
const NAMED = 60
/** So many are read to find the newest among them. */
const READ = 2_000

export interface NamedRecords {
  readonly records: readonly NamedRecord[]
  readonly more: number
}

export class FindingRecordsService {
  private readonly rows: FindingRecordsRepository

  constructor(database: Database) {
    this.rows = new FindingRecordsRepository(database)
  }

  /** The newest records of a finding by name, and how many more there are. At most four statements. */
  async named(
    actor: Actor,
    assessment: AssessmentContext,
    records: readonly RecordRef[],
  ): Promise<NamedRecords> {
    const shown = records.slice(0, READ)
    const { satkerId } = assessment
    const [entries, pieces, notes, predicates] = await Promise.all([
      asked(shown.filter(({ kind }) => isEntry(kind)).map(entryIdOf), ids =>
        this.rows.entries(satkerId, ids),
      ),
      asked(idsOf(shown, 'evidence'), ids => this.rows.pieces(actor, assessment, ids)),
      asked(idsOf(shown, 'note'), ids => this.rows.notes(satkerId, ids)),
      asked(idsOf(shown, 'predicate'), ids => this.rows.predicates(satkerId, ids)),
    ])
    const rows = { entries, pieces, notes, predicates }
    return {
      records: shown
        .map(record => nameRecord(record, rows, assessment))
        .sort((one, other) => other.day.localeCompare(one.day))
        .slice(0, NAMED),
      more: Math.max(0, records.length - NAMED),
    }
  }
}

const idsOf = (records: readonly RecordRef[], wanted: RecordRef['kind']): string[] =>
  records.filter(({ kind }) => kind === wanted).map(({ id }) => id)

const asked = <Row>(
  ids: readonly string[],
  rows: (ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> => (ids.length > 0 ? rows([...new Set(ids)]) : Promise.resolve([]))
