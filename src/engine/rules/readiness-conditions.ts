import { exact } from '../exact'
import type { WorksheetFacts } from './facts'
import type { Finding, Measure } from './finding'
import { measure } from './measures'
import type { RuleSettings, SettingNames } from './rule-book'
import { bandOf, wordsOf } from './rule'
import { sayCount, sayList } from './say'

/** What the book says of readiness: a bound by condition, and the gates that must be proven. */
export const READINESS_NEEDS: SettingNames = {
  bands: [
    'gates_failed',
    'required_gates_unproven',
    'other_gates_unproven',
    'prerequisites_failed',
    'prerequisites_unfilled',
    'pitfalls_bahaya',
    'pitfalls_waspada',
    'pitfalls_unknown',
    'contradictions_bahaya',
    'contradictions_waspada',
    'recommendations_open',
    'keys_worse',
    'keys_unknown',
    'not_computed',
  ],
  numbers: [],
  words: ['must_be_proven'],
}

/** One figure that bears on readiness, with what it was counted from. */
export interface Condition {
  readonly measure: Measure
  readonly findings?: readonly Finding<string>[]
  readonly gates?: readonly string[]
}

/** Findings by family, those that were dismissed left out. */
export interface OpenFindings {
  readonly pitfalls: readonly Finding<string>[]
  readonly contradictions: readonly Finding<string>[]
  readonly recommendations: readonly Finding<string>[]
  readonly keys: readonly Finding<string>[]
  readonly factors: readonly Finding<string>[]
}

/** All figures are counts of trouble: nothing that is added to the good makes one of them grow. */
export function conditions(
  worksheet: WorksheetFacts,
  open: OpenFindings,
  settings: RuleSettings,
): readonly Condition[] {
  return [
    ...gateConditions(worksheet, settings),
    ...prerequisiteConditions(worksheet, settings),
    ...findingConditions(open, settings),
  ]
}

interface Counted {
  readonly key: string
  readonly label: string
  /** Null: it cannot be told. */
  readonly amount: number | null
  readonly names: readonly string[]
  /** What there is so much of: `ambang tidak terpenuhi pada nilai yang diklaim`. */
  readonly what: string
  /** Where there is none. */
  readonly none: string
}

const count = ({ key, label, amount, names, what, none }: Counted, settings: RuleSettings): Measure =>
  measure({
    key,
    label,
    value: amount === null ? null : exact(amount),
    shown: amount ? `${sayCount(amount)} ${what}: ${sayList(names.map(name => `“${name}”`))}` : none,
    band: bandOf({ settings, questions: {} }, key),
  })

type Words = Pick<Counted, 'key' | 'label' | 'what' | 'none'>

function gateConditions({ gates }: WorksheetFacts, settings: RuleSettings): Condition[] {
  const required = new Set(wordsOf({ settings, questions: {} }, 'must_be_proven'))
  const of = (failing: WorksheetFacts['gates'], said: Words): Condition => ({
    gates: failing.map(({ code }) => code),
    measure: count({ ...said, amount: failing.length, names: failing.map(({ name }) => name) }, settings),
  })
  const claimed: Words = {
    key: 'gates_failed',
    label: 'Ambang yang tidak terpenuhi pada nilai yang diklaim',
    what: 'ambang tidak terpenuhi pada nilai yang diklaim',
    none: 'semua ambang terpenuhi pada nilai yang diklaim',
  }
  if (gates.length === 0)
    return [
      {
        measure: count({ ...claimed, amount: null, names: [], none: 'ambang belum dapat dibaca' }, settings),
      },
    ]
  const unproven = gates.filter(one => !one.substantiated)
  return [
    of(
      gates.filter(one => !one.claimed),
      claimed,
    ),
    of(
      unproven.filter(({ code }) => required.has(code)),
      {
        key: 'required_gates_unproven',
        label: 'Ambang pokok yang belum terbukti',
        what: 'ambang pokok belum terbukti dengan eviden',
        none: 'semua ambang pokok terbukti dengan eviden',
      },
    ),
    of(
      unproven.filter(({ code }) => !required.has(code)),
      {
        key: 'other_gates_unproven',
        label: 'Ambang lain yang belum terbukti',
        what: 'ambang lain belum terbukti dengan eviden',
        none: 'semua ambang lain terbukti dengan eviden',
      },
    ),
  ]
}

function prerequisiteConditions(
  { prerequisites, failedPrerequisites }: WorksheetFacts,
  settings: RuleSettings,
): Condition[] {
  const failed = [...new Set(failedPrerequisites)].sort()
  const unfilled = [...new Set(prerequisites)].filter(text => !failed.includes(text)).sort()
  const of = (names: readonly string[], said: Words): Condition => ({
    measure: count({ ...said, amount: names.length, names }, settings),
  })
  return [
    of(failed, {
      key: 'prerequisites_failed',
      label: 'Prasyarat yang tidak terpenuhi',
      what: 'prasyarat tidak terpenuhi',
      none: 'tidak ada prasyarat yang gagal',
    }),
    of(unfilled, {
      key: 'prerequisites_unfilled',
      label: 'Prasyarat yang belum diisi',
      what: 'prasyarat belum diisi',
      none: 'semua prasyarat sudah diisi',
    }),
  ]
}

function findingConditions(open: OpenFindings, settings: RuleSettings): Condition[] {
  const of = (
    findings: readonly Finding<string>[],
    isMeant: (level: string) => boolean,
    said: Words,
  ): Condition => {
    const meant = findings.filter(({ level }) => isMeant(level))
    const names = [...new Set(meant.map(({ title }) => title))].sort()
    return { findings: meant, measure: count({ ...said, amount: meant.length, names }, settings) }
  }
  const is = (wanted: string) => (level: string) => level === wanted
  return [
    of(open.pitfalls, is('bahaya'), {
      key: 'pitfalls_bahaya',
      label: 'Hal yang harus dihindari pada tingkat bahaya',
      what: 'hal yang harus dihindari berada pada tingkat bahaya',
      none: 'tidak ada hal yang harus dihindari pada tingkat bahaya',
    }),
    of(open.pitfalls, is('waspada'), {
      key: 'pitfalls_waspada',
      label: 'Hal yang harus dihindari pada tingkat waspada',
      what: 'hal yang harus dihindari berada pada tingkat waspada',
      none: 'tidak ada hal yang harus dihindari pada tingkat waspada',
    }),
    of(open.pitfalls, is('belum-cukup-data'), {
      key: 'pitfalls_unknown',
      label: 'Hal yang harus dihindari yang belum cukup datanya',
      what: 'hal yang harus dihindari belum cukup datanya',
      none: 'semua hal yang harus dihindari dapat dinilai',
    }),
    of(open.contradictions, is('bahaya'), {
      key: 'contradictions_bahaya',
      label: 'Pertentangan berat yang terbuka',
      what: 'pertentangan berat masih terbuka',
      none: 'tidak ada pertentangan berat yang terbuka',
    }),
    of(open.contradictions, is('waspada'), {
      key: 'contradictions_waspada',
      label: 'Pertentangan lain yang terbuka',
      what: 'pertentangan masih terbuka',
      none: 'tidak ada pertentangan lain yang terbuka',
    }),
    of(open.recommendations, level => level !== 'selesai' && level !== 'gagal', {
      key: 'recommendations_open',
      label: 'Rekomendasi yang belum selesai',
      what: 'rekomendasi belum selesai',
      none: 'semua rekomendasi selesai',
    }),
    of(open.keys, is('memburuk'), {
      key: 'keys_worse',
      label: 'Kunci perubahan yang memburuk',
      what: 'kunci perubahan memburuk',
      none: 'tidak ada kunci perubahan yang memburuk',
    }),
    of(open.keys, is('belum-terukur'), {
      key: 'keys_unknown',
      label: 'Kunci perubahan yang belum terukur',
      what: 'kunci perubahan belum terukur',
      none: 'semua kunci perubahan terukur',
    }),
    of(Object.values(open).flat(), is('gagal'), {
      key: 'not_computed',
      label: 'Aturan yang tidak dapat dihitung',
      what: 'aturan tidak dapat dihitung',
      none: 'semua aturan dapat dihitung',
    }),
  ]
}
