import { compare, div, equals, exact, isZero, type Exact } from '../../exact'
import { lastDay } from '../cycle-days'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, codeOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'innovations' | 'worksheet'>

const NAME = { id: 'contradiction-integrated-changes', title: 'Perubahan dan integrasinya' }
const REMEDY = 'Samakan kedua jawaban dengan daftar perubahan agen beserta status integrasinya.'

/** Changes by agents: one number under two questions, and how few of them became part of the system. */
export const integratedChanges = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: perubahan agen yang terintegrasi',
  reads: ['today', 'cycle', 'innovations', 'worksheet'],
  bands: ['integrated'],
  topics: ['agents', 'integrated'],
  read: (facts: Read, means): Contradiction[] => {
    const codes = [codeOf(means, 'agents'), codeOf(means, 'integrated')] as const
    const made = answerTo(facts.worksheet, codes[0])
    const kept = answerTo(facts.worksheet, codes[1])
    const changes = inputOf(made, 'changes')
    const again = inputOf(kept, 'changes')
    const integrated = inputOf(kept, 'integrated')
    return [
      ...twoNumbers(changes, again, codes),
      ...fewIntegrated(inputOf(made, 'agents'), changes, integrated, codes, means),
      ...beyondRegister(facts, integrated, codes[1]),
    ]
  },
})

type Codes = readonly [string, string]

function twoNumbers(changes: Exact | null, again: Exact | null, codes: Codes): Contradiction[] {
  if (changes === null || again === null) return []
  return found(NAME, {
    about: 'changes',
    level: equals(changes, again) ? 'aman' : 'bahaya',
    sentence: `Jumlah perubahan ditulis ${sayNumber(changes)} pada ${codes[0]}, tetapi ${sayNumber(again)} pada ${codes[1]}.`,
    measures: [
      figure('changes', `Perubahan pada ${codes[0]}`, changes),
      figure('again', `Perubahan pada ${codes[1]}`, again),
    ],
    questions: codes,
    remedy: REMEDY,
  })
}

function fewIntegrated(
  agents: Exact | null,
  changes: Exact | null,
  integrated: Exact | null,
  codes: Codes,
  means: RuleMeans,
): Contradiction[] {
  if (agents === null || changes === null || integrated === null) return []
  if (isZero(changes) || compare(changes, agents) < 0) return []
  return found(NAME, {
    about: 'integrated',
    level: levelIn(bandOf(means, 'integrated'), div(integrated, changes)),
    sentence: `${sayNumber(changes)} perubahan oleh ${sayNumber(agents)} agen diklaim, tetapi hanya ${sayNumber(integrated)} yang menyatu dengan sistem manajemen.`,
    measures: [
      figure('agents', 'Agen', agents),
      figure('changes', 'Perubahan', changes),
      figure('integrated', 'Terintegrasi', integrated),
    ],
    questions: codes,
    remedy: REMEDY,
  })
}

/** Only where innovations are kept: an empty register says nothing. */
function beyondRegister(facts: Read, integrated: Exact | null, code: string): Contradiction[] {
  if (integrated === null || facts.innovations.length === 0) return []
  const kept = facts.innovations.filter(
    ({ integratedOn }) => integratedOn !== null && integratedOn <= lastDay(facts),
  )
  return found(NAME, {
    about: 'register',
    level: compare(integrated, exact(kept.length)) > 0 ? 'waspada' : 'aman',
    sentence: `Dihitung ${sayNumber(integrated)} perubahan terintegrasi, tetapi ${sayCount(kept.length)} inovasi yang tercatat terintegrasi.`,
    measures: [
      figure('integrated', 'Terintegrasi menurut jawaban', integrated),
      figure('recorded', 'Terintegrasi menurut register', kept.length),
    ],
    records: kept.map(({ id }) => ({ kind: 'innovation', id })),
    questions: [code],
    remedy: 'Catat inovasi yang sudah terintegrasi beserta tanggalnya, atau perbaiki jumlahnya.',
  })
}
