import type { AgreementState } from '../engine/agreements/agreement-state'
import type { EvaluationInterval } from '../engine/agreements/evaluation-dates'
import type { EvaluationFault, TaskFault, TermFault } from '../engine/agreements/agreement-faults'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDateRange } from '../web/format/date'
import type { AgreementDraft, AgreementKind, PartnerKind, Realm, TaskDraft } from './agreement-facts'

export const REALM_WORDS: Readonly<Record<Realm, string>> = {
  domestic: 'Dalam negeri',
  foreign: 'Luar negeri',
}

export const KIND_WORDS: Readonly<Record<AgreementKind, string>> = {
  mou: 'Nota kesepahaman (MoU)',
  pks: 'Perjanjian kerja sama (PKS)',
  treaty: 'Perjanjian kerja sama luar negeri',
  letter: 'Surat kesepakatan',
  intent: 'Pernyataan kehendak (LoI)',
  other: 'Lainnya',
}

export const PARTNER_WORDS: Readonly<Record<PartnerKind, string>> = {
  ministry: 'Kementerian atau lembaga',
  region: 'Pemerintah daerah',
  law: 'Penegak hukum',
  campus: 'Sekolah atau perguruan tinggi',
  health: 'Fasilitas kesehatan',
  business: 'Badan usaha',
  society: 'Organisasi masyarakat atau media',
  foreign: 'Pemerintah atau lembaga asing',
  international: 'Organisasi internasional',
  other: 'Lainnya',
}

export const STATE_WORDS: Readonly<Record<AgreementState, Status>> = {
  'expired-without-result': { tone: 'bad', icon: 'octagon', text: 'Berakhir tanpa hasil' },
  'signed-only': { tone: 'bad', icon: 'edit', text: 'Tanda tangan saja' },
  late: { tone: 'bad', icon: 'cross', text: 'Terlambat' },
  'no-plan': { tone: 'warn', icon: 'dashring', text: 'Tanpa rencana kerja' },
  expiring: { tone: 'warn', icon: 'clock', text: 'Akan berakhir' },
  running: { tone: 'info', icon: 'half', text: 'Berjalan' },
  done: { tone: 'ok', icon: 'dot', text: 'Selesai' },
}

/** What a state means, in a sentence. */
export const STATE_MEANINGS: Readonly<Record<AgreementState, string>> = {
  'expired-without-result': 'Masa berlakunya habis dan tidak ada tugas yang terlaksana.',
  'signed-only': 'Lebih dari 180 hari sejak berlaku, belum ada tugas yang terlaksana.',
  late: 'Ada tugas yang belum terlaksana sesudah tenggatnya.',
  'no-plan': 'Belum ada tugas dalam rencana kerja.',
  expiring: 'Masa berlakunya habis dalam 90 hari.',
  running: 'Tidak ada tugas yang lewat tenggat.',
  done: 'Semua tugas dalam rencana kerja terlaksana.',
}

export const INTERVAL_WORDS: Readonly<Record<EvaluationInterval, string>> = {
  0: 'Tidak dijadwalkan',
  3: 'Setiap 3 bulan',
  6: 'Setiap 6 bulan',
  12: 'Setiap 12 bulan',
}

const CHANGE_TASKS = 'Ubah tugasnya dahulu.'

/** What is wrong with a term, at the field to correct. */
export const TERM_FAULT_WORDS: Readonly<
  Record<TermFault, readonly ['signedOn' | 'validFrom' | 'validUntil', string]>
> = {
  'until-before-from': ['validUntil', 'Akhir masa berlaku mendahului mulainya.'],
  'signed-after-end': ['signedOn', 'Tanda tangan sesudah akhir masa berlaku.'],
  'task-outside': ['validUntil', `Ada tugas yang tenggatnya di luar masa berlaku ini. ${CHANGE_TASKS}`],
  'realised-before': ['validFrom', `Ada tugas yang terlaksana sebelum tanggal ini. ${CHANGE_TASKS}`],
  'evaluated-before': ['validFrom', 'Ada evaluasi sebelum tanggal ini.'],
}

/** What is wrong with a date of a task, at its field. */
export const TASK_FAULT_WORDS: Readonly<Record<TaskFault, readonly ['dueOn' | 'doneOn', string]>> = {
  'due-before-term': ['dueOn', 'Tenggat mendahului masa berlaku kerja sama.'],
  'due-after-term': ['dueOn', 'Tenggat melewati masa berlaku kerja sama.'],
  'done-before-term': ['doneOn', 'Realisasi mendahului masa berlaku kerja sama.'],
  'done-in-future': ['doneOn', 'Tanggal realisasi belum terjadi.'],
}

export const EVALUATION_FAULT_WORDS: Readonly<Record<EvaluationFault, string>> = {
  'held-before-term': 'Evaluasi mendahului masa berlaku kerja sama.',
  'held-in-future': 'Tanggal evaluasi belum terjadi.',
}

export const FUTURE_SIGNATURE = 'Tanggal tanda tangan belum terjadi.'
export const RESULT_WITHOUT_DAY = 'Isi tanggal realisasinya.'
export const TREATY_AT_HOME = 'Jenis ini hanya untuk kerja sama luar negeri.'

/** `1 Jan 2026 – 31 Des 2027` */
export const termWords = ({
  validFrom,
  validUntil,
}: Pick<AgreementDraft, 'validFrom' | 'validUntil'>): string => formatShortDateRange(validFrom, validUntil)

/** Whether a task was carried out, is late or still has time. */
export function taskStatus({ dueOn, doneOn }: Pick<TaskDraft, 'dueOn' | 'doneOn'>, today: string): Status {
  if (doneOn !== null && doneOn <= today) return { tone: 'ok', icon: 'check', text: 'Terlaksana' }
  return dueOn < today
    ? { tone: 'bad', icon: 'cross', text: 'Lewat tenggat' }
    : { tone: 'mut', icon: 'ring', text: 'Belum' }
}

/** `3 dari 5 tugas`; empty without a plan. */
export const planWords = ({
  tasks,
  realised,
}: {
  readonly tasks: number
  readonly realised: number
}): string => (tasks === 0 ? '' : `${realised} dari ${tasks} tugas`)

/** By when the next evaluation is due, and whether that day is over. Null when none is. */
export function evaluationStatus(nextOn: string | null, today: string): Status | null {
  if (nextOn === null) return null
  return nextOn < today
    ? { tone: 'bad', icon: 'cross', text: `Evaluasi lewat ${formatDate(nextOn)}` }
    : { tone: 'mut', icon: 'calendar', text: `Evaluasi ${formatDate(nextOn)}` }
}

export const SIGNATORY = 'Penanda tangan'

/** Everything that stands in an agreement, as label and value. */
export const agreementFacts = (one: AgreementDraft) => [
  { label: 'Mitra', value: one.partner },
  { label: 'Jenis mitra', value: PARTNER_WORDS[one.partnerKind] },
  { label: 'Lingkup', value: REALM_WORDS[one.realm] },
  { label: 'Jenis', value: KIND_WORDS[one.kind] },
  { label: 'Nomor', value: one.number },
  { label: 'Ditandatangani', value: formatDate(one.signedOn) },
  { label: SIGNATORY, value: one.signedBy || 'Tidak dicatat' },
  { label: 'Masa berlaku', value: `${formatDate(one.validFrom)} – ${formatDate(one.validUntil)}` },
  { label: 'Evaluasi', value: INTERVAL_WORDS[one.evaluateEvery] },
  { label: 'Publikasi', value: one.published ? 'Tampil di halaman publik' : 'Tidak dipublikasikan' },
]
