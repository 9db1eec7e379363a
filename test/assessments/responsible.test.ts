import type { ResponsibleRow } from '../../src/assessments/assessment-facts.repository'
import { responsibleByQuestion } from '../../src/assessments/responsible'
import { lke } from '../engine/support/lke'

const member = (name: string, parts: string): ResponsibleRow => ({
  question: null,
  role: 'member',
  parts,
  name,
})
const chair: ResponsibleRow = { question: null, role: 'chair', parts: null, name: 'Galih Pranawa' }

describe('who looks after a question', () => {
  it('is the assignee, else the members of its pokja, else the chair', () => {
    const people = responsibleByQuestion(lke, [
      { question: 'A.I.1.i.a', role: null, parts: null, name: 'Sari Puspadewi' },
      member('Bagas Hendrawan', '1,2'),
      member('Dewi Larasanti', '1'),
      chair,
    ])
    expect(people.get('A.I.1.i.a')).toBe('Sari Puspadewi')
    expect(people.get('A.I.1.i.b')).toBe('Bagas Hendrawan dan Dewi Larasanti')
    expect(people.get('A.II.2.i.a')).toBe('Bagas Hendrawan')
    expect(people.get('B.I.i.a')).toBe('Galih Pranawa')
  })

  it('names two of a large pokja, and nobody where there is nobody', () => {
    const many = ['Ani', 'Budi', 'Citra', 'Dimas'].map(name => member(name, '1'))
    expect(responsibleByQuestion(lke, many).get('A.I.1.i.a')).toBe('Ani, Budi, dan 2 lainnya')
    expect(responsibleByQuestion(lke, []).get('A.I.1.i.a')).toBe('')
  })
})
