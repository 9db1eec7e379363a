import type { PrerequisiteRow } from './prerequisites.repository'

export type PrerequisiteField = 'value' | 'note'

export interface PrerequisiteContent {
  /** `Ya`/`Tidak`, a grade, or a civil date; null: not filled. */
  readonly value: string | null
  readonly note: string
}

/** New contents of one or both fields, each with the version of the field that it was typed over. */
export type PrerequisiteChanges = {
  readonly [F in PrerequisiteField]?: { readonly to: PrerequisiteContent[F]; readonly base: number }
}

/** One field as it stands, with who filled it and when. */
export interface StandingField extends PrerequisiteContent {
  readonly field: PrerequisiteField
  readonly version: number
  readonly by: string
  readonly at: string
}

/** A prerequisite that nobody filled yet. */
export const unfilled = (prerequisite: string): PrerequisiteRow => ({
  prerequisite,
  value: null,
  valueVersion: 0,
  valueBy: null,
  valueAt: null,
  valueByName: null,
  note: '',
  noteVersion: 0,
  noteBy: null,
  noteAt: null,
  noteByName: null,
  updatedAt: '',
  updatedByName: null,
})

export const standingField = (row: PrerequisiteRow, field: PrerequisiteField): StandingField => ({
  field,
  value: row.value,
  note: row.note,
  version: field === 'value' ? row.valueVersion : row.noteVersion,
  by: (field === 'value' ? row.valueByName : row.noteByName) ?? '',
  at: (field === 'value' ? row.valueAt : row.noteAt) ?? '',
})

export const otherField = (field: PrerequisiteField): PrerequisiteField =>
  field === 'value' ? 'note' : 'value'

/** The fields that a change makes different from what stands. */
export const movedFields = (row: PrerequisiteRow, changes: PrerequisiteChanges): PrerequisiteField[] =>
  (['value', 'note'] as const).filter(field => changes[field] && changes[field].to !== row[field])

/** The contested of the moved fields: typed over another version than the one that stands (changed since, or restored). */
export const contestedFields = (row: PrerequisiteRow, changes: PrerequisiteChanges): PrerequisiteField[] =>
  movedFields(row, changes).filter(field => changes[field]!.base !== standingField(row, field).version)
