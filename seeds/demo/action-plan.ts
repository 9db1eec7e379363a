import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Actor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { PLAN_TEMPLATE } from '../../src/action-plan/plan-columns'
import { projectRoot } from '../../src/project-root'
import { CAST_PEOPLE } from './cast'
import { Dice } from './dice'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { answererOf, loginOf, type World } from './world'

interface PlannedGoal {
  readonly title: string
  readonly for: readonly Character[]
  readonly serves: string
  readonly served: string
  readonly from: string
  readonly until: string
  readonly area: string
  readonly questions?: readonly string[]
  readonly measure?: readonly [indicator: string, unit: string, before: string, target: string]
}

const GOALS = parse(readFileSync(join(projectRoot, 'seeds/demo/action-plan.yaml'), 'utf8')) as PlannedGoal[]

/** How far a team comes, of a hundred parts of what it planned for a day. */
const PACE: Readonly<Record<Character, number>> = { good: 124, fair: 110, weak: 78, paper: 45 }
const OBSTACLES = [
  'Petugas merangkap tugas layanan.',
  'Menunggu persetujuan anggaran.',
  'Jaringan internet sering terputus.',
  'Data dari seksi lain belum lengkap.',
]
const REPORTED = ['03-31', '06-30', '09-30', '11-20', '12-20']
const REPORT_HEADER = ['Tahun', 'Sasaran', 'Tanggal kemajuan', 'Kemajuan (%)', 'Kendala']
const PROVEN = 3

/** The action plans of last year and this one, as the ketua import them, and what is imported of their progress each quarter. */
export async function fillActionPlans(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const present = world.today.getUTCFullYear()
  for (const { unit, character } of stories)
    for (const year of [present - 1, present]) {
      const place = { unit, satkerId: satkerIds.get(unit) ?? '' }
      const goals = GOALS.filter(goal => goal.for.includes(character))
      await importAt(world, `${year}-01-15`, place, PLAN_TEMPLATE.header, goalRows(goals, unit, year))
      const reached = new Map<string, Reached>()
      for (const day of REPORTED.map(of => `${year}-${of}`).filter(of => of < isoDay(world.today))) {
        const rows = reportRows(goals, { unit, character, year, day }, reached)
        await importAt(world, day, place, REPORT_HEADER, rows)
      }
    }
}

/** Gives some goals of a worksheet's year the pieces that stand under the questions they support. */
export async function proveGoals(
  world: World,
  contexts: ReadonlyMap<string, AssessmentContext>,
  stories: readonly Story[],
): Promise<void> {
  const { database, entries, proofs } = world.services
  for (const { unit, character } of stories) {
    const assessment = contexts.get(unit)
    if (!assessment || character === 'paper') continue
    const found = await database.query<{ goal: string; evidence: string }>(
      `SELECT g.id AS goal, MIN(u.evidence_id) AS evidence FROM action_goals g
         JOIN entry_supports x ON x.entry_id = g.id AND x.kind = 'question'
         JOIN evidence_uses u ON u.question = x.target AND u.assessment_id = $1
         JOIN evidence e ON e.id = u.evidence_id AND e.withdrawn_at IS NULL AND e.access = 'biasa'
        WHERE g.satker_id = $2 AND g.year = $3 GROUP BY g.id ORDER BY g.id LIMIT ${PROVEN}`,
      [assessment.id, assessment.satkerId, assessment.year],
    )
    const actor = await world.actor(loginOf(unit, 'chair'))
    for (const { goal, evidence } of found)
      await proofs.choose(actor, await entries.toKeep(actor, goal), evidence)
  }
}

/** Joins goals with the activities of their area and time that carried them out; a unit that works on paper names none. */
export async function carryOutGoals(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { database, goalActivities } = world.services
  for (const { unit, character } of stories.filter(story => story.character !== 'paper')) {
    const found = await database.query<{ goal: string; activity: string }>(
      `SELECT DISTINCT g.id AS goal, a.id AS activity, a.held_on FROM action_goals g
         JOIN entry_supports x ON x.entry_id = g.id AND x.kind = 'area'
         JOIN entry_supports y ON y.kind = 'area' AND y.target = x.target
         JOIN activities a ON a.id = y.entry_id AND a.satker_id = g.satker_id
          AND a.held_on BETWEEN g.starts_on AND g.due_on
        WHERE g.satker_id = $1 AND g.percent > 0 ORDER BY g.id, a.held_on, a.id`,
      [satkerIds.get(unit) ?? ''],
    )
    const actor = await world.actor(loginOf(unit, 'chair'))
    await answerStakeholders(world, actor, satkerIds.get(unit) ?? '', character)
    const most = character === 'weak' ? 1 : 3
    for (const goal of new Set(found.map(row => row.goal))) {
      const chosen = found.filter(row => row.goal === goal).map(({ activity }) => activity)
      await goalActivities.choose(actor, goal, { shown: [], chosen: chosen.slice(0, most) })
    }
  }
}

/** Good units begin their goals for the public with what stakeholders said, others name one or none. */
async function answerStakeholders(
  { services: { database, goalReasons } }: World,
  actor: Actor,
  satkerId: string,
  character: Character,
): Promise<void> {
  const found = await database.query<{ goal: string; input: string }>(
    `SELECT g.id AS goal, MIN(r.id) AS input FROM action_goals g
       JOIN register_entries r ON r.satker_id = g.satker_id AND r.register = 'inputs' AND r.happened_on <= g.due_on
      WHERE g.satker_id = $1 AND g.serves = 'outcome' GROUP BY g.id ORDER BY g.id`,
    [satkerId],
  )
  const most = { good: found.length, fair: Math.ceil(found.length / 2), weak: 1, paper: 0 }[character]
  for (const { goal, input } of found.slice(0, most))
    await goalReasons.choose(actor, goal, { shown: [], chosen: [input] })
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

async function importAt(
  world: World,
  day: string,
  { unit, satkerId }: { readonly unit: string; readonly satkerId: string },
  header: readonly string[],
  cells: readonly (readonly string[])[],
): Promise<void> {
  if (cells.length === 0) return
  const { registerUnits, planImport } = world.services
  const moment = new Date(`${day}T04:00:00Z`)
  world.at(moment < world.today ? moment : world.today)
  const chair = await world.actor(loginOf(unit, 'chair'))
  const place = await registerUnits.toKeep(chair, satkerId)
  const rows = cells.map((row, at) => ({ number: at + 2, cells: row }))
  const table = { header, headerRow: 1, rows, faults: [] }
  const { faults } = await planImport.at(place).run(chair, table, { update: true })
  if (faults[0]) throw new Error(`${unit}: row ${faults[0].row}, ${faults[0].column}: ${faults[0].message}`)
}

function goalRows(goals: readonly PlannedGoal[], unit: string, year: number): string[][] {
  const dice = new Dice('action-plan', unit, String(year))
  return goals.map(goal => {
    const [indicator = '', measure = '', before = '', target = ''] = goal.measure ?? []
    const [area = ''] = goal.area.split(';')
    return [
      String(year),
      goal.title,
      goal.serves,
      goal.served,
      ownerOf(unit, area, dice),
      `${year}-${goal.from}`,
      `${year}-${goal.until}`,
      indicator,
      measure,
      before,
      target,
      goal.area,
      (goal.questions ?? []).join('; '),
      '',
      '',
      '',
      '',
    ]
  })
}

/** Whoever answers the area, or its pokja. */
function ownerOf(unit: string, area: string, dice: Dice): string {
  if (area === '') return ''
  const login = answererOf(unit, area)
  const name = CAST_PEOPLE.find(person => person.login === login)?.name ?? ''
  return dice.chance(60) ? name : `Pokja area ${area}`
}

interface Reached {
  readonly percent: number
  readonly day: string
}

interface Reporting {
  readonly unit: string
  readonly character: Character
  readonly year: number
  readonly day: string
}

function reportRows(
  goals: readonly PlannedGoal[],
  { unit, character, year, day }: Reporting,
  reached: Map<string, Reached>,
): string[][] {
  return goals.flatMap(goal => {
    const { percent: before, day: last } = reached.get(goal.title) ?? { percent: 0, day: '' }
    const [from, until] = [`${year}-${goal.from}`, `${year}-${goal.until}`]
    if (before === 100 || day < from) return []
    const dice = new Dice(unit, goal.title, day)
    const planned = Math.min(1, (Date.parse(day) - Date.parse(from)) / (Date.parse(until) - Date.parse(from)))
    const come = Math.min(100, Math.round(planned * (PACE[character] - dice.below(16))))
    const percent = Math.max(before, come)
    const isBehind = percent < planned * 80
    const isInTime = percent === 100 && until < day && last < until && dice.chance(75)
    const reported = isInTime ? until : day
    reached.set(goal.title, { percent, day: reported })
    return [[String(year), goal.title, reported, String(percent), isBehind ? dice.pick(OBSTACLES) : '']]
  })
}
