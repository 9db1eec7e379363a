import { copiedElsewhere } from '../../../../src/engine/rules/contradictions/copied-elsewhere'
import { piece, reading, seenBy } from '../facts-of'

describe('files that other units hold', () => {
  it.each([
    ['formal', 0, []],
    ['formal', 1, ['e1 waspada']],
    ['formal', 500, ['e1 waspada']],
    ['trace', 0, []],
    ['trace', 1, ['e1 bahaya']],
    ['outcome', 1, ['e1 bahaya']],
  ] as const)('a %s in %d other units', (nature, elsewhere, found) => {
    expect(seenBy(copiedElsewhere, { evidence: [piece('e1', { nature, elsewhere })] })).toEqual(found)
  })

  it('are said with their number', () => {
    expect(reading(copiedElsewhere, { evidence: [piece('e1', { elsewhere: 3 })] })[0]?.sentence).toBe(
      'Berkas “Bukti e1” juga ada pada 3 unit lain.',
    )
    expect(seenBy(copiedElsewhere)).toEqual([])
  })
})
