import { endOfNip, formatNip, maskNip } from '../../../src/web/format/person'

describe('people on screen', () => {
  it('groups a whole NIP for administrators', () => {
    expect(formatNip('198001012005011001')).toBe('19800101 200501 1 001')
    expect(formatNip('12345')).toBe('12345')
  })

  it('masks everything but the last four digits, so that no birth date shows', () => {
    expect(maskNip('198001012005011001')).toBe('•••••••••••••• 1001')
    expect(maskNip('198001012005011001')).not.toContain('1980')
  })

  it('shows the same four digits where there is little room', () =>
    expect(endOfNip('198001012005011001')).toBe('…1001'))

  it('shows nothing of a number that is too short to mask', () => expect(maskNip('1234')).toBe('••••'))
})
