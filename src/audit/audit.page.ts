import { ROLE_NAMES } from '../access/roles'
import { NATURE_WORDS, STAGE_WORDS } from '../web/components/evidence'
import { formatDate, formatInstant, type TimeZone } from '../web/format/date'
import type { TrailRow } from './audit.repository'
import { CHANGE_WORDS, CODE_WORDS } from './change-words'
import { ACT_WORDS } from './event-words'

/** One event of a trail, ready to print. */
export interface TrailEntry {
  readonly id: string
  /** `12 Maret 2026 10.45 WIB` */
  readonly when: string
  readonly who: string
  /** The role acted as, in words. */
  readonly role: string
  /** `Mengubah jawaban` */
  readonly act: string
  /** The question's code, or `''`. */
  readonly question: string
  readonly changes: readonly Change[]
}

export interface Change {
  readonly label: string
  /** `''` when there was nothing. */
  readonly before: string
  /** `''` when there is nothing now. */
  readonly after: string
}

/** An event in words: who, as what, did what, and what changed from what to what. */
export function trailEntry(row: TrailRow, zone: TimeZone): TrailEntry {
  return {
    id: row.id,
    when: formatInstant(row.at, zone),
    who: row.userName || 'Sistem',
    role: roleWords(row.role),
    act: ACT_WORDS[row.action] ?? row.action,
    question: row.question ?? '',
    changes: changesOf(row.before, row.after),
  }
}

const roleWords = (role: string): string =>
  role === 'system' ? 'Sistem' : ((ROLE_NAMES as Readonly<Record<string, string>>)[role] ?? role)

/** What differs between two JSON texts, in the order of their keys; ids and equal values are left out. */
export function changesOf(before: string | null, after: string | null): Change[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(key => !isId(key))
    .map(key => ({
      label: CHANGE_WORDS[key] ?? key,
      before: words(key, was[key]),
      after: words(key, is[key]),
    }))
    .filter(change => change.before !== change.after)
}

const isId = (key: string): boolean => key === 'id' || key === 'use' || key.endsWith('Id')

function fieldsOf(json: string | null): Readonly<Record<string, unknown>> {
  if (json === null) return {}
  const value: unknown = JSON.parse(json)
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { value }
}

const CODES: Readonly<Record<string, string>> = {
  ...STAGE_WORDS,
  ...Object.fromEntries(Object.entries(NATURE_WORDS).map(([nature, { text }]) => [nature, text])),
}

function words(key: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(item => words(key, item)).join(', ')
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, item]) => `${name} ${words(name, item)}`)
      .join(', ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return civilWords(text)
  const coded = CODE_WORDS[key]?.[text]
  if (coded !== undefined) return coded
  return key === 'stages' || key === 'nature' ? (CODES[text] ?? text) : text
}

/** A note may hold ten characters that look like a date and are none. */
function civilWords(text: string): string {
  try {
    return formatDate(text)
  } catch {
    return text
  }
}
