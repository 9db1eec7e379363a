import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
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
import { Innovation } from '../../src/innovations/innovation.entity'
import { Employee } from '../../src/roster/employee.entity'
import { Assignment } from '../../src/worksheets/assignment.entity'
import { complaint, keepInnovations } from '../innovations/innovation-office'
import { keepPredicate, keepProfiles } from '../profile/profile-office'
import { answer, contextOf, prove } from '../assessments/filled'
import { addAssessment, addCycle, addPerson, addSatker, type Unit } from '../support/cast'
import type { House } from '../support/house'
import type { Furnished } from '../journeys/furnished'

const CREATED = '2026-02-02T00:00:00.000Z'

/** The same world with more of everything: satker, people, cycles, answers, evidence, assignments, acts. */
export async function grow(house: House, { assessment }: Furnished): Promise<void> {
  const one = async <Row>(sql: string, ...parameters: unknown[]) =>
    (await house.database.one<Row>(sql, parameters))!
  const unit = (code: string) => one<Unit>('SELECT id, path, name FROM satker WHERE code = $1', code)
  const [kanwil, satker] = [await unit('KW-TR'), await unit('KTK')]
  const { worksheetId, instrumentId, cycleId } = await contextOf(house, { id: assessment })
  const source = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
  const other = source.replace(/^version: 1$/m, 'version: 2')
  await house.services.instruments.load(systemActor('tests'), other, 'lke-2021.yaml')
  await addCycle(house, instrumentId, 2024)
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
