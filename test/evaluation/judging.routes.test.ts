import { paths } from '../../src/paths'
import { openInspection, type Inspection } from './inspection'

describe('x', () => {
  let inspection: Inspection
  beforeAll(async () => void (inspection = await openInspection()))
  afterAll(() => inspection.close())
  it('y', async () => {
    await inspection.house.services.evaluations.begin(await inspection.actor('member'), await inspection.seen('member'))
    const b = await inspection.browserOf('member')
    const page = await b.get(paths.evaluationQuestion(inspection.assessment, 'A.I.1.i.a'))
    console.log(page.status, page.text)
  })
})
