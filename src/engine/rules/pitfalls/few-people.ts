import { exact, min, ONE, ratio, type Exact } from '../../exact'
import { endedQuarters, inCycle, lastDay } from '../cycle-days'
import { quarterOf, yearOf } from '../../civil-days'
import { employeesOf } from '../employees'
import type { ContributionFacts, Facts } from '../facts'
import type { Measure } from '../finding'
import { measure } from '../measures'
import { bandOf, countOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { pitfall } from './pitfall'

type Read = Pick<
  Facts,
  'today' | 'cycle' | 'staff' | 'profiles' | 'activities' | 'contributions' | 'attestations' | 'worksheet'
>

const ID = 'pitfall-5'
const TITLE = 'Hanya digerakkan segelintir orang atau satu pokja'

/** Carried by a few people or one working group. */
export const fewPeople = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 5',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities', 'contributions', 'attestations', 'worksheet'],
  bands: ['took_part', 'busiest_three', 'silent_pokja', 'areas_attested'],
  numbers: ['least_employees'],
  read: (facts: Read, means) => {
    const employees = employeesOf(facts)
    const contributions = facts.contributions.filter(one => isContributed(facts, one))
    const areas = areasOf(facts)
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [
        tookPart(facts, contributions, employees, means),
        ...(employees !== null && employees < countOf(means, 'least_employees')
          ? []
          : [busiestThree(contributions, means)]),
        silentPokja(facts, contributions, areas, means),
        areasAttested(facts, areas, means),
      ],
      records: [],
      remedy:
        'Bagi tugas ke semua pokja dan libatkan semua pegawai; kepala satuan kerja membaca dan mengesahkan tiap area.',
    })
  },
})

/** Quarters of the cycle's year, none that lies ahead. */
const isContributed = (facts: Read, { year, quarter, acts }: ContributionFacts): boolean =>
  acts > 0 &&
  year === facts.cycle.year &&
  (year < yearOf(lastDay(facts)) || quarter <= quarterOf(lastDay(facts)))

/** The change areas, each the matter of one pokja; the results are nobody's pokja. */
const areasOf = ({ worksheet }: Read): string[] => [
  ...new Set(worksheet.answers.filter(({ block }) => block !== 'hasil').map(({ part }) => part)),
]

/** Those named and those who contributed; where heads were only counted, at least as many as the fullest meeting had. */
function tookPart(
  facts: Read,
  contributions: readonly ContributionFacts[],
  employees: number | null,
  means: RuleMeans,
): Measure {
  const held = facts.activities.filter(({ heldOn }) => inCycle(facts, heldOn))
  const named = new Set([
    ...contributions.map(({ person }) => person),
    ...held.flatMap(one => one.participants),
  ])
  const people = Math.max(named.size, ...held.map(({ counted }) => counted ?? 0))
  const nothing = held.length === 0 && contributions.length === 0
  const share: Exact | null =
    employees === null || employees <= 0 || nothing ? null : min(ONE, ratio(people, employees))
  return measure({
    key: 'took_part',
    label: 'Bagian pegawai yang ikut membangun',
    value: share,
    shown:
      share === null
        ? nothing
          ? 'belum ada kegiatan dan kontribusi dalam siklus'
          : 'jumlah pegawai belum tercatat'
        : `${sayShare(share)} dari ${sayCount(employees ?? 0)} pegawai ikut membangun`,
    band: bandOf(means, 'took_part'),
    say: sayShare,
  })
}

function busiestThree(contributions: readonly ContributionFacts[], means: RuleMeans): Measure {
  const acts = new Map<string, number>()
  for (const one of contributions) acts.set(one.person, (acts.get(one.person) ?? 0) + one.acts)
  const sorted = [...acts.values()].sort((a, b) => b - a)
  const total = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  const share = sorted.length === 0 ? null : ratio(total(sorted.slice(0, 3)), total(sorted))
  return measure({
    key: 'busiest_three',
    label: 'Bagian kontribusi dari tiga orang tersibuk',
    value: share,
    shown:
      share === null ? 'belum ada kontribusi dalam siklus' : `${sayShare(share)} kontribusi dari tiga orang`,
    band: bandOf(means, 'busiest_three'),
    say: sayShare,
  })
}

/** Of the quarter in which most were silent. */
function silentPokja(
  facts: Read,
  contributions: readonly ContributionFacts[],
  areas: readonly string[],
  means: RuleMeans,
): Measure {
  const quarters = endedQuarters(facts)
  const silent = quarters.map(
    quarter =>
      areas.filter(area => !contributions.some(one => one.quarter === quarter && one.pokja === area)).length,
  )
  const known = areas.length > 0 && quarters.length > 0 && contributions.length > 0
  const most = Math.max(0, ...silent)
  return measure({
    key: 'silent_pokja',
    label: 'Pokja tanpa kontribusi dalam satu triwulan',
    value: known ? exact(most) : null,
    shown: !known
      ? 'kontribusi pokja per triwulan belum dapat dibaca'
      : most === 0
        ? 'setiap pokja berkontribusi dalam setiap triwulan'
        : `${sayCount(most)} pokja tidak berkontribusi dalam triwulan ${quarters[silent.indexOf(most)]}`,
    band: bandOf(means, 'silent_pokja'),
  })
}

/** While no quarter is over and nothing was handed in, there was nothing to attest yet. */
function areasAttested(facts: Read, areas: readonly string[], means: RuleMeans): Measure {
  const read = new Set(
    facts.attestations
      .filter(({ part, on }) => on <= lastDay(facts) && areas.includes(part))
      .map(({ part }) => part),
  ).size
  const known =
    areas.length > 0 && (read > 0 || facts.cycle.submittedOn !== null || endedQuarters(facts).length > 0)
  return measure({
    key: 'areas_attested',
    label: 'Area yang dibaca atau disahkan kepala satuan kerja',
    value: known ? exact(read) : null,
    shown: known
      ? `${sayCount(read)} dari ${sayCount(areas.length)} area dibaca atau disahkan kepala satuan kerja`
      : 'belum ada area yang dibaca kepala satuan kerja',
    band: bandOf(means, 'areas_attested'),
  })
}
