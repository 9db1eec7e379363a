import { exact, toText } from '../../../src/engine/exact'
import type { AsksAbout, EvidenceStage } from '../../../src/engine/instrument/instrument'
import type { EvidenceUse } from '../../../src/engine/scoring/score'
import { substanceOf } from '../../../src/engine/substance/coverage'

const ALL: EvidenceStage[] = ['planning', 'implementation', 'monitoring', 'follow_up']

/** One use from `nature stages verdict`, e.g. `trace planning,monitoring kurang`. */
function use(text: string, position: number): EvidenceUse {
  const [nature, stages = '', ...verdict] = text.split(' ')
  return {
    id: `u${position}`,
    question: 'q',
    nature: nature as EvidenceUse['nature'],
    stages: (stages === 'all' ? ALL : stages.split(',')) as EvidenceStage[],
    ...(verdict.length > 0 && { verdict: verdict.join(' ') as NonNullable<EvidenceUse['verdict']> }),
  }
}

const seen = (asksAbout: AsksAbout, uses: string[], value: string | number = 1, expectedStages = ALL) =>
  substanceOf({ value: exact(value), asksAbout, expectedStages }, uses.map(use))

describe('coverage and flags', () => {
  it.each<[AsksAbout, string[], string, string | null]>([
    ['document', [], '0', 'unsupported'],
    ['document', ['formal all'], '1', null],
    ['document', ['formal planning'], '1/4', null],
    ['document', ['formal planning', 'trace monitoring,planning'], '1/2', null],
    ['document', ['formal impact'], '0', null],
    ['practice', ['formal all'], '1/2', 'document-only'],
    ['practice', ['formal planning'], '1/4', 'document-only'],
    ['practice', ['formal planning,implementation,monitoring', 'trace follow_up'], '1', null],
    ['practice', ['outcome all'], '1', null],
    ['result', ['formal all'], '1/2', 'document-only'],
    ['result', ['trace all'], '1/2', 'no-outcome'],
    ['result', ['trace planning', 'formal all'], '1/2', 'no-outcome'],
    ['result', ['outcome all'], '1', null],
    ['result', ['outcome planning', 'formal implementation'], '1/2', null],
    ['result', [], '0', 'unsupported'],
  ])('a %s shown by %j is covered by %s and flagged %s', (asksAbout, uses, share, flag) => {
    const substance = seen(asksAbout, uses)
    expect([toText(substance.coverage.share), substance.flag]).toEqual([share, flag])
  })

  it.each<[string, string, string | null]>([
    ['trace all memadai', '1', null],
    ['trace all', '1', null],
    ['trace all kurang', '0', null],
    ['trace all tidak relevan', '0', 'unsupported'],
    ['trace all meragukan', '0', 'unsupported'],
  ])('a practice with only "%s" is covered by %s and flagged %s', (piece, share, flag) => {
    const substance = seen('practice', [piece])
    expect([toText(substance.coverage.share), substance.flag]).toEqual([share, flag])
  })

  it('an insufficient trace lifts the flag of paper, not the stages', () => {
    const substance = seen('practice', ['formal planning,implementation', 'trace all kurang'])
    expect([toText(substance.coverage.share), substance.flag]).toEqual(['1/2', null])
    expect(substance.coverage.because).toEqual(['u0', 'u1'])
  })

  it('a piece that does not count is no ground', () => {
    const { coverage, seen: was } = seen('practice', ['trace planning', 'outcome all meragukan'])
    expect(coverage.because).toEqual(['u0'])
    expect(was).toEqual({ pieces: 1, natures: ['trace'], shown: ['planning'] })
  })

  it('an answer worth nothing is never flagged', () => {
    expect(seen('result', [], 0).flag).toBeNull()
    expect(seen('result', ['formal all'], 0).flag).toBeNull()
  })

  it('a question that expects no stage is covered by any piece that counts', () => {
    expect(toText(seen('practice', ['trace planning'], 1, []).coverage.share)).toBe('1')
    expect(toText(seen('practice', [], 1, []).coverage.share)).toBe('0')
  })

  it('names what the evidence lacks', () => {
    expect(seen('result', ['trace planning,monitoring']).coverage).toMatchObject({
      shown: ['planning', 'monitoring'],
      missing: ['implementation', 'follow_up'],
      missingNature: 'outcome',
    })
    expect(seen('practice', ['formal all']).coverage).toMatchObject({ missing: [], missingNature: 'trace' })
    expect(seen('document', []).coverage.missingNature).toBe('formal')
    expect(seen('document', ['trace planning']).coverage.missingNature).toBeNull()
  })
})
