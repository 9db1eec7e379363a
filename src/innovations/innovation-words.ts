import type { PartNames } from '../accounts/part-names'
import { changeOf, type Change, type Direction } from '../engine/innovations/change'
import { abs, round } from '../engine/exact'
import { measureState } from '../engine/innovations/measurement'
import type { AgentOfChange } from '../roster/employee-facts'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDate, formatShortDateRange } from '../web/format/date'
import { formatCount, formatDecimal, formatPercent } from '../web/format/number'
import { isProven, runState, type Atm, type InnovationDraft, type InnovationRow } from './innovation-facts'

export const ATM_WORDS: Readonly<Record<Exclude<Atm, ''>, string>> = {
  observed: 'Amati',
  copied: 'Tiru',
  modified: 'Modifikasi',
}

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  higher: 'Lebih tinggi lebih baik',
  lower: 'Lebih rendah lebih baik',
}

type Measured = Pick<
  InnovationDraft,
  'startedOn' | 'indicator' | 'unit' | 'better' | 'beforeValue' | 'beforeOn' | 'afterValue' | 'afterOn'
>

export function runStatus(one: Pick<InnovationDraft, 'startedOn' | 'endedOn'>, today: string): Status {
  const state = runState(one, today)
  if (state === 'planned') return { tone: 'info', icon: 'clock', text: 'Direncanakan' }
  return state === 'running'
    ? { tone: 'ok', icon: 'check', text: 'Berjalan' }
    : { tone: 'mut', icon: 'ring', text: 'Berhenti' }
}

export function proofStatus(one: Pick<InnovationRow, 'proofs' | 'proofLink'>): Status {
  return isProven(one)
    ? { tone: 'ok', icon: 'check', text: 'Terbukti' }
    : { tone: 'warn', icon: 'warn', text: 'Belum terbukti' }
}

/** Null while only one or none of both values is known. */
export const changeIn = ({ beforeValue, afterValue, better }: Measured): Change | null =>
  beforeValue === null || afterValue === null ? null : changeOf(beforeValue, afterValue, better)

export function measureStatus(one: Measured): Status {
  const change = changeIn(one)
  if (change === null)
    return measureState(one) === 'awaiting-after'
      ? { tone: 'warn', icon: 'clock', text: 'Belum diukur sesudahnya' }
      : { tone: 'mut', icon: 'dashring', text: 'Belum diukur' }
  if (change.outcome === 'same') return { tone: 'mut', icon: 'ring', text: 'Tetap' }
  return change.outcome === 'better'
    ? { tone: 'ok', icon: 'up', text: 'Membaik' }
    : { tone: 'bad', icon: 'down', text: 'Memburuk' }
}

/** `40 → 12 menit` */
export function valuesWords({ beforeValue, afterValue, unit }: Measured): string {
  if (beforeValue === null) return ''
  const values = [beforeValue, afterValue].flatMap(value => (value === null ? [] : [formatDecimal(value)]))
  return `${values.join(' → ')}${unit ? ` ${unit}` : ''}`
}

/** `turun 28 menit (70%)`, `naik 3 kasus dari nol`, `tetap` */
export function changeWords(one: Measured): string {
  const change = changeIn(one)
  if (change === null) return ''
  if (change.outcome === 'same') return 'tetap'
  const rises = (change.outcome === 'better') === (one.better === 'higher')
  const amount = `${formatDecimal(plain(change))}${one.unit ? ` ${one.unit}` : ''}`
  const share =
    change.share === null ? ' dari nol' : ` (${formatPercent(abs(change.share), 1).replace(',0%', '%')})`
  return `${rises ? 'naik' : 'turun'} ${amount}${share}`
}

/** The size of a difference without needless zeros; values have six places at most. */
const plain = ({ difference }: Change): string =>
  round(abs(difference), 6)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

/** `Antrean paspor turun 28 menit (70%): 40 → 12 menit`, or how far the innovation came. */
export function resultSentence(one: InnovationDraft): string {
  const indicator = one.indicator || 'Indikator'
  if (changeIn(one)) return `${indicator} ${changeWords(one)}: ${valuesWords(one)}`
  const since = `berjalan sejak ${formatDate(one.startedOn)}`
  return one.beforeValue === null
    ? `${one.name} ${since}, belum diukur`
    : `${one.name} ${since}; ${indicator.toLowerCase()} ${valuesWords(one)}, belum diukur sesudahnya`
}

export const runDates = ({ startedOn, endedOn }: Pick<InnovationDraft, 'startedOn' | 'endedOn'>): string =>
  endedOn === null ? `Sejak ${formatShortDate(startedOn)}` : formatShortDateRange(startedOn, endedOn)

/** `Tiru dari Kanim Bahari`; empty where nothing was taken. */
export const atmWords = ({ atm, sourceUnit }: Pick<InnovationDraft, 'atm' | 'sourceUnit'>): string =>
  atm === '' ? '' : `${ATM_WORDS[atm]} dari ${sourceUnit}`

export const usersWords = ({ usedBy, users }: Pick<InnovationDraft, 'usedBy' | 'users'>): string =>
  [usedBy, users === null ? '' : `${formatCount(users)} pengguna`].filter(Boolean).join(', ')

export const areaWords = (areas: readonly string[], parts: PartNames): string =>
  areas.map(id => parts.get(id) ?? id).join('; ')

export const agentNames = (ids: readonly string[], agents: readonly AgentOfChange[]): string[] =>
  ids.flatMap(id => agents.find(agent => agent.id === id)?.name ?? [])

export const integrationWords = ({
  integratedOn,
  integration,
}: Pick<InnovationDraft, 'integratedOn' | 'integration'>): string =>
  integratedOn === null ? '' : `Sejak ${formatDate(integratedOn)}, ${integration}`

const measured = (value: string | null, on: string | null, unit: string): string =>
  value === null || on === null ? '' : `${formatDecimal(value)}${unit ? ` ${unit}` : ''} (${formatDate(on)})`

interface Setting {
  readonly parts: PartNames
  readonly agents: readonly AgentOfChange[]
}

export const AGENTS_LABEL = 'Agen perubahan'

/** Everything that is said of an innovation, in the order in which people ask; empty for what is not said. */
export const innovationFactsInWords = (one: InnovationRow, { parts, agents }: Setting) => [
  { label: 'Kebutuhan atau masalah', value: one.need },
  {
    label: 'Bukti kebutuhan',
    value:
      [...one.proofs.map(proof => proof.title), one.proofLink].filter(Boolean).join('; ') || 'Belum terbukti',
  },
  { label: 'Mulai', value: formatDate(one.startedOn) },
  ...(one.endedOn === null ? [] : [{ label: 'Berhenti', value: formatDate(one.endedOn) }]),
  { label: 'Area perubahan', value: areaWords(one.areas, parts) },
  { label: 'Amati, tiru, modifikasi', value: atmWords(one) || 'Gagasan sendiri' },
  ...(one.modification ? [{ label: 'Yang dimodifikasi', value: one.modification }] : []),
  { label: AGENTS_LABEL, value: agentNames(one.agents, agents).join('; ') },
  { label: 'Pengguna', value: usersWords(one) },
  { label: 'Bagian sistem manajemen', value: integrationWords(one) || 'Belum' },
]

export const measurementInWords = (one: InnovationDraft) => [
  { label: 'Indikator', value: one.indicator },
  { label: 'Arah', value: one.indicator ? DIRECTION_WORDS[one.better] : '' },
  { label: 'Sebelum', value: measured(one.beforeValue, one.beforeOn, one.unit) },
  {
    label: 'Sesudah',
    value:
      measured(one.afterValue, one.afterOn, one.unit) ||
      (one.beforeValue === null ? '' : 'Belum diukur sesudahnya'),
  },
  { label: 'Perubahan', value: changeWords(one) && `${measureStatus(one).text}, ${changeWords(one)}` },
]
