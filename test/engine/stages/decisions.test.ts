import {
  DECISIONS,
  notHandedInBecause,
  stillSays,
  undecidedBecause,
  type Decision,
} from '../../../src/engine/stages/decisions'

type Row = [Decision | null, 'same' | 'other', 'noted' | 'silent', ReturnType<typeof undecidedBecause>]

/** Every decision × whether the value is that of the column before × whether a note says why. */
const UNDECIDED: Row[] = [
  [null, 'same', 'noted', 'decision'],
  [null, 'same', 'silent', 'decision'],
  [null, 'other', 'noted', 'decision'],
  [null, 'other', 'silent', 'decision'],
  ['setuju', 'same', 'noted', null],
  ['setuju', 'same', 'silent', null],
  ['setuju', 'other', 'noted', null],
  ['setuju', 'other', 'silent', 'note'],
  ['ubah', 'same', 'noted', 'value'],
  ['ubah', 'same', 'silent', 'value'],
  ['ubah', 'other', 'noted', null],
  ['ubah', 'other', 'silent', 'note'],
  ['minta bukti', 'same', 'noted', null],
  ['minta bukti', 'same', 'silent', 'note'],
  ['minta bukti', 'other', 'noted', null],
  ['minta bukti', 'other', 'silent', 'note'],
  ['tunda', 'same', 'noted', null],
  ['tunda', 'same', 'silent', null],
  ['tunda', 'other', 'noted', null],
  ['tunda', 'other', 'silent', 'note'],
]

const question = ([decision, value, note]: Row) => ({
  decision,
  same: value === 'same',
  note: note === 'noted' ? 'Daftar hadir Februari tidak ada.' : '  ',
})

describe('what a question lacks before it counts as decided', () => {
  it('is written out for every case', () => {
    expect(UNDECIDED.map(([decision]) => decision)).toEqual(
      [null, ...DECISIONS].flatMap(decision => Array<Decision | null>(4).fill(decision)),
    )
  })

  it.each(UNDECIDED)('%s, value %s, %s', (...row) => {
    expect(undecidedBecause(question(row))).toBe(row[3])
  })
})

describe('what keeps a question from being handed in', () => {
  it.each(UNDECIDED.filter(row => row[3] !== null))(
    'is first that it is undecided: %s, value %s, %s',
    (...row) => {
      expect(notHandedInBecause(question(row), { mayAsk: true })).toBe(row[3])
      expect(notHandedInBecause(question(row), { mayAsk: false })).toBe(row[3])
    },
  )

  it.each<[Decision, boolean, ReturnType<typeof notHandedInBecause>]>([
    ['setuju', true, null],
    ['setuju', false, null],
    ['tunda', true, 'put-off'],
    ['tunda', false, 'put-off'],
    ['minta bukti', true, null],
    ['minta bukti', false, 'asked'],
  ])('decided as %s while proof may be asked for: %s', (decision, mayAsk, because) => {
    const decided = { decision, same: true, note: 'Lampirkan daftar hadir.' }
    expect(notHandedInBecause(decided, { mayAsk })).toBe(because)
  })
})

describe('a decision that was made against another column', () => {
  it.each<[Decision | null, boolean, boolean]>([
    [null, true, true],
    [null, false, true],
    ['setuju', true, true],
    ['setuju', false, false],
    ['ubah', true, false],
    ['ubah', false, true],
    ['minta bukti', true, true],
    ['minta bukti', false, true],
    ['tunda', true, true],
    ['tunda', false, true],
  ])('%s, the value is that of this column: %s, still says the same: %s', (decision, same, still) => {
    expect(stillSays(decision, same)).toBe(still)
  })
})
