import { createHash } from 'node:crypto'
import { hashPassword } from '../../src/accounts/password'
import { Membership } from '../../src/accounts/membership.entity'
import { User } from '../../src/accounts/user.entity'
import { systemActor } from '../../src/access/actor'
import type { Role } from '../../src/access/roles'
import { Assessment } from '../../src/assessments/assessment.entity'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { configFrom } from '../../src/config'
import { CycleWindow } from '../../src/cycles/cycle-window.entity'
import { Cycle } from '../../src/cycles/cycle.entity'
import { newId } from '../../src/db/ids'
import type { Question } from '../../src/engine/instrument/instrument'
import { lookup } from '../../src/engine/instrument/lookup'
import { EvidenceFile } from '../../src/evidence/evidence-file.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { Evidence } from '../../src/evidence/evidence.entity'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { Satker, type SatkerLevel } from '../../src/satker/satker.entity'
import { openServices } from '../../src/server'
import type { Services } from '../../src/services'
import { Answer } from '../../src/worksheets/answer.entity'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import { answerOf } from '../../seeds/demo/answers'
import { Dice } from '../../seeds/demo/dice'
import { noteOf } from '../../seeds/demo/notes'
import { piecesFor } from '../../seeds/demo/pieces'

export const LOGIN = 'ketua@ukur.example'
export const PASSWORD = 'kuda laut biru tua'
const YEAR = new Date().getFullYear()
const CREATED = `${YEAR}-01-02T01:00:00.000Z`

export interface BenchWorld {
  readonly dataDir: string
  readonly satkerId: string
  readonly assessmentId: string
  readonly worksheetId: string
}

/** The services over a data folder, without a server; the caller closes their database. */
export const servicesIn = (dataDir: string): Promise<Services> =>
  openServices(configFrom({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))

/** A satker in the middle of its year: a team, 113 answers with notes, two or three pieces of evidence under each. */
export async function makeWorld(dataDir: string): Promise<BenchWorld> {
  const services = await servicesIn(dataDir)
  const { database } = services
  const source = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
  const loaded = await services.instruments.load(systemActor('bench'), source, 'lke-2021.yaml')
  if (!loaded.ok) throw new Error('The instrument was refused.')
  const ministry = satker('Kementerian Layanan Nusantara', 'ministry')
  const kanwil = satker('Kantor Wilayah Tirta Raya', 'kanwil', ministry)
  const unit = satker('Kantor Layanan Tanjung Kirana', 'satker', kanwil)
  const cycleId = newId()
  const assessment = {
    id: newId(),
    satkerId: unit.id,
    cycleId,
    targetPredicate: 'WBK',
    stage: 'draf',
  } as const
  const worksheet = { id: newId(), assessmentId: assessment.id, seat: 'satker', round: 1 } as const
  const team = await teamOf(unit.id)
  await database.inTransaction(async () => {
    await database.insert(Satker, [ministry, kanwil, unit])
    await database.insert(User, team.users)
    await database.insert(Membership, team.memberships)
    await database.insert(Cycle, [
      {
        id: cycleId,
        year: YEAR,
        title: `Siklus ${YEAR}`,
        instrumentId: loaded.version.id,
        settings: { sendBacks: 1, preAssessment: false },
        createdAt: CREATED,
      },
    ])
    await database.insert(CycleWindow, [
      { cycleId, stage: 'draf', opensOn: `${YEAR}-01-01`, closesOn: `${YEAR}-12-31` },
    ])
    await database.insert(Assessment, [{ ...assessment, createdAt: CREATED }])
    await database.insert(Worksheet, [{ ...worksheet, createdAt: CREATED }])
  })
  const context = await services.assessments.visibleTo(systemActor('bench')).get(assessment.id)
  await fill(services, context, team.users[0]?.id ?? '')
  await database.close()
  return { dataDir, satkerId: unit.id, assessmentId: assessment.id, worksheetId: worksheet.id }
}

/** 113 answers with notes, and two or three pieces of evidence under each. */
export async function fill(services: Services, assessment: AssessmentContext, by: string): Promise<void> {
  const { database } = services
  const questions = [...lookup(assessment.instrument).questions.values()].map(place => place.question)
  const pieces = questions.flatMap(question => piecesUnder(assessment, question, by))
  await database.inTransaction(async () => {
    await database.insert(
      Answer,
      questions.map(question => answerTo(assessment, question, by)),
    )
    await database.insert(
      Evidence,
      pieces.map(piece => piece.evidence),
    )
    await database.insert(
      EvidenceFile,
      pieces.map(piece => piece.file),
    )
    await database.insert(
      EvidenceUseRow,
      pieces.map(piece => piece.use),
    )
    await services.scoring.rescore(assessment)
  })
}

function answerTo(assessment: AssessmentContext, question: Question, by: string): Partial<Answer> {
  const dice = new Dice('bench', question.code)
  const value = answerOf(question, 'good', dice, { contradictions: false, employees: 86 })
  const stamped = { valueBy: by, valueAt: CREATED, noteBy: by, noteAt: CREATED }
  return {
    id: newId(),
    worksheetId: assessment.worksheetId,
    question: question.code,
    option: value.option ?? null,
    inputs: value.inputs ? pointed(value.inputs) : null,
    valueVersion: 1,
    note: noteOf(question, 'good', value, { year: YEAR, dice }),
    noteVersion: 1,
    carried: false,
    ...stamped,
  }
}

const pointed = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).map(([key, text]) => [key, text.replace(',', '.')]))

function piecesUnder(assessment: AssessmentContext, question: Question, by: string) {
  const made = { createdBy: by, createdAt: CREATED }
  return piecesFor(question, 'good', new Dice('bench', question.code)).map((piece, place) => {
    const id = newId()
    const name = `${question.code}-${place + 1}.pdf`
    return {
      evidence: {
        id,
        satkerId: assessment.satkerId,
        title: piece.title,
        nature: piece.nature,
        happenedOn: `${YEAR}-01-15`,
        ...made,
      },
      file: {
        id: newId(),
        evidenceId: id,
        slot: newId(),
        version: 1,
        name,
        sha256: createHash('sha256').update(name).digest('hex'),
        size: 120_000,
        contentType: 'application/pdf',
        uploadedBy: by,
        uploadedAt: CREATED,
      },
      use: {
        id: newId(),
        assessmentId: assessment.id,
        question: question.code,
        part: lookup(assessment.instrument).partOfQuestion.get(question.code) ?? null,
        evidenceId: id,
        stages: [...piece.stages],
        claim: 'hal. 2, tabel 1',
        page: '2',
        ...made,
      },
    }
  })
}

export function satker(name: string, level: SatkerLevel, under?: { id: string; path: string }) {
  const id = newId()
  return {
    id,
    path: `${under?.path ?? ''}${id}/`,
    parentId: under?.id ?? null,
    name,
    code: id.slice(-12),
    level,
    city: 'Tanjung Kirana',
    employees: 57,
    createdAt: CREATED,
  }
}

/** The chair first. */
async function teamOf(satkerId: string) {
  const passwordHash = await hashPassword(PASSWORD)
  const seats: readonly (readonly [login: string, name: string, role: Role, parts: string | null])[] = [
    [LOGIN, 'Sari Puspadewi', 'chair', null],
    ['kepala@ukur.example', 'Hendra Wiguna', 'head', null],
    ...['1', '2', '3', '4', '5', '6'].map(
      part => [`pokja${part}@ukur.example`, `Anggota Pokja ${part}`, 'member', part] as const,
    ),
  ]
  const people = seats.map(([email, name, role, parts]) => {
    const id = newId()
    return {
      user: {
        id,
        name,
        email,
        passwordHash,
        mustChangePassword: false,
        sessionsValidFrom: CREATED,
        createdAt: CREATED,
      },
      membership: {
        id: newId(),
        userId: id,
        satkerId,
        role,
        parts,
        acting: false,
        validFrom: `${YEAR}-01-01`,
        createdAt: CREATED,
      },
    }
  })
  return { users: people.map(one => one.user), memberships: people.map(one => one.membership) }
}
