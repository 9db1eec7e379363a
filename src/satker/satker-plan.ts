import type { MappedRow } from '../spreadsheets/map-columns'
import type { TableFault } from '../spreadsheets/table'
import type { SatkerFileRow } from './satker-columns'
import { changedFacts, DEPTH_MAX, levelFault, type SatkerRow } from './satker-facts'
import { walkTree } from './satker-tree'

export interface PlannedUnit {
  /** The row of the file; undefined for a unit that only moves along with one above it. */
  readonly number: number | undefined
  readonly before: SatkerRow | undefined
  readonly after: SatkerRow
}

export interface SatkerPlan {
  readonly made: readonly PlannedUnit[]
  readonly changed: readonly PlannedUnit[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

export interface PlanMeans {
  readonly update: boolean
  /** Rows that could not be read are missing: a parent that is unknown may be one of them. */
  readonly partial: boolean
  /** Whether a unit that stands is within the reach of whoever imports. */
  readonly reaches: (unit: SatkerRow) => boolean
  readonly newId: () => string
  readonly createdAt: string
}

type FileRow = MappedRow<SatkerFileRow>

/**
 * What a file would make of the tree. Parents and children may come in any order; every fault has its row.
 * Pure but for the ids it is given.
 */
export function planSatker(
  existing: readonly SatkerRow[],
  rows: readonly FileRow[],
  means: PlanMeans,
): SatkerPlan {
  const faults: TableFault[] = []
  const fault = (row: number, column: string, message: string) => void faults.push({ row, column, message })
  const standing = new Map(existing.map(unit => [key(unit.code), unit]))
  const accepted = new Map<string, FileRow>()
  for (const row of rows) {
    const code = key(row.values.code)
    const first = accepted.get(code)
    const unit = standing.get(code)
    if (first) fault(row.number, 'Kode', `Kode ini sudah ada di baris ${first.number}.`)
    else if (unit && !means.reaches(unit)) fault(row.number, 'Kode', 'Kode ini sudah dipakai satker lain.')
    else if (unit && !means.update)
      fault(
        row.number,
        'Kode',
        `Kode ini sudah dipakai ${unit.name}. Pilih “perbarui” bila memang satker itu.`,
      )
    if (!first) accepted.set(code, row)
  }

  const ids = new Map(existing.map(unit => [key(unit.code), unit.id]))
  for (const code of accepted.keys()) if (!ids.has(code)) ids.set(code, means.newId())
  const units = new Map(existing.map(unit => [unit.id, unit]))
  for (const [code, { number, values }] of accepted) {
    const parentCode = key(values.parent)
    const parentId = parentCode === '' ? null : (ids.get(parentCode) ?? undefined)
    const parent = standing.get(parentCode)
    const before = standing.get(code)
    const stays = before !== undefined && before.parentId === parent?.id
    if (parentId === undefined ? !means.partial : parent && !stays && !means.reaches(parent))
      fault(number, 'Kode induk', `Induk “${values.parent}” tidak ada di berkas maupun di aplikasi.`)
    else if (parent?.closedAt && !stays) fault(number, 'Kode induk', 'Induk itu sudah ditutup.')
    const id = ids.get(code) ?? ''
    units.set(id, merged(before, id, parentId === undefined ? UNKNOWN : parentId, values, means.createdAt))
  }

  const rowOf = new Map([...accepted].map(([code, row]) => [ids.get(code) ?? '', row.number]))
  const { paths, circles } = walkTree(units)
  for (const [id, circle] of circles) {
    const names = circle.map(unit => unit.code)
    const number = rowOf.get(id)
    if (number !== undefined)
      fault(number, 'Kode induk', `Induk melingkar: ${[...names, names[0]].join(' → ')}.`)
  }
  refuseUnfit([...units.values()], units, rowOf, paths, fault)
  if (faults.length > 0)
    return { made: [], changed: [], unchanged: 0, faults: faults.sort((a, b) => a.row - b.row) }
  return sorted(existing, units, rowOf, paths)
}

/** The parent of a unit whose own could not be found. */
const UNKNOWN = ''

const key = (code: string) => code.trim().toLowerCase()

/** A new unit from its row, or one that stands with what the row says; empty cells leave it as it is. */
function merged(
  before: SatkerRow | undefined,
  id: string,
  parentId: string | null,
  row: SatkerFileRow,
  createdAt: string,
): SatkerRow {
  return {
    id,
    parentId,
    path: before?.path ?? '',
    code: before?.code ?? row.code,
    name: row.name,
    level: row.level,
    kind: row.kind || (before?.kind ?? ''),
    region: row.region || (before?.region ?? ''),
    city: row.city || (before?.city ?? ''),
    timeZone: row.timeZone ?? before?.timeZone ?? 'Asia/Jakarta',
    letterhead: row.letterhead || (before?.letterhead ?? ''),
    logoSha256: before?.logoSha256 ?? null,
    logoType: before?.logoType ?? null,
    employees: row.employees ?? before?.employees ?? 0,
    version: before?.version ?? 1,
    createdAt: before?.createdAt ?? createdAt,
    closedAt: before?.closedAt ?? null,
  }
}

function refuseUnfit(
  all: readonly SatkerRow[],
  units: ReadonlyMap<string, SatkerRow>,
  rowOf: ReadonlyMap<string, number>,
  paths: ReadonlyMap<string, string>,
  fault: (row: number, column: string, message: string) => void,
): void {
  const tops = all.filter(unit => unit.parentId === null)
  for (const unit of all) {
    const parent = unit.parentId === null ? null : (units.get(unit.parentId) ?? null)
    const number = rowOf.get(unit.id) ?? (parent ? rowOf.get(parent.id) : undefined)
    if (number === undefined) continue
    const unfit =
      unit.parentId !== null && !parent ? undefined : levelFault(unit.level, parent?.level ?? null)
    if (unfit) fault(number, 'Tingkat', unfit)
    else if (!parent && tops.length > 1 && unit.id !== tops[0]?.id)
      fault(number, 'Kode induk', `Puncak pohon hanya satu: ${tops[0]?.name ?? ''}.`)
    const depth = (paths.get(unit.id) ?? '').split('/').length - 1
    if (depth > DEPTH_MAX) fault(number, 'Kode induk', `Pohon satker paling dalam ${DEPTH_MAX} tingkat.`)
  }
}

function sorted(
  existing: readonly SatkerRow[],
  units: ReadonlyMap<string, SatkerRow>,
  rowOf: ReadonlyMap<string, number>,
  paths: ReadonlyMap<string, string>,
): SatkerPlan {
  const before = new Map(existing.map(unit => [unit.id, unit]))
  const planned = [...units.values()].map(unit => {
    const stood = before.get(unit.id)
    const differs = !stood || Object.keys(changedFacts(stood, unit).after).length > 0
    const version = stood && differs ? stood.version + 1 : unit.version
    return {
      number: rowOf.get(unit.id),
      before: stood,
      after: { ...unit, path: paths.get(unit.id) ?? '', version },
    }
  })
  const changed = planned.filter(
    ({ before: stood, after }) => stood && (stood.version !== after.version || stood.path !== after.path),
  )
  const made = planned.filter(unit => !unit.before)
  const named = changed.filter(unit => unit.number !== undefined).length
  return { made, changed, unchanged: rowOf.size - made.length - named, faults: [] }
}
