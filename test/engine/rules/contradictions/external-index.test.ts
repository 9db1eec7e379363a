import { externalIndex } from '../../../../src/engine/rules/contradictions/external-index'
import { answer, answering, reading, seenBy, survey } from '../facts-of'

const service = (index: string, note = '') => answering(answer('B.II.i.a', { inputs: { index }, note }))
const integrity = (index: string, note = '') => answering(answer('B.I.i.a', { inputs: { index }, note }))
const external = (index: string, known = {}) => survey('x', { kind: 'IPKP', scale: '0-4', index, ...known })

describe('the index of an external survey', () => {
  it.each([
    ['4.00', 'Nilai 87,65', ['service_index note bahaya']],
    ['3.51', 'Nilai 87,65', []],
    // 87.5 of 100 is 3.5 of 4: the tolerance is 0.05 on either side.
    ['3.55', 'Indeks 87.5', []],
    ['3.56', 'Indeks 87.5', ['service_index note bahaya']],
    ['3.45', 'Indeks 87.5', []],
    ['3.44', 'Indeks 87.5', ['service_index note bahaya']],
    ['3.60', 'Naik dari 3,40 menjadi 3,60', []],
    ['4.00', 'IPKP sebesar 88 dari survei', ['service_index note bahaya']],
    ['4.00', 'Responden 88 orang, 95,5% puas, 12-03-2026, 12.03.2026, Rp 1.500', []],
    ['4.00', '', []],
  ])('%s with the note %j', (index, note, found) => {
    expect(seenBy(externalIndex, service(index, note))).toEqual(found)
  })

  it.each([
    ['3.60', '3.65', []],
    ['3.60', '3.66', ['service_index register bahaya']],
    ['3.60', '3.54', ['service_index register bahaya']],
  ])('%s with an external survey of %s recorded', (index, recorded, found) => {
    expect(seenBy(externalIndex, { ...service(index), surveys: [external(recorded)] })).toEqual(found)
  })

  it('takes the last external survey, none of tomorrow, on whatever scale', () => {
    const surveys = [
      external('3.2', { id: 'x1', heldUntil: '2024-12-01' }),
      external('90', { id: 'x2', heldUntil: '2025-12-01', scale: '25-100' }),
      external('3.1', { id: 'x3', heldUntil: '2026-12-01' }),
    ]
    expect(seenBy(externalIndex, { ...service('3.6'), surveys })).toEqual([])
  })

  it.each([
    ['service', service('3.5'), 'SKM', ['service_index internal bahaya']],
    ['service', service('3.5'), 'SPKP', ['service_index internal bahaya']],
    ['service', service('3.51'), 'SKM', []],
    ['service', service('3.5'), 'SPAK', []],
    ['integrity', integrity('3.5'), 'SPAK', ['integrity_index internal bahaya']],
    ['integrity', integrity('3.5'), 'SKM', []],
  ] as const)('an index of %s equal to that of an own survey, %#', (_, claimed, kind, found) => {
    expect(seenBy(externalIndex, { ...claimed, surveys: [survey('s1', { kind })] })).toEqual(found)
  })

  it('asks where the note names an own survey and no external one is recorded', () => {
    expect(seenBy(externalIndex, service('3.6', 'Hasil SKM semester II'))).toEqual([
      'service_index internal waspada',
    ])
    expect(seenBy(externalIndex, { ...service('3.6', 'Hasil SKM'), surveys: [external('3.6')] })).toEqual([])
  })

  it('says nothing without an index', () => {
    expect(seenBy(externalIndex)).toEqual([])
    expect(seenBy(externalIndex, answering(answer('B.II.i.a', { inputs: {}, note: '87,65' })))).toEqual([])
  })

  it('says both figures', () => {
    expect(reading(externalIndex, service('4.00', 'Nilai IKM 87,65'))[0]?.sentence).toBe(
      'IPKP diisi 4, tetapi catatannya menyebut 87,65 (setara 3,51 dari 4).',
    )
  })
})
