import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import type { RecordRef } from '../engine/rules/finding'
import { paths } from '../paths'
import { entryHref, registerLabel } from '../registers/register'
import { oneLine } from '../registers/register-entry'
import { NATURE_WORDS } from '../web/components/evidence'
import { formatShortDate } from '../web/format/date'
import type {
  RecordedEntry,
  RecordedNote,
  RecordedPiece,
  RecordedPredicate,
} from './finding-records.repository'

/** A record behind a finding, by the name it has today. */
export interface NamedRecord {
  readonly title: string
  /** `Kegiatan · 12 Jan 2026`. */
  readonly detail: string
  /** Empty for what this person does not open, and for what is no longer there. */
  readonly href: string
  /** Civil date; empty for none. */
  readonly day: string
}

export interface RecordRows {
  readonly entries: readonly RecordedEntry[]
  readonly pieces: readonly RecordedPiece[]
  readonly notes: readonly RecordedNote[]
  readonly predicates: readonly RecordedPredicate[]
}

const GONE: NamedRecord = {
  title: 'Sudah tidak ada',
  detail: 'Dihapus sejak temuan ini dibaca',
  href: '',
  day: '',
}

/** Kinds that do not stand in the registers. */
const ELSEWHERE: readonly RecordRef['kind'][] = ['evidence', 'note', 'predicate', 'part']

export const isEntry = (kind: RecordRef['kind']): boolean => !ELSEWHERE.includes(kind)

/** The entry of a record: a quarter is told by its commitment and its number, `<id>/2`. */
export const entryIdOf = ({ id }: Pick<RecordRef, 'id'>): string => id.split('/')[0] ?? id

export function nameRecord(
  record: RecordRef,
  rows: RecordRows,
  assessment: Pick<AssessmentContext, 'id' | 'satkerId' | 'instrument'>,
): NamedRecord {
  const { kind, id } = record
  const found = <Row extends { readonly id: string }>(
    from: readonly Row[],
    name: (row: Row) => NamedRecord,
    wanted = id,
  ): NamedRecord => {
    const row = from.find(one => one.id === wanted)
    return row ? name(row) : GONE
  }
  switch (kind) {
    case 'evidence':
      return found(rows.pieces, row => ({
        title: row.opened ? oneLine(row.title) : 'Bukti terbatas',
        detail: detail(
          `Bukti ${NATURE_WORDS[row.nature].text.toLowerCase()}`,
          row.opened ? row.happenedOn : null,
        ),
        href: row.opened ? paths.evidence(id) : '',
        day: row.opened ? (row.happenedOn ?? '') : '',
      }))
    case 'note':
      return found(rows.notes, row => ({
        title: oneLine(row.text),
        detail: `Catatan · tenggat ${formatShortDate(row.dueOn)}`,
        href: paths.note(id),
        day: row.dueOn,
      }))
    case 'predicate':
      return found(rows.predicates, row => ({
        title: `Predikat ${row.predicate}`,
        detail: `Profil satker · sejak ${formatShortDate(row.heldSince)}`,
        href: paths.profiles(assessment.satkerId),
        day: row.heldSince,
      }))
    case 'part': {
      const part = lookup(assessment.instrument).parts.get(id)
      return {
        title: part?.name ?? id,
        detail: 'Bagian lembar kerja',
        href: part ? paths.worksheetPart(assessment.id, id) : '',
        day: '',
      }
    }
    case 'quarter':
      return found(
        rows.entries,
        row => {
          const quarter = id.slice(row.id.length + 1)
          return {
            title: `${row.title}, triwulan ${quarter}`,
            detail: detail(registerLabel(row.register), null),
            href: paths.quarter(row.id, quarter),
            day: '',
          }
        },
        entryIdOf(record),
      )
    default:
      return found(rows.entries, row => ({
        title: row.title,
        detail: detail(registerLabel(row.register), row.happenedOn),
        href: entryHref(row.register, id),
        day: row.happenedOn ?? '',
      }))
  }
}

const detail = (kind: string, day: string | null): string =>
  day === null ? kind : `${kind} · ${formatShortDate(day)}`
