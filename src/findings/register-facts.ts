import { agreementState, planStanding } from '../engine/agreements/agreement-state'
import type { Direction } from '../engine/performance/achievement'
import type { ActivityFacts, Facts, GoalFacts, InnovationFacts, SurveyFacts } from '../engine/rules/facts'
import { civilDateIn, type TimeZone } from '../web/format/date'
import { grouped } from './evidence-facts'
import type {
  ActivityRow,
  GoalRow,
  InnovationRow,
  InputRow,
  LinkRow,
  ParticipantRow,
  RegisterFactsRepository,
  SurveyRow,
} from './register-facts.repository'

type RegisterFacts = Pick<
  Facts,
  | 'profiles'
  | 'predicates'
  | 'activities'
  | 'goals'
  | 'innovations'
  | 'agreements'
  | 'quarters'
  | 'inputs'
  | 'complaints'
  | 'surveys'
>

/** Registers in which what stakeholders said is kept. */
const INPUT_REGISTERS: readonly string[] = ['inputs', 'surveys']

/** What the registers of a satker hold. Thirteen statements. */
export async function registerFacts(
  rows: RegisterFactsRepository,
  satkerId: string,
  { today, timeZone }: { readonly today: string; readonly timeZone: TimeZone },
): Promise<RegisterFacts> {
  const [profiles, predicates, activities, participants, goals, innovations, agreements, tasks] =
    await Promise.all([
      rows.profiles(satkerId),
      rows.predicates(satkerId),
      rows.activities(satkerId, today),
      rows.participants(satkerId),
      rows.goals(satkerId),
      rows.innovations(satkerId),
      rows.agreements(satkerId),
      rows.tasks(satkerId),
    ])
  const [quarters, inputs, surveys, areas, links] = await Promise.all([
    rows.quarters(satkerId),
    rows.inputs(satkerId),
    rows.surveys(satkerId),
    rows.areas(satkerId),
    rows.links(satkerId),
  ])
  const areasOf = grouped(areas, area => area.entryId)
  const linksOf = grouped(links, link => link.fromId)
  const areaIds = (id: string) => (areasOf.get(id) ?? []).map(({ target }) => target)
  const came = grouped(participants, one => one.activityId)
  const tasksOf = grouped(tasks, task => task.agreementId)
  return {
    profiles: profiles as unknown as Facts['profiles'],
    predicates,
    activities: activities.map(row => activityOf(row, areaIds(row.id), came.get(row.id) ?? [])),
    goals: goals.map(row => goalOf(row, areaIds(row.id), linksOf.get(row.id) ?? [], timeZone)),
    innovations: innovations.map(row => innovationOf(row, linksOf.get(row.id) ?? [])),
    agreements: agreements.map(({ id, ...term }) => ({
      id,
      state: agreementState(term, planStanding(tasksOf.get(id) ?? [], today), today),
    })),
    quarters: quarters.map(({ direction, ...row }) => ({ ...row, better: BETTER[direction] })),
    inputs: inputs
      .filter(({ month }) => month === null)
      .map(({ id, kind, happenedOn, followedUpOn }) => ({ id, kind, happenedOn, followedUpOn })),
    complaints: inputs.flatMap(complaintOf),
    surveys: surveys.map(surveyOf),
  }
}

function activityOf(
  row: ActivityRow,
  areas: readonly string[],
  came: readonly ParticipantRow[],
): ActivityFacts {
  return {
    id: row.id,
    kind: row.kind as ActivityFacts['kind'],
    title: row.title,
    heldOn: row.heldOn,
    heldUntil: row.heldUntil,
    leaderPresent: Boolean(row.leaderPresent),
    ziDiscussed: Boolean(row.ziDiscussed),
    participants: came.map(({ employeeId }) => employeeId),
    frontLineParticipants: came.filter(({ frontLine }) => Boolean(frontLine)).length,
    counted: row.counted,
    guests: Number(row.guests),
    areas,
    points: Number(row.points),
    pointsDone: Number(row.pointsDone),
    pointsLate: Number(row.pointsLate),
    proofs: Number(row.proofs),
  }
}

/** Of what an entry answers, what stakeholders said. */
const reasons = (links: readonly LinkRow[]): LinkRow[] =>
  links.filter(({ kind, register }) => kind === 'answers' && INPUT_REGISTERS.includes(register))

/** A commitment points up or down. */
const BETTER: Readonly<Record<Direction, 'higher' | 'lower'>> = { up: 'higher', down: 'lower' }

/** What the plan calls an outcome is one for the public. */
const SERVES: Readonly<Record<string, GoalFacts['serves']>> = { reform: 'reform', outcome: 'public' }

function goalOf(
  { serves, createdAt, ...row }: GoalRow,
  areas: readonly string[],
  links: readonly LinkRow[],
  timeZone: TimeZone,
): GoalFacts {
  return {
    ...row,
    serves: SERVES[serves] ?? 'none',
    plannedOn: civilDateIn(createdAt, timeZone),
    areas,
    activities: links.filter(({ kind }) => kind === 'carried-out-by').map(({ toId }) => toId),
    needInputs: reasons(links).length,
  }
}

function innovationOf(
  { proofLink, copies, agents, better, ...row }: InnovationRow,
  links: readonly LinkRow[],
): InnovationFacts {
  const proofs = links.filter(({ kind }) => kind === 'answers')
  return {
    ...row,
    better: better as InnovationFacts['better'],
    needProofs: proofs.length + (proofLink ? 1 : 0),
    needInputs: reasons(links).length,
    replications: (JSON.parse(copies) as unknown[]).length,
    agents: JSON.parse(agents) as string[],
  }
}

const complaintOf = ({ id, month, received, done, inProcess }: InputRow): Facts['complaints'] =>
  month === null ? [] : [{ id, month, received: received ?? 0, done: done ?? 0, inProcess: inProcess ?? 0 }]

const surveyOf = ({ kind, scale, ...row }: SurveyRow): SurveyFacts => ({
  ...row,
  kind: kind as SurveyFacts['kind'],
  scale: scale as SurveyFacts['scale'],
})
