import fc from 'fast-check'
import type { Facts } from '../../../src/engine/rules/facts'
import { groundsOf, type Finding } from '../../../src/engine/rules/finding'
import type { Findings } from '../../../src/engine/rules/findings'
import { readinessOf } from '../../../src/engine/rules/readiness'
import { factsOf, ruleBook } from './facts-of'

const finding = <Level extends string>(rule: string, level: Level): Finding<Level> => ({
  rule,
  about: '',
  title: `Judul ${rule}`,
  level,
  sentence: '',
  measures: [],
  records: [],
  questions: [],
  remedy: '',
})
const many = <Level extends string>(count: number, level: Level, from = 0): Finding<Level>[] =>
  Array.from({ length: count }, (_, at) => finding(`r${level}${from + at}`, level))

const CODES = ['total', 'A', 'A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'B.I', 'B.II']
const worksheet = (known: Partial<Facts['worksheet']> = {}): Facts['worksheet'] => ({
  ...factsOf().worksheet,
  claimed: '83',
  substantiated: '78',
  gates: CODES.map(code => ({ code, name: `Ambang ${code}`, claimed: true, substantiated: true })),
  ...known,
})
const failing = (side: 'claimed' | 'substantiated', ...codes: string[]) => ({
  worksheet: worksheet({
    gates: worksheet().gates.map(gate => (codes.includes(gate.code) ? { ...gate, [side]: false } : gate)),
  }),
})

const good: Findings = {
  pitfalls: many(6, 'aman'),
  contradictions: [],
  recommendations: many(11, 'selesai'),
  keys: many(3, 'membaik'),
  factors: many(7, 'aman'),
}
interface Case {
  readonly worksheet?: Facts['worksheet']
  readonly findings?: Partial<Findings>
  readonly dismissed?: ReadonlySet<string>
}
const read = ({ worksheet: sheet = worksheet(), findings = {}, dismissed }: Case = {}) =>
  readinessOf({ ...factsOf(), worksheet: sheet }, { ...good, ...findings }, ruleBook(), dismissed)

describe('readiness', () => {
  it.each<[string, Case, string]>([
    ['nothing is against it', {}, 'siap-diajukan'],
    ['a gate fails as claimed', failing('claimed', 'A.3'), 'belum-siap'],
    ['a gate that must be proven is not', failing('substantiated', 'total'), 'belum-siap'],
    ['another gate is not proven', failing('substantiated', 'A.3'), 'siap-bersyarat'],
    ['three of them', failing('substantiated', 'A.1', 'A.2', 'A.3'), 'siap-bersyarat'],
    ['four of them', failing('substantiated', 'A.1', 'A.2', 'A.3', 'A.4'), 'belum-siap'],
    ['no gate can be read', { worksheet: worksheet({ gates: [] }) }, 'siap-bersyarat'],
    [
      'a prerequisite fails',
      { worksheet: worksheet({ prerequisites: ['SAKIP'], failedPrerequisites: ['SAKIP'] }) },
      'belum-siap',
    ],
    [
      'a prerequisite is not filled',
      { worksheet: worksheet({ prerequisites: ['SAKIP'] }) },
      'siap-bersyarat',
    ],
    ['one pitfall at bahaya', { findings: { pitfalls: many(1, 'bahaya') } }, 'belum-siap'],
    ['one pitfall at waspada', { findings: { pitfalls: many(1, 'waspada') } }, 'siap-diajukan'],
    ['two pitfalls at waspada', { findings: { pitfalls: many(2, 'waspada') } }, 'siap-bersyarat'],
    ['four pitfalls at waspada', { findings: { pitfalls: many(4, 'waspada') } }, 'siap-bersyarat'],
    ['five pitfalls at waspada', { findings: { pitfalls: many(5, 'waspada') } }, 'belum-siap'],
    ['one pitfall unknown', { findings: { pitfalls: many(1, 'belum-cukup-data') } }, 'siap-bersyarat'],
    ['three pitfalls unknown', { findings: { pitfalls: many(3, 'belum-cukup-data') } }, 'siap-bersyarat'],
    ['four pitfalls unknown', { findings: { pitfalls: many(4, 'belum-cukup-data') } }, 'belum-siap'],
    ['a heavy contradiction', { findings: { contradictions: many(1, 'bahaya') } }, 'belum-siap'],
    ['a contradiction', { findings: { contradictions: many(1, 'waspada') } }, 'siap-bersyarat'],
    ['five contradictions', { findings: { contradictions: many(5, 'waspada') } }, 'siap-bersyarat'],
    ['six contradictions', { findings: { contradictions: many(6, 'waspada') } }, 'belum-siap'],
    ['two recommendations open', { findings: { recommendations: many(2, 'berjalan') } }, 'siap-diajukan'],
    [
      'three recommendations open',
      { findings: { recommendations: many(3, 'belum-cukup-data') } },
      'siap-bersyarat',
    ],
    ['seven recommendations open', { findings: { recommendations: many(7, 'belum') } }, 'siap-bersyarat'],
    ['eight recommendations open', { findings: { recommendations: many(8, 'berjalan') } }, 'belum-siap'],
    ['one key got worse', { findings: { keys: many(1, 'memburuk') } }, 'siap-bersyarat'],
    ['two keys got worse', { findings: { keys: many(2, 'memburuk') } }, 'belum-siap'],
    ['two keys not measured', { findings: { keys: many(2, 'belum-terukur') } }, 'siap-bersyarat'],
    ['no key measured', { findings: { keys: many(3, 'belum-terukur') } }, 'belum-siap'],
    ['a key that stayed', { findings: { keys: many(1, 'tetap') } }, 'siap-diajukan'],
    ['a rule that failed', { findings: { factors: many(1, 'gagal') } }, 'siap-bersyarat'],
  ])('where %s', (_, given, verdict) => expect(read(given).verdict).toBe(verdict))

  it('gives its grounds as sentences, the heaviest first', () => {
    const { grounds } = read({
      ...failing('substantiated', 'total', 'A.3'),
      findings: { contradictions: [...many(2, 'waspada'), finding('rwaspada0', 'waspada')] },
    })
    expect(grounds.map(({ level, sentence }) => [level, sentence])).toEqual([
      ['bahaya', '1 ambang pokok belum terbukti dengan eviden: “Ambang total”.'],
      ['waspada', '1 ambang lain belum terbukti dengan eviden: “Ambang A.3”.'],
      ['waspada', '3 pertentangan masih terbuka: “Judul rwaspada0” dan “Judul rwaspada1”.'],
    ])
    expect(grounds[0]?.gates).toEqual(['total'])
    expect(grounds[2]?.findings).toHaveLength(3)
  })

  it('says what speaks for it where nothing is against', () => {
    const { grounds, recommendations, keys, claimed, substantiated, predicate } = read()
    expect(grounds[0]?.sentence).toBe('Semua ambang terpenuhi pada nilai yang diklaim.')
    expect(grounds).toHaveLength(14)
    expect([recommendations, keys.length]).toEqual([{ done: 11, of: 11 }, 3])
    expect([claimed, substantiated, predicate]).toEqual(['83', '78', 'WBK'])
  })

  it('does not count what was dismissed, and only that', () => {
    const [first, second] = many(2, 'bahaya')
    const pitfalls = [first!, second!]
    const dismissed = new Set(pitfalls.map(groundsOf))
    expect(read({ findings: { pitfalls }, dismissed }).verdict).toBe('siap-diajukan')
    expect(read({ findings: { pitfalls }, dismissed: new Set([groundsOf(first!)]) }).verdict).toBe(
      'belum-siap',
    )
    const changed = { ...first!, records: [{ kind: 'activity' as const, id: 'new' }] }
    expect(read({ findings: { pitfalls: [changed] }, dismissed }).verdict).toBe('belum-siap')
  })

  it('never gets worse when one trouble fewer is open', () => {
    const ranks = ['belum-siap', 'siap-bersyarat', 'siap-diajukan']
    const levels = fc.array(fc.constantFrom('aman', 'waspada', 'bahaya', 'belum-cukup-data'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(levels, fc.nat(5), (given, at) => {
        const withLevels = (list: readonly string[]) =>
          read({
            findings: { pitfalls: list.map((level, n) => finding(`p${n}`, level)) as Findings['pitfalls'] },
          })
        const better = given.map((level, n) => (n === at ? 'aman' : level))
        expect(ranks.indexOf(withLevels(better).verdict)).toBeGreaterThanOrEqual(
          ranks.indexOf(withLevels(given).verdict),
        )
      }),
    )
  })
})
