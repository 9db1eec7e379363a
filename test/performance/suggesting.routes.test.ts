import { paths } from '../../src/paths'
import { post } from '../support/house'
import { openOffice, promise, report, type Office } from './performance-office'

describe('what the register proposes for a question', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    const reached = await promise(office, { year: 2025 })
    await report(office, reached, ['25', '50', '75', '110'])
    const missed = await promise(office, { year: 2025, indicator: 'Serapan anggaran' })
    await report(office, missed, ['25', '50', '75', '80'])
  })
  afterAll(() => office.close())

  const stored = (question: string) =>
    office.house.database.one<{ option: string | null; inputs: string | null }>(
      'SELECT option, inputs FROM answers WHERE question = $1',
      [question],
    )

  it('stands on its page with the numbers, and is an answer only once somebody takes it', async () => {
    const question = 'A.II.4.i.a'
    const page = paths.question(office.assessment, question)
    const { text } = await office.read('chair', page)
    expect(text).toContain('1 dari 2 target kinerja 2025 tercapai')
    expect(await stored(question)).toBeUndefined()
    const taken = await post(
      await office.browserOf('chair'),
      page,
      paths.suggestedAnswer(office.assessment, question),
      { register: 'performance', base: '0' },
    )
    expect(taken.status).toBe(303)
    expect(JSON.parse((await stored(question))?.inputs ?? '{}')).toEqual({ targets: '2', achieved: '1' })
  })

  it('names the option that the year bears, and no higher one', async () => {
    const { text } = await office.read('chair', paths.question(office.assessment, 'B.I.ii.a'))
    expect(text).toContain('Menurut register kinerja, 1 dari 2 target kinerja 2025 tercapai.')
  })
})
