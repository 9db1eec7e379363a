import { Satker } from '../../src/satker/satker.entity'
import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { PASSWORD } from '../support/cast'
import { signedIn } from '../support/house'
import { DRAFT, noting } from './noted'

describe('the due day of a note', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  beforeEach(async () => {
    inspection = await openInspection()
    act = noting(inspection)
  })
  afterEach(() => inspection.close())

  /** What somebody reads who signs in at that moment. */
  const readAt = async (now: string, address: string): Promise<string> => {
    const { house, people } = inspection
    house.now = new Date(now)
    return (await (await signedIn(house, people.chair.login, PASSWORD)).get(address)).text
  }
  const correct = async (id: string, dueOn: string) => {
    const { notes } = inspection.house.services
    return notes.correct(await inspection.actor('member'), id, { ...DRAFT, dueOn }, await act.versionOf(id))
  }

  it('ends at midnight where the satker is', async () => {
    const { house, satker, assessment } = inspection
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Satker, { id: satker.id }, { timeZone: 'Asia/Jayapura' })
    })
    const id = await act.write('member', { dueOn: '2026-03-12' })
    // Half past eleven on the 12th in Jayapura, half past nine in Jakarta.
    expect(await readAt('2026-03-12T14:30:00.000Z', paths.note(id))).toContain('Hari terakhir')
    const home = paths.assessment(assessment)
    expect(await readAt('2026-03-12T14:30:00.000Z', home)).not.toContain('lewat tenggat')
    // Half past midnight of the 13th in Jayapura, still the 12th in Jakarta.
    expect(await readAt('2026-03-12T15:30:00.000Z', paths.note(id))).toContain('Lewat 1 hari')
    expect(await readAt('2026-03-12T15:30:00.000Z', home)).toContain('1 lewat tenggat.')
    await expect(act.write('member', { dueOn: '2026-03-12' })).rejects.toMatchObject({
      fields: { dueOn: expect.stringContaining('sudah lewat') },
    })
  })

  it('is told a week ahead, and not where the satker has replied', async () => {
    const id = await act.write('member', { dueOn: '2026-03-19' })
    const page = paths.note(id)
    const warned = /st-warn">(?:(?!<\/span>).)*hari lagi/
    expect(await readAt('2026-03-11T17:30:00.000Z', page)).toMatch(warned)
    expect(await readAt('2026-03-10T16:30:00.000Z', page)).not.toMatch(warned)
    await act.reply('chair', id)
    expect(await readAt('2026-03-25T01:00:00.000Z', page)).not.toMatch(/hari lagi|Lewat \d/)
  })

  it('may have passed when the rest of the note is corrected, and be moved only ahead', async () => {
    const id = await act.write('member', { dueOn: '2026-03-13' })
    inspection.house.now = new Date('2026-03-14T03:00:00.000Z')
    await expect(correct(id, '2026-03-12')).rejects.toMatchObject({ kind: 'invalid' })
    await correct(id, '2026-03-13')
    await correct(id, '2026-03-14')
    expect((await act.stateOf(id)).dueOn).toBe('2026-03-14')
  })
})
