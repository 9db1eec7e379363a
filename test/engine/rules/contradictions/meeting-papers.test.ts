import { meetingPapers } from '../../../../src/engine/rules/contradictions/meeting-papers'
import { piece, reading, seenBy } from '../facts-of'

const papers = (...all: readonly (readonly [title: string, happenedOn: string | null])[]) => ({
  evidence: all.map(([title, happenedOn], place) =>
    piece(`e${place}`, { title, happenedOn, questions: [`Q${place}`] }),
  ),
})
const MINUTES = 'Notula rapat monev'
const PRESENT = 'Daftar Hadir Rapat Monev'

describe('papers of one meeting', () => {
  it.each([
    ['of one day', papers([MINUTES, '2026-03-05'], [PRESENT, '2026-03-05']), []],
    ['of two days', papers([MINUTES, '2026-03-05'], [PRESENT, '2026-03-06']), ['rapat monev bahaya']],
    [
      'with two photographs',
      papers([MINUTES, '2026-03-05'], ['Foto rapat monev', '2026-03-06'], ['Foto rapat monev', '2026-03-06']),
      ['rapat monev bahaya'],
    ],
    [
      'of two meetings of one name',
      papers(
        [MINUTES, '2026-03-05'],
        [PRESENT, '2026-03-05'],
        [MINUTES, '2026-04-05'],
        [PRESENT, '2026-04-05'],
      ),
      [],
    ],
    [
      'of which one is missing',
      papers([MINUTES, '2026-03-05'], [MINUTES, '2026-04-05'], [PRESENT, '2026-03-05']),
      [],
    ],
    [
      'of which one is wrong',
      papers(
        [MINUTES, '2026-03-05'],
        [MINUTES, '2026-04-05'],
        [PRESENT, '2026-03-05'],
        [PRESENT, '2026-04-06'],
      ),
      ['rapat monev bahaya'],
    ],
    ['without a date', papers([MINUTES, '2026-03-05'], [PRESENT, null]), []],
    ['of another name', papers([MINUTES, '2026-03-05'], ['Daftar hadir rapat pimpinan', '2026-03-06']), []],
    ['of hardly a name', papers(['Notula rapat', '2026-03-05'], ['Daftar hadir rapat', '2026-03-06']), []],
    ['beside its invitation', papers([MINUTES, '2026-03-05'], ['Undangan rapat monev', '2026-03-01']), []],
  ])('%s', (_, known, found) => {
    expect(seenBy(meetingPapers, known)).toEqual(found)
  })

  it('are said with their days', () => {
    const [finding] = reading(meetingPapers, papers([PRESENT, '2026-03-06'], [MINUTES, '2026-03-05']))
    expect(finding?.sentence).toBe(
      'Bukti “rapat monev” bertanggal 5 Maret 2026 dan 6 Maret 2026, padahal dari satu rapat.',
    )
    expect(finding?.questions).toEqual(['Q0', 'Q1'])
    expect(seenBy(meetingPapers)).toEqual([])
  })
})
