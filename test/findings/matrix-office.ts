import { newId } from '../../src/db/ids'
import { FindingChange, FindingLevelRow, FindingRuling, FindingSet } from '../../src/findings/finding.entity'
import type { RulingOutcome } from '../../src/findings/finding-outcomes'
import { RecommendationState } from '../../src/findings/recommendation.entity'
import type { RecommendationStatus } from '../../src/findings/finding-outcomes'
import type { AssessmentStage } from '../../src/engine/stages/stages'
import { openOffice as openRoster, type Office as RosterOffice } from '../roster/roster-office'
import { addAssessment, addPerson, addSatker, type Person, type Unit } from '../support/cast'
import { loadRules } from './rules-at-work'

const READ_AT = '2026-03-12T01:00:00.000Z'
const PITFALLS = 6
const RECOMMENDATIONS = 11

/** What stands of a unit; of what is not said all is safe, not begun and nobody said a word. */
export interface Told {
  readonly stage?: AssessmentStage
  readonly verdict?: string
  /** Levels of the pitfalls from the first. */
  readonly pitfalls?: readonly string[]
  /** Levels of the readings from the first. */
  readonly readings?: readonly string[]
  /** By number. */
  readonly said?: Readonly<Record<number, readonly [RecommendationStatus, dueOn: string | null]>>
  /** Millionths of a point. */
  readonly micro?: number
}

export interface Office extends RosterOffice {
  readonly book: string
  readonly cycle: string
  readonly kanwil: Unit
  readonly companion: Person
  /** Opens an assessment of a new unit under the kanwil. */
  open(name: string, code?: string): Promise<string>
  tell(assessment: string, told: Told): Promise<void>
  rule(assessment: string, rule: string, outcome: RulingOutcome, at: string, grounds?: string): Promise<void>
  change(assessment: string, rule: string, level: string, at: string): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const office = await openRoster()
  const { database } = office.house
  const one = async <Row>(sql: string) => (await database.one<Row>(sql))!
  const kanwil = await one<Unit>(`SELECT id, path, name FROM satker WHERE name = 'Kanwil Tirta Raya'`)
  const { id: cycle } = await one<{ id: string }>(`SELECT id FROM cycles`)
  const book = await loadRules(office.house)
  const companion = await addPerson(office.house, 'Meutia Rahardja', 'pendamping', kanwil)
  const written = (work: () => Promise<void>) => database.inTransaction(work)
  return {
    ...office,
    book,
    cycle,
    kanwil,
    companion,
    open: async (name, code) => {
      const unit = await addSatker(office.house, name, kanwil, code ? { code } : {})
      return (await addAssessment(office.house, unit, cycle)).id
    },
    tell: (assessment, told) =>
      written(async () => {
        const { pitfalls = [], readings = [], said = {}, stage, micro, verdict = 'belum-siap' } = told
        await database.insert(FindingSet, [setOf(assessment, book, verdict)])
        await database.insert(FindingLevelRow, [
          ...levelsOf(assessment, 'pitfall', PITFALLS, pitfalls, 'aman'),
          ...levelsOf(assessment, 'recommendation', RECOMMENDATIONS, readings, 'belum'),
        ])
        await database.insert(
          RecommendationState,
          Object.entries(said).map(([number, [status, dueOn]]) => ({
            assessmentId: assessment,
            number: Number(number),
            status,
            dueOn,
            owner: '',
            notes: '',
            version: 1,
            changedBy: companion.id,
            changedAt: READ_AT,
          })),
        )
        const writing = database.writing()
        if (stage) await writing.query('UPDATE assessments SET stage = $1 WHERE id = $2', [stage, assessment])
        if (micro !== undefined)
          await writing.query(
            `UPDATE section_scores SET substantiated_micro = $1, substantiated = $2 WHERE section = 'total'
              AND worksheet_id = (SELECT id FROM worksheets WHERE assessment_id = $3 AND seat = 'satker')`,
            [micro, `${micro}/1000000`, assessment],
          )
      }),
    rule: (assessment, rule, outcome, at, grounds = `${rule} ${assessment}`) =>
      written(() =>
        database.insert(FindingRuling, [
          {
            id: newId(),
            assessmentId: assessment,
            rule,
            about: '',
            grounds,
            level: 'bahaya',
            outcome,
            reason: 'Dilihat di tempat.',
            ruledBy: companion.id,
            ruledAs: 'pendamping',
            ruledAt: at,
          },
        ]),
      ),
    change: (assessment, rule, level, at) =>
      written(() =>
        database.insert(FindingChange, [
          { id: newId(), assessmentId: assessment, rule, about: '', level, at },
        ]),
      ),
  }
}

export const setOf = (assessmentId: string, ruleBookId: string, verdict: string): FindingSet => ({
  assessmentId,
  ruleBookId,
  stamp: READ_AT,
  day: '2026-03-12',
  computedAt: READ_AT,
  verdict,
  document: '{}',
})

export const levelsOf = (
  assessmentId: string,
  family: 'pitfall' | 'recommendation',
  count: number,
  levels: readonly string[],
  rest: string,
): FindingLevelRow[] =>
  Array.from({ length: count }, (_, place) => ({
    assessmentId,
    rule: `${family}-${place + 1}`,
    about: '',
    family,
    level: levels[place] ?? rest,
    grounds: `${family}-${place + 1} ${assessmentId}`,
    since: READ_AT,
  }))

/** Units in the order of the matrix. */
export const unitsIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row" class="unit">(?:<a href="[^"]+">)?([^<]+)</g)].map(
    match => match[1] ?? '',
  )

/** The cells of one unit by their label: `R1 Komitmen bersama` → `Lewat beda`. */
export function cellsIn(html: string, unit: string): Readonly<Record<string, string>> {
  const row = new RegExp(`<tr><th scope="row" class="unit">(?:<a [^>]+>)?${unit}<[\\s\\S]*?</tr>`).exec(
    html,
  )?.[0]
  const cells = [
    ...(row ?? '').matchAll(/<span class="lbl">([^<]+)<\/span><svg[\s\S]*?<\/svg><span>([\s\S]*?)<\/span>/g),
  ]
  return Object.fromEntries(
    cells.map(([, label = '', words = '']) => [
      label.replaceAll('\u00ad', '').split(' ')[0],
      words.replace(/<[^>]+>/g, '').trim(),
    ]),
  )
}
