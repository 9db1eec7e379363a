import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { forget, told, whoWasTold } from '../messages/told'
import { noting, QUESTION } from './noted'

/** Noon in Jakarta on a day of the year of the tests. */
const noon = (day: string) => new Date(`2026-${day}T05:00:00.000Z`)
const UNIT = 'Kanim Tanjung Kirana 2026'

describe('what people are told of notes', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  beforeEach(async () => {
    inspection = await openInspection()
    act = noting(inspection)
    await forget(inspection.house)
  })
  afterEach(() => inspection.close())

  it('reaches head, chair and the pokja of its part when it is written, and nobody of another part', async () => {
    const id = await act.write('member')
    expect(await told(inspection.house)).toEqual([
      expect.objectContaining({ who: 'Bagas Hendrawan', kind: 'note-written', href: paths.note(id) }),
      expect.objectContaining({ who: 'Hendra Wiguna' }),
      expect.objectContaining({
        who: 'Sari Puspadewi',
        subject: `Catatan baru: ${QUESTION}, ${UNIT}`,
        text: 'Nirmala Sekarwangi menulis catatan sedang dengan tenggat 30 April 2026.',
      }),
    ])
    await forget(inspection.house)
    await act.write('member', { about: 'area:2' })
    expect(await whoWasTold(inspection.house, 'note-written')).toEqual(['Hendra Wiguna', 'Sari Puspadewi'])
  })

  it('reaches the owner in place of the pokja', async () => {
    await act.write('member', { about: 'area:2', owner: inspection.people.pokja.id })
    expect(await whoWasTold(inspection.house, 'note-written')).toContain('Bagas Hendrawan')
    await forget(inspection.house)
    await act.write('member', { owner: inspection.people.chair.id })
    expect(await whoWasTold(inspection.house, 'note-written')).toEqual(['Hendra Wiguna', 'Sari Puspadewi'])
  })

  it('comes back to whoever wrote it and whoever scores the unit, and again to the satker when it is judged', async () => {
    const id = await act.write('lead')
    await act.reply('pokja', id)
    expect(await whoWasTold(inspection.house, 'note-replied')).toEqual([
      'Bramantyo Wicaksana',
      'Nirmala Sekarwangi',
    ])
    await act.giveBack('lead', id, 'Lampirkan tanda tangannya.', '2026-05-15')
    const returned = (await told(inspection.house, 'note-returned')).find(one => one.who === 'Sari Puspadewi')
    expect(returned?.subject).toBe(`Tanggapan dikembalikan: ${QUESTION}, ${UNIT}`)
    expect(returned?.text).toContain('tenggat 15 Mei 2026')
    expect(returned?.text).not.toContain('tanda tangannya')
    await act.reply('chair', id)
    await act.verify('member', id)
    expect(await whoWasTold(inspection.house, 'note-verified')).toEqual([
      'Bagas Hendrawan',
      'Hendra Wiguna',
      'Sari Puspadewi',
    ])
  })

  it('says nothing of a note that could not be written', async () => {
    await expect(act.write('member', { dueOn: '2026-01-01' })).rejects.toThrow()
    expect(await told(inspection.house)).toEqual([])
  })

  it('reminds 7, 3 and 1 days before the due day while the satker has the next word, each once', async () => {
    const id = await act.write('member', { owner: inspection.people.pokja.id })
    const remindOn = async (...days: readonly string[]) => {
      for (const day of days) {
        inspection.house.now = noon(day)
        await inspection.house.services.reminders.remind()
      }
      const all = await told(inspection.house, 'note-due')
      return all.filter(one => one.who === 'Bagas Hendrawan').map(one => one.subject)
    }
    const name = `Tenggat catatan ${QUESTION}, ${UNIT}`
    expect(await remindOn('04-22', '04-23', '04-23', '04-27')).toEqual([
      `${name}: 7 hari lagi`,
      `${name}: 3 hari lagi`,
    ])
    await act.reply('chair', id)
    expect(await remindOn('04-29')).toHaveLength(2)
    await act.giveBack('member', id, 'Kurang.', '2026-05-10')
    expect(await remindOn('05-03')).toEqual([
      `${name}: 7 hari lagi`,
      `${name}: 3 hari lagi`,
      `${name}: 7 hari lagi`,
    ])
  })
})
