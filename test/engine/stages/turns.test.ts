import {
  bySheetOrder,
  seatBefore,
  seatsOfRound,
  settledSettings,
  turnOf,
  type AssessorSeat,
  type SheetSeat,
  type SheetState,
} from '../../../src/engine/stages/turns'

const WITH_KANWIL = { preAssessment: true }
const WITHOUT = { preAssessment: false }
const sheet = (seat: SheetSeat, round = 1, frozen = true): SheetState => ({ seat, round, frozen })

describe('the seats of a round', () => {
  it.each<[number, boolean, AssessorSeat[]]>([
    [1, false, ['member', 'lead', 'controller']],
    [1, true, ['kanwil', 'member', 'lead', 'controller']],
    [2, false, ['member', 'lead', 'controller']],
    [2, true, ['member', 'lead', 'controller']],
  ])('in round %d with the step of the kanwil %s', (round, preAssessment, seats) => {
    expect(seatsOfRound(round, { preAssessment })).toEqual(seats)
  })
})

describe('whose turn it is', () => {
  it.each<[string, SheetState[], number, { preAssessment: boolean }, AssessorSeat | null]>([
    ['nobody scored yet', [sheet('satker')], 1, WITHOUT, 'member'],
    ['nobody scored yet, the kanwil first', [sheet('satker')], 1, WITH_KANWIL, 'kanwil'],
    ['a sheet that is begun is not handed in', [sheet('member', 1, false)], 1, WITHOUT, 'member'],
    ['after the kanwil', [sheet('kanwil')], 1, WITH_KANWIL, 'member'],
    ['the step of the kanwil is switched on too late', [sheet('member', 1, false)], 1, WITH_KANWIL, 'member'],
    ['the step is switched off while the kanwil scores', [sheet('kanwil', 1, false)], 1, WITHOUT, 'member'],
    ['after the member', [sheet('member')], 1, WITHOUT, 'lead'],
    ['after the ketua', [sheet('member'), sheet('lead')], 1, WITHOUT, 'controller'],
    ['all handed in', [sheet('member'), sheet('lead'), sheet('controller')], 1, WITHOUT, null],
    ['a sheet of another round does not count', [sheet('member')], 2, WITHOUT, 'member'],
    [
      'the kanwil helps in the first round only',
      [sheet('kanwil'), sheet('member')],
      2,
      WITH_KANWIL,
      'member',
    ],
    [
      'a ketua that was interrupted by the return begins anew',
      [sheet('member'), sheet('lead'), sheet('member', 2)],
      2,
      WITHOUT,
      'lead',
    ],
  ])('%s', (_, sheets, round, settings, turn) => {
    expect(turnOf(sheets, round, settings)).toBe(turn)
  })
})

describe('the step of the kanwil', () => {
  it.each<[string, SheetState[], { preAssessment: boolean }, boolean]>([
    ['as the cycle says before anybody scored', [sheet('satker')], WITH_KANWIL, true],
    ['as the cycle says before anybody scored', [sheet('satker')], WITHOUT, false],
    ['gone when it is switched off before it was handed in', [sheet('kanwil', 1, false)], WITHOUT, false],
    ['there for ever once it was handed in', [sheet('kanwil'), sheet('member', 1, false)], WITHOUT, true],
    ['not there once the member began without it', [sheet('member', 1, false)], WITH_KANWIL, false],
    ['not there in later rounds either', [sheet('member'), sheet('member', 2)], WITH_KANWIL, false],
  ])('is %s', (_, sheets, settings, preAssessment) => {
    expect(settledSettings(sheets, settings)).toEqual({ preAssessment })
  })
})

describe('the seat before', () => {
  it.each<[AssessorSeat, number, { preAssessment: boolean }, SheetSeat]>([
    ['kanwil', 1, WITH_KANWIL, 'satker'],
    ['member', 1, WITH_KANWIL, 'kanwil'],
    ['member', 2, WITH_KANWIL, 'satker'],
    ['member', 1, WITHOUT, 'satker'],
    ['lead', 1, WITHOUT, 'member'],
    ['controller', 2, WITHOUT, 'lead'],
    // The step was switched off after the kanwil had scored.
    ['kanwil', 1, WITHOUT, 'satker'],
  ])('of %s in round %d', (seat, round, settings, before) => {
    expect(seatBefore(seat, round, settings)).toBe(before)
  })
})

describe('the order of worksheets', () => {
  it('is round after round, seat after seat', () => {
    const mixed = [
      sheet('controller', 2),
      sheet('member', 1),
      sheet('satker', 2),
      sheet('lead', 2),
      sheet('kanwil', 1),
      sheet('member', 2),
      sheet('satker', 1),
    ]
    expect([...mixed].sort(bySheetOrder).map(({ seat, round }) => `${seat} ${round}`)).toEqual([
      'satker 1',
      'kanwil 1',
      'member 1',
      'satker 2',
      'member 2',
      'lead 2',
      'controller 2',
    ])
  })
})
