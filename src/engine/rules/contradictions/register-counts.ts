import { equals, exact, type Exact } from '../../exact'
import { lastDay, quarterEnd } from '../cycle-days'
import { lastProfile } from '../employees'
import type { Facts } from '../facts'
import type { Contradiction, RecordRef } from '../finding'
import { codeOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'profiles' | 'quarters' | 'worksheet'>

const NAME = { id: 'contradiction-register-counts', title: 'Jawaban berbeda dari register' }

interface Compared {
  readonly topic: 'services' | 'targets' | 'violations'
  readonly input: string
  readonly label: string
  readonly where: string
  readonly known: (
    facts: Read,
  ) => { readonly counts: readonly number[]; readonly records: readonly RecordRef[] } | null
}

/** Counts that a register holds as well. Any of several ways to count them agrees. */
const COMPARED: readonly Compared[] = [
  {
    topic: 'services',
    input: 'services',
    label: 'Layanan',
    where: 'profil triwulan terakhir',
    known: facts => {
      const profile = lastProfile(facts, 'services')
      return profile ? { counts: [profile.services], records: [{ kind: 'profile', id: profile.id }] } : null
    },
  },
  {
    topic: 'targets',
    input: 'targets',
    label: 'Sasaran kinerja',
    where: 'kinerja triwulan',
    known: targetsKnown,
  },
  {
    topic: 'violations',
    input: 'current',
    label: 'Pelanggaran disiplin tahun berjalan',
    where: 'profil triwulan',
    known: violationsKnown,
  },
]

export const registerCounts = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: rincian tidak sesuai jumlahnya',
  reads: ['today', 'cycle', 'profiles', 'quarters', 'worksheet'],
  topics: ['services', 'targets', 'violations'],
  read: (facts: Read, means): Contradiction[] => COMPARED.flatMap(one => compared(facts, one, means)),
})

function compared(
  facts: Read,
  { topic, input, label, where, known }: Compared,
  means: RuleMeans,
): Contradiction[] {
  const code = codeOf(means, topic)
  const typed: Exact | null = inputOf(answerTo(facts.worksheet, code), input)
  const kept = known(facts)
  const [count] = kept?.counts ?? []
  if (typed === null || kept === null || count === undefined) return []
  return found(NAME, {
    about: topic,
    level: kept.counts.some(one => equals(typed, exact(one))) ? 'aman' : 'waspada',
    sentence: `${label} dijawab ${sayNumber(typed)}, tetapi ${where} memuat ${sayCount(count)}.`,
    measures: [
      figure('typed', `${label} menurut jawaban`, typed),
      figure('known', `${label} menurut register`, count),
    ],
    records: kept.records,
    questions: [code],
    remedy: 'Samakan jawaban dengan register, atau lengkapi registernya.',
  })
}

/** Of the cycle's year and of the year before: either may be the year that is judged. */
function targetsKnown(facts: Read) {
  const years = [facts.cycle.year, facts.cycle.year - 1]
  const counts = years
    .map(year => new Set(facts.quarters.filter(one => one.year === year).map(one => one.indicator)).size)
    .filter(count => count > 0)
  return counts.length === 0 ? null : { counts, records: [] }
}

/** Of the quarters that are over; a quarter that was not told leaves the year unknown. */
function violationsKnown(facts: Read) {
  const years = [facts.cycle.year, facts.cycle.year - 1].flatMap(year => {
    const ended = [1, 2, 3, 4].filter(quarter => quarterEnd(year, quarter) <= lastDay(facts))
    const told = ended.map(quarter =>
      facts.profiles.find(one => one.year === year && one.quarter === quarter && one.violations !== null),
    )
    if (ended.length === 0 || told.includes(undefined)) return []
    return [{ count: told.reduce((all, one) => all + (one?.violations ?? 0), 0), told }]
  })
  if (years.length === 0) return null
  return {
    counts: years.map(({ count }) => count),
    records: (years[0]?.told ?? []).flatMap(one => (one ? [{ kind: 'profile' as const, id: one.id }] : [])),
  }
}
