import { exact, ratio, toText } from '../../../src/engine/exact'
import { krejcieMorgan, readSample, slovin } from '../../../src/engine/surveys/sample-size'

/**
 * Table 1 of Krejcie and Morgan (1970), p. 608: population, sample. Of 100,000 it prints 384, where the formula beside it
 * gives 383; that row is left out.
 */
const PUBLISHED =
  `10 10 15 14 20 19 25 24 30 28 35 32 40 36 45 40 50 44 55 48 60 52 65 56 70 59 75 63 80 66 85 70 90 73
95 76 100 80 110 86 120 92 130 97 140 103 150 108 160 113 170 118 180 123 190 127 200 132 210 136 220 140 230 144
240 148 250 152 260 155 270 159 280 162 290 165 300 169 320 175 340 181 360 186 380 191 400 196 420 201 440 205
460 210 480 214 500 217 550 226 600 234 650 242 700 248 750 254 800 260 850 265 900 269 950 274 1000 278 1100 285
1200 291 1300 297 1400 302 1500 306 1600 310 1700 313 1800 317 1900 320 2000 322 2200 327 2400 331 2600 335 2800 338
3000 341 3500 346 4000 351 4500 354 5000 357 6000 361 7000 364 8000 367 9000 368 10000 370 15000 375 20000 377
30000 379 40000 380 50000 381 75000 382 1000000 384`
    .split(/\s+/)
    .map(Number)
const PAIRS = PUBLISHED.flatMap((population, place) =>
  place % 2 === 0 ? [[population, PUBLISHED[place + 1] ?? 0] as const] : [],
)

describe('the sample a survey needs', () => {
  it.each(PAIRS)('of %d people is %d by the table of Krejcie and Morgan', (population, sample) => {
    expect(krejcieMorgan(population)).toBe(sample)
  })

  it('of a population that nobody knows is where the table ends', () => {
    expect(krejcieMorgan(null)).toBe(384)
    expect(krejcieMorgan(999_999_999)).toBe(384)
  })

  it.each([
    [1, 1],
    [100, 80],
    [400, 200],
    [401, 201],
    [1_000, 286],
    [10_000, 385],
    [null, 400],
  ])('of %s people is %d by Slovin, rounded up', (population, sample) => {
    expect(slovin(population)).toBe(sample)
  })

  it('never exceeds the people there are', () => {
    for (let population = 1; population <= 60; population++) {
      expect(krejcieMorgan(population)).toBeLessThanOrEqual(population)
      expect(slovin(population)).toBeLessThanOrEqual(population)
    }
  })

  it.each([
    [277, 1],
    [278, 0],
    [279, 0],
    [0, 278],
  ])('is short by what is lacking: %d of a thousand people lack %d', (respondents, missing) => {
    expect(readSample(1_000, respondents)).toMatchObject({ needed: 278, slovin: 286, missing })
  })

  it('tells which part of the population answered, where it is known', () => {
    expect(toText(readSample(400, 100).share ?? exact(0))).toBe(toText(ratio(1, 4)))
    expect(readSample(null, 384)).toMatchObject({ missing: 0, share: null })
    expect(readSample(null, 383).missing).toBe(1)
  })
})
