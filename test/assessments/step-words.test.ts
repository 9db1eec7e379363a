import { questionPlace, stepAction } from '../../src/assessments/step-words'
import { exact } from '../../src/engine/exact'
import type { Step } from '../../src/engine/scoring/score'
import { factsOf, MIXED } from '../reports/readiness-cases'

const { instrument } = factsOf(MIXED)
const NOTHING_MORE = { gain: exact(1), stages: [], nature: null, external: false, closes: [] } as const
const words = (step: Pick<Step, 'question' | 'from' | 'to'> & Partial<Step>) =>
  stepAction(instrument, { ...NOTHING_MORE, ...step })

describe('a step', () => {
  it('of a choice asks to meet the criterion first, then to answer and to prove', () => {
    const team = { question: 'A.I.1.i.b', to: 'A' }
    expect(words({ ...team, from: null, stages: ['planning', 'implementation'] })).toBe(
      'Penuhi kriteria A, jawab A, lalu lampirkan bukti rencana dan pelaksanaan',
    )
    expect(words({ ...team, from: 'B', nature: 'trace' })).toBe(
      'Penuhi kriteria A, ubah jawaban dari B ke A, lalu lampirkan bukti berupa jejak kegiatan',
    )
    expect(words({ ...team, from: 'B' })).toBe('Penuhi kriteria A, lalu ubah jawaban dari B ke A')
  })

  it('whose answer stands asks for the evidence alone', () => {
    expect(words({ question: 'A.I.1.i.b', from: 'A', to: 'A', stages: ['impact'], nature: 'outcome' })).toBe(
      'Lampirkan bukti dampak berupa hasil yang terukur',
    )
    expect(words({ question: 'A.II.1.i.a', from: exact(1), to: exact(1), nature: 'outcome' })).toBe(
      'Lampirkan bukti berupa hasil yang terukur',
    )
  })

  it('of a number asks to reach it in reality before it is recorded', () => {
    const agents = { question: 'A.II.1.i.a', to: exact(1) }
    expect(words({ ...agents, from: exact(0), stages: ['impact'] })).toBe(
      'Capai nilai 1,00 di lapangan (kini 0,00), lalu catat angkanya dan lampirkan bukti dampak',
    )
    expect(words({ ...agents, from: null })).toBe(
      'Capai nilai 1,00 di lapangan, lalu catat angkanya dan lampirkan buktinya',
    )
    expect(words({ ...agents, from: exact('0.9999') })).toContain('(kini 0,9999)')
  })

  it('of an external survey says that it is not in the hands of the satker', () => {
    const survey = { question: 'B.I.i.a', to: exact('3.6'), external: true }
    expect(words({ ...survey, from: exact('3.51') })).toBe(
      'Indeks survei eksternal perlu mencapai 3,60 (kini 3,51); di luar kendali satker',
    )
    expect(words({ ...survey, from: null, stages: ['monitoring'] })).toBe(
      'Indeks survei eksternal perlu mencapai 3,60; di luar kendali satker. Setelah hasilnya terbit, lampirkan bukti pemantauan',
    )
  })
})

test('a question is placed by part, block and the code that the worksheet prints', () => {
  expect(questionPlace(instrument, 'A.II.5.ii.a')).toBe('Penguatan Pengawasan · Reform ii.a')
  expect(questionPlace(instrument, 'B.I.i.a')).toBe('Hasil · Birokrasi yang Bersih dan Akuntabel i.a')
  expect(questionPlace(instrument, 'Z.9')).toBe('Z.9')
})
