import { complaintSuggestions } from '../../src/inputs/complaint-suggestions'
import { paths } from '../../src/paths'
import { lke as instrument } from '../engine/support/lke'
import { complaints } from './inputs-office'

const of = { satkerId: 'satker', year: 2026, instrument }
const byQuestion = (months: Parameters<typeof complaintSuggestions>[0]) =>
  Object.fromEntries(complaintSuggestions(months, of).map(one => [one.question, one]))

describe('what complaints of a year suggest', () => {
  it('are the counts of the question about them, and that they were followed up', () => {
    const found = byQuestion([
      { ...complaints('2026-01', [6, 5]), averageDays: '3' },
      complaints('2026-02', [4, 4]),
    ])
    expect(Object.keys(found)).toEqual(['A.I.5.iii.b', 'A.II.5.ii.a'])
    expect(found['A.II.5.ii.a']).toEqual({
      question: 'A.II.5.ii.a',
      sentence: 'Register 2026: 10 diterima, 9 selesai, 1 diproses; rata-rata 3 hari (2 bulan dilaporkan).',
      answer: { inputs: { due: '10', in_progress: '1', resolved: '9' } },
      href: `${paths.inputs('satker')}?jenis=pengaduan&tahun=2026`,
    })
    expect(found['A.I.5.iii.b']?.answer).toEqual({ option: 'Ya' })
  })

  it('are counts of nil where nobody complained, and no follow-up', () => {
    const found = byQuestion([complaints('2026-01', [0, 0])])
    expect(Object.keys(found)).toEqual(['A.II.5.ii.a'])
    expect(found['A.II.5.ii.a']?.answer).toEqual({ inputs: { due: '0', in_progress: '0', resolved: '0' } })
  })

  it('are nothing where no month was reported', () => {
    expect(byQuestion([])).toEqual({})
  })

  it('are nothing for an instrument that asks for something the register does not know', () => {
    const question = {
      code: 'X',
      text: 'Berapa pengaduan masyarakat yang ditolak?',
      evidence: [],
      expectedStages: [],
      asksAbout: 'result' as const,
      kind: 'ratio' as const,
      scale: 'ratio' as const,
      criterion: '',
      inputs: [
        {
          key: 'refused',
          label: 'Jumlah pengaduan yang ditolak',
          type: 'count' as const,
          informational: false,
        },
      ],
      numerator: { plus: ['refused'], minus: [] },
      denominator: ['refused'],
      numeratorWithinDenominator: true,
      zeroRule: { bothZero: null, denominatorZero: null, source: 'dugaan' as const, text: '' },
    }
    const [section] = instrument.sections
    const strange = { ...instrument, sections: [{ ...section!, sections: [], questions: [question] }] }
    expect(complaintSuggestions([complaints('2026-01', [1, 1])], { ...of, instrument: strange })).toEqual([])
  })
})
