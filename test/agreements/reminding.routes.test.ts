import { AgreementDeadlines } from '../../src/agreements/agreement-deadlines'
import { keepAgreement, openOffice, type Office } from './agreement-office'

describe('reminders of agreements', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const due = async () => {
    const found = await new AgreementDeadlines(office.house.database).of(office.house.now)
    return found.map(({ name, closesOn, to }) => [name, closesOn, to.length])
  }

  it('speak of open tasks, evaluations and the end within seven days, to those who answer for them', async () => {
    await office.keep({ title: 'Sehat', validUntil: '2026-03-19', nextEvaluationOn: '2026-03-15' }, [
      ['2026-03-12', null],
      ['2026-03-13', '2026-03-10'],
      ['2026-03-11', null],
      ['2026-03-20', null],
    ])
    await keepAgreement(office.house, {
      satkerId: office.units.kanwil.id,
      title: 'Kanwil',
      validUntil: '2026-03-19',
    })
    expect(await due()).toEqual([
      ['Tugas kerja sama Kanim Tanjung Kirana: Tugas 1', '2026-03-12', 2],
      ['Evaluasi kerja sama Kanim Tanjung Kirana: Sehat', '2026-03-15', 2],
      ...[
        ['Akhir kerja sama Kanim Tanjung Kirana: Sehat', '2026-03-19', 2],
        ['Akhir kerja sama Kanwil Tirta Raya: Kanwil', '2026-03-19', 1],
      ],
    ])
  })

  it('reach the inbox once', async () => {
    await office.keep({}, [['2026-03-15', null]])
    await office.house.services.reminders.remind()
    await office.house.services.reminders.remind()
    const told = await office.house.database.query<{ subject: string }>(
      `SELECT subject FROM messages WHERE subject LIKE 'Tugas kerja sama%'`,
    )
    expect(told.map(({ subject }) => subject)).toEqual([
      'Tugas kerja sama Kanim Tanjung Kirana: Tugas 1: 3 hari lagi',
      'Tugas kerja sama Kanim Tanjung Kirana: Tugas 1: 3 hari lagi',
    ])
    expect((await office.read('chair', '/kotak-masuk')).text).toContain('Tugas ini belum terlaksana.')
  })
})
