import type { RegisterAlert, RegisterSummary } from '../registers/register-entry'
import { formatCount } from '../web/format/number'
import type { InputsOfYear } from './inputs.repository'

/** The year so far for the hub: how much there is, and what waits. */
export function inputsSummary(
  { entries, months, inProcess, open }: InputsOfYear,
  { today, href }: { readonly today: string; readonly href: string },
): RegisterSummary {
  const past = Number(today.slice(5, 7)) - 1
  const alert = (count: number, text: string, narrowed = href): RegisterAlert[] =>
    count > 0 ? [{ text: `${formatCount(count)} ${text}`, href: narrowed, tone: 'warn' }] : []
  return {
    count: `${formatCount(entries)} masukan tahun ini`,
    alerts: [
      ...alert(past - months, 'bulan belum dilaporkan pengaduannya', `${href}?jenis=pengaduan`),
      ...alert(inProcess, 'pengaduan masih diproses', `${href}?jenis=pengaduan`),
      ...alert(open, 'masukan belum ditindaklanjuti', `${href}?jenis=belum`),
    ],
  }
}
