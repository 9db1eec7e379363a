import fc from 'fast-check'
import { canonicalJson, sha256Of } from '../../src/frozen/canonical-json'

const wholeNumbers = fc.maxSafeInteger()
const values = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    wholeNumbers,
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('any')),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any')),
  ),
})).any

describe('canonical JSON', () => {
  it('writes keys by code unit, without space, whatever order they were given in', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x'], B: { '10': 0, '9': 0 } })).toBe(
      '{"B":{"10":0,"9":0},"a":[true,null,"x"],"b":1}',
    )
    // U+1F600 sorts by its first surrogate, before U+FB33, as RFC 8785 shows.
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    )
  })

  it('escapes what JSON must and nothing else', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/é')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/é"')
  })

  it('says the same of the same facts in another order, and stays what it was when read back', () => {
    fc.assert(
      fc.property(values, value => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(backwards(value))).toBe(text)
      }),
    )
  })

  it('counts minus zero as zero', () => {
    expect(canonicalJson(-0)).toBe('0')
  })

  it.each([
    ['a fraction', 0.1],
    ['what no number is', NaN],
    ['a number beyond exactness', 2 ** 53],
    ['nothing', undefined],
    ['nothing inside', { a: undefined }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a whole number of any size', 1n],
    ['half of a surrogate pair', '\ud800'],
    ['half of a surrogate pair as a key', { '\udfff': 1 }],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('hashes the bytes of the text', () => {
    expect(sha256Of('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
  })
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  )
}
