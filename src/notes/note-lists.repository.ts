import type { Actor } from '../access/actor'
import { blindSatkerCondition, scoresBlind } from '../access/blind-scoring'
import { visibleCondition } from '../access/scope'
import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { AWAITING_SATKER, OPEN_NOTES, type NoteState } from '../engine/stages/notes'
import type { NoteFilter, NoteSort, NoteView } from './note-filter'
import { NOTE_COLUMNS, NOTES_WITH_NAMES, type NoteRow } from './notes.repository'

export const NOTES_PAGE = 50
/** What is printed at most: some forty sheets of paper. */
export const NOTES_WHOLE = 1_000

/** Whose notes: those that concern one assessment, or everything that a person sees. */
export type NoteScopeOfList =
  | {
      readonly of: 'assessment'
      readonly assessmentId: string
      readonly satkerId: string
      readonly year: number
    }
  | { readonly of: 'actor'; readonly actor: Actor }

export interface NoteCounts {
  readonly open: number
  readonly overdue: number
  /** Replied to, waiting for a verdict. */
  readonly replied: number
  readonly verified: number
  readonly withdrawn: number
  /** Open ones from a cycle before. */
  readonly carried: number
}

const inList = (states: readonly NoteState[]): string => states.map(state => `'${state}'`).join(', ')
const OPEN = `n.state IN (${inList(OPEN_NOTES)})`
const AWAITING = `n.state IN (${inList(AWAITING_SATKER)})`
/** Of a satker: its open notes of earlier cycles are carried into this one. */
const NEWEST = `(SELECT MAX(z.year) FROM assessments y JOIN cycles z ON z.id = y.cycle_id WHERE y.satker_id = a.satker_id)`

const SORTS: Readonly<Record<NoteSort, string>> = {
  tenggat: 'n.due_on',
  satker: 'LOWER(s.name)',
  area: `CASE n.part WHEN '' THEN '0' ELSE n.part END`,
  tingkat: `CASE n.severity WHEN 'berat' THEN 0 WHEN 'sedang' THEN 1 ELSE 2 END`,
}

/** Notes in lists. */
export class NoteListsRepository {
  constructor(private readonly database: Database) {}

  /** One page, or as many as are printed, in the order of the filter. One statement. */
  rows(scope: NoteScopeOfList, filter: NoteFilter, now: Date): Promise<NoteRow[]> {
    const statement = new Statement()
    const where = conditions(statement, scope, filter, now)
    const way = filter.descending ? 'DESC' : 'ASC'
    const size = filter.whole ? NOTES_WHOLE : NOTES_PAGE
    return this.database.query<NoteRow>(
      `SELECT ${NOTE_COLUMNS}
         FROM (SELECT n.id AS chosen, ${SORTS[filter.sort]} AS sort_key, n.due_on AS sort_due
                 FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
                 JOIN satker s ON s.id = a.satker_id
                WHERE ${where} ORDER BY sort_key ${way}, sort_due, chosen
                LIMIT ${size} OFFSET ${filter.whole ? 0 : (Math.max(1, Math.trunc(filter.page)) - 1) * size}) page
         JOIN notes n ON n.id = page.chosen ${NOTES_WITH_NAMES}
        ORDER BY page.sort_key ${way}, page.sort_due, n.id`,
      statement.parameters,
    )
  }

  async total(scope: NoteScopeOfList, filter: NoteFilter, now: Date): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ notes: number | string }>(
      `SELECT COUNT(*) AS notes FROM notes n JOIN assessments a ON a.id = n.assessment_id
         JOIN cycles c ON c.id = a.cycle_id JOIN satker s ON s.id = a.satker_id
        WHERE ${conditions(statement, scope, filter, now)}`,
      statement.parameters,
    )
    return Number(row?.notes ?? 0)
  }

  /** How many there are of each kind, whatever is filtered. One statement. */
  async counts(scope: NoteScopeOfList, now: Date): Promise<NoteCounts> {
    const statement = new Statement()
    const sum = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`
    const overdue = sum(`${AWAITING} AND n.due_on < ${today(statement, now)}`)
    const carried = sum(`${OPEN} AND ${carriedInto(statement, scope)}`)
    const row = await this.database.one<Record<keyof NoteCounts, number | string | null>>(
      `SELECT ${overdue} AS overdue, ${carried} AS carried, ${sum(OPEN)} AS open,
              ${sum(`n.state = 'ditanggapi'`)} AS replied, ${sum(`n.state = 'diverifikasi'`)} AS verified,
              ${sum(`n.state = 'ditarik'`)} AS withdrawn
         FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
         JOIN satker s ON s.id = a.satker_id WHERE ${within(statement, scope)}`,
      statement.parameters,
    )
    const count = (name: keyof NoteCounts) => Number(row?.[name] ?? 0)
    return {
      open: count('open'),
      overdue: count('overdue'),
      replied: count('replied'),
      verified: count('verified'),
      withdrawn: count('withdrawn'),
      carried: count('carried'),
    }
  }

  /** Notes of an assessment on one question, with those carried into it. One statement. */
  async onQuestion(scope: NoteScopeOfList, question: string): Promise<{ open: number; all: number }> {
    const statement = new Statement()
    const row = await this.database.one<{ open: number | string | null; all: number | string }>(
      `SELECT SUM(CASE WHEN ${OPEN} THEN 1 ELSE 0 END) AS open, COUNT(*) AS "all"
         FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE n.scope = 'question' AND n.place = ${statement.value(question)} AND n.state <> 'ditarik'
          AND ${within(statement, scope)}`,
      statement.parameters,
    )
    return { open: Number(row?.open ?? 0), all: Number(row?.all ?? 0) }
  }

  /** Areas that some note is about. */
  async areas(scope: NoteScopeOfList): Promise<string[]> {
    const statement = new Statement()
    const rows = await this.database.query<{ part: string }>(
      `SELECT DISTINCT n.part FROM notes n JOIN assessments a ON a.id = n.assessment_id
         JOIN cycles c ON c.id = a.cycle_id JOIN satker s ON s.id = a.satker_id
        WHERE n.part <> '' AND ${within(statement, scope)} ORDER BY n.part`,
      statement.parameters,
    )
    return rows.map(row => row.part)
  }
}

/** The civil date where the satker is. */
function today(statement: Statement, now: Date): string {
  const on = (zone: string) => statement.value(civilDate(now, zone))
  return `CASE s.time_zone WHEN 'Asia/Jayapura' THEN ${on('Asia/Jayapura')}
    WHEN 'Asia/Makassar' THEN ${on('Asia/Makassar')} ELSE ${on('Asia/Jakarta')} END`
}

/** An assessment also has what was open in an earlier cycle when it began, until it is settled and after. */
function within(statement: Statement, scope: NoteScopeOfList): string {
  if (scope.of === 'actor') {
    const seen = visibleCondition(scope.actor, 'read-assessment', 's', statement.parameters.length + 1)
    statement.parameters.push(...seen.parameters)
    if (!scoresBlind(scope.actor)) return seen.sql
    return `${seen.sql} AND NOT ${blindSatkerCondition('a.satker_id', statement.value(scope.actor.userId ?? ''))}`
  }
  const { assessmentId, satkerId, year } = scope
  return `(a.satker_id = ${statement.value(satkerId)} AND (n.assessment_id = ${statement.value(assessmentId)}
    OR (c.year < ${statement.value(year)} AND (n.settled_at IS NULL
        OR n.settled_at > (SELECT w.created_at FROM assessments w WHERE w.id = ${statement.value(assessmentId)})))))`
}

const carriedInto = (statement: Statement, scope: NoteScopeOfList): string =>
  scope.of === 'actor' ? `c.year < ${NEWEST}` : `n.assessment_id <> ${statement.value(scope.assessmentId)}`

function viewCondition(view: NoteView, statement: Statement, now: Date): string {
  if (view === 'terbuka') return OPEN
  if (view === 'lewat') return `${AWAITING} AND n.due_on < ${today(statement, now)}`
  return view === 'semua' ? `n.state <> 'ditarik'` : `n.state = '${view}'`
}

function conditions(statement: Statement, scope: NoteScopeOfList, filter: NoteFilter, now: Date): string {
  const all = [within(statement, scope), viewCondition(filter.view, statement, now)]
  if (filter.carried) all.push(carriedInto(statement, scope))
  if (filter.area) all.push(`n.part = ${statement.value(filter.area)}`)
  if (filter.severity) all.push(`n.severity = ${statement.value(filter.severity)}`)
  if (filter.search) {
    const words = statement.value(`%${filter.search.toLowerCase().replace(/[!%_]/g, sign => `!${sign}`)}%`)
    all.push(
      `(${['n.text', 'n.place', 's.name', 's.code'].map(name => `LOWER(${name}) LIKE ${words} ESCAPE '!'`).join(' OR ')})`,
    )
  }
  return all.join(' AND ')
}
