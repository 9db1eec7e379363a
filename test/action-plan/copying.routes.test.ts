import { paths } from '../../src/paths'
import { NIP } from '../roster/roster-office'
import { post } from '../support/house'
import { addGoal, eventsOf, goalsOf, openOffice, report, type Office } from './plan-office'

describe('a plan copied into the next year', () => {
  let office: Office
  let open: string
  let done: string
  beforeEach(async () => {
    office = await openOffice()
    await office.keep({ name: 'Joko Wasesa', nip: NIP })
    const last = { year: '2025', startsOn: '2025-02-01', dueOn: '2025-11-30', owner: 'Joko Wasesa' }
    open = await addGoal(office, last)
    done = await addGoal(office, { ...last, title: 'Menata arsip', owner: 'Pokja 2' })
    await report(office, open, { reportedOn: '2025-10-01', percent: '70' })
    await report(office, done, { reportedOn: '2025-10-01', percent: '100' })
  })
  afterEach(() => office.close())

  const address = () => paths.actionPlanCopy(office.satker.id)
  const read = async (query = '') => (await office.read('chair', `${address()}${query}`)).text
  const copy = async (fields: Record<string, unknown>) =>
    post(await office.browserOf('chair'), address(), address(), { from: '2025', to: '2026', ...fields })
  const copied = async () => (await goalsOf(office)).filter(goal => goal['year'] === 2026)

  it('has what is not finished ticked at first, or all of it', async () => {
    const first = await read()
    expect(first).toContain('Salin ke rencana 2026')
    expect(first).toContain(`value="${open}" checked`)
    expect(first).toContain(`value="${done}">`)
    const all = await read('?dari=2025&ke=2027&pilih=semua')
    expect(all).toContain('Salin ke rencana 2027')
    for (const goal of [open, done]) expect(all).toContain(`value="${goal}" checked`)
  })

  it('keeps everything of a goal but its progress, its dates a year later', async () => {
    await office.house.services.entries.chooseQuestions(await office.actor('chair'), open, {
      shown: [],
      chosen: ['A.I.1.i.a'],
    })
    const answer = await copy({ goal: open })
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `${paths.actionPlan(office.satker.id)}?tahun=2026`,
    ])
    const [original] = (await goalsOf(office)).filter(goal => goal['title'] !== 'Menata arsip')
    expect(await copied()).toEqual([
      {
        ...original,
        year: 2026,
        startsOn: '2026-02-01',
        dueOn: '2026-11-30',
        percent: 0,
        reportedOn: null,
        doneOn: null,
        version: 1,
      },
    ])
    const { text } = await office.read('chair', `${paths.actionPlan(office.satker.id)}?area=6`)
    expect(text).toContain('Area 2, 6')
    const question = `SELECT entry_id FROM entry_supports WHERE kind = 'question' AND target = 'A.I.1.i.a'`
    expect(await office.house.database.query(question)).toHaveLength(2)
    expect((await eventsOf(office)).at(-1)?.action).toBe('copy-goal')
  })

  it('is not copied twice, and says what stands already', async () => {
    await copy({ goal: [open, done] })
    await copy({ goal: [open, done] })
    expect(await copied()).toHaveLength(2)
    expect((await read('?dari=2025&ke=2026')).match(/Sudah ada di rencana tujuan/g)).toHaveLength(2)
  })

  it('leaves out an owner whose name was taken away', async () => {
    await office.house.database.inTransaction(() =>
      office.house.database
        .writing()
        .query(
          `UPDATE employees SET name = '', nip = NULL, position = '', anonymised_at = '2026-01-01T00:00:00.000Z'`,
        ),
    )
    await copy({ goal: open })
    expect(await copied()).toMatchObject([{ ownerId: null, owner: '' }])
  })

  it.each([
    [{ to: '2025' }, 'Pilih tahun yang berbeda dari rencana asalnya.'],
    [{ goal: [] }, 'Pilih paling sedikit satu sasaran.'],
    [{ to: '26' }, 'Tulis tahun rencana, misalnya 2026.'],
  ])('is refused with %j', async (wrong, message) => {
    const answer = await copy({ goal: open, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(await copied()).toEqual([])
  })

  it('takes no goal of another satker', async () => {
    const page = paths.actionPlanCopy(office.neighbour.id)
    const agent = await office.browserOf('neighbour')
    const answer = await post(agent, paths.ownAccount(), page, { from: '2025', to: '2026', goal: open })
    expect(answer.status).toBe(303)
    expect(await copied()).toEqual([])
    expect((await agent.get(address())).status).toBe(404)
  })
})
