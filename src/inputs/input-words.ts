import { exact, round, type Exact } from '../engine/exact'
import type { ComplaintCounts } from '../engine/inputs/complaint-counts'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount, formatDecimal } from '../web/format/number'
import { isComplaints, isOpen, type InputDraft, type InputKind, type Stakeholder } from './input-facts'

export const KIND_WORDS: Readonly<Record<InputKind, string>> = {
  pengaduan: 'Pengaduan sebulan',
  konsultasi: 'Konsultasi publik',
  audiensi: 'Audiensi',
  lainnya: 'Masukan lain',
}

export const STAKEHOLDER_WORDS: Readonly<Record<Stakeholder, string>> = {
  pengguna: 'Pengguna layanan',
  tokoh: 'Tokoh masyarakat',
  akademisi: 'Akademisi',
  usaha: 'Pelaku usaha',
  lsm: 'LSM',
  media: 'Media',
  instansi: 'Instansi lain',
  lain: 'Pihak lain',
}

/** `2026-03-01` → `Maret 2026` */
export const monthWords = (happenedOn: string): string =>
  formatDate(`${happenedOn.slice(0, 7)}-01`).replace('1 ', '')

export const inputTitle = (input: InputDraft): string =>
  isComplaints(input) ? `Pengaduan ${monthWords(input.happenedOn)}` : input.subject

/** `3`, `3,5`, `3,25`; what is longer is rounded to two places. */
export const daysWords = (days: Exact): string => formatDecimal(round(days, 2).replace(/\.?0+$/, ''))

export const countsOf = ({ received, done, inProcess, averageDays }: InputDraft): ComplaintCounts => ({
  received: received ?? 0,
  done: done ?? 0,
  inProcess: inProcess ?? 0,
  averageDays: averageDays === null ? null : exact(averageDays),
})

/** `6 diterima, 5 selesai, 1 diproses; rata-rata 3,5 hari` */
export function countsWords({ received, done, inProcess, averageDays }: ComplaintCounts): string {
  const counts = `${formatCount(received)} diterima, ${formatCount(done)} selesai, ${formatCount(inProcess)} diproses`
  return averageDays === null ? counts : `${counts}; rata-rata ${daysWords(averageDays)} hari`
}

/** What an input says in one line, to stand as the claim of evidence. */
export function inputSummary(input: InputDraft): string {
  if (isComplaints(input)) return countsWords(countsOf(input))
  const who = input.stakeholder === '' ? '' : STAKEHOLDER_WORDS[input.stakeholder].toLowerCase()
  const came = `${KIND_WORDS[input.kind]} dengan ${who}, ${formatCount(input.people ?? 0)} orang`
  return input.followUp === '' ? came : `${came}; tindak lanjut: ${input.followUp}`
}

export function inputStatus(input: InputDraft): Status {
  if (isComplaints(input))
    return isOpen(input)
      ? { tone: 'info', icon: 'half', text: `${formatCount(input.inProcess ?? 0)} diproses` }
      : { tone: 'ok', icon: 'dot', text: 'Selesai' }
  return isOpen(input)
    ? { tone: 'mut', icon: 'ring', text: 'Belum ditindaklanjuti' }
    : { tone: 'ok', icon: 'dot', text: 'Ditindaklanjuti' }
}

const shown = (label: string, value: string) => ({ label, value: value || 'Belum dicatat' })
const counted = (count: number | null): string => (count === null ? '' : formatCount(count))

/** Everything that is kept about an input, in words. */
export function inputFactsWords(input: InputDraft): { readonly label: string; readonly value: string }[] {
  const { averageDays, followedUpOn, stakeholder } = input
  if (isComplaints(input))
    return [
      shown('Bulan', monthWords(input.happenedOn)),
      shown('Diterima', counted(input.received)),
      shown('Selesai', counted(input.done)),
      shown('Diproses', counted(input.inProcess)),
      shown('Rata-rata penyelesaian', averageDays === null ? '' : `${daysWords(exact(averageDays))} hari`),
    ]
  return [
    shown('Jenis', KIND_WORDS[input.kind]),
    shown('Tanggal', formatDate(input.happenedOn)),
    shown('Pihak', stakeholder === '' ? '' : STAKEHOLDER_WORDS[stakeholder]),
    shown('Jumlah orang', counted(input.people)),
    shown('Yang disampaikan', input.asked),
    shown('Keputusan satker', input.decided),
    shown('Tindak lanjut', input.followUp),
    shown('Ditindaklanjuti pada', followedUpOn === null ? '' : formatDate(followedUpOn)),
  ]
}
