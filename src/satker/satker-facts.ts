import type { TimeZone } from '../web/format/date'
import type { SatkerLevel } from './satker.entity'

/** A unit as it stands, with what its parent is called. */
export interface SatkerRow {
  readonly id: string
  readonly parentId: string | null
  readonly path: string
  readonly code: string
  readonly name: string
  readonly level: SatkerLevel
  readonly kind: string
  readonly region: string
  readonly city: string
  readonly timeZone: TimeZone
  readonly letterhead: string
  readonly logoSha256: string | null
  readonly logoType: string | null
  readonly employees: number
  readonly version: number
  readonly createdAt: string
  readonly closedAt: string | null
}

export interface SatkerWithParent extends SatkerRow {
  readonly parentCode: string | null
  readonly parentName: string | null
}

/** What people type about a unit, from a form or a row of a file. */
export interface SatkerDraft {
  readonly code: string
  readonly name: string
  readonly level: SatkerLevel
  readonly kind: string
  /** Code or name of the parent; empty for the top of the tree. */
  readonly parent: string
  readonly region: string
  readonly city: string
  readonly timeZone: TimeZone
  readonly letterhead: string
  readonly employees: number
}

export const LEVEL_NAMES: Readonly<Record<SatkerLevel, string>> = {
  ministry: 'Kementerian',
  echelon1: 'Eselon I',
  kanwil: 'Kanwil',
  satker: 'Satker',
}

/** A tree deeper than this is a slip, and its paths would grow without end. */
export const DEPTH_MAX = 16

const RANK: Readonly<Record<SatkerLevel, number>> = { ministry: 0, echelon1: 1, kanwil: 2, satker: 3 }

/** Why a unit of one level may not stand under another (null: at the top); undefined when it may. */
export function levelFault(level: SatkerLevel, parent: SatkerLevel | null): string | undefined {
  if (parent === null)
    return level === 'ministry' ? undefined : 'Isi induknya; hanya kementerian yang tanpa induk.'
  if (level === 'ministry') return 'Kementerian berada di puncak dan tidak berinduk.'
  return RANK[level] < RANK[parent]
    ? `${LEVEL_NAMES[level]} tidak dapat berada di bawah ${LEVEL_NAMES[parent]}.`
    : undefined
}

export const depthOf = (path: string): number => path.split('/').length - 1

/** The facts that people type and that the audit trail compares. */
export const DRAFT_FACTS = [
  'code',
  'name',
  'level',
  'kind',
  'parentId',
  'region',
  'city',
  'timeZone',
  'letterhead',
  'employees',
] as const satisfies readonly (keyof SatkerRow)[]

type Facts = Partial<Pick<SatkerRow, (typeof DRAFT_FACTS)[number]>>

/** Only the facts that differ, as they were and as they are. */
export function changedFacts(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const differing = DRAFT_FACTS.filter(fact => before[fact] !== after[fact])
  const pick = (facts: Facts): Facts => Object.fromEntries(differing.map(fact => [fact, facts[fact]]))
  return { before: pick(before), after: pick(after) }
}
