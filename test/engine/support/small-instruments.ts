import fc from 'fast-check'
import { exact, mul, ratio, sum, type Exact } from '../../../src/engine/exact'
import {
  EVIDENCE_STAGES,
  type AsksAbout,
  type Instrument,
  type Question,
  type Section,
  type Threshold,
} from '../../../src/engine/instrument/instrument'

export interface Kinds {
  readonly kinds: readonly Question['kind'][]
  /** Area gates besides block gates overlap without one containing the other. */
  readonly crossing?: boolean
}

const basis = { name: 'Peraturan', short: 'P 1/2020', number: 1, year: 2020, subject: 'Uji', annex: 'I' }
const SCALES = {
  ya_tidak: { Ya: exact(1), Tidak: exact(0) },
  abcd: { A: exact(1), B: exact('0.67'), C: exact('0.33'), D: exact(0) },
}

const questionOf = (kinds: Kinds['kinds']): fc.Arbitrary<(code: string) => Question> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      scale: fc.constantFrom('ya_tidak' as const, 'abcd' as const),
      asksAbout: fc.constantFrom<AsksAbout>('document', 'practice', 'result'),
      expectedStages: fc.subarray([...EVIDENCE_STAGES], { maxLength: 3 }),
      bothZero: fc.constantFrom(exact(0), exact(1), null),
      zeroAsksAbout: fc.boolean(),
    })
    .map(
      ({ kind, scale, asksAbout, expectedStages, bothZero, zeroAsksAbout }) =>
        (code: string): Question => {
          const base = { code, text: code, evidence: [], asksAbout, expectedStages, criterion: 'Nilai' }
          const input = { informational: false, type: 'count' as const }
          if (kind === 'choice') {
            const options = Object.entries(SCALES[scale]).map(([key, value]) => ({
              key,
              value,
              criterion: key,
            }))
            return { ...base, kind, scale, options }
          }
          if (kind === 'index') {
            const index = {
              ...input,
              key: 'index',
              label: 'Indeks',
              type: 'index' as const,
              min: exact(0),
              max: exact(4),
            }
            return { ...base, kind, scale: 'index4', divisor: exact(4), inputs: [index] }
          }
          return {
            ...base,
            kind,
            scale: 'ratio',
            inputs: [
              { ...input, key: 'part', label: 'Bagian' },
              { ...input, key: 'whole', label: 'Seluruh' },
            ],
            numerator: { plus: ['part'], minus: [] },
            denominator: ['whole'],
            numeratorWithinDenominator: true,
            zeroRule: {
              bothZero,
              denominatorZero: null,
              source: 'dugaan',
              text: 'Nihil',
              ...(zeroAsksAbout && { asksAbout: 'document', expectedStages: ['monitoring'] }),
            },
          }
        },
    )

const weight = fc.integer({ min: 1, max: 9 })

const leaf = (kinds: Kinds['kinds'], most: number) =>
  fc
    .record({ weight, questions: fc.array(questionOf(kinds), { minLength: 1, maxLength: most }) })
    .map(made => (code: string): Section => ({
      code,
      name: code,
      weight: exact(made.weight),
      sections: [],
      questions: made.questions.map((question, position) => question(`${code}.${'abc'[position]}`)),
    }))

const branch = (code: string, sections: Section[]): Section => ({
  code,
  name: code,
  weight: sum(sections.map(section => section.weight)),
  sections,
  questions: [],
})

/** Component A of two blocks over two areas, and component B without areas: the shape of the official worksheet. */
const sectionsOf = ({ kinds }: Kinds): fc.Arbitrary<Section[]> =>
  fc
    .tuple(leaf(kinds, 2), leaf(kinds, 1), leaf(kinds, 1), leaf(kinds, 1), leaf(kinds, 1), leaf(kinds, 1))
    .map(([a, b, c, d, e, f]) => [
      branch('A', [
        branch('A.I', [branch('A.I.1', [a('A.I.1.i')]), branch('A.I.2', [b('A.I.2.i')])]),
        branch('A.II', [branch('A.II.1', [c('A.II.1.i')]), branch('A.II.2', [d('A.II.2.i')])]),
      ]),
      branch('B', [branch('B.I', [e('B.I.i')]), branch('B.II', [f('B.II.i')])]),
    ])

const percent = fc.integer({ min: 0, max: 100 })

const minimum = (section: string, weightOf: Exact): fc.Arbitrary<Threshold> =>
  percent.map(of => ({ section, min: mul(weightOf, ratio(of, 100)) }))

const thresholdsOf = (sections: readonly Section[], crossing: boolean): fc.Arbitrary<Threshold[]> => {
  const [a, b] = sections as [Section, Section]
  const perArea = percent.map((of): Threshold => ({ section: 'A', minPercent: exact(of), per: 'area' }))
  const gates = [minimum('total', sum([a.weight, b.weight])), perArea]
  const sectioned = [a, b, ...b.sections, ...(crossing ? a.sections : [])]
  return fc.tuple(...gates, ...sectioned.map(section => minimum(section.code, section.weight)))
}

/** An instrument small enough to try every list of steps, of the shape of the official worksheet. */
export const smallInstrument = (kinds: Kinds): fc.Arbitrary<Instrument> =>
  sectionsOf(kinds).chain(sections =>
    thresholdsOf(sections, kinds.crossing ?? false).map(thresholds => ({
      id: 'kecil',
      title: 'Kecil',
      basis,
      sourceNote: '',
      predicates: [{ id: 'WBK', label: 'WBK', thresholds }],
      prerequisites: [],
      sections,
    })),
  )
