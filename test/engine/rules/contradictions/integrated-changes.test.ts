import { integratedChanges } from '../../../../src/engine/rules/contradictions/integrated-changes'
import { answer, answering, innovation, reading, seenBy } from '../facts-of'

const counting = (agents: string, changes: string, again: string, integrated: string) =>
  answering(
    answer('A.II.1.i.a', { inputs: { agents, changes } }),
    answer('A.II.1.i.b', { inputs: { changes: again, integrated } }),
  )

describe('changes by agents', () => {
  it.each([
    ['7', '7', '7', '7', []],
    ['7', '7', '6', '6', ['changes bahaya']],
    ['10', '10', '10', '5', []],
    ['100', '100', '100', '49', ['integrated waspada']],
    ['10', '10', '10', '2', ['integrated waspada']],
    ['100', '100', '100', '19', ['integrated bahaya']],
    ['7', '7', '7', '1', ['integrated bahaya']],
    ['8', '7', '7', '1', []],
    ['0', '0', '0', '0', []],
  ])('%s agents, %s changes, again %s, %s integrated', (agents, changes, again, integrated, found) => {
    expect(seenBy(integratedChanges, counting(agents, changes, again, integrated))).toEqual(found)
  })

  it.each([
    ['1', []],
    ['2', ['register waspada']],
  ])('%s integrated with one that is recorded', (integrated, found) => {
    const innovations = [
      innovation('n1', { integratedOn: '2026-05-20' }),
      innovation('n2', { integratedOn: '2026-05-21' }),
      innovation('n3'),
    ]
    expect(seenBy(integratedChanges, { ...counting('2', '2', '2', integrated), innovations })).toEqual(found)
  })

  it('says nothing without an answer, and of an empty register', () => {
    expect(seenBy(integratedChanges, { innovations: [innovation('n1')] })).toEqual([])
    expect(
      seenBy(integratedChanges, answering(answer('A.II.1.i.b', { inputs: { integrated: '4' } }))),
    ).toEqual([])
  })

  it('says its figures', () => {
    expect(reading(integratedChanges, counting('7', '7', '7', '1'))[0]?.sentence).toBe(
      '7 perubahan oleh 7 agen diklaim, tetapi hanya 1 yang menyatu dengan sistem manajemen.',
    )
  })
})
