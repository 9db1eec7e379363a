import type { EvidenceFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { rule, wordsOf, type RuleMeans } from '../rule'
import { sayDate, sayList } from '../say'
import { plain } from '../texts'
import { found } from './contradiction'

type Read = Pick<Facts, 'evidence'>

const NAME = { id: 'contradiction-meeting-papers', title: 'Tanggal notula dan daftar hadir berbeda' }

/** Minutes, attendance and photographs of one meeting, told by their titles, under different days. */
export const meetingPapers = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: notula dan daftar hadir satu rapat',
  reads: ['evidence'],
  words: ['papers'],
  read: (facts: Read, means): Contradiction[] => {
    const meetings = new Map<string, { paper: string; piece: EvidenceFacts }[]>()
    for (const piece of facts.evidence) {
      const named = meetingOf(piece.title, means)
      if (named && piece.happenedOn !== null)
        meetings.set(named.meeting, [...(meetings.get(named.meeting) ?? []), { paper: named.paper, piece }])
    }
    return [...meetings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([meeting, papers]) => differing(meeting, papers))
  },
})

/** What a title says beside the kind of its paper, at least two words of it: `rapat monev triwulan i`. */
function meetingOf(title: string, means: RuleMeans): { paper: string; meeting: string } | null {
  const text = plain(title)
  const paper = wordsOf(means, 'papers').find(word => text.startsWith(`${plain(word)} `))
  if (paper === undefined) return null
  const meeting = text.slice(plain(paper).length).trim()
  return meeting.includes(' ') ? { paper, meeting } : null
}

/** Two kinds of paper that each have a day which the other lacks; a paper that is merely missing contradicts nothing. */
function differing(
  meeting: string,
  papers: readonly { paper: string; piece: EvidenceFacts }[],
): Contradiction[] {
  const daysOf = (kind: string) =>
    papers.filter(({ paper }) => paper === kind).map(({ piece }) => piece.happenedOn ?? '')
  const kinds = [...new Set(papers.map(({ paper }) => paper))]
  const differ = kinds.some(one =>
    kinds.some(other => hasAlone(daysOf(one), daysOf(other)) && hasAlone(daysOf(other), daysOf(one))),
  )
  const days = [...new Set(papers.map(({ piece }) => piece.happenedOn ?? ''))].sort()
  const restricted = papers.some(({ piece }) => piece.restricted)
  const [first = ''] = papers.map(({ piece }) => piece.id).sort()
  return found(NAME, {
    about: restricted ? first : meeting,
    level: differ ? 'bahaya' : 'aman',
    sentence: restricted
      ? 'Notula, daftar hadir, atau foto dari satu rapat bertanggal lain; di antaranya bukti terbatas.'
      : `Bukti “${meeting}” bertanggal ${sayList(days.map(sayDate))}, padahal dari satu rapat.`,
    records: papers.map(({ piece }) => ({ kind: 'evidence', id: piece.id })),
    questions: papers.flatMap(({ piece }) => piece.questions),
    remedy: 'Samakan tanggal notula, daftar hadir, dan foto dengan hari rapatnya.',
  })
}

const hasAlone = (days: readonly string[], others: readonly string[]): boolean =>
  days.some(day => !others.includes(day))
