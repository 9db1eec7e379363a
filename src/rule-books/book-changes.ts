import { equals, type Exact } from '../engine/exact'
import type { RuleBook, RuleSettings } from '../engine/rules/rule-book'
import { KNOWN_RULES, settingsOf } from './known-rules'
import { settingWords, wordListLabel } from './setting-words'
import { BOUNDS, boundWords, sayAs } from './threshold-words'

/** One difference between two versions, in words. */
export interface BookChange {
  readonly rule: string
  readonly title: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What a later version says otherwise, in the order of the rules. */
export function bookChanges(before: RuleBook, after: RuleBook): BookChange[] {
  return [
    ...KNOWN_RULES.flatMap(({ id, title }) => {
      const [was, is] = [settingsOf(before, id), settingsOf(after, id)]
      return was && is ? settingChanges(id, was, is).map(change => ({ rule: id, title, ...change })) : []
    }),
    ...questionChanges(before, after),
  ]
}

type Change = Pick<BookChange, 'label' | 'before' | 'after'>

const settingChanges = (rule: string, before: RuleSettings, after: RuleSettings): Change[] => [
  ...Object.entries(after.bands).flatMap(([name, band]) => {
    const was = before.bands[name]
    if (!was) return []
    const label = settingWords(rule, 'bands', name).label
    const isMoved = was.is !== band.is
    return BOUNDS.filter(bound =>
      isMoved ? was[bound] !== null || band[bound] !== null : differ(was[bound], band[bound]),
    ).map(bound => ({
      label,
      before: boundWords(rule, name, bound, was),
      after: boundWords(rule, name, bound, band),
    }))
  }),
  ...Object.entries(after.numbers).flatMap(([name, number]) => {
    const was = before.numbers[name]
    if (!was || equals(was, number)) return []
    return [
      {
        label: settingWords(rule, 'numbers', name).label,
        before: sayAs(rule, 'numbers', name, was),
        after: sayAs(rule, 'numbers', name, number),
      },
    ]
  }),
  ...Object.entries(after.words).flatMap(([name, words]) => {
    const [was, is] = [(before.words[name] ?? []).join(', '), words.join(', ')]
    return was === is ? [] : [{ label: wordListLabel(rule, name), before: was, after: is }]
  }),
]

const differ = (a: Exact | null, b: Exact | null): boolean =>
  a === null || b === null ? a !== b : !equals(a, b)

const TOPIC_WORDS: Readonly<Record<string, string>> = {
  agents: 'Agen perubahan',
  complaints: 'Pengaduan',
  integrated: 'Perubahan yang terintegrasi',
  integrity_index: 'IPAK',
  lhkasn: 'LHKASN',
  lhkpn: 'LHKPN',
  performance: 'Capaian kinerja',
  service_index: 'IPKP',
  services: 'Layanan',
  survey_frequency: 'Kekerapan survei',
  targets: 'Sasaran kinerja',
  violations: 'Pelanggaran disiplin',
}

function questionChanges(before: RuleBook, after: RuleBook): BookChange[] {
  const change = (label: string, was: string, is: string): BookChange[] =>
    was === is ? [] : [{ rule: '', title: 'Pertanyaan LKE', label, before: was, after: is }]
  return [
    ...change('Instrumen', before.instrument, after.instrument),
    ...Object.entries(after.questions).flatMap(([topic, code]) =>
      change(TOPIC_WORDS[topic] ?? topic, before.questions[topic] ?? '', code),
    ),
  ]
}

/** As many as somebody reads in a trail. */
const TOLD = 60

/** Differences as a trail tells them, from what to what. */
export function toldChanges(changes: readonly BookChange[]): {
  readonly before: string
  readonly after: string
} {
  const told = changes.slice(0, TOLD)
  const rest = changes.length > TOLD ? `; dan ${changes.length - TOLD} perbedaan lain` : ''
  const side = (value: (change: BookChange) => string) =>
    told.map(change => `${change.title}, ${change.label}: ${shortened(value(change))}`).join('; ') + rest
  return { before: side(({ before }) => before), after: side(({ after }) => after) }
}

/** Lists of words may be as long as the book. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
