import { compare, exact } from '../../exact'
import { lastDay } from '../cycle-days'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, rule } from '../rule'
import { sayCount, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'staff' | 'innovations' | 'worksheet'>

const NAME = { id: 'contradiction-agents', title: 'Jumlah agen perubahan' }

/** Agents of change as counted against distinct people: those of the roster, and those who made an innovation. */
export const agents = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: agen perubahan dan nama-namanya',
  reads: ['today', 'cycle', 'staff', 'innovations', 'worksheet'],
  topics: ['agents'],
  read: (facts: Read, means): Contradiction[] => {
    const code = codeOf(means, 'agents')
    const claimed = inputOf(answerTo(facts.worksheet, code), 'agents')
    if (claimed === null || facts.staff.employees === null) return []
    const begun = facts.innovations.filter(({ startedOn }) => startedOn <= lastDay(facts))
    const roster = new Set(facts.staff.agents).size
    const named = new Set([...facts.staff.agents, ...begun.flatMap(one => one.agents)]).size
    const above = compare(claimed, exact(named)) > 0
    const people = above ? named : roster
    return found(NAME, {
      level: above ? 'bahaya' : compare(claimed, exact(roster)) < 0 ? 'waspada' : 'aman',
      sentence: `Dihitung ${sayNumber(claimed)} agen perubahan, tetapi ada ${sayCount(people)} nama berbeda pada ${above ? 'daftar pegawai dan inovasi' : 'daftar pegawai'}.`,
      measures: [figure('claimed', 'Agen yang dihitung', claimed), figure('named', 'Nama berbeda', people)],
      questions: [code],
      remedy: 'Samakan jumlah agen dengan nama yang ditetapkan, dan tandai mereka pada daftar pegawai.',
    })
  },
})
