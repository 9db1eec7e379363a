import { mottos } from '../../../../src/engine/rules/recommendations/mottos'
import { reading } from '../facts-of'
import { profile } from '../rows-of'

const told = (floors: number | null, floorsWithMotto: number, rooms: number, roomsWithMotto: number) => ({
  profiles: [profile({ floors, floorsWithMotto, rooms, roomsWithMotto })],
})

describe('recommendation 3, mottos', () => {
  it.each([
    ['everywhere', told(2, 2, 4, 4), 'selesai'],
    ['one room without', told(2, 2, 4, 3), 'berjalan'],
    ['more floors with a motto than there are make up for no room', told(2, 9, 4, 3), 'berjalan'],
    ['one of a hundred', told(50, 1, 50, 0), 'berjalan'],
    ['one of a hundred and one', told(51, 1, 50, 0), 'belum'],
    ['nowhere', told(2, 0, 4, 0), 'belum'],
    ['no service rooms', told(1, 1, 0, 0), 'selesai'],
    ['floors not told', told(null, 2, 4, 4), 'belum-cukup-data'],
    ['no place at all', told(0, 0, 0, 0), 'belum-cukup-data'],
    ['nothing recorded', {}, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(mottos, facts).level).toBe(level))
})
