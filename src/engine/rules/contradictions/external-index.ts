import { compare, exact, max, min, round, sub, type Exact } from '../../exact'
import { convertIndex } from '../../surveys/index-scales'
import { lastDay } from '../cycle-days'
import { exactOf } from '../exact-text'
import type { Facts, SurveyFacts, SurveyFactKind } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, numberOf, rule, wordsOf, type RuleMeans } from '../rule'
import { sayNumber } from '../say'
import { hasAnyWord } from '../texts'
import { answerTo, figure, found, inputOf } from './contradiction'
import { indexesIn } from './indexes-in-note'

type Read = Pick<Facts, 'today' | 'cycle' | 'surveys' | 'worksheet'>

const NAME = { id: 'contradiction-external-index', title: 'Indeks survei eksternal' }

interface Index {
  readonly topic: 'integrity_index' | 'service_index'
  readonly external: SurveyFactKind
  /** Surveys of the unit itself that measure nearly the same and do not count. */
  readonly internal: readonly SurveyFactKind[]
}

const INDEXES: readonly Index[] = [
  { topic: 'integrity_index', external: 'IPAK', internal: ['SPAK'] },
  { topic: 'service_index', external: 'IPKP', internal: ['SKM', 'SPKP'] },
]

/** The index as typed against its note, the survey recorded, and surveys of the unit itself. */
export const externalIndex = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: indeks survei eksternal',
  reads: ['today', 'cycle', 'surveys', 'worksheet'],
  numbers: ['tolerance'],
  words: ['internal'],
  topics: INDEXES.map(({ topic }) => topic),
  read: (facts: Read, means): Contradiction[] =>
    INDEXES.flatMap(index => {
      const code = codeOf(means, index.topic)
      const answer = answerTo(facts.worksheet, code)
      const claimed = inputOf(answer, 'index')
      if (!answer || claimed === null) return []
      const seen = { index, code, claimed, note: answer.note }
      return [...againstNote(seen, means), ...againstSurveys(facts, seen, means)]
    }),
})

interface Seen {
  readonly index: Index
  readonly code: string
  readonly claimed: Exact
  readonly note: string
}

function againstNote({ index, code, claimed, note }: Seen, means: RuleMeans): Contradiction[] {
  const noted = indexesIn(note)
  const [first] = noted
  if (!first || noted.some(({ points }) => isNear(points, claimed, means))) return []
  return found(NAME, {
    about: `${index.topic} note`,
    level: 'bahaya',
    sentence: `${index.external} diisi ${sayNumber(claimed)}, tetapi catatannya menyebut ${first.written} (setara ${sayNumber(first.points)} dari 4).`,
    measures: [
      figure('claimed', index.external, claimed),
      figure('noted', 'Indeks pada catatan', first.points),
    ],
    questions: [code],
    remedy: 'Isi indeks sesuai laporan survei eksternal, pada skala 0 sampai 4.',
  })
}

function againstSurveys(facts: Read, seen: Seen, means: RuleMeans): Contradiction[] {
  const { index, code, claimed, note } = seen
  const held = facts.surveys.filter(({ heldUntil }) => heldUntil <= lastDay(facts))
  const external = lastOf(held.filter(({ kind }) => kind === index.external))
  if (external) return againstExternal(external, seen, means)
  const twin = [...held]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .find(one => {
      const points = index.internal.includes(one.kind) ? pointsOf(one) : null
      return points !== null && round(points, 2) === round(claimed, 2)
    })
  return found(NAME, {
    about: `${index.topic} internal`,
    level: twin ? 'bahaya' : hasAnyWord(note, wordsOf(means, 'internal')) ? 'waspada' : 'aman',
    sentence: twin
      ? `${index.external} diisi ${sayNumber(claimed)}, sama dengan hasil ${twin.kind} yang diadakan sendiri, dan survei eksternal belum tercatat.`
      : `${index.external} diisi ${sayNumber(claimed)}, tetapi catatannya menyebut survei internal dan survei eksternal belum tercatat.`,
    measures: [figure('claimed', index.external, claimed)],
    records: twin ? [{ kind: 'survey', id: twin.id }] : [],
    questions: [code],
    remedy: 'Pakai indeks dari survei eksternal; survei internal tidak dihitung dalam Hasil.',
  })
}

function againstExternal(
  external: SurveyFacts,
  { index, code, claimed }: Seen,
  means: RuleMeans,
): Contradiction[] {
  const points = pointsOf(external)
  if (points === null) return []
  return found(NAME, {
    about: `${index.topic} register`,
    level: isNear(points, claimed, means) ? 'aman' : 'bahaya',
    sentence: `${index.external} diisi ${sayNumber(claimed)}, tetapi survei eksternal terakhir yang tercatat bernilai ${sayNumber(points)} dari 4.`,
    measures: [figure('claimed', index.external, claimed), figure('recorded', 'Indeks tercatat', points)],
    records: [{ kind: 'survey', id: external.id }],
    questions: [code],
    remedy: 'Samakan indeks dengan hasil survei eksternal yang tercatat.',
  })
}

const lastOf = (surveys: readonly SurveyFacts[]): SurveyFacts | undefined =>
  [...surveys].sort((a, b) => (a.heldUntil + a.id < b.heldUntil + b.id ? 1 : -1))[0]

function pointsOf({ index, scale }: SurveyFacts): Exact | null {
  const given = exactOf(index)
  return given === null ? null : convertIndex(given, scale, '0-4')
}

const isNear = (a: Exact, b: Exact, means: RuleMeans): boolean =>
  compare(sub(max(a, b), min(a, b)), max(numberOf(means, 'tolerance'), exact(0))) <= 0
