import { systemActor, type Actor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { Question } from '../../src/engine/instrument/instrument'
import { lookup } from '../../src/engine/instrument/lookup'
import { paths } from '../../src/paths'
import { answer, contextOf, prove } from '../assessments/filled'
import { upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, PASSWORD } from '../support/cast'
import type { Person } from '../support/cast'
import { post, signedIn, type Browser, type House } from '../support/house'
import { loadRules } from '../findings/rules-at-work'
import { furnishCalibration } from './furnished-calibration'
import { furnishFindings } from './furnished-findings'
import { furnishNotes } from './furnished-notes'
import { furnishResults } from './furnished-result'
import { furnishEvaluation } from './furnished-evaluation'
import { furnishActivities } from './furnished-activities'
import { furnishActionPlan } from './furnished-action-plan'
import { furnishInputs } from './furnished-inputs'
import { furnishMatrix } from './furnished-matrix'
import { furnishPerformance } from './furnished-performance'
import { furnishAgreements } from './furnished-agreements'
import { furnishInnovations } from './furnished-innovations'
import { furnishProfile } from './furnished-profile'
import { furnishRules } from './furnished-rules'
import { furnishRoster } from './furnished-roster'
import { furnishSurveys } from './furnished-surveys'

export type Who =
  'nobody' | 'admin' | 'chair' | 'head' | 'viewer' | 'companion' | 'lead' | 'dalnis' | 'second'

/** A ministry in which something of every kind stands on every page, and who goes there. */
export interface Furnished {
  readonly people: Readonly<Record<Exclude<Who, 'nobody'>, Person>>
  readonly assessment: string
  /** That of the assessment. */
  readonly satker: string
  readonly pages: readonly (readonly [who: Who, address: string])[]
}

const TEAM = 'A.I.1.i.a'
const INTEGRATED = 'A.II.1.i.b'

export async function furnish(house: House): Promise<Furnished> {
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
  const kanwil = await addSatker(house, 'Kanwil Tirta Raya', ministry, { level: 'kanwil', code: 'KW-TR' })
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana', kanwil, { code: 'KTK' })
  const neighbour = await addSatker(house, 'Rutan Muara Bening', kanwil, { code: 'RMB' })
  const people = {
    admin: await addPerson(house, 'Wulan Kartika', 'centre-admin', ministry),
    chair: await addPerson(house, 'Sari Puspadewi', 'chair', satker),
    head: await addPerson(house, 'Hendra Wiguna', 'head', satker),
    viewer: await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil),
    companion: await addPerson(house, 'Meutia Rahardja', 'pendamping', kanwil),
  }
  const others = {
    member: await addPerson(house, 'Bagas Hendrawan', 'member', satker, { parts: '1' }),
    head: await addPerson(house, 'Dewi Anjani', 'head', neighbour),
  }
  const instrument = await loadInstrument(house)
  await loadRules(house)
  const lastYear = await addAssessment(house, satker, await addCycle(house, instrument, 2025))
  const cycle = await addCycle(house, instrument)
  const opened = await addAssessment(house, satker, cycle)
  await fill(house, lastYear, () => true)
  await fill(house, opened, question => !question.code.startsWith('A.I.3'))
  const chair = await signedIn(house, people.chair.login, PASSWORD)
  const admin = await signedIn(house, people.admin.login, PASSWORD)
  const piece = await furnishEvidence(house, opened.id, chair)
  await attestSome(house, opened, people.head)
  const submitted = await handedIn(house, await addAssessment(house, neighbour, cycle), others.head)
  const evaluation = await furnishEvaluation(house, ministry, people.admin, cycle, submitted.id)
  const scored = async (code: string) => {
    const unit = await addSatker(house, `Lapas ${code}`, kanwil, { code })
    const unitHead = await addPerson(house, `Kepala ${code}`, 'head', unit)
    return (await handedIn(house, await addAssessment(house, unit, cycle), unitHead)).id
  }
  const results = await furnishResults(house, cycle, evaluation.scorers, [
    await scored('LKT'),
    await scored('LSB'),
  ])
  const noted = await furnishNotes(
    house,
    { lastYear: lastYear.id, opened: opened.id, submitted: submitted.id },
    { companion: people.companion, chair: people.chair, lead: evaluation.scorers.lead },
    piece.id,
  )
  const roster = await furnishRoster(house, satker.id)
  const activities = await furnishActivities(house, people.chair.id, satker.id)
  const actionPlan = await furnishActionPlan(house, satker.id, await actorOf(house, people.chair))
  const inputs = await furnishInputs(house, satker.id)
  const surveys = await furnishSurveys(house, satker.id)
  const performance = await furnishPerformance(house, satker.id, {
    chair: await actorOf(house, people.chair),
    viewer: await actorOf(house, people.viewer),
  })
  const agreements = await furnishAgreements(house, satker.id)
  const innovations = await furnishInnovations(house, satker.id)
  const profile = await furnishProfile(house, satker.id)
  const rules = await furnishRules(house, submitted.id, evaluation.scorers.lead)
  const calibration = await furnishCalibration(house, cycle, people.admin)
  const matrix = await furnishMatrix(house)
  const membership = await house.database.one<{ id: string }>(
    'SELECT id FROM memberships WHERE user_id = $1',
    [others.member.id],
  )
  const opening = await post(admin, paths.cycleOpening(cycle), paths.cycleOpening(cycle), {
    choice: 'ticked',
    predicate: 'WBBM',
    satker: [kanwil.id],
  })
  const found = await furnishFindings(house, opened.id, submitted.id, {
    chair: await actorOf(house, people.chair),
    companion: await actorOf(house, people.companion),
  })
  const token = await house.services.links.issue(systemActor('tests'), others.member.id)
  return {
    people: {
      ...people,
      lead: evaluation.scorers.lead,
      dalnis: evaluation.scorers.controller,
      second: calibration.second,
    },
    assessment: opened.id,
    satker: satker.id,
    pages: [
      ...visits('nobody', [paths.signIn(), paths.forgottenPassword(), paths.oneTimeLink(token)]),
      ...visits('nobody', [paths.guide(), paths.components()]),
      ...visits('admin', [
        paths.ownAccount(),
        paths.ownPassword(),
        paths.ownEmail(),
        paths.ownDelivery(),
        paths.inbox(),
        paths.accounts(),
        paths.newAccount(),
        paths.importAccounts(),
        paths.account(others.member.id),
        paths.editAccount(others.member.id),
        paths.accountMembership(others.member.id, membership?.id ?? ''),
        paths.satkerList(),
        paths.newSatker(),
        paths.importSatker(),
        paths.satker(satker.id),
        paths.instruments(),
        paths.newInstrument(),
        paths.instrument(instrument),
        ...rules,
        paths.cycles(),
        paths.newCycle(),
        paths.cycle(cycle),
        paths.editCycle(cycle),
        paths.cycleOpening(cycle),
        String(opening.headers['location']),
        paths.extensions(opened.id),
        paths.prerequisites(opened.id),
      ]),
      ...visits('admin', [...evaluation.centre, ...calibration.centre]),
      ...visits('second', calibration.pages),
      ...visits('lead', [
        paths.inbox(),
        `${paths.inbox()}?saring=belum`,
        ...evaluation.pages,
        ...results.lead,
        ...noted.lead,
      ]),
      ...visits('companion', [...noted.companion, ...found.companion]),
      ...visits('chair', [...noted.chair, ...found.chair]),
      ...visits('viewer', [...found.viewer, ...matrix.viewer]),
      ...[
        roster,
        activities,
        actionPlan,
        inputs,
        surveys,
        performance,
        agreements,
        innovations,
        profile,
      ].flatMap(register => [...visits('chair', register.chair), ...visits('viewer', register.viewer)]),
      ...visits('nobody', agreements.nobody),
      ...visits('dalnis', results.dalnis),
      ...visits('nobody', results.nobody),
      ...visits('viewer', [
        paths.assessments(),
        paths.frozenWorksheet(submitted.id, submitted.worksheetId),
        paths.scoreOrigin(submitted.id, 'B'),
      ]),
      ...visits('chair', [
        paths.offeredEntry(opened.id, 'A.II.1.i.a'),
        paths.assessment(opened.id),
        paths.missing(opened.id),
        paths.repairs(opened.id),
        `${paths.missing(opened.id)}?pertanyaan=${TEAM}&jawaban=Ya`,
        paths.prerequisites(opened.id),
        paths.assessmentTrail(opened.id),
        paths.carryOver(opened.id),
        paths.wholeWorksheet(opened.id),
        `${paths.wholeWorksheet(opened.id)}?saring=bertanda`,
        ...['total', 'A.1', 'A.II.1.i'].map(section => paths.scoreOrigin(opened.id, section)),
        ...['1', '3', '5', 'B'].map(part => paths.worksheetPart(opened.id, part)),
        paths.question(opened.id, TEAM),
        paths.question(opened.id, INTEGRATED),
        paths.evidenceShelf(satker.id),
        paths.newEvidence(satker.id),
        paths.evidenceUses(opened.id, TEAM),
        paths.evidence(piece.id),
        paths.evidenceUse(opened.id, piece.use),
        paths.evidenceFileReplacement(piece.file),
        paths.readiness(opened.id),
      ]),
      ...visits('head', [
        paths.assessment(opened.id),
        paths.attestations(opened.id),
        paths.submission(opened.id),
      ]),
    ],
  }
}

const visits = (who: Who, addresses: readonly string[]) => addresses.map(address => [who, address] as const)

type Opened = Awaited<ReturnType<typeof addAssessment>>

/** Answers of every kind: the best ones, second best ones, one that contradicts itself; every other one proven. */
async function fill(house: House, opened: Opened, which: (question: Question) => boolean): Promise<void> {
  const { instrument } = await contextOf(house, opened)
  const questions = [...lookup(instrument).questions.values()].map(place => place.question).filter(which)
  await prove(
    house,
    opened,
    (await someone(house)).id,
    questions.filter((_, place) => place % 2 === 0),
  )
  const answers = questions.map((question, place) => [question.code, given(question, place)] as const)
  await answer(house, opened, {
    ...Object.fromEntries(answers),
    [INTEGRATED]: { inputs: { changes: '3', integrated: '5' }, note: 'Angka menunggu pemeriksaan ulang.' },
  })
}

function given(question: Question, place: number) {
  if (question.kind !== 'choice')
    return { inputs: Object.fromEntries(question.inputs.map(input => [input.key, '3'])) }
  const option = question.options[place % 5 === 0 ? 1 : 0] ?? question.options[0]
  return { option: option?.key ?? '', note: place % 3 === 0 ? `Catatan tentang ${question.code}.` : '' }
}

const someone = async (house: House): Promise<{ id: string }> =>
  (await house.database.one<{ id: string }>('SELECT id FROM users ORDER BY id LIMIT 1'))!

/** A piece with file and link, one that few may open, and one that nobody uses. */
async function furnishEvidence(house: House, assessment: string, chair: Browser) {
  const page = paths.evidenceUses(assessment, TEAM)
  await upload(chair, page, {
    fields: {
      title: 'Rekap pengaduan triwulan I',
      nature: 'trace',
      stages: ['implementation'],
      access: 'terbatas',
    },
    files: [[samples.png, 'rekap pengaduan.png']],
  })
  await upload(chair, page, {
    fields: {
      title: 'SK Tim ZI 2026',
      stages: ['planning', 'implementation'],
      claim: 'Susunan tim dan uraian tugas',
      happenedOn: '2026-01-12',
      links: 'https://contoh.go.id/berita/tim-zi',
    },
    files: [[samples.pdf, 'SK Tim ZI 2026.pdf']],
  })
  const piece = await house.database.one<{ id: string; file: string; use: string }>(
    `SELECT e.id, u.id AS "use", (SELECT f.id FROM evidence_files f WHERE f.evidence_id = e.id AND f.name LIKE '%.pdf') AS file
       FROM evidence e JOIN evidence_uses u ON u.evidence_id = e.id WHERE e.title = $1`,
    ['SK Tim ZI 2026'],
  )
  return piece!
}

const actorOf = async (house: House, { id }: Person): Promise<Actor> => {
  const actor = await house.services.accounts.actorOf(id, { startedAt: house.now.toISOString() }, 'tests')
  return actor!
}

async function attest(house: House, context: AssessmentContext, actor: Actor, parts: readonly string[]) {
  for (const part of parts) {
    const stamps = await house.services.attestations.stampsOf(context)
    await house.services.attestations.attest(actor, context, part, stamps.get(part) ?? '')
  }
}

async function attestSome(house: House, opened: Opened, head: Person): Promise<void> {
  const context = await contextOf(house, opened)
  const actor = await actorOf(house, head)
  await attest(house, context, actor, ['2', '6'])
  await house.services.attestations.sendBack(
    actor,
    context,
    '4',
    'Lengkapi target kinerja triwulan sebelum saya sahkan.',
  )
}

async function handedIn(house: House, opened: Opened, head: Person): Promise<Opened> {
  const context = await contextOf(house, opened)
  const actor = await actorOf(house, head)
  await answer(house, opened, { [TEAM]: { option: 'Ya', note: 'Tim dibentuk Januari 2026.' } })
  await attest(house, context, actor, [...lookup(context.instrument).parts.keys()])
  await house.services.submissions.submit(actor, context)
  return opened
}

/** Pages that only a mistake or a missing right shows. */
export const astray = (assessment: string): readonly (readonly [Who, string, number])[] => [
  ['nobody', '/tidak-ada', 404],
  ['chair', paths.accounts(), 403],
  ['chair', paths.assessment('tidak-ada'), 404],
  ['viewer', paths.carryOver(assessment), 403],
  ['lead', paths.evaluationQuestion(assessment, TEAM), 404],
]
