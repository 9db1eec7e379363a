import { exact, toText } from '../../../src/engine/exact'
import type { Input } from '../../../src/engine/instrument/instrument'
import { readInput } from '../../../src/engine/instrument/read-input'

const count: Input = { key: 'n', label: 'Jumlah', type: 'count', informational: false }
const index: Input = { ...count, type: 'index', min: exact(0), max: exact(4) }

const read = (input: Input, text: string): string => {
  const reading = readInput(input, text)
  return reading.ok ? toText(reading.value) : reading.reason
}

describe('a count', () => {
  it.each([
    ['0', '0'],
    [' 7 ', '7'],
    ['007', '7'],
    ['1234', '1234'],
    ['1.234', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['12.345.678', '12345678'],
    ['7,0', '7'],
    ['7.00', '7'],
    ['7,5', 'not-whole'],
    ['1.23', 'not-whole'],
    ['0.123', 'not-whole'],
    ['1,234', 'not-whole'],
    ['-1', 'negative'],
    ['\u22121', 'negative'],
    ['-1,5', 'negative'],
    ['1.234,5', 'not-a-number'],
    ['1.234 567', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['', 'not-a-number'],
    ['tujuh', 'not-a-number'],
    ['7 orang', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['9'.repeat(41), 'not-a-number'],
  ])('typed as "%s" is read as %s', (text, result) => {
    expect(read(count, text)).toBe(result)
  })
})

describe('an index', () => {
  it.each([
    ['3,60', '18/5'],
    ['3.60', '18/5'],
    ['3.600', '18/5'],
    ['0', '0'],
    ['4', '4'],
    ['4,00', '4'],
    ['4,01', 'above-maximum'],
    ['24,99', 'above-maximum'],
    ['25', 'looks-like-percent'],
    ['87.65', 'looks-like-percent'],
    ['100', 'looks-like-percent'],
    ['100,01', 'above-maximum'],
    ['-0,01', 'negative'],
    ['3,6,0', 'not-a-number'],
    ['baik', 'not-a-number'],
  ])('typed as "%s" is read as %s', (text, result) => {
    expect(read(index, text)).toBe(result)
  })

  it('that looks like a percentage comes with its value on the scale', () => {
    const reading = readInput(index, '87,65')
    expect(reading).toMatchObject({ ok: false, converted: exact('3.506'), min: exact(0), max: exact(4) })
  })

  it('may have a lowest value above zero', () => {
    expect(read({ ...index, min: exact(1) }, '0,5')).toBe('below-minimum')
    expect(read({ ...index, min: exact(1) }, '1')).toBe('1')
  })
})
