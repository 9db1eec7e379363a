import { CycleWindow } from '../../src/cycles/cycle-window.entity'
import { Extension } from '../../src/cycles/extension.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { contextOf } from '../assessments/filled'
import { evaluators } from '../evaluation/acting'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { addAssessment, addPerson, addSatker } from '../support/cast'
import { forget, told } from './told'

/** Noon in Jakarta on a day of the year of the tests. */
const noon = (day: string) => new Date(`2026-${day}T05:00:00.000Z`)

describe('reminders', () => {
  let inspection: Inspection
  afterEach(() => inspection.close())

  const remindOn = async (...days: readonly string[]) => {
    for (const day of days) {
      inspection.house.now = noon(day)
      await inspection.house.services.reminders.remind()
    }
  }
  const due = async () => (await told(inspection.house, 'due')).map(({ who, subject }) => [who, subject])
  const openWindow = (stage: CycleWindow['stage'], closesOn: string) =>
    inspection.house.database.inTransaction(() =>
      inspection.house.database.insert(CycleWindow, [
        { cycleId: inspection.cycle, stage, opensOn: '2026-01-01', closesOn },
      ]),
    )
  const extend = (closesOn: string) =>
    inspection.house.database.inTransaction(() =>
      inspection.house.database.insert(Extension, [
        {
          id: newId(),
          assessmentId: inspection.assessment,
          stage: 'draf',
          closesOn,
          reason: 'Banjir.',
          createdBy: inspection.people.admin.id,
          createdAt: inspection.house.now.toISOString(),
        },
      ]),
    )

  it('reach head and chair 7, 3 and 1 days before filling closes, each once however often the job runs', async () => {
    inspection = await openInspection({}, { submitted: false })
    await remindOn('06-22', '06-23', '06-23', '06-24', '06-26', '06-27', '06-27', '06-28', '06-29', '06-30')
    const unit = 'Pengisian Kanim Tanjung Kirana 2026'
    expect(await due()).toEqual([
      ['Hendra Wiguna', `${unit}: 7 hari lagi`],
      ['Sari Puspadewi', `${unit}: 7 hari lagi`],
      ['Hendra Wiguna', `${unit}: 3 hari lagi`],
      ['Sari Puspadewi', `${unit}: 3 hari lagi`],
      ['Hendra Wiguna', `${unit}: 1 hari lagi`],
      ['Sari Puspadewi', `${unit}: 1 hari lagi`],
    ])
    await remindOn('07-01')
    expect(await due()).toHaveLength(6)
  })

  it('are made up for when the server was down on the day, with the days that are left', async () => {
    inspection = await openInspection({}, { submitted: false })
    await remindOn('06-25', '06-30')
    expect((await due()).map(([, subject]) => subject?.split(': ')[1])).toEqual([
      '5 hari lagi',
      '5 hari lagi',
      'hari terakhir',
      'hari terakhir',
    ])
  })

  it('follow an extension, and begin anew for its day', async () => {
    inspection = await openInspection({}, { submitted: false })
    await remindOn('06-29')
    await extend('2026-07-10')
    await forget(inspection.house)
    await remindOn('06-29', '06-30', '07-03')
    expect((await due()).map(([, subject]) => subject?.split(': ')[1])).toEqual([
      '7 hari lagi',
      '7 hari lagi',
    ])
    expect((await told(inspection.house, 'due'))[0]?.text).toBe(
      'Penilaian belum diajukan. Batasnya 10 Juli 2026.',
    )
  })

  it('leave a satker alone that has handed in, and reach whoever has the turn to score it', async () => {
    inspection = await openInspection()
    await openWindow('dievaluasi', '2026-08-31')
    await openWindow('dinilai', '2026-09-30')
    const { house, assessment } = inspection
    const { begin, agree, handIn } = evaluators(inspection)
    await remindOn('06-29', '08-24')
    house.now = noon('08-25')
    await begin('member')
    await agree('member')
    await handIn('member')
    await remindOn('08-28')
    for (const who of ['lead', 'controller'] as const) {
      await begin(who)
      await agree(who)
      await handIn(who)
    }
    await remindOn('09-27')
    const unit = 'Evaluasi Kanim Tanjung Kirana 2026'
    expect(await due()).toEqual([
      ['Nirmala Sekarwangi', `${unit}: 7 hari lagi`],
      ['Bramantyo Wicaksana', `${unit}: 3 hari lagi`],
      ['Retno Palupi', `${unit}: 3 hari lagi`],
    ])
    expect((await told(house, 'due'))[0]?.href).toBe(paths.evaluation(assessment))
  })

  it('name several units that wait for one evaluator in one message', async () => {
    inspection = await openInspection()
    await openWindow('dievaluasi', '2026-08-31')
    const { house, kanwil, cycle, team, people, actor } = inspection
    const other = await addSatker(house, 'Rutan Muara Bening', kanwil)
    const { id } = await addAssessment(house, other, cycle)
    const { teams, cycles } = house.services
    const to = { teamId: team, userId: people.member.id, reason: '' }
    await teams.assign(await actor('admin'), await cycles.get(cycle), id, to)
    await house.database.inTransaction(() =>
      house.database.writing().query(`UPDATE assessments SET stage = 'diajukan' WHERE id = $1`, [id]),
    )
    await remindOn('08-24')
    expect(await told(house, 'due')).toEqual([
      {
        who: 'Nirmala Sekarwangi',
        kind: 'due',
        subject: 'Evaluasi 2 satker: 7 hari lagi',
        text: 'Menunggu Anda: Kanim Tanjung Kirana, Rutan Muara Bening. Batasnya 31 Agustus 2026.',
        href: paths.evaluationQueue(),
      },
    ])
  })

  it('warn head and chair once, a week before filling closes, of minimums of total and areas that are not proven', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house, kanwil, cycle } = inspection
    const below = await addSatker(house, 'Rutan Muara Bening', kanwil)
    await addPerson(house, 'Dewi Anjani', 'head', below)
    const opened = await addAssessment(house, below, cycle)
    await remindOn('06-22', '06-23', '06-24', '06-27')
    const warned = await told(house, 'below-minimum')
    expect(warned).toEqual([
      {
        who: 'Dewi Anjani',
        kind: 'below-minimum',
        subject: 'Ambang WBK belum tercapai: Rutan Muara Bening 2026',
        text:
          'Nilai total terbukti 0,00 dari ambang 75,00; Area 1 Manajemen Perubahan terbukti 0,00 dari ambang 4,80; ' +
          'Area 2 Penataan Tatalaksana terbukti 0,00 dari ambang 4,20; dan 4 ambang lain. Pengisian ditutup 30 Juni 2026.',
        href: paths.missing(opened.id),
      },
    ])
  })

  it('read the proven score exactly: an area that is claimed but not shown is warned of, and no other', async () => {
    inspection = await openInspection({}, { submitted: false })
    const { house, assessment } = inspection
    const context = await contextOf(house, { id: assessment })
    await house.database.inTransaction(async () => {
      await house.database
        .writing()
        .query(`DELETE FROM evidence_uses WHERE assessment_id = $1 AND question LIKE 'A.%.4.%'`, [assessment])
      await house.services.scoring.rescore(context)
    })
    await remindOn('06-23')
    const [first, ...others] = await told(house, 'below-minimum')
    expect(others.map(({ who }) => who)).toEqual(['Sari Puspadewi'])
    expect(first?.text).toMatch(/^Area 4 Penguatan Akuntabilitas terbukti 0,00 dari ambang 6,00\. Pengisian/)
  })
})
