import type { Actor } from '../../src/access/actor'
import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { newId } from '../../src/db/ids'
import { lookup } from '../../src/engine/instrument/lookup'
import type { EvidenceNature, EvidenceStage } from '../../src/engine/instrument/instrument'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { Evidence } from '../../src/evidence/evidence.entity'
import { Answer } from '../../src/worksheets/answer.entity'
import { Cycle } from '../../src/cycles/cycle.entity'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Person,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, type Browser, type House } from '../support/house'

const PARTS = ['1', '2', '3', '4', '5', '6', 'B'] as const
const CREATED = '2026-02-01T00:00:00.000Z'

type Who =
  | 'chair'
  | 'head'
  | 'pokja'
  | 'companion'
  | 'member'
  | 'lead'
  | 'controller'
  | 'second'
  | 'admin'
  | 'outsider'

/** A satker that handed in a whole worksheet with evidence, and the team of the TPI that scores it. */
export interface Inspection {
  readonly house: House
  readonly cycle: string
  readonly team: string
  readonly ministry: Unit
  readonly kanwil: Unit
  readonly satker: Unit
  readonly assessment: string
  readonly people: Readonly<Record<Who, Person>>
  readonly actor: (who: Who) => Promise<Actor>
  /** The assessment as this person sees it. */
  readonly seen: (who: Who) => Promise<AssessmentContext>
  browserOf(who: Who): Promise<Browser>
  close(): Promise<void>
}

export async function openInspection(
  settings: Partial<Cycle['settings']> = {},
  { submitted = true } = {},
): Promise<Inspection> {
  const house = await openHouse()
  const { services, database } = house
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
  const inspectorate = await addSatker(house, 'Inspektorat Jenderal', ministry)
  const kanwil = await addSatker(house, 'Kanwil Tirta Raya', ministry, { level: 'kanwil' })
  const satker = await addSatker(house, 'Kanim Tanjung Kirana', kanwil)
  const people = {
    chair: await addPerson(house, 'Sari Puspadewi', 'chair', satker),
    head: await addPerson(house, 'Hendra Wiguna', 'head', satker),
    pokja: await addPerson(house, 'Bagas Hendrawan', 'member', satker, { parts: '1' }),
    companion: await addPerson(house, 'Meutia Rahardja', 'pendamping', kanwil),
    member: await addPerson(house, 'Nirmala Sekarwangi', 'evaluator', inspectorate),
    lead: await addPerson(house, 'Bramantyo Wicaksana', 'evaluator', inspectorate),
    controller: await addPerson(house, 'Retno Palupi', 'evaluator', inspectorate),
    second: await addPerson(house, 'Yoga Pranata', 'evaluator', inspectorate),
    admin: await addPerson(house, 'Wulan Kartika', 'centre-admin', ministry),
    outsider: await addPerson(house, 'Lestari Ayuningtyas', 'evaluator', inspectorate),
  }
  const cycle = await addCycle(house, await loadInstrument(house))
  await database.inTransaction(async () => {
    await database
      .writing()
      .update(Cycle, { id: cycle }, { settings: { sendBacks: 1, preAssessment: false, ...settings } })
  })
  const { id } = await addAssessment(house, satker, cycle)
  const actor = async (who: Who): Promise<Actor> => {
    const found = await services.accounts.actorOf(
      people[who].id,
      { startedAt: house.now.toISOString() },
      'test',
    )
    if (!found) throw new Error(`${who} is no actor`)
    return found
  }
  const seen = async (who: Who) => services.assessments.visibleTo(await actor(who)).get(id)
  await fill(house, id, people.chair.id)
  const team = await makeTeam(house, cycle, id, people)
  const browsers = new Map<Who, Browser>()
  const inspection: Inspection = {
    house,
    cycle,
    team,
    ministry,
    kanwil,
    satker,
    assessment: id,
    people,
    actor,
    seen,
    browserOf: async who => {
      const known = browsers.get(who) ?? (await signedIn(house, people[who].login, PASSWORD))
      browsers.set(who, known)
      return known
    },
    close: () => house.close(),
  }
  if (submitted) await submitAs(inspection)
  return inspection
}

/** The head attests whatever is not attested and hands in. */
export async function submitAs({ house, actor, seen }: Inspection): Promise<void> {
  const { attestations, submissions } = house.services
  const head = await actor('head')
  for (const part of PARTS) {
    const assessment = await seen('head')
    const stamp = (await attestations.stampsOf(assessment)).get(part) ?? ''
    await attestations.attest(head, assessment, part, stamp)
  }
  await submissions.submit(head, await seen('head'))
}

/** Every question answered at its best, each with one piece that shows every stage. */
async function fill(house: House, assessmentId: string, by: string): Promise<void> {
  const { services, database } = house
  const assessment = await services.assessments.visibleTo(systemActor('tests')).get(assessmentId)
  const questions = [...lookup(assessment.instrument).questions.values()].map(place => place.question)
  const answers = questions.map(question => ({
    id: newId(),
    worksheetId: assessment.worksheetId,
    question: question.code,
    option: question.kind === 'choice' ? (question.options[0]?.key ?? null) : null,
    inputs:
      question.kind === 'choice'
        ? null
        : Object.fromEntries(
            question.inputs.map(input => [input.key, question.kind === 'index' ? '3.80' : '4']),
          ),
    valueVersion: 1,
    valueBy: by,
    valueAt: CREATED,
    note: 'Sudah berjalan.',
    noteVersion: 1,
    noteBy: by,
    noteAt: CREATED,
    carried: false,
  }))
  const natures: Record<string, EvidenceNature> = { document: 'formal', practice: 'trace', result: 'outcome' }
  const pieces = questions.map(question => ({
    id: newId(),
    satkerId: assessment.satkerId,
    title: `Bukti ${question.code}`,
    nature: natures[question.asksAbout] ?? 'formal',
    createdBy: by,
    createdAt: CREATED,
  }))
  const uses = questions.map((question, place) => ({
    id: newId(),
    assessmentId,
    question: question.code,
    part: lookup(assessment.instrument).partOfQuestion.get(question.code) ?? null,
    evidenceId: pieces[place]?.id ?? '',
    stages: [...question.expectedStages] as EvidenceStage[],
    claim: 'hal. 1',
    createdBy: by,
    createdAt: CREATED,
  }))
  await database.inTransaction(async () => {
    await database.insert(Answer, answers)
    await database.insert(Evidence, pieces)
    await database.insert(EvidenceUseRow, uses)
    await services.scoring.rescore(assessment)
  })
}

async function makeTeam(
  house: House,
  cycleId: string,
  assessment: string,
  people: Readonly<Record<'admin' | 'member' | 'lead' | 'controller' | 'second', Person>>,
): Promise<string> {
  const { teams, cycles, accounts } = house.services
  const admin = await accounts.actorOf(people.admin.id, { startedAt: house.now.toISOString() }, 'test')
  if (!admin) throw new Error('no administrator')
  const cycle = await cycles.get(cycleId)
  const team = await teams.create(admin, cycle, 'Tim 1')
  for (const seat of ['member', 'lead', 'controller'] as const)
    await teams.seat(admin, cycle, team, people[seat].id, seat)
  await teams.seat(admin, cycle, team, people.second.id, 'member')
  await teams.assign(admin, cycle, assessment, { teamId: team, userId: people.member.id, reason: '' })
  return team
}
