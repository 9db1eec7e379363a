import { add, compare, equals, exact, sub, sum, toNumber, ZERO } from '../../src/engine/exact'
import { composeReadiness } from '../../src/reports/readiness-report'
import {
  EMPTY,
  factsOf,
  FULFILLED,
  MIXED,
  ON_PAPER,
  PERFECT,
  SUBMISSION,
  UNSUPPORTED,
} from './readiness-cases'

const perfect = { prerequisites: FULFILLED }

describe('the conclusion', () => {
  test.each([
    ['unanswered', EMPTY, {}],
    ['below', MIXED, {}],
    ['unproven', ON_PAPER, {}],
    ['unproven', UNSUPPORTED, perfect],
    ['prerequisites', PERFECT, {}],
    ['ready', PERFECT, perfect],
  ] as const)('is %s', (kind, worksheet, facts) => {
    expect(composeReadiness(factsOf(worksheet, facts)).conclusion.kind).toBe(kind)
  })

  test('is contradictory when only inputs that contradict each other stand in the way', () => {
    const facts = factsOf(
      {
        ...PERFECT,
        answer: (question, position) =>
          question.code === 'A.II.1.i.b'
            ? { inputs: { changes: exact(2), integrated: exact(4) } }
            : PERFECT.answer(question, position),
      },
      perfect,
    )
    const { conclusion, contradictions } = composeReadiness(facts)
    expect(conclusion).toMatchObject({ kind: 'contradictory', contradictions: 1, unanswered: 0 })
    expect(contradictions.map(row => row.code)).toEqual(['A.II.1.i.b'])
  })

  test('names the gates that fail on each score, and the area whose claim runs furthest ahead', () => {
    const { conclusion } = composeReadiness(factsOf(ON_PAPER))
    expect(conclusion.failing.claimed).toEqual([])
    expect(conclusion.failing.substantiated).toContain('Nilai total')
    expect(conclusion.widest?.name).toBe('Penguatan Pengawasan')
  })

  test('counts an empty worksheet as unanswered, with every gate failing', () => {
    const { conclusion } = composeReadiness(factsOf(EMPTY))
    expect(conclusion).toMatchObject({ unanswered: 113, gates: 12, widest: null, flags: 0 })
    expect(conclusion.failing.substantiated).toHaveLength(12)
  })

  test('looks at the prerequisites of the target alone', () => {
    const held = factsOf(PERFECT).prerequisites.map(prerequisite => ({
      ...prerequisite,
      verdicts: new Map(
        [...prerequisite.verdicts.keys()].map(id => [id, id === 'WBK' ? 'passes' : 'fails'] as const),
      ),
    }))
    expect(composeReadiness(factsOf(PERFECT, { prerequisites: held })).conclusion.kind).toBe('ready')
    const higher = factsOf(PERFECT, { prerequisites: held, targetPredicate: 'WBBM' })
    expect(composeReadiness(higher).conclusion).toMatchObject({ kind: 'prerequisites', predicate: 'WBBM' })
  })
})

describe('the gates', () => {
  test('come with the target first, both scores side by side', () => {
    const report = composeReadiness(factsOf(MIXED, { targetPredicate: 'WBBM' }))
    expect(report.gates.map(table => table.predicate)).toEqual(['WBBM', 'WBK'])
    const total = report.gates[0]?.rows[0]
    expect(total).toMatchObject({ section: 'total', title: 'Nilai total', depth: 0 })
    expect(compare(total?.claimed ?? ZERO, total?.substantiated ?? ZERO)).toBeGreaterThan(0)
  })

  test('name an area once when its blocks count together, twice when each counts alone', () => {
    const titles = (areaGates: 'joint' | 'separate') =>
      composeReadiness(factsOf(MIXED, { areaGates })).gates[0]?.rows.map(row => row.title) ?? []
    expect(titles('joint')).toContain('Area 5 Penguatan Pengawasan')
    expect(titles('joint')).toHaveLength(12)
    expect(titles('separate')).toContain('Area 5 Penguatan Pengawasan, Reform')
    expect(titles('separate')).toHaveLength(18)
  })

  test('stand one step in when they lie inside another gate', () => {
    const rows = composeReadiness(factsOf(MIXED)).gates[0]?.rows ?? []
    const inside = rows.filter(row => row.depth === 1).map(row => row.section)
    expect(inside).toEqual(['A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'B.I.i', 'B.I.ii'])
  })
})

describe('the areas', () => {
  test('are six, as shares of their weight, with the minimum of the target', () => {
    const { areas } = composeReadiness(factsOf(PERFECT))
    expect(areas.map(area => area.number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(areas.every(area => toNumber(area.substantiated) === 1 && area.passes)).toBe(true)
    expect(areas.map(area => toNumber(area.minimum ?? ZERO))).toEqual([0.6, 0.6, 0.6, 0.6, 0.6, 0.6])
  })

  test('fail when one of two separate gates fails', () => {
    const reformless = {
      ...PERFECT,
      answer: (question: Parameters<typeof PERFECT.answer>[0], position: number) =>
        question.code.startsWith('A.II.3.') ? null : PERFECT.answer(question, position),
    }
    const passing = (areaGates: 'joint' | 'separate') =>
      composeReadiness(factsOf(reformless, { areaGates }))
        .areas.filter(area => !area.passes)
        .map(area => area.number)
    expect(passing('separate')).toEqual(['3'])
  })
})

describe('the figures', () => {
  test('the breakdown of the blocks adds up to the total, exactly', () => {
    const report = composeReadiness(factsOf(MIXED))
    const blocks = report.breakdown.filter(row => row.depth === 0)
    expect(equals(sum(blocks.map(row => row.score.claimed)), report.figures.claimed)).toBe(true)
    expect(equals(sum(blocks.map(row => row.score.substantiated)), report.figures.substantiated)).toBe(true)
    expect(equals(report.figures.gap, sub(report.figures.claimed, report.figures.substantiated))).toBe(true)
  })

  test('the flags of a worksheet without any evidence carry the whole gap', () => {
    const report = composeReadiness(factsOf(UNSUPPORTED))
    expect(report.flags).toHaveLength(113)
    expect(equals(sum(report.flags.map(row => row.gap)), report.figures.gap)).toBe(true)
  })
})

describe('the steps', () => {
  test('run on from the substantiated total, each with its person', () => {
    const report = composeReadiness(factsOf(ON_PAPER))
    const [toWbk] = report.steps
    let total = report.figures.substantiated
    for (const row of toWbk?.rows ?? []) {
      total = add(total, row.step.gain)
      expect(equals(row.total, total)).toBe(true)
      expect(row.responsible).not.toBe('')
    }
    expect(toWbk?.predicate).toBe('WBK')
    expect(toWbk?.rows.length).toBeGreaterThan(0)
    expect(toNumber(total)).toBeGreaterThanOrEqual(75)
  })

  test('are none when everything is proven', () => {
    const report = composeReadiness(factsOf(PERFECT))
    expect(report.steps.map(table => [table.rows.length, table.unreachable])).toEqual([
      [0, []],
      [0, []],
    ])
  })
})

test('a report is a draft until submission and then carries the hash of the frozen worksheet', () => {
  expect(composeReadiness(factsOf(MIXED))).toMatchObject({ draft: true, sha256: null })
  expect(composeReadiness(factsOf(MIXED, { submission: SUBMISSION }))).toMatchObject({
    draft: false,
    sha256: SUBMISSION.sha256,
  })
})
