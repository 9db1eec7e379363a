import { systemActor } from '../../src/access/actor'
import { newId } from '../../src/db/ids'
import { Answer } from '../../src/worksheets/answer.entity'
import { addAssessment, addCycle, addSatker, loadInstrument } from '../support/cast'
import { openHouse, type House } from '../support/house'

describe('the stored score of a worksheet', () => {
  let house: House
  beforeEach(async () => void (house = await openHouse()))
  afterEach(() => house.close())

  it('moves only the sections above the answered question, and agrees with a score of the whole', async () => {
    const ministry = await addSatker(house, 'Kementerian')
    const satker = await addSatker(house, 'Kanim Tanjung Kirana', ministry)
    const { id, worksheetId } = await addAssessment(
      house,
      satker,
      await addCycle(house, await loadInstrument(house)),
    )
    const context = await house.services.assessments.visibleTo(systemActor('tests')).get(id)
    house.statements.length = 0
    await house.database.inTransaction(async () => {
      await house.database.insert(Answer, [
        { id: newId(), worksheetId, question: 'A.I.1.i.a', option: 'Ya', carried: false },
      ])
      await house.services.scoring.rescore(context, ['A.I.1.i.a'])
    })
    const stored = await house.database.query<{ section: string; claimed: string; answered: number }>(
      'SELECT section, claimed, answered FROM section_scores WHERE worksheet_id = $1 AND answered > 0 ORDER BY section',
      [worksheetId],
    )
    expect(stored.map(row => [row.section, row.claimed, Number(row.answered)])).toEqual([
      ['A', '1/4', 1],
      ['A.1', '1/4', 1],
      ['A.I', '1/4', 1],
      ['A.I.1', '1/4', 1],
      ['A.I.1.i', '1/4', 1],
      ['total', '1/4', 1],
    ])
  })
})
