import { exact, sub, toText } from '../../../src/engine/exact'
import { gateOf, gateRules } from '../../../src/engine/scoring/gates'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { AreaGates } from '../../../src/engine/scoring/score'
import { bestAnswers, fullEvidence, inputs, lke } from '../support/lke'

const rulesOf = (id: string, areaGates: AreaGates): string[] => {
  const predicate = lke.predicates.find(candidate => candidate.id === id)!
  return gateRules(lke, predicate, areaGates).map(rule => `${rule.section} ${toText(rule.minimum)}`)
}

describe('the gates', () => {
  it('of WBK, areas joint', () => {
    expect(rulesOf('WBK', 'joint')).toEqual(
      'total 75,A 40,A.1 24/5,A.2 21/5,A.3 6,A.4 6,A.5 9,A.6 6,B.I 73/4,B.I.i 63/4,B.I.ii 5/2,B.II 14'.split(
        ',',
      ),
    )
  })

  it('of WBBM, areas joint', () => {
    expect(rulesOf('WBBM', 'joint')).toEqual(
      'total 85,A 48,A.1 6,A.2 21/4,A.3 15/2,A.4 15/2,A.5 45/4,A.6 15/2,B.I 39/2,B.I.i 63/4,B.I.ii 15/4,B.II 63/4'.split(
        ',',
      ),
    )
  })

  it('become twelve area gates when areas stand separate', () => {
    expect(rulesOf('WBK', 'separate')).toEqual(
      (
        'total 75,A 40,A.I.1 12/5,A.I.2 21/10,A.I.3 3,A.I.4 3,A.I.5 9/2,A.I.6 3,' +
        'A.II.1 12/5,A.II.2 21/10,A.II.3 3,A.II.4 3,A.II.5 9/2,A.II.6 3,B.I 73/4,B.I.i 63/4,B.I.ii 5/2,B.II 14'
      ).split(','),
    )
  })

  const everyRule = lke.predicates.flatMap(predicate =>
    (['joint', 'separate'] as const).flatMap(mode =>
      gateRules(lke, predicate, mode).map(rule => ({
        name: `${predicate.id} ${mode} ${rule.section}`,
        rule,
      })),
    ),
  )

  it.each(everyRule)('$name passes at its minimum and fails a trillionth below', ({ rule }) => {
    expect(gateOf(rule, rule.minimum)).toMatchObject({ passes: true, distance: exact(0) })
    const below = gateOf(rule, sub(rule.minimum, exact('1e-12')))
    expect(below).toMatchObject({ passes: false, distance: exact('-1e-12') })
  })
})

describe('a worksheet against the gates', () => {
  const scoreWith = (
    changes: [string, ReturnType<typeof inputs> | { option: string }][],
    areaGates: AreaGates = 'joint',
  ) => score(lke, new Map([...bestAnswers(), ...changes]), fullEvidence('outcome'), { areaGates })

  it('passes everything at its best', () => {
    expect(scoreWith([]).claimed.predicates).toEqual(['WBK', 'WBBM'])
    expect(scoreWith([]).substantiated.predicates).toEqual(['WBK', 'WBBM'])
  })

  it.each([
    ['B.I.i.a', inputs({ index: '3.60' }), ['WBK', 'WBBM']],
    ['B.I.i.a', inputs({ index: '3.59' }), []],
    ['B.II.i.a', inputs({ index: '3.60' }), ['WBK', 'WBBM']],
    ['B.II.i.a', inputs({ index: '3.59' }), ['WBK']],
    ['B.II.i.a', inputs({ index: '3.20' }), ['WBK']],
    ['B.II.i.a', inputs({ index: '3.19' }), []],
    ['B.I.ii.a', { option: 'B' }, ['WBK', 'WBBM']],
    ['B.I.ii.a', { option: 'C' }, ['WBK']],
    ['B.I.ii.a', { option: 'D' }, []],
  ])('with %s at %j reaches %j', (code, answer, predicates) => {
    expect(scoreWith([[code, answer]]).claimed.predicates).toEqual(predicates)
  })

  it('fails the predicate by one gate whatever the total', () => {
    const failing = scoreWith([['B.II.i.a', inputs({ index: '3.19' })]])
    expect(toText(failing.claimed.total)).toBe('15433/160')
    expect(
      failing.claimed.gates
        .get('WBK')
        ?.filter(gate => !gate.passes)
        .map(gate => gate.section),
    ).toEqual(['B.II'])
  })

  it('can fail an area alone that passes together with the other block', () => {
    const weak: [string, { option: string }][] = [
      ['A.II.4.ii.a', { option: 'D' }],
      ['A.II.4.iii.a', { option: 'D' }],
    ]
    expect(scoreWith(weak).claimed.predicates).toContain('WBK')
    expect(scoreWith(weak, 'separate').claimed.predicates).toEqual([])
  })
})
