import { addsUp } from '../engine/inputs/complaint-counts'
import type { TimeZone } from '../web/format/date'

/** Complaints are counted by month; everything else is one meeting or one voice. Words of the address and of a file. */
export const INPUT_KINDS = ['pengaduan', 'konsultasi', 'audiensi', 'lainnya'] as const
export type InputKind = (typeof INPUT_KINDS)[number]

export const STAKEHOLDERS = [
  'pengguna',
  'tokoh',
  'akademisi',
  'usaha',
  'lsm',
  'media',
  'instansi',
  'lain',
] as const
export type Stakeholder = (typeof STAKEHOLDERS)[number]

/** What is kept about one input, from a form or a row of a file. */
export interface InputDraft {
  readonly kind: InputKind
  /** A civil date; of complaints the first day of their month. */
  readonly happenedOn: string
  readonly subject: string
  /** Empty for complaints. */
  readonly stakeholder: Stakeholder | ''
  readonly people: number | null
  readonly asked: string
  readonly decided: string
  readonly followUp: string
  readonly followedUpOn: string | null
  readonly received: number | null
  readonly done: number | null
  readonly inProcess: number | null
  /** Decimal text. */
  readonly averageDays: string | null
}

export interface InputRow extends InputDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly version: number
}

/** With what it serves, as the ground of all registers keeps it. */
export interface SupportedInput extends InputRow {
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}

export const isComplaints = ({ kind }: Pick<InputDraft, 'kind'>): boolean => kind === 'pengaduan'

/** `2026-03` */
export const monthOf = ({ happenedOn }: Pick<InputDraft, 'happenedOn'>): string => happenedOn.slice(0, 7)

/** Whether something came of it: complaints all done, anything else followed up. */
export const isOpen = (input: InputDraft): boolean =>
  isComplaints(input) ? (input.inProcess ?? 0) > 0 : input.followedUpOn === null

export type InputFact = Exclude<keyof InputDraft, 'kind'>
export type InputFaults = Partial<Record<InputFact, string>>

/** What two inputs have in common that are the same one: the month, or the day and the subject. */
export const inputKey = (draft: Pick<InputDraft, 'kind' | 'happenedOn' | 'subject'>): string =>
  isComplaints(draft)
    ? `pengaduan ${monthOf(draft)}`
    : `${draft.kind} ${draft.happenedOn} ${draft.subject.toLowerCase().replace(/\s+/g, ' ')}`

const COUNTS = ['received', 'done', 'inProcess'] as const

/** What cannot be true of an input, by the fact to correct. */
export const inputFaults = (draft: InputDraft, today: string): InputFaults =>
  isComplaints(draft) ? complaintFaults(draft, today) : meetingFaults(draft, today)

function complaintFaults(draft: InputDraft, today: string): InputFaults {
  const { received, done, inProcess, averageDays } = draft
  const missing = COUNTS.filter(count => draft[count] === null)
  const faults = Object.fromEntries(missing.map(count => [count, 'Isi jumlahnya; tulis 0 bila tidak ada.']))
  if (draft.happenedOn > today) faults['happenedOn'] = 'Bulan ini belum tiba.'
  const counts = { received: received ?? 0, done: done ?? 0, inProcess: inProcess ?? 0, averageDays: null }
  if (missing.length === 0 && !addsUp(counts))
    faults['received'] =
      `Angka bertentangan: diterima ${counts.received}, tetapi selesai ${counts.done} dan diproses ${counts.inProcess} berjumlah ${counts.done + counts.inProcess}.`
  if (averageDays !== null && done === 0)
    faults['averageDays'] = 'Belum ada yang selesai; kosongkan rata-rata harinya.'
  return faults
}

function meetingFaults(draft: InputDraft, today: string): InputFaults {
  const { happenedOn, subject, stakeholder, people, asked, followUp, followedUpOn } = draft
  return {
    ...(happenedOn > today ? { happenedOn: 'Tanggal ini belum tiba.' } : {}),
    ...(subject === '' ? { subject: 'Isi perihalnya.' } : {}),
    ...(stakeholder === '' ? { stakeholder: 'Pilih pihaknya.' } : {}),
    ...(people === null || people < 1 ? { people: 'Isi jumlah orang, paling sedikit 1.' } : {}),
    ...(asked === '' ? { asked: 'Isi apa yang disampaikan.' } : {}),
    ...followUpFaults({ happenedOn, followUp, followedUpOn }, today),
  }
}

function followUpFaults(
  { happenedOn, followUp, followedUpOn }: Pick<InputDraft, 'happenedOn' | 'followUp' | 'followedUpOn'>,
  today: string,
): InputFaults {
  if (followedUpOn === null)
    return followUp === '' ? {} : { followedUpOn: 'Isi kapan tindak lanjutnya dilakukan.' }
  if (followedUpOn < happenedOn) return { followedUpOn: 'Tindak lanjut mendahului masukannya.' }
  if (followedUpOn > today) return { followedUpOn: 'Tanggal ini belum tiba.' }
  return followUp === '' ? { followUp: 'Isi apa yang dilakukan.' } : {}
}

/** The facts of a draft alone, whatever else comes with it. */
export const factsOf = (draft: InputDraft): InputDraft => ({
  kind: draft.kind,
  happenedOn: draft.happenedOn,
  subject: draft.subject,
  stakeholder: draft.stakeholder,
  people: draft.people,
  asked: draft.asked,
  decided: draft.decided,
  followUp: draft.followUp,
  followedUpOn: draft.followedUpOn,
  received: draft.received,
  done: draft.done,
  inProcess: draft.inProcess,
  averageDays: draft.averageDays,
})

export const sameFacts = (one: InputDraft, other: InputDraft): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))

/** Nothing said yet. */
export const BLANK: Omit<InputDraft, 'kind' | 'happenedOn'> = {
  subject: '',
  stakeholder: '',
  people: null,
  asked: '',
  decided: '',
  followUp: '',
  followedUpOn: null,
  received: null,
  done: null,
  inProcess: null,
  averageDays: null,
}
