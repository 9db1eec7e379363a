import { serviceTraining } from '../../../../src/engine/rules/recommendations/service-training'
import { activity, reading } from '../facts-of'
import { people, profile } from '../rows-of'

const serving = (frontLine: number | null) => ({
  staff: { employees: 200, frontLine, agents: [] },
  frontLineStaff: people(frontLine ?? 0),
})
const training = (id: string, participants: string[], frontLineParticipants = 0, heldOn = '2026-02-10') =>
  activity(id, { kind: 'service-training', participants, frontLineParticipants, heldOn })

describe('recommendation 8, training in service', () => {
  it.each([
    ['nine of ten', { ...serving(10), activities: [training('t', people(9))] }, 'selesai'],
    ['eight of ten', { ...serving(10), activities: [training('t', people(8))] }, 'berjalan'],
    ['one of a hundred', { ...serving(100), activities: [training('t', people(1))] }, 'berjalan'],
    ['one of a hundred and one', { ...serving(101), activities: [training('t', people(1))] }, 'belum'],
    [
      'ten in two groups',
      { ...serving(10), activities: [training('t', people(5)), training('u', people(10).slice(5))] },
      'selesai',
    ],
    [
      'the same five twice',
      { ...serving(10), activities: [training('t', people(5)), training('u', people(5))] },
      'berjalan',
    ],
    ['counted without names', { ...serving(10), activities: [training('t', [], 9)] }, 'selesai'],
    ['no training among the activities', { ...serving(10), activities: [activity('a')] }, 'belum'],
    ['a training that names nobody', { ...serving(10), activities: [training('t', [])] }, 'belum-cukup-data'],
    [
      'one that names nobody beside one that names nine',
      { ...serving(10), activities: [training('t', []), training('u', people(9))] },
      'selesai',
    ],
    ['people who do not serve', { ...serving(10), activities: [training('t', ['x1', 'x2'])] }, 'belum'],
    [
      'just within a year',
      { ...serving(1), activities: [training('t', ['p1'], 1, '2025-05-21')] },
      'selesai',
    ],
    ['a year ago', { ...serving(1), activities: [training('t', ['p1'], 1, '2025-05-20')] }, 'belum'],
    [
      'front line of the profile',
      { ...serving(null), profiles: [profile({ frontLine: 4 })], activities: [training('t', [], 4)] },
      'selesai',
    ],
    ['no front line', { ...serving(0), activities: [training('t', people(3))] }, 'belum-cukup-data'],
    ['nothing recorded', {}, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(serviceTraining, facts).level).toBe(level))

  it('asks for the names that a training lacks', () => {
    const { sentence, remedy } = reading(serviceTraining, {
      ...serving(10),
      activities: [training('t', [])],
    })
    expect(`${sentence} ${remedy}`).toBe(
      'Peserta pelatihan layanan prima belum tercatat. Catat nama peserta pelatihan layanan prima di register kegiatan.',
    )
  })

  it('speaks of no more people than serve, when somebody who was there has left since', () => {
    const facts = { ...serving(4), activities: [training('t', people(5), 5)] }
    expect(reading(serviceTraining, facts).sentence).toContain('4 dari 4 petugas layanan')
  })
})
