import type { PartNames } from '../accounts/part-names'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDate, formatShortDateRange } from '../web/format/date'
import { isAgent, isAtWork, type EmployeeDraft, type EmployeeRow } from './employee-facts'

/** Whether somebody works here on a day. */
export function workStatus(one: EmployeeDraft, today: string): Status {
  if (isAtWork(one, today)) return { tone: 'ok', icon: 'check', text: 'Bekerja' }
  return one.joinedOn > today
    ? { tone: 'info', icon: 'clock', text: 'Belum masuk' }
    : { tone: 'mut', icon: 'right', text: 'Sudah keluar' }
}

/** `2 Jan 2025`, `2 Jan 2020 – 31 Mar 2025` */
export const workDates = ({ joinedOn, leftOn }: EmployeeDraft): string =>
  leftOn === null ? `Sejak ${formatShortDate(joinedOn)}` : formatShortDateRange(joinedOn, leftOn)

/** The term as an agent of change; empty for whoever is none. */
export function agentDates({ agentFrom, agentUntil }: EmployeeDraft): string {
  if (agentFrom === null) return ''
  return agentUntil === null
    ? `Sejak ${formatShortDate(agentFrom)}`
    : formatShortDateRange(agentFrom, agentUntil)
}

/** Null for whoever never was one. */
export function agentStatus(one: EmployeeDraft, today: string): Status | null {
  if (one.agentFrom === null) return null
  if (isAgent(one, today)) return { tone: 'ok', icon: 'check', text: 'Berlaku' }
  return one.agentFrom > today
    ? { tone: 'info', icon: 'clock', text: 'Belum mulai' }
    : { tone: 'mut', icon: 'ring', text: 'Berakhir' }
}

/** The name of a pokja; what an older worksheet called by another id stands as it is. */
export const pokjaName = (id: string, parts: PartNames): string => (id === '' ? '' : (parts.get(id) ?? id))

/** The same where there is little room: `Area 1`. */
export const pokjaShort = (id: string, parts: PartNames): string =>
  parts.has(id) && /^\d+$/.test(id) ? `Area ${id}` : pokjaName(id, parts)

/** Everything that is kept about somebody, but who they are to the satker. */
export const keptFacts = (one: EmployeeRow, nipShown: string, parts: PartNames) => [
  { label: 'Nama', value: one.name },
  { label: 'NIP', value: nipShown || 'Tidak dicatat' },
  { label: 'Jabatan', value: one.position || 'Sudah dihapus' },
  { label: 'Garis depan', value: one.frontLine ? 'Ya' : 'Tidak' },
  { label: 'Pokja', value: pokjaName(one.pokja, parts) || 'Tidak' },
  { label: 'Agen perubahan', value: agentDates(one) || 'Bukan' },
  { label: 'Masuk', value: formatDate(one.joinedOn) },
  { label: 'Hari terakhir', value: one.leftOn === null ? 'Belum dicatat' : formatDate(one.leftOn) },
]

/** When a name is taken away. */
export const retention = (months: number): string =>
  `Nama, NIP, dan jabatan dihapus ${months} bulan setelah hari terakhir bekerja; jumlahnya tetap terhitung.`
