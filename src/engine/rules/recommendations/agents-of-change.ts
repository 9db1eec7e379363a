import { exact, ZERO } from '../../exact'
import { activityRecords, heldWithin } from '../activities-held'
import type { Facts } from '../facts'
import { headcountOf, partakers } from '../people'
import { lastDay } from '../cycle-days'
import { bandOf, countOf, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import type { Step } from '../steps'
import { progress, recommendation } from './recommendation'

type Read = Pick<Facts, 'today' | 'cycle' | 'staff' | 'profiles' | 'activities' | 'innovations'>

/** A change of an agent is an innovation begun that names the agent; a monitoring counts where an agent took part. */
export const agentsOfChange = recommendation({
  number: 4,
  title: 'Agen perubahan yang berperan, dipantau, dan dihargai',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities', 'innovations'],
  bands: ['agents', 'agents_with_change', 'monitored', 'awards'],
  numbers: ['months'],
  see: (facts: Read, means) => {
    const end = lastDay(facts)
    const months = countOf(means, 'months')
    const agents = new Set(facts.staff.agents)
    const changes = facts.innovations.filter(
      one => one.startedOn <= end && one.agents.some(agent => agents.has(agent)),
    )
    const monitored = heldWithin(facts.activities, 'monitoring-meeting', end, months).filter(
      one => partakers([one], facts.staff.agents).size > 0,
    )
    const awards = heldWithin(facts.activities, 'award', end, months)
    return {
      steps: [
        numberOfAgents(facts, agents.size, means),
        agentsWithChange(facts, changes, means),
        acts('monitored', monitored.length, facts, means),
        acts('awards', awards.length, facts, means),
      ],
      records: [
        ...activityRecords([...monitored, ...awards]),
        ...changes.map(({ id }) => ({ kind: 'innovation', id }) as const),
      ],
    }
  },
})

/** Only a roster knows who is an agent, or that nobody is. */
const hasRoster = ({ staff }: Read): boolean => staff.employees !== null || staff.agents.length > 0

function numberOfAgents(facts: Read, agents: number, means: RuleMeans): Step {
  const employees = hasRoster(facts) ? headcountOf(facts) : null
  return progress({
    key: 'agents',
    label: 'Agen perubahan dibandingkan dengan pegawai',
    value: employees === null ? null : partOf(agents, employees),
    shown:
      employees === null
        ? 'pegawai dan agen perubahan belum tercatat'
        : sayPart(agents, employees, 'pegawai menjadi agen perubahan'),
    band: bandOf(means, 'agents'),
    say: sayShare,
    next:
      employees === null
        ? 'Catat pegawai dan agen perubahan di daftar pegawai.'
        : 'Tetapkan agen perubahan lagi dan catat di daftar pegawai.',
  })
}

function agentsWithChange(facts: Read, changes: Facts['innovations'], means: RuleMeans): Step {
  const agents = new Set(facts.staff.agents)
  const busy = new Set(changes.flatMap(one => one.agents.filter(agent => agents.has(agent)))).size
  const none = hasRoster(facts) ? ZERO : null
  return progress({
    key: 'agents_with_change',
    label: 'Agen perubahan yang menghasilkan perubahan',
    value: agents.size === 0 ? none : partOf(busy, agents.size),
    shown:
      agents.size === 0
        ? 'belum ada agen perubahan dengan perubahannya'
        : sayPart(busy, agents.size, 'agen perubahan tercatat dengan perubahannya'),
    band: bandOf(means, 'agents_with_change'),
    say: sayShare,
    next: 'Catat perubahan setiap agen di register inovasi dengan nama agennya.',
  })
}

const ACTS = {
  monitored: {
    label: 'Rapat pemantauan yang diikuti agen perubahan',
    what: 'rapat pemantauan diikuti agen perubahan',
    next: 'Pantau dan evaluasi kerja agen perubahan dalam rapat yang mereka ikuti.',
  },
  awards: {
    label: 'Pemberian penghargaan',
    what: 'pemberian penghargaan',
    next: 'Beri penghargaan bagi inovasi terbaik dan catat di register kegiatan.',
  },
} as const

function acts(key: keyof typeof ACTS, count: number, { activities }: Read, means: RuleMeans): Step {
  const { label, what, next } = ACTS[key]
  const isEmpty = activities.length === 0
  return progress({
    key,
    label,
    value: isEmpty ? null : exact(count),
    shown: isEmpty
      ? `${what} belum dapat dihitung`
      : `${sayCount(count)} ${what} dalam ${sayCount(countOf(means, 'months'))} bulan terakhir`,
    band: bandOf(means, key),
    next,
  })
}
