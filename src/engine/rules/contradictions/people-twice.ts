import { compare, exact, sum, type Exact } from '../../exact'
import { employeesOf, lastProfile } from '../employees'
import type { AnswerFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, numberOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'staff' | 'profiles' | 'worksheet'>

const NAME = { id: 'contradiction-people-twice', title: 'Orang yang terhitung dua kali' }
const LHKPN = ['heads', 'officials', 'others'] as const
const LHKASN = ['administrators', 'supervisors', 'staff'] as const
const REMEDY = 'Hitung tiap orang satu kali: wajib LHKPN tidak dihitung lagi sebagai wajib LHKASN.'

/** Those who report their wealth, against each other, the roster and the profile. */
export const peopleTwice = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: orang yang terhitung dua kali',
  reads: ['today', 'cycle', 'staff', 'profiles', 'worksheet'],
  numbers: ['heads'],
  topics: ['lhkpn', 'lhkasn'],
  read: (facts: Read, means): Contradiction[] => {
    const [lhkpn, lhkasn] = [codeOf(means, 'lhkpn'), codeOf(means, 'lhkasn')]
    const officials = answerTo(facts.worksheet, lhkpn)
    const staff = answerTo(facts.worksheet, lhkasn)
    return [
      ...together(facts, sumOf(officials, LHKPN), sumOf(staff, LHKASN), [lhkpn, lhkasn]),
      ...manyHeads(officials, lhkpn, means),
      ...againstProfile(facts, 'lhkpn', sumOf(officials, LHKPN), inputOf(officials, 'reported'), lhkpn),
      ...againstProfile(facts, 'lhkasn', sumOf(staff, LHKASN), inputOf(staff, 'reported'), lhkasn),
    ]
  },
})

/** Null while one of the parts is not typed. */
function sumOf(answer: AnswerFacts | undefined, keys: readonly string[]): Exact | null {
  const parts = keys.map(key => inputOf(answer, key)).filter(part => part !== null)
  return parts.length === keys.length ? sum(parts) : null
}

function together(
  facts: Read,
  lhkpn: Exact | null,
  lhkasn: Exact | null,
  questions: readonly string[],
): Contradiction[] {
  const employees = employeesOf(facts)
  if (employees === null || lhkpn === null || lhkasn === null) return []
  const all = sum([lhkpn, lhkasn])
  return found(NAME, {
    about: 'employees',
    level: compare(all, exact(employees)) > 0 ? 'bahaya' : 'aman',
    sentence: `Wajib LHKPN ${sayNumber(lhkpn)} dan wajib LHKASN ${sayNumber(lhkasn)} berjumlah ${sayNumber(all)}, lebih dari ${sayCount(employees)} pegawai.`,
    measures: [
      figure('lhkpn', 'Wajib LHKPN', lhkpn),
      figure('lhkasn', 'Wajib LHKASN', lhkasn),
      figure('employees', 'Pegawai', employees),
    ],
    questions,
    remedy: REMEDY,
  })
}

function manyHeads(answer: AnswerFacts | undefined, code: string, means: RuleMeans): Contradiction[] {
  const heads = inputOf(answer, 'heads')
  if (heads === null) return []
  return found(NAME, {
    about: 'heads',
    level: compare(heads, numberOf(means, 'heads')) > 0 ? 'waspada' : 'aman',
    sentence: `Kepala satuan kerja wajib LHKPN ditulis ${sayNumber(heads)} orang, padahal satu satuan kerja mempunyai satu kepala.`,
    measures: [figure('heads', 'Kepala satuan kerja', heads)],
    questions: [code],
    remedy: REMEDY,
  })
}

function againstProfile(
  facts: Read,
  kind: 'lhkpn' | 'lhkasn',
  due: Exact | null,
  reported: Exact | null,
  code: string,
): Contradiction[] {
  const [dueKey, filedKey] = [`${kind}Due`, `${kind}Filed`] as const
  const profile = lastProfile(facts, dueKey)
  if (!profile || due === null || reported === null) return []
  const known = exact(profile[dueKey])
  const filed = profile[filedKey]
  const more = compare(due, known) !== 0 || (filed !== null && compare(reported, exact(filed)) > 0)
  return found(NAME, {
    about: `${kind} profile`,
    level: more ? 'waspada' : 'aman',
    sentence: `Wajib ${kind.toUpperCase()} dijawab ${sayNumber(due)} dengan ${sayNumber(reported)} melapor, tetapi profil triwulan memuat ${sayNumber(known)} dengan ${filed === null ? 'jumlah pelapor belum diisi' : `${sayCount(filed)} melapor`}.`,
    measures: [
      figure('due', 'Wajib lapor menurut jawaban', due),
      figure('reported', 'Melapor menurut jawaban', reported),
      figure('known', 'Wajib lapor menurut profil', known),
    ],
    records: [{ kind: 'profile', id: profile.id }],
    questions: [code],
    remedy: 'Samakan jawaban dengan profil triwulan terakhir.',
  })
}
