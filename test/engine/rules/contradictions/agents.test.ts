import { agents } from '../../../../src/engine/rules/contradictions/agents'
import { answer, answering, innovation, reading, seenBy } from '../facts-of'

const counting = (count: string) =>
  answering(answer('A.II.1.i.a', { inputs: { agents: count, changes: '1' } }))
const staff = (...names: string[]) => ({ employees: 20, frontLine: null, agents: names })

describe('agents of change', () => {
  it.each([
    ['2', []],
    ['3', ['bahaya']],
    ['1', ['waspada']],
  ])('%s counted with two names', (count, found) => {
    expect(seenBy(agents, { ...counting(count), staff: staff('p1', 'p2', 'p2') })).toEqual(found)
  })

  it('knows the makers of innovations that have begun, each once', () => {
    const innovations = [
      innovation('n1', { agents: ['p2', 'p3'] }),
      innovation('n2', { startedOn: '2027-01-01', agents: ['p4'] }),
    ]
    expect(seenBy(agents, { ...counting('3'), staff: staff('p1', 'p2'), innovations })).toEqual([])
    expect(seenBy(agents, { ...counting('4'), staff: staff('p1', 'p2'), innovations })).toEqual(['bahaya'])
  })

  it('says nothing without an answer or without a roster', () => {
    expect(seenBy(agents, { staff: staff('p1') })).toEqual([])
    expect(seenBy(agents, counting('7'))).toEqual([])
  })

  it('says both figures', () => {
    expect(reading(agents, { ...counting('7'), staff: staff('p1') })[0]?.sentence).toBe(
      'Dihitung 7 agen perubahan, tetapi ada 1 nama berbeda pada daftar pegawai dan inovasi.',
    )
  })
})
