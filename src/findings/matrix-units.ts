import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Statement } from '../db/statement'
import type { MatrixQuery, MatrixView } from './matrix-list'

export interface MatrixOf {
  readonly actor: Actor
  /** Nothing is late before this civil date. */
  readonly today: string
}

/** The assessments that are looked at, as `seen`: `id`, and what a page says of their unit. */
export function seenUnits(statement: Statement, actor: Actor, { filters, search }: MatrixQuery): string {
  const cycle = statement.value(Number(filters.siklus))
  const scope = visibleCondition(actor, 'watch-findings', 's', statement.parameters.length + 1)
  statement.parameters.push(...scope.parameters)
  const where = [scope.sql]
  if (filters.wilayah)
    where.push(
      `s.path LIKE (SELECT k.path FROM satker k WHERE k.id = ${statement.value(filters.wilayah)}) || '%'`,
    )
  if (filters.tahap) where.push(`a.stage = ${statement.value(filters.tahap)}`)
  if (search) where.push(statement.contains(['s.name', 's.code'], search))
  return `seen AS (
    SELECT a.id, s.name, t.substantiated, COALESCE(t.substantiated_micro, 0) AS micro, f.verdict
      FROM cycles c JOIN assessments a ON a.cycle_id = c.id JOIN satker s ON s.id = a.satker_id
      JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
      LEFT JOIN section_scores t ON t.worksheet_id = w.id AND t.section = 'total'
      LEFT JOIN finding_sets f ON f.assessment_id = a.id
     WHERE c.year = ${cycle} AND ${where.join(' AND ')})`
}

/** That the last word of an evaluator on a finding, on the grounds it stands on, was that it does not count. */
export const dismissed = (level: string): string =>
  `COALESCE((SELECT r.outcome FROM finding_rulings r
     WHERE r.assessment_id = ${level}.assessment_id AND r.rule = ${level}.rule AND r.about = ${level}.about
       AND r.grounds = ${level}.grounds ORDER BY r.ruled_at DESC, r.id DESC LIMIT 1), '') = 'dismissed'`

const COUNTED = ['danger', 'caution', 'unknown', 'differing', 'late'] as const

/**
 * `u`: the units of `seen`, each with how much trouble it has. One row per unit and one per trouble are added up,
 * because a planner that guesses wrong at joins of such lists takes every pair of units.
 */
export function troubledUnits(statement: Statement, { actor, today }: MatrixOf, query: MatrixQuery): string {
  const rows = (counts: Partial<Record<(typeof COUNTED)[number], string>>) =>
    `SELECT seen.*, ${COUNTED.map(name => `${counts[name] ?? '0'} AS ${name}`).join(', ')} FROM seen`
  const among = (...levels: readonly string[]) =>
    `CASE WHEN l.level IN (${levels.map(level => `'${level}'`).join(', ')}) THEN 1 ELSE 0 END`
  return `WITH ${seenUnits(statement, actor, query)}, u AS (
    SELECT x.id, x.name, x.substantiated, x.micro, x.verdict,
           ${COUNTED.map(name => `SUM(x.${name}) AS ${name}`).join(', ')} FROM (
      ${rows({})}
      UNION ALL
      ${rows({ danger: among('bahaya'), caution: among('waspada'), unknown: among('belum-cukup-data', 'gagal') })}
        JOIN finding_levels l ON l.assessment_id = seen.id AND l.family = 'pitfall'
       WHERE l.level <> 'aman' AND NOT (${dismissed('l')})
      UNION ALL
      ${rows({ differing: '1' })}
        JOIN finding_levels l ON l.assessment_id = seen.id AND l.family = 'recommendation'
        LEFT JOIN recommendation_states r ON r.assessment_id = l.assessment_id AND l.rule = 'recommendation-' || r.number
       WHERE l.level IN ('belum', 'berjalan', 'selesai')
         AND l.level <> CASE COALESCE(r.status, 'belum') WHEN 'diverifikasi' THEN 'selesai' ELSE COALESCE(r.status, 'belum') END
      UNION ALL
      ${rows({ late: '1' })}
        JOIN recommendation_states r ON r.assessment_id = seen.id
       WHERE r.due_on < ${statement.value(today)} AND r.status NOT IN ('selesai', 'diverifikasi')) x
     GROUP BY x.id, x.name, x.substantiated, x.micro, x.verdict)`
}

/** Which units of `u` a view keeps; of those that were never read nothing is known. */
export const VIEW_CONDITIONS: Readonly<Record<MatrixView, string>> = {
  semua: '1 = 1',
  bahaya: 'u.danger > 0',
  lewat: 'u.late > 0',
  beda: 'u.differing > 0',
  kurang: '(u.verdict IS NULL OR u.unknown > 0)',
  'siap-diajukan': `u.verdict = 'siap-diajukan'`,
  'siap-bersyarat': `u.verdict = 'siap-bersyarat'`,
  'belum-siap': `u.verdict = 'belum-siap'`,
}
