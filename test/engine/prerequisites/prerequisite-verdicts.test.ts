import { prerequisiteVerdicts } from '../../../src/engine/prerequisites/prerequisite-verdicts'
import { lke } from '../support/lke'

const ON = '2026-02-28'

const verdicts = (id: string, value: string | null, on = ON): Record<string, string> =>
  Object.fromEntries(
    prerequisiteVerdicts(
      lke.prerequisites.find(one => one.id === id)!,
      value,
      on,
    ),
  )

describe('a prerequisite', () => {
  it.each([
    ['Ya', 'passes'],
    ['Tidak', 'fails'],
    ['Mungkin', 'unknown'],
    [null, 'unknown'],
  ])('of yes or no, filled with %s, %s', (value, verdict) => {
    expect(verdicts('tlhp', value)).toEqual({ WBK: verdict, WBBM: verdict })
  })

  it('concerns only its own predicates', () => {
    expect(verdicts('wbk-held', 'Tidak')).toEqual({ WBBM: 'fails' })
  })

  it.each([
    ['AA', 'passes', 'passes'],
    ['BB', 'passes', 'passes'],
    ['B', 'passes', 'fails'],
    ['CC', 'fails', 'fails'],
    ['D', 'fails', 'fails'],
    ['E', 'unknown', 'unknown'],
    [null, 'unknown', 'unknown'],
  ])('of SAKIP grade %s: WBK %s, WBBM %s', (grade, wbk, wbbm) => {
    expect(verdicts('sakip', grade)).toEqual({ WBK: wbk, WBBM: wbbm })
  })

  it.each([
    ['2025-02-28', '2026-02-28', 'passes'],
    ['2025-03-01', '2026-02-28', 'fails'],
    ['2024-02-29', '2025-02-28', 'passes'],
    ['2024-02-29', '2025-02-27', 'fails'],
    ['2024-12-31', '2025-12-31', 'passes'],
    ['28 Februari 2025', '2026-02-28', 'unknown'],
  ])('of a year since %s, read on %s, %s', (since, on, verdict) => {
    expect(verdicts('one-year', since, on)).toEqual({ WBK: verdict, WBBM: verdict })
  })
})
