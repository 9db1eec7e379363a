import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { GoalProgress } from '../../src/action-plan/goal-progress.entity'
import { Goal } from '../../src/action-plan/goal.entity'
import { AgreementEntries } from '../../src/agreements/agreement-entries'
import { AgreementEvaluation } from '../../src/agreements/agreement-evaluation.entity'
import { AgreementTask } from '../../src/agreements/agreement-task.entity'
import { Agreement } from '../../src/agreements/agreement.entity'
import { Attestation } from '../../src/attestations/attestation.entity'
import { AuditEvent } from '../../src/audit/audit.entity'
import { Sample, SampledUnit } from '../../src/calibration/sample.entity'
import { Extension } from '../../src/cycles/extension.entity'
import { newId } from '../../src/db/ids'
import { lookup } from '../../src/engine/instrument/lookup'
import { EvidenceFile } from '../../src/evidence/evidence-file.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { NoteEntry, NoteEvidence } from '../../src/notes/note-entry.entity'
import { Note } from '../../src/notes/note.entity'
import type { Telling } from '../../src/messages/messages.service'
import { PrerequisiteValue } from '../../src/prerequisites/prerequisite-value.entity'
import { projectRoot } from '../../src/project-root'
import { EntryLink, EntrySupport, RegisterEntryRow } from '../../src/registers/register-entry.entity'
import { growPerformance } from './grown-performance'
import { Innovation } from '../../src/innovations/innovation.entity'
import { Employee } from '../../src/roster/employee.entity'
import { Assignment } from '../../src/worksheets/assignment.entity'
import { complaint, keepInnovations } from '../innovations/innovation-office'
import { keepPredicate, keepProfiles } from '../profile/profile-office'
import { answer, contextOf, prove } from '../assessments/filled'
import { complaints, meeting, putInputs } from '../inputs/inputs-office'
import { addAssessment, addCycle, addPerson, addSatker, type Unit } from '../support/cast'
import { putSurveys, round } from '../surveys/surveys-office'
import type { House } from '../support/house'
import type { Furnished } from '../journeys/furnished'
import { addActivities } from '../journeys/furnished-activities'
import { ruleOn } from '../journeys/furnished-rules'
import { loadRules, RULE_BOOK } from '../findings/rules-at-work'

const CREATED = '2026-02-02T00:00:00.000Z'

/** As many inputs and surveys again, with their entries. */
async function moreInTheRegisters(house: House, satkerId: string): Promise<void> {
  const days = ['2025-03', '2025-06', '2025-09', '2025-11', '2026-03']
  await putInputs(house, satkerId, [
    ...days.map(month => complaints(month, [3, 2])),
    ...days.map(month => meeting({ subject: `Audiensi ${month}`, happenedOn: `${month}-10` })),
  ])
  await putSurveys(
    house,
    satkerId,
    days.map(month => round({ heldFrom: `${month}-01`, heldUntil: `${month}-11` })),
  )
}

/** The same world with more of everything: satker, people, cycles, answers, evidence, assignments, acts. */
export async function grow(house: House, { assessment, people: cast }: Furnished): Promise<void> {
  const one = async <Row>(sql: string, ...parameters: unknown[]) =>
    (await house.database.one<Row>(sql, parameters))!
  const unit = (code: string) => one<Unit>('SELECT id, path, name FROM satker WHERE code = $1', code)
  const [kanwil, satker] = [await unit('KW-TR'), await unit('KTK')]
  const { worksheetId, instrumentId, cycleId } = await contextOf(house, { id: assessment })
  const source = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
  const other = source.replace(/^version: 1$/m, 'version: 2')
  await house.services.instruments.load(systemActor('tests'), other, 'lke-2021.yaml')
  await addCycle(house, instrumentId, 2024)
  await loadRules(house, RULE_BOOK.replace('last_days: 14', 'last_days: 30'))
  for (let place = 1; place <= 4; place++) {
    const more = await addSatker(house, `Lapas Lembah ${place}`, kanwil, { code: `LL-${place}` })
    await addPerson(house, `Kepala Lembah ${place}`, 'head', more)
    await addAssessment(house, more, cycleId)
  }
  const people = await Promise.all(
    [1, 2, 3, 4].map(place =>
      addPerson(house, `Anggota Tanjung ${place}`, 'member', satker, { parts: `${place},5` }),
    ),
  )
  const by = people[0]!.id
  await ruleOn(house, assessment, { id: by }, 'pitfall-4', 12)
  await moreActivities(house, cast.chair.id, satker.id)
  await growPerformance(house, satker.id)
  await moreOnTheWorksheet(house, { id: assessment, worksheetId }, by)
  await house.database.inTransaction(async () => {
    await house.database.insert(Extension, [
      ...['2026-07-10', '2026-07-20'].map(closesOn => ({
        id: newId(),
        assessmentId: assessment,
        stage: 'draf' as const,
        closesOn,
        reason: 'Banjir.',
        createdBy: by,
        createdAt: CREATED,
      })),
    ])
    await house.database.insert(
      Attestation,
      ['1', '3', '5'].map(part => ({
        id: newId(),
        assessmentId: assessment,
        round: 1,
        part,
        outcome: 'attested' as const,
        acting: false,
        createdBy: by,
        createdAt: CREATED,
      })),
    )
    const staff = await house.database.manager.getRepository(Employee).find()
    await house.database.insert(
      Employee,
      staff.map(one => ({ ...one, id: newId(), nip: null })),
    )
    await growActionPlan(house)
    await moreInTheRegisters(house, satker.id)
    await moreAgreements(house)
    await growRegisters(house)
    const notes = await house.database.manager.getRepository(Note).find()
    const twins = notes.map(note => ({ ...note, id: newId(), ownerId: by }))
    await house.database.insert(Note, twins)
    const pieces = await house.database.query<{ id: string }>('SELECT id FROM evidence ORDER BY id LIMIT 3')
    const replies = [...notes, ...twins].flatMap(({ id }) =>
      [1, 2].map(() => ({
        id: newId(),
        noteId: id,
        kind: 'reply' as const,
        text: 'Terlampir.',
        writtenBy: by,
        writtenAt: CREATED,
      })),
    )
    await house.database.insert(NoteEntry, replies)
    await house.database.insert(
      NoteEvidence,
      replies.flatMap(reply => pieces.map(piece => ({ entryId: reply.id, evidenceId: piece.id }))),
    )
    await house.services.messages.tell(systemActor('tests'), ...(await moreToTell(house)))
    const units = await house.database.query<{ id: string }>(
      `SELECT a.id FROM assessments a JOIN satker s ON s.id = a.satker_id WHERE s.code LIKE 'LL-%'`,
    )
    const sampleId = newId()
    await house.database.insert(Sample, [
      {
        id: sampleId,
        cycleId,
        number: 2,
        wanted: 4,
        seed: 'benih',
        drawnFrom: { units: [], evaluators: [], barred: {} },
        createdBy: by,
        createdAt: CREATED,
      },
    ])
    await house.database.insert(
      SampledUnit,
      units.map(({ id }) => ({ assessmentId: id, sampleId, userId: by })),
    )
    const events = await house.database.manager.getRepository(AuditEvent).find()
    await house.database.insert(
      AuditEvent,
      events.map(event => ({ ...event, id: newId(), userId: by, userName: 'Anggota Tanjung 1' })),
    )
  })
}

/** More activities, more points at the first of them, and everybody of the roster who is new. */
async function moreActivities(house: House, chairId: string, satkerId: string): Promise<void> {
  const started = { startedAt: house.now.toISOString() }
  const chair = (await house.services.accounts.actorOf(chairId, started, 'tests'))!
  const rows = await house.database.query<{ id: string }>('SELECT id FROM activities ORDER BY id')
  const draft = { text: 'Butir lagi', owner: 'Ketua Pokja 1', dueOn: '2026-04-30', doneOn: null }
  for (const { id } of rows) await house.services.activityPoints.add(chair, id, draft)
  await addActivities(
    house,
    chair,
    satkerId,
    ['2026-03-05', '2026-02-05', '2026-04-02'].map(heldOn => ({ title: `Rapat ${heldOn}`, heldOn })),
  )
}

/** Every goal once more, with its reports and what it supports and refers to. */
async function growActionPlan(house: House): Promise<void> {
  const { database } = house
  const goals = await database.manager.getRepository(Goal).find()
  const twin = new Map(goals.map(goal => [goal.id, newId()]))
  const of = (id: string) => twin.get(id) ?? id
  await database.insert(
    Goal,
    goals.map(goal => ({
      ...goal,
      id: of(goal.id),
      title: `${goal.title} lagi`,
      owner: `${goal.owner} lagi`,
    })),
  )
  const reports = await database.manager.getRepository(GoalProgress).find()
  await database.insert(
    GoalProgress,
    reports.map(report => ({ ...report, id: newId(), goalId: of(report.goalId) })),
  )
  const isGoal = ({ entryId }: { entryId: string }) => twin.has(entryId)
  const entries = await database.manager
    .getRepository(RegisterEntryRow)
    .find({ where: { register: 'action-plan' } })
  await database.insert(
    RegisterEntryRow,
    entries.map(entry => ({ ...entry, id: of(entry.id) })),
  )
  const supports = await database.manager.getRepository(EntrySupport).find()
  await database.insert(
    EntrySupport,
    supports.filter(isGoal).map(support => ({ ...support, entryId: of(support.entryId) })),
  )
  const [activity] = await database.manager
    .getRepository(RegisterEntryRow)
    .find({ where: { register: 'activities' } })
  const more = [1, 2].map(() => ({ ...activity!, id: newId() }))
  await database.insert(RegisterEntryRow, more)
  await database.insert(
    EntryLink,
    goals.flatMap(({ id }) =>
      more.map(one => ({ fromId: id, toId: one.id, kind: 'carried-out-by' as const })),
    ),
  )
}

/** Twins of the agreements with their plans, evaluations and entries; unpublished, since the public page is remembered. */
async function moreAgreements(house: House): Promise<void> {
  const { manager } = house.database
  const ids = new Map<string, string>()
  const twins = (await manager.getRepository(Agreement).find()).map(one => {
    const id = newId()
    ids.set(one.id, id)
    return { ...one, id, number: `${one.number} (kembar)`, published: false }
  })
  const agreementIdOf = (id: string) => ids.get(id) ?? ''
  const tasks = await manager.getRepository(AgreementTask).find()
  const more = [...tasks, ...tasks.map(task => ({ ...task, agreementId: agreementIdOf(task.agreementId) }))]
  const evaluations = await manager.getRepository(AgreementEvaluation).find()
  await house.database.insert(Agreement, twins)
  await house.database.insert(
    AgreementTask,
    more.map(task => ({ ...task, id: newId() })),
  )
  await house.database.insert(
    AgreementEvaluation,
    evaluations.map(one => ({ ...one, id: newId() })),
  )
  await new AgreementEntries(house.services.entries).keep(
    twins.map(agreement => ({ agreement, tasks: [], areas: ['1', '6'], questions: ['A.I.6.i.a'] })),
  )
}

/** More innovations and quarters with their entries, each proven as the first one is. */
async function growRegisters(house: House): Promise<void> {
  const { database, services } = house
  const innovations = await database.manager.getRepository(Innovation).find()
  const [first] = innovations
  if (!first) return
  const satkerId = first.satkerId
  const ids = await keepInnovations(
    { house },
    satkerId,
    innovations.map(one => ({
      ...one,
      id: newId(),
      name: `${one.name} lagi`,
      areas: ['1'],
      questions: ['A.II.1.i.b'],
    })),
  )
  const entries = await Promise.all(['Satu', 'Dua'].map(title => complaint({ house }, satkerId, title)))
  const proven = await database.query<{ id: string }>(
    `SELECT from_id AS id FROM entry_links WHERE kind = 'answers'`,
  )
  for (const id of [...ids, ...proven.map(one => one.id)]) await services.entries.link(id, 'answers', entries)
  await keepProfiles(
    { house },
    satkerId,
    [1, 2, 3, 4].map(quarter => ({ year: 2024, quarter })),
  )
  await keepPredicate({ house }, satkerId)
}

/** Two more messages to everybody. */
async function moreToTell(house: House): Promise<Telling[]> {
  const people = await house.database.query<{ id: string }>('SELECT id FROM users')
  const to = people.map(({ id }) => id)
  return ['Satu', 'Dua'].map(subject => ({
    kind: 'due',
    to,
    assessment: null,
    subject,
    text: 'Penilaian belum diajukan.',
    href: '/',
  }))
}

type Opened = Parameters<typeof answer>[1]

/** The part nobody had answered, and evidence with files and an assignee under every question and prerequisite. */
async function moreOnTheWorksheet(house: House, opened: Opened, by: string): Promise<void> {
  const { instrument } = await contextOf(house, opened)
  const questions = [...lookup(instrument).questions.values()].map(place => place.question)
  const unanswered = questions.filter(({ code }) => code.startsWith('A.I.3'))
  await answer(
    house,
    opened,
    Object.fromEntries(
      unanswered.flatMap(question =>
        question.kind === 'choice'
          ? [[question.code, { option: question.options[0]!.key, note: 'Baru diisi.' }]]
          : [],
      ),
    ),
  )
  await prove(house, opened, by, questions)
  const made = await house.database.query<{ id: string }>('SELECT id FROM evidence WHERE created_by = $1', [
    by,
  ])
  const prerequisites = instrument.prerequisites.map(({ id }) => id)
  await house.database.inTransaction(async () => {
    await house.database.insert(
      EvidenceFile,
      made.flatMap(({ id }) =>
        [1, 2].map(version => ({
          id: newId(),
          evidenceId: id,
          slot: `${id}-1`,
          version,
          name: 'foto.png',
          sha256: 'a'.repeat(64),
          size: 10,
          contentType: 'image/png',
          uploadedBy: by,
          uploadedAt: CREATED,
          replacedAt: version === 1 ? CREATED : null,
        })),
      ),
    )
    await house.database.insert(
      EvidenceUseRow,
      prerequisites.map((id, place) => ({
        id: newId(),
        assessmentId: opened.id,
        question: `P.${id}`,
        evidenceId: made[place]!.id,
        stages: [],
        createdBy: by,
        createdAt: CREATED,
      })),
    )
    await house.database.insert(
      PrerequisiteValue,
      prerequisites.map(prerequisite => ({
        assessmentId: opened.id,
        prerequisite,
        value: null,
        note: 'Menunggu.',
        noteVersion: 1,
        noteBy: by,
        noteAt: CREATED,
        updatedBy: by,
        updatedAt: CREATED,
      })),
    )
    await house.database.insert(
      Assignment,
      questions.map(({ code }) => ({
        assessmentId: opened.id,
        question: code,
        userId: by,
        assignedAt: CREATED,
      })),
    )
  })
}
