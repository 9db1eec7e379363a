import type { ResponsibleRow } from '../../src/assessments/assessment-facts.repository'
import { responsibleByQuestion } from '../../src/assessments/responsible'
import { lke } from '../engine/support/lke'

const member = (name: string, parts: string): ResponsibleRow => ({
  question: null,
  role: 'member',
  parts,
  userId: name,
  name,
})
const chair: ResponsibleRow = { ...member('Galih Pranawa', ''), role: 'chair', parts: null }
const assigned = (question: string, name: string): ResponsibleRow => ({
  question,
  role: null,
  parts: null,
  userId: name,
  name,
})

describe('who looks after a question', () => {
  it('is the assignee, else the members of its pokja, else the chair', () => {
    const people = responsibleByQuestion(lke, [
      assigned('A.I.1.i.a', 'Dewi Larasanti'),
      assigned('A.II.1.i.a', 'Galih Pranawa'),
      member('Bagas Hendrawan', '1,2'),
      member('Dewi Larasanti', '1'),
      chair,
    ])
    expect(people.get('A.I.1.i.a')).toBe('Dewi Larasanti')
    expect(people.get('A.II.1.i.a')).toBe('Galih Pranawa')
    expect(people.get('A.I.1.i.b')).toBe('Bagas Hendrawan dan Dewi Larasanti')
    expect(people.get('A.II.2.i.a')).toBe('Bagas Hendrawan')
    expect(people.get('B.I.i.a')).toBe('Galih Pranawa')
  })

  it('is not an assignee who has left the pokja', () => {
    const people = responsibleByQuestion(lke, [
      assigned('A.I.1.i.a', 'Sari Puspadewi'),
      assigned('A.I.1.i.b', 'Dewi Larasanti'),
      member('Bagas Hendrawan', '1'),
      member('Dewi Larasanti', '2'),
    ])
    expect(people.get('A.I.1.i.a')).toBe('Bagas Hendrawan')
    expect(people.get('A.I.1.i.b')).toBe('Bagas Hendrawan')
  })

  it('names two of a large pokja, and nobody where there is nobody', () => {
    const many = ['Ani', 'Budi', 'Citra', 'Dimas'].map(name => member(name, '1'))
    expect(responsibleByQuestion(lke, many).get('A.I.1.i.a')).toBe('Ani, Budi, dan 2 lainnya')
    expect(responsibleByQuestion(lke, []).get('A.I.1.i.a')).toBe('')
  })
})
