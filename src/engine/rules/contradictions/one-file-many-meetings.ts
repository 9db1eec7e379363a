import { exact } from '../../exact'
import type { EvidenceFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, rule, type RuleMeans } from '../rule'
import { sayCount } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'evidence'>

const NAME = { id: 'contradiction-one-file', title: 'Satu berkas untuk banyak hal' }

/** One file as several pieces of different days, or under very many questions. */
export const oneFileManyMeetings = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: foto yang sama untuk beberapa rapat',
  reads: ['evidence'],
  bands: ['days', 'questions'],
  read: (facts: Read, means): Contradiction[] => {
    const pieces = new Map<string, EvidenceFacts[]>()
    for (const piece of facts.evidence)
      for (const sha256 of new Set(piece.files.map(file => file.sha256)))
        pieces.set(sha256, [...(pieces.get(sha256) ?? []), piece])
    return [...pieces]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([sha256, same]) => [
        ...severalDays(sha256, same, means),
        ...manyQuestions(sha256, same, means),
      ])
  },
})

function severalDays(sha256: string, same: readonly EvidenceFacts[], means: RuleMeans): Contradiction[] {
  const days = new Set(same.map(({ happenedOn }) => happenedOn).filter(day => day !== null)).size
  return found(NAME, {
    about: `${sha256} days`,
    level: levelIn(bandOf(means, 'days'), exact(days)),
    sentence: `Satu berkas dipakai sebagai bukti ${sayCount(days)} tanggal yang berbeda.`,
    measures: [figure('days', 'Tanggal yang dibuktikan', days)],
    ...partsOf(same),
    remedy: 'Pakai foto atau naskah dari tiap kegiatan itu sendiri.',
  })
}

function manyQuestions(sha256: string, same: readonly EvidenceFacts[], means: RuleMeans): Contradiction[] {
  const parts = partsOf(same)
  return found(NAME, {
    about: `${sha256} questions`,
    level: levelIn(bandOf(means, 'questions'), exact(parts.questions.length)),
    sentence: `Satu berkas dipakai untuk ${sayCount(parts.questions.length)} pertanyaan.`,
    measures: [figure('questions', 'Pertanyaan yang memakai berkas ini', parts.questions.length)],
    ...parts,
    remedy: 'Tunjukkan halaman yang membuktikan tiap pertanyaan, atau pakai bukti yang lebih tepat.',
  })
}

const partsOf = (same: readonly EvidenceFacts[]) => ({
  records: same.map(({ id }) => ({ kind: 'evidence' as const, id })),
  questions: [...new Set(same.flatMap(({ questions }) => questions))],
})
