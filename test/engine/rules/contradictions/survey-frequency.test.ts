import fc from 'fast-check'
import { surveyFrequency } from '../../../../src/engine/rules/contradictions/survey-frequency'
import { answer, answering, badness, reading, seenBy, survey } from '../facts-of'

const CODE = 'A.I.6.iv.a'
const claiming = (option: string, note = '') => answering(answer(CODE, { option, note }))
const surveys = (count: number) => [...Array(count).keys()].map(place => survey(`s${place}`))

describe('surveys a year as claimed', () => {
  it.each([
    ['A', 4, []],
    ['A', 9, []],
    ['A', 3, ['register waspada']],
    ['A', 2, ['register bahaya']],
    ['B', 3, []],
    ['B', 2, ['register waspada']],
    ['B', 1, ['register bahaya']],
    ['C', 2, []],
    ['C', 1, ['register waspada']],
    ['D', 1, []],
    ['E', 1, []],
  ])('%s with %d recorded', (option, count, found) => {
    expect(seenBy(surveyFrequency, { ...claiming(option), surveys: surveys(count) })).toEqual(found)
  })

  it.each([
    ['dua kali setahun', ['note bahaya']],
    ['Dilaksanakan 3 kali dalam tahun berjalan', ['note waspada']],
    ['4x setahun', []],
    ['1 kali per triwulan', []],
    ['1x setiap semester', ['note bahaya']],
    ['2 (dua) kali', ['note bahaya']],
    ['dahulu 2 kali, kini empat kali', []],
    ['tiap triwulan', []],
    ['12 kalimat', []],
  ])('A with the note %s', (note, found) => {
    expect(seenBy(surveyFrequency, claiming('A', note))).toEqual(found)
  })

  it('counts surveys of satisfaction of the last twelve months, no others', () => {
    const kept = [
      survey('s1', { heldUntil: '2025-05-20' }),
      survey('s2', { heldUntil: '2025-05-21' }),
      survey('s3', { heldUntil: '2026-05-20' }),
      survey('s4', { heldUntil: '2026-05-21' }),
      survey('s5', { kind: 'SPAK' }),
    ]
    expect(reading(surveyFrequency, { ...claiming('A'), surveys: kept })[0]?.records).toEqual([
      { kind: 'survey', id: 's2' },
      { kind: 'survey', id: 's3' },
    ])
  })

  it.each([
    ['D', ['register waspada']],
    ['E', []],
  ])('%s with none of satisfaction in a register that holds others', (option, found) => {
    expect(
      seenBy(surveyFrequency, { ...claiming(option), surveys: [survey('s1', { kind: 'SPAK' })] }),
    ).toEqual(found)
  })

  it('says nothing without an answer, or where the register of surveys is not in use', () => {
    expect(seenBy(surveyFrequency, { surveys: surveys(1) })).toEqual([])
    expect(seenBy(surveyFrequency, claiming('A'))).toEqual([])
    expect(
      seenBy(surveyFrequency, answering(answer(CODE, { state: 'unanswered', option: 'A', note: '2 kali' }))),
    ).toEqual([])
  })

  it('says both figures', () => {
    expect(reading(surveyFrequency, { ...claiming('A'), surveys: surveys(2) })[0]?.sentence).toBe(
      'Dijawab A (paling sedikit 4 survei setahun), tetapi SKM yang tercatat dalam dua belas bulan terakhir 2.',
    )
  })

  it('never worsens by one more survey', () => {
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: 6 }), (option, count) => {
        const worst = (recorded: number) =>
          Math.max(
            -1,
            ...reading(surveyFrequency, { ...claiming(option), surveys: surveys(recorded) }).map(badness),
          )
        expect(worst(count + 1)).toBeLessThanOrEqual(worst(count))
      }),
    )
  })
})
