import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { PLAN_TEMPLATE } from '../../src/action-plan/plan-columns'
import { projectRoot } from '../../src/project-root'
import type { Act } from './agenda'
import { CAST_PEOPLE } from './cast'
import { Dice } from './dice'
import { bring, keeperOf, type Bringing } from './keeping'
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

/** The action plans of last year and this one, as the ketua imports them, and each quarter what the pokja say of their progress. */
export function fillActionPlans(world: World, settled: Settled, story: Story): Act[] {
  const { planImport } = world.services
  const { unit, character } = story
  const present = world.today.getUTCFullYear()
  const into: Bringing['into'] = place => planImport.at(place)
  return [present - 1, present].flatMap(year => {
    const goals = GOALS.filter(goal => goal.for.includes(character))
    const planned: Act = {
      at: momentOf(`${year}-${PLANNED[character]}`, world),
      does: () =>
        bring(
          world,
          settled,
          { unit, login: loginOf(unit, 'chair') },
          { header: PLAN_TEMPLATE.header, cells: goalRows(goals, unit, year), update: true, into },
        ),
    }
    const reached = new Map<string, Reached>()
    const reports = REPORTED.filter(of => of > PLANNED[character])
      .map(of => `${year}-${of}`)
      .filter(of => of < isoDay(world.today))
    return [
      planned,
      ...reports.flatMap(day => {
        const at = momentOf(day, world)
        const said = reportRows(goals, { unit, character, year, day }, reached)
        const keepers = new Map<string, string[][]>()
        for (const { area, cells } of said) {
          const login = keeperOf(story, area, at, world)
          keepers.set(login, [...(keepers.get(login) ?? []), cells])
        }
        return [...keepers].map(([login, cells]) => ({
          at,
          does: () =>
            bring(world, settled, { unit, login }, { header: REPORT_HEADER, cells, update: true, into }),
        }))
      }),
    ]
  })
}

/** The day of the year on which a team has its plan; who hurries writes it after the first acts. */
const PLANNED: Readonly<Record<Character, string>> = {
  good: '01-05',
  fair: '01-05',
  weak: '03-02',
  paper: '05-04',
}

function momentOf(day: string, { today }: World): Date {
  const moment = new Date(`${day}T04:00:00Z`)
  return moment < today ? moment : today
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
          ${character === 'good' || character === 'fair' ? 'AND a.held_on > substr(g.created_at, 1, 10)' : ''}
        WHERE g.satker_id = $1 AND g.percent > 0 ORDER BY g.id, a.held_on, a.id`,
      [satkerIds.get(unit) ?? ''],
    )
    const actor = await world.actor(loginOf(unit, 'chair'))
    const most = character === 'weak' ? 1 : 3
    for (const goal of new Set(found.map(row => row.goal))) {
      const chosen = found.filter(row => row.goal === goal).map(({ activity }) => activity)
      await goalActivities.choose(actor, goal, { shown: [], chosen: chosen.slice(0, most) })
    }
  }
}

/** Good units begin their goals for the public with what stakeholders said, others name one or none. */
export async function answerStakeholders(
  world: World,
  { satkerIds }: Settled,
  { unit, character }: Story,
): Promise<void> {
  const { database, goalReasons } = world.services
  const satkerId = satkerIds.get(unit) ?? ''
  const actor = await world.actor(loginOf(unit, 'chair'))
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
): { readonly area: string; readonly cells: string[] }[] {
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
    const [area = ''] = goal.area.split(';')
    return [
      {
        area,
        cells: [String(year), goal.title, reported, String(percent), isBehind ? dice.pick(OBSTACLES) : ''],
      },
    ]
  })
}
