import { covered, isWithin, monthWindows, quarterWindows } from '../../../src/engine/rules/periods'

describe('the last months and quarters', () => {
  it.each([
    [
      '2026-03-30',
      [
        ['2026-02', '2026-01'],
        ['2026-03', '2026-02'],
      ],
    ],
    ['2026-03-31', [['2026-03', '2026-02']]],
    [
      '2024-02-28',
      [
        ['2024-01', '2023-12'],
        ['2024-02', '2024-01'],
      ],
    ],
    ['2024-02-29', [['2024-02', '2024-01']]],
    [
      '2026-01-01',
      [
        ['2025-12', '2025-11'],
        ['2026-01', '2025-12'],
      ],
    ],
    ['2025-12-31', [['2025-12', '2025-11']]],
  ])('up to %s', (end, months) => expect(monthWindows(end, 2)).toEqual(months))

  it.each([
    [
      '2026-03-30',
      [
        ['2025-4', '2025-3'],
        ['2026-1', '2025-4'],
      ],
    ],
    ['2026-03-31', [['2026-1', '2025-4']]],
    ['2025-12-31', [['2025-4', '2025-3']]],
    [
      '2026-01-01',
      [
        ['2025-4', '2025-3'],
        ['2026-1', '2025-4'],
      ],
    ],
  ])('by quarter up to %s', (end, quarters) => expect(quarterWindows(end, 2)).toEqual(quarters))

  it('are bounded, whatever a book asks for', () => {
    expect(monthWindows('2026-03-31', 0)[0]).toHaveLength(1)
    expect(monthWindows('2026-03-31', 1e12)[0]).toHaveLength(120)
    expect(quarterWindows('2026-03-31', 2.9)[0]).toHaveLength(2)
  })

  it('count by the better of the two ways', () => {
    const windows = quarterWindows('2026-05-20', 2)
    expect(covered(windows, new Set(['2026-2', '2026-1']))).toBe(2)
    expect(covered(windows, new Set(['2026-1', '2025-4']))).toBe(2)
    expect(covered(windows, new Set(['2026-2', '2025-4']))).toBe(1)
  })

  it('of a day reach back to the day after the same one', () => {
    expect(isWithin('2025-05-21', '2026-05-20', 12)).toBe(true)
    expect(isWithin('2025-05-20', '2026-05-20', 12)).toBe(false)
    expect(isWithin('2026-05-20', '2026-05-20', 12)).toBe(true)
    expect(isWithin('2026-05-21', '2026-05-20', 12)).toBe(false)
  })
})
