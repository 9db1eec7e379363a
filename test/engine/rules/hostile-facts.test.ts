import fc from 'fast-check'
import { ACTIVITY_KINDS, type Facts } from '../../../src/engine/rules/facts'
import type { Finding } from '../../../src/engine/rules/finding'
import { findingsOf } from '../../../src/engine/rules/findings'
import { activity, answer, factsOf, goal, innovation, piece, ruleBook, survey } from './facts-of'
import { profile } from './rows-of'

const day = fc.constantFrom(
  '0001-01-01',
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-05-20',
  '2026-12-31',
  '9999-12-31',
)
const maybeDay = fc.option(day, { nil: null })
const count = fc.constantFrom(0, 1, 3, 20, 1_000_000)
const maybeCount = fc.option(count, { nil: null })
const number = fc.constantFrom('0', '1', '2/3', '4.00', '87,65', '-5', '999999999999999999', '', 'n/a', '1/0')
const note = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'Selasa, 30 Januari 2020',
    '99 kali',
    '0 kali',
    'xxx',
    'Nilai 100',
    '0.00',
    '31 Februari 2026',
    '\u{1F600}',
  ),
)
const person = fc.constantFrom('p1', 'p2', 'p3', 'p4')
const codes = [...new Set(Object.values(ruleBook().questions)), 'A.I.1.i.a', 'A.I.2.i.a']
const keys =
  'agents changes integrated due in_progress resolved heads officials others reported administrators supervisors staff previous current sanctioned targets achieved services simplified index'.split(
    ' ',
  )
const list = <One>(one: fc.Arbitrary<One>) => fc.array(one, { maxLength: 5 })
const id = fc.constantFrom('1', '2', '3', '4', '5')

const facts: fc.Arbitrary<Facts> = fc
  .record({
    today: day,
    cycle: fc.record({
      year: fc.constantFrom(1, 2025, 2026, 9999),
      predicate: fc.constant('WBK'),
      submittedOn: maybeDay,
    }),
    staff: fc.record({ employees: maybeCount, frontLine: maybeCount, agents: list(person) }),
    predicates: list(fc.record({ id, predicate: fc.constant('WBK'), heldSince: day, lostOn: maybeDay })),
    activities: list(
      fc.record({
        id,
        heldOn: day,
        counted: maybeCount,
        guests: count,
        participants: list(person),
        proofs: count,
        title: note,
        kind: fc.constantFrom(...ACTIVITY_KINDS),
      }),
    ),
    goals: list(fc.record({ id, plannedOn: day, title: note, activities: list(id), needInputs: count })),
    innovations: list(
      fc.record({ id, startedOn: day, integratedOn: maybeDay, needProofs: count, agents: list(person) }),
    ),
    quarters: list(
      fc.record({
        id,
        indicator: id,
        year: fc.constantFrom(2025, 2026),
        quarter: fc.constantFrom(0, 1, 4, 9),
        better: fc.constantFrom('higher', 'lower'),
        target: number,
        realisation: fc.option(number, { nil: null }),
      }),
    ),
    profiles: list(
      fc.record({
        id,
        year: fc.constantFrom(2025, 2026),
        quarter: fc.constantFrom(0, 1, 4, 9),
        employees: maybeCount,
        services: maybeCount,
        violations: maybeCount,
        lhkpnDue: maybeCount,
        lhkpnFiled: maybeCount,
        lhkasnDue: maybeCount,
        lhkasnFiled: maybeCount,
      }),
    ),
    complaints: list(
      fc.record({
        id,
        month: fc.constantFrom('2025-01', '2026-02', '2026-03'),
        received: count,
        done: count,
        inProcess: count,
      }),
    ),
    surveys: list(
      fc.record({
        id,
        kind: fc.constantFrom('SKM', 'SPAK', 'IPAK', 'IPKP'),
        heldUntil: day,
        population: maybeCount,
        respondents: count,
        scale: fc.constantFrom('1-4', '25-100', '0-4'),
        index: number,
      }),
    ),
    evidence: list(
      fc.record({
        id,
        title: note,
        happenedOn: maybeDay,
        happenedUntil: maybeDay,
        uploadedOn: day,
        elsewhere: count,
        questions: list(fc.constantFrom(...codes)),
        files: list(fc.record({ name: note, kind: fc.constantFrom('pdf', 'docx'), sha256: id })),
      }),
    ),
    contributions: list(
      fc.record({
        person,
        pokja: fc.option(id, { nil: null }),
        year: fc.constant(2026),
        quarter: fc.constantFrom(0, 1, 4, 9),
        acts: count,
      }),
    ),
    attestations: list(fc.record({ part: id, on: day })),
    answers: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom(...codes),
        state: fc.constantFrom('answered', 'unanswered', 'incomplete', 'contradictory'),
        option: fc.option(fc.constantFrom('A', 'B', 'Z'), { nil: null }),
        value: number,
        note,
        inputs: fc.dictionary(fc.constantFrom(...keys), number),
      }),
      { selector: ({ code }) => code, maxLength: 12 },
    ),
    claimed: number,
    substantiated: number,
  })
  .map(({ answers, claimed, substantiated, ...known }) =>
    factsOf({
      ...(known as unknown as Partial<Facts>),
      activities: known.activities.map(one => activity(one.id, one as object)),
      profiles: known.profiles.map(one => profile(one)),
      goals: known.goals.map(one => goal(one.id, one)),
      innovations: known.innovations.map(one => innovation(one.id, one)),
      surveys: known.surveys.map(one => survey(one.id, one as object)),
      evidence: known.evidence.map(one => piece(one.id, one)),
      worksheet: {
        claimed,
        substantiated,
        gates: [],
        prerequisites: [],
        answers: answers.map(one => answer(one.code, one as object)),
        failedPrerequisites: [],
      },
    }),
  )

describe('facts that nobody would expect', () => {
  it('always have an answer: no rule fails, no figure is none', () => {
    fc.assert(
      fc.property(facts, given => {
        const found = findingsOf(given, ruleBook())
        const findings: Finding<string>[] = Object.values(found).flat()
        expect(findings.filter(({ level }) => level === 'gagal')).toEqual([])
        for (const { sentence, measures } of findings) {
          expect(sentence.replace(/“.*”/s, '')).not.toMatch(/NaN|undefined|Infinity|null/)
          for (const { value } of measures) expect(value ?? '0').toMatch(/^-?\d+(\/\d+)?$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
