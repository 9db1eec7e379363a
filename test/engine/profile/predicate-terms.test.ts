import { overlappingTerms, termFaults, type PredicateTerm } from '../../../src/engine/profile/predicate-terms'

const TODAY = '2026-03-12'
const term = (heldSince: string, lostOn: string | null = null, predicate = 'WBK'): PredicateTerm => ({
  predicate,
  heldSince,
  lostOn,
})

describe('the term of a predicate', () => {
  it.each([
    [term('2024-12-10'), {}],
    [term('2026-03-12'), {}],
    [term('2026-03-13'), { heldSince: 'in-the-future' }],
    [term('2024-12-10', '2026-03-13'), { lostOn: 'in-the-future' }],
    [term('2024-12-10', '2024-12-09'), { lostOn: 'before-held' }],
    [term('2024-12-10', '2024-12-10'), {}],
  ])('%j alone has the faults %j', (one, expected) => {
    expect(termFaults(one, [], TODAY)).toEqual(expected)
  })

  it('does not meet another of the same predicate', () => {
    const other = term('2020-12-01', '2022-05-31')
    expect(termFaults(term('2022-06-01'), [other], TODAY)).toEqual({})
    expect(termFaults(term('2022-05-31'), [other], TODAY)).toEqual({ heldSince: 'overlaps' })
    expect(termFaults(term('2019-01-01', '2020-12-01'), [other], TODAY)).toEqual({ heldSince: 'overlaps' })
    expect(termFaults(term('2019-01-01', '2020-11-30'), [other], TODAY)).toEqual({})
    expect(termFaults(term('2023-01-01'), [term('2021-01-01')], TODAY)).toEqual({ heldSince: 'overlaps' })
    expect(termFaults(term('2023-01-01', null, 'WBBM'), [term('2021-01-01')], TODAY)).toEqual({})
  })
})

describe('many terms', () => {
  it('are found where one predicate is held twice on a day, also behind a shorter one between', () => {
    const long = term('2015-01-01', '2022-01-01')
    const within = term('2016-01-01', '2016-12-31')
    const after = term('2021-06-01', '2023-01-01')
    const free = term('2023-01-02')
    expect(overlappingTerms([free, after, within, long, term('2016-06-01', null, 'WBBM')])).toEqual([
      [long, within],
      [long, after],
    ])
  })

  it('may follow each other, and nothing follows one that is still held', () => {
    const held = term('2022-01-02')
    expect(overlappingTerms([term('2020-01-01', '2022-01-01'), held])).toEqual([])
    expect(overlappingTerms([term('2024-01-01', '2024-02-01'), held, term('2025-01-01')])).toHaveLength(2)
  })
})
