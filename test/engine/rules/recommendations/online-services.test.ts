import { onlineServices } from '../../../../src/engine/rules/recommendations/online-services'
import { reading } from '../facts-of'
import { profile } from '../rows-of'

const told = (online: number | null, services: number | null) => ({
  profiles: [profile({ services, onlineServices: online })],
})

describe('recommendation 2, services without meeting', () => {
  it.each([
    ['at the bound', told(80, 100), 'selesai'],
    ['one below it', told(79, 100), 'berjalan'],
    ['at the start', told(1, 100), 'berjalan'],
    ['below the start', told(1, 101), 'belum'],
    ['none', told(0, 5), 'belum'],
    ['no services at all', told(0, 0), 'belum-cukup-data'],
    ['services not told', told(3, null), 'belum-cukup-data'],
    ['online services not told', told(null, 5), 'belum-cukup-data'],
    ['nothing recorded', {}, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(onlineServices, facts).level).toBe(level))

  it('reads the latest profile that tells both', () => {
    const profiles = [
      profile({ quarter: 2, services: 5 }),
      profile({ quarter: 1, services: 5, onlineServices: 4 }),
      profile({ year: 2025, quarter: 4, services: 5, onlineServices: 0 }),
    ]
    const found = reading(onlineServices, { profiles })
    expect(found.sentence).toBe(
      '4 dari 5 layanan dapat diselesaikan tanpa tatap muka (80%) pada triwulan I 2026.',
    )
    expect(found.remedy).toBe('')
  })
})
