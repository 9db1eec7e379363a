import { User } from '../../src/accounts/user.entity'
import { paths } from '../../src/paths'
import { evaluators } from '../evaluation/acting'
import { openInspection, submitAs, type Inspection } from '../evaluation/inspection'
import { addAssessment, addPerson, addSatker } from '../support/cast'
import { forget, told, whoWasTold } from './told'

const ASKED = [
  { question: 'A.I.1.i.a', note: 'Lampirkan SK.' },
  { question: 'A.I.5.i.a', note: 'Lampirkan laporan.' },
]

describe('what the acts of an assessment tell', () => {
  let inspection: Inspection
  afterEach(() => inspection.close())

  const at = async (...who: ('member' | 'lead' | 'controller' | 'companion')[]) => {
    const { begin, agree, handIn } = evaluators(inspection)
    for (const one of who) {
      await begin(one)
      await agree(one)
      await handIn(one)
    }
  }

  it('reaches the member of the team when the head hands in', async () => {
    inspection = await openInspection()
    const { house, assessment } = inspection
    expect(await told(house)).toEqual([
      {
        who: 'Nirmala Sekarwangi',
        kind: 'submitted',
        subject: 'Penilaian diajukan: Kanim Tanjung Kirana 2026',
        text: 'Hendra Wiguna mengajukan penilaian untuk dievaluasi. Giliran Anda menilai.',
        href: paths.evaluation(assessment),
      },
    ])
  })

  it('reaches the member, or whoever was to score first, when the head takes it back', async () => {
    for (const preAssessment of [false, true]) {
      inspection = await openInspection({ preAssessment })
      const { house, actor, seen } = inspection
      await forget(house)
      await house.services.submissions.withdraw(await actor('head'), await seen('head'))
      expect(await told(house)).toEqual([
        {
          who: preAssessment ? 'Meutia Rahardja' : 'Nirmala Sekarwangi',
          kind: 'withdrawn',
          subject: 'Pengajuan ditarik: Kanim Tanjung Kirana 2026',
          text: 'Hendra Wiguna menarik pengajuan ini kembali. Penilaiannya menunggu diajukan lagi.',
          href: paths.evaluationQueue(),
        },
      ])
      if (!preAssessment) await inspection.close()
    }
  })

  it('reaches the member once a day when the satker answers what came back, and again when it is repaired', async () => {
    inspection = await openInspection()
    const { house, assessment, actor, seen } = inspection
    const answer = async (question: string, reply: string, over = '') =>
      house.services.repairs.reply(await actor('chair'), await seen('chair'), question, { reply, over })
    await at('member')
    await evaluators(inspection).begin('lead')
    await evaluators(inspection).sendBack(ASKED)
    await forget(house)
    await answer('A.I.1.i.a', 'SK terlampir.')
    await answer('A.I.5.i.a', 'Laporan menyusul.')
    expect((await told(house)).map(({ who, kind, href }) => [who, kind, href])).toEqual([
      ['Nirmala Sekarwangi', 'repair-replied', paths.repairs(assessment)],
    ])
    const { status } = await (await inspection.browserOf('member')).get(paths.repairs(assessment))
    expect(status).toBe(200)
    house.now = new Date(house.now.getTime() + 86_400_000)
    await answer('A.I.5.i.a', 'Laporan terlampir.', 'Laporan menyusul.')
    expect(await whoWasTold(house, 'repair-replied')).toHaveLength(2)
    await submitAs(inspection)
    expect(await whoWasTold(house, 'submitted')).toEqual(['Nirmala Sekarwangi'])
  })

  it('reaches the centre when nobody scores the satker yet', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house, cycle } = inspection
    await house.database.inTransaction(() =>
      house.database.writing().query('DELETE FROM evaluator_assignments'),
    )
    await submitAs(inspection)
    expect(await told(house)).toEqual([
      expect.objectContaining({ who: 'Wulan Kartika', href: paths.evaluatorAssignments(cycle) }),
    ])
  })

  it('reaches a member once, with all units that were given at once and wait already', async () => {
    inspection = await openInspection()
    const { house, kanwil, cycle, team, people, actor, assessment } = inspection
    const { teams, cycles } = house.services
    const admin = await actor('admin')
    const facts = await cycles.get(cycle)
    const units = await Promise.all(
      ['Rutan Muara Bening', 'Lapas Lembah'].map(async name => {
        const unit = await addSatker(house, name, kanwil)
        return (await addAssessment(house, unit, cycle)).id
      }),
    )
    await forget(house)
    const to = { teamId: team, userId: people.second.id, reason: 'Beban dibagi.' }
    await teams.assignMany(admin, facts, [assessment, ...units], to)
    expect(await told(house)).toEqual([
      {
        who: 'Yoga Pranata',
        kind: 'assigned',
        subject: 'Ditugaskan kepada Anda: Kanim Tanjung Kirana 2026',
        text: 'Wulan Kartika menugaskan Anda untuk menilai satker ini.',
        href: paths.evaluation(assessment),
      },
    ])
    await forget(house)
    await house.database.inTransaction(() =>
      house.database.writing().query(`UPDATE assessments SET stage = 'diajukan' WHERE stage = 'draf'`),
    )
    await teams.assignMany(admin, facts, units, { ...to, userId: people.member.id })
    expect((await told(house)).map(({ who, subject, href }) => [who, subject, href])).toEqual([
      ['Nirmala Sekarwangi', 'Ditugaskan kepada Anda: 2 satker 2026', paths.evaluationQueue()],
    ])
  })

  it('reaches the pendamping first in a cycle in which the kanwil scores first, then the member', async () => {
    inspection = await openInspection({ preAssessment: true })
    const { house } = inspection
    expect(await whoWasTold(house, 'submitted')).toEqual(['Meutia Rahardja'])
    await at('companion')
    expect(await whoWasTold(house, 'handed-in')).toEqual(['Nirmala Sekarwangi'])
  })

  it('goes from seat to seat, and at the end to the satker and its kanwil', async () => {
    inspection = await openInspection()
    const { house, kanwil, assessment, actor, seen } = inspection
    await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil)
    await at('member')
    expect(await whoWasTold(house, 'handed-in')).toEqual(['Bramantyo Wicaksana'])
    await at('lead')
    expect(await whoWasTold(house, 'handed-in')).toEqual(['Bramantyo Wicaksana', 'Retno Palupi'])
    await forget(house)
    await at('controller')
    expect(await told(house)).toEqual([])
    const dalnis = await actor('controller')
    const { results } = house.services
    const { standings } = await results.of(await seen('controller'))
    const recommendation = standings.find(({ holds }) => holds)!.recommendation
    await results.recommend(dalnis, await seen('controller'), { recommendation, grounds: 'Sesuai.', base: 0 })
    await results.finalise(dalnis, await seen('controller'))
    const final = await told(house)
    expect(final.map(({ who }) => who)).toEqual(['Galih Pranawa', 'Hendra Wiguna', 'Sari Puspadewi'])
    expect(new Set(final.map(({ href }) => href))).toEqual(new Set([paths.result(assessment)]))
  })

  it('names to each pokja how many of its questions came back, and to the member that they were repaired', async () => {
    inspection = await openInspection()
    const { house, satker, assessment } = inspection
    await addPerson(house, 'Citra Maharani', 'member', satker, { parts: '2' })
    await at('member')
    await evaluators(inspection).begin('lead')
    await forget(house)
    await evaluators(inspection).sendBack(ASKED)
    expect((await told(house)).map(({ who, text, href }) => [who, text.slice(0, 12), href])).toEqual([
      ['Bagas Hendrawan', '1 pertanyaan', paths.repairs(assessment)],
      ['Hendra Wiguna', '2 pertanyaan', paths.repairs(assessment)],
      ['Sari Puspadewi', '2 pertanyaan', paths.repairs(assessment)],
    ])
    await forget(house)
    await submitAs(inspection)
    const again = await told(house)
    expect(again.map(({ who }) => who)).toEqual(['Nirmala Sekarwangi'])
    expect(again[0]?.subject).toBe('Perbaikan diajukan: Kanim Tanjung Kirana 2026')
  })

  it('tells a pokja that its part came back, without the words of the head, and the chair of a part without one', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house, actor, seen, assessment } = inspection
    const { attestations } = house.services
    await attestations.sendBack(
      await actor('head'),
      await seen('head'),
      '1',
      'Sebut nama pelapor di lampiran.',
    )
    await attestations.sendBack(await actor('head'), await seen('head'), 'B', 'Lengkapi.')
    const parts = await told(house)
    expect(parts.map(({ who, href }) => [who, href])).toEqual([
      ['Bagas Hendrawan', paths.worksheetPart(assessment, '1')],
      ['Sari Puspadewi', paths.worksheetPart(assessment, 'B')],
    ])
    expect(JSON.stringify(parts)).not.toContain('pelapor')
  })

  it('never reaches whoever acts, nor an account or a role that ended', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house, people, actor } = inspection
    const { messages } = house.services
    await house.database.inTransaction(async () => {
      const ended = { disabledAt: house.now.toISOString() }
      await house.database.writing().update(User, { id: people.chair.id }, ended)
      await house.database
        .writing()
        .query(`UPDATE memberships SET valid_until = '2026-02-01' WHERE user_id = $1`, [people.member.id])
    })
    await submitAs(inspection)
    expect(await whoWasTold(house, 'submitted')).toEqual(['Wulan Kartika'])
    await forget(house)
    const head = await actor('head')
    const to = [people.head.id, people.chair.id, people.pokja.id, people.pokja.id]
    const said = { subject: 'Halo', text: 'Halo.', href: paths.home() }
    await house.database.inTransaction(() =>
      messages.tell(head, { kind: 'note-written', to, assessment: null, ...said }),
    )
    expect(await whoWasTold(house, 'note-written')).toEqual(['Bagas Hendrawan'])
    expect(await house.database.query('SELECT message_id FROM outbox')).toHaveLength(1)
  })

  it('is not told when the act is rolled back', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house } = inspection
    const undone = house.database.inTransaction(async () => {
      await submitAs(inspection)
      expect(await whoWasTold(house, 'submitted')).toHaveLength(1)
      throw new Error('no power')
    })
    await expect(undone).rejects.toThrow('no power')
    expect(await told(house)).toEqual([])
    expect(await house.database.query('SELECT message_id FROM outbox')).toEqual([])
  })
})
