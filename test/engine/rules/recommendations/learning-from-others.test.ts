import { learningFromOthers } from '../../../../src/engine/rules/recommendations/learning-from-others'
import { activity, innovation, reading } from '../facts-of'

const visit = (heldOn: string) => activity('v', { kind: 'study-visit', heldOn })
const copied = innovation('n', { atm: 'tiru', sourceUnit: 'Kantor Contoh' })

describe('recommendation 9, learning from others', () => {
  it.each([
    ['copied from a unit that is named', { innovations: [copied] }, 'selesai'],
    ['copied from nobody', { innovations: [{ ...copied, sourceUnit: ' ' }] }, 'belum'],
    ['its own', { innovations: [{ ...copied, atm: '' }] }, 'belum'],
    ['to be begun tomorrow', { innovations: [{ ...copied, startedOn: '2026-05-21' }] }, 'belum'],
    ['only visited', { activities: [visit('2025-05-21')] }, 'berjalan'],
    ['visited a year ago', { activities: [visit('2025-05-20')] }, 'belum'],
    ['a visit ahead', { activities: [visit('2026-05-21')] }, 'belum'],
    ['nothing recorded', {}, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(learningFromOthers, facts).level).toBe(level))
})
