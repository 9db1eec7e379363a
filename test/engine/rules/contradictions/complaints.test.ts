import { complaints } from '../../../../src/engine/rules/contradictions/complaints'
import { answer, answering, reading, seenBy } from '../facts-of'

const counting = (due: string, in_progress: string | undefined, resolved: string) =>
  answering(
    answer('A.II.5.ii.a', {
      inputs: { due, resolved, ...(in_progress === undefined ? {} : { in_progress }) },
    }),
  )
const month = (of: string, received: number, done: number, inProcess = received - done) => ({
  id: of,
  month: of,
  received,
  done,
  inProcess,
})

describe('complaints counted', () => {
  it.each([
    ['6', '1', '1', ['answer bahaya']],
    ['6', '5', '1', []],
    ['6', '5', '2', ['answer bahaya']],
    ['0', '0', '0', []],
    ['6', undefined, '1', []],
  ])('%s to handle, %s in process, %s done', (due, process, resolved, found) => {
    expect(seenBy(complaints, counting(due, process, resolved))).toEqual(found)
  })

  it.each([
    ['of the year', '3', '2', []],
    ['of the year before', '9', '9', []],
    ['received of one and done of the other', '3', '9', ['register waspada']],
    ['of nobody', '4', '2', ['register waspada']],
  ])('an answer %s', (_, due, resolved, found) => {
    const kept = [
      month('2025-04', 9, 9),
      month('2026-02', 2, 1),
      month('2026-05', 1, 1),
      month('2026-06', 8, 8),
    ]
    expect(seenBy(complaints, { ...counting(due, undefined, resolved), complaints: kept })).toEqual(found)
  })

  it('names the months of the register that do not add up', () => {
    const kept = [month('2026-02', 3, 1, 1), month('2026-01', 3, 3, 1), month('2026-03', 2, 1, 1)]
    const [finding] = reading(complaints, { complaints: kept })
    expect(finding?.level).toBe('waspada')
    expect(finding?.sentence).toBe(
      'Pengaduan diterima tidak sama dengan yang selesai dan diproses pada bulan 2026-01 dan 2026-02.',
    )
  })

  it('says nothing without an answer and a register', () => {
    expect(seenBy(complaints)).toEqual([])
    expect(seenBy(complaints, counting('6', undefined, '6'))).toEqual([])
  })

  it('says its figures', () => {
    expect(reading(complaints, counting('6', '1', '1'))[0]?.sentence).toBe(
      'Wajib ditangani 6 pengaduan, tetapi diproses 1 dan tuntas 1 berjumlah 2.',
    )
  })
})
