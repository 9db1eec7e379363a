import { oneFileManyMeetings } from '../../../../src/engine/rules/contradictions/one-file-many-meetings'
import { piece, reading, seenBy } from '../facts-of'

const file = (sha256: string) => ({ name: 'f.jpg', kind: 'jpg', sha256 })
const photo = (id: string, happenedOn: string | null, sha256 = 'h') =>
  piece(id, { happenedOn, files: [file(sha256)] })
const questions = (count: number) => [...Array(count).keys()].map(place => `Q${place}`)

describe('one file for many things', () => {
  it.each([
    ['one meeting', [photo('e1', '2026-03-05')], []],
    ['one meeting twice', [photo('e1', '2026-03-05'), photo('e2', '2026-03-05')], []],
    ['two meetings', [photo('e1', '2026-03-05'), photo('e2', '2026-03-06')], ['h days bahaya']],
    ['a meeting and something without a day', [photo('e1', '2026-03-05'), photo('e2', null)], []],
    ['two meetings, another file each', [photo('e1', '2026-03-05'), photo('e2', '2026-03-06', 'g')], []],
  ])('as %s', (_, evidence, found) => {
    expect(seenBy(oneFileManyMeetings, { evidence })).toEqual(found)
  })

  it.each([
    [7, []],
    [8, ['h questions waspada']],
    [19, ['h questions waspada']],
    [20, ['h questions bahaya']],
  ])('under %d questions', (count, found) => {
    const evidence = [
      piece('e1', { files: [file('h'), file('h')], questions: questions(count) }),
      piece('e2', { files: [file('h')], questions: questions(2) }),
    ]
    expect(seenBy(oneFileManyMeetings, { evidence })).toEqual(found)
  })

  it('is said with its figures', () => {
    const evidence = [photo('e2', '2026-03-06'), photo('e1', '2026-03-05')]
    const [finding] = reading(oneFileManyMeetings, { evidence })
    expect(finding?.sentence).toBe('Satu berkas dipakai sebagai bukti 2 tanggal yang berbeda.')
    expect(finding?.records.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(seenBy(oneFileManyMeetings)).toEqual([])
  })
})
