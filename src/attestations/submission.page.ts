import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import { canDo } from '../engine/stages/stages'
import { paths } from '../paths'
import type { Confirm } from '../web/components/panels'
import { STATUS, type Status } from '../web/components/status'
import { assessmentTrack, type Track } from '../web/components/track'
import { formatDate, formatInstant } from '../web/format/date'
import { formatCount, formatPart } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { mayBeHandedIn, type HandInCheck } from './hand-in-check'
import { headLine } from './head-line'
import type { SubmissionRow } from './submissions.repository'

declare module '../web/view' {
  interface Views {
    'attestations/submission': SubmissionPage
  }
}

export interface SubmissionPage extends PageModel {
  readonly over: string
  readonly track: Track
  readonly message: Message | null
  readonly confirm: Confirm | null
  /** The withdrawal; its question stands last on the page. */
  readonly withdrawal: Confirm | null
  readonly checks: readonly Check[]
  readonly submissions: readonly SubmissionLine[]
}

interface Check {
  readonly label: string
  readonly status: Status
  readonly text: string
  readonly links: readonly Link[]
}

interface SubmissionLine {
  readonly title: string
  readonly by: string
  readonly status: Status
  readonly hash: string
  readonly href: string
}

export interface SubmissionFacts {
  readonly assessment: AssessmentContext
  readonly actor: Actor
  /** Null once it is handed in. */
  readonly check: HandInCheck | null
  readonly submissions: readonly SubmissionRow[]
  readonly now: Date
}

export function submissionPage(facts: SubmissionFacts): SubmissionPage {
  const { assessment, check, submissions } = facts
  const isHead = mayAt(facts.actor, 'submit', assessment)
  const standing = check === null ? submissions.find(row => row.withdrawnAt === null) : undefined
  return {
    title: 'Pengajuan',
    current: 'pengesahan',
    over: `${assessment.satkerName} · Siklus ${assessment.year}`,
    track: assessmentTrack(assessment.stage, assessment.round),
    message: messageOf(facts, standing, isHead),
    confirm: check && isHead && mayBeHandedIn(check) ? submitConfirm(assessment, check) : null,
    withdrawal:
      standing && isHead && mayBeWithdrawn(facts, standing) ? withdrawConfirm(assessment, standing) : null,
    checks: check ? checksOf(assessment, check) : [],
    submissions: submissions.map(row => submissionLine(assessment, row)),
  }
}

/** A withdrawal after the last day could never be handed in again. */
const mayBeWithdrawn = ({ assessment, now }: SubmissionFacts, row: SubmissionRow): boolean =>
  canDo('withdraw', 'head', assessment.stage) &&
  (row.closesOn === null || civilDate(now, assessment.timeZone) <= row.closesOn)

function messageOf(
  facts: SubmissionFacts,
  standing: SubmissionRow | undefined,
  isHead: boolean,
): Message | null {
  const { assessment, check } = facts
  if (check) return beforeHandIn(check, isHead)
  if (!standing) return null
  const lead = `Diajukan oleh ${headLine({ ...standing, name: standing.createdByName ?? '', at: standing.createdAt }, assessment.timeZone)}.`
  if (!canDo('withdraw', 'head', assessment.stage))
    return { tone: 'info', lead, text: 'Evaluasi sudah dimulai, sehingga pengajuan tidak dapat ditarik.' }
  if (standing.closesOn !== null && !mayBeWithdrawn(facts, standing))
    return {
      tone: 'info',
      lead,
      text: `Batas pengisian ${formatDate(standing.closesOn)} sudah lewat, sehingga pengajuan tidak dapat ditarik: lembar tidak akan dapat diajukan lagi.`,
    }
  return { tone: 'ok', lead, text: 'Lembar kerja sudah dibekukan dan menunggu evaluasi.' }
}

function beforeHandIn(check: HandInCheck, isHead: boolean): Message | null {
  if (check.closed !== null) return { tone: 'info', lead: check.closed, text: '' }
  if (!mayBeHandedIn(check))
    return {
      tone: 'warn',
      lead: 'Penilaian belum dapat diajukan.',
      text: 'Selesaikan dahulu yang menghalangi di bawah ini.',
    }
  return isHead
    ? null
    : { tone: 'info', lead: 'Siap diajukan.', text: 'Penilaian diajukan oleh kepala satker.' }
}

function submitConfirm(assessment: AssessmentContext, { flagged, unanswered }: HandInCheck): Confirm {
  const unansweredWords =
    unanswered > 0 ? `${formatCount(unanswered)} pertanyaan belum dijawab dan dihitung nol. ` : ''
  return {
    tone: 'warn',
    lead:
      flagged > 0
        ? `Ajukan dengan ${formatCount(flagged)} tanda yang belum dijelaskan?`
        : 'Ajukan penilaian ini?',
    text: `${unansweredWords}Setelah diajukan, lembar ini tidak dapat diubah.`,
    action: paths.submission(assessment.id),
    submit: 'Ajukan penilaian',
    destructive: false,
    hidden: [],
    fields: [],
    cancel: {
      label: flagged > 0 ? 'Periksa tanda' : 'Kembali ke pengesahan',
      href: paths.attestations(assessment.id),
    },
  }
}

function withdrawConfirm(assessment: AssessmentContext, row: SubmissionRow): Confirm {
  const until = row.closesOn === null ? '' : ` sampai ${formatDate(row.closesOn)}`
  return {
    tone: 'warn',
    lead: 'Tarik pengajuan ini?',
    text: `Lembar beku tetap tersimpan. Edisi ${row.edition + 1} dibuka dengan isi yang sama dan dapat diubah${until}; pengesahan tetap berlaku selama bagiannya tidak berubah.`,
    action: paths.submissionWithdrawal(assessment.id),
    submit: 'Tarik pengajuan',
    destructive: true,
    hidden: [],
    fields: [],
    cancel: { label: 'Kembali ke beranda', href: paths.assessment(assessment.id) },
  }
}

function checksOf(assessment: AssessmentContext, check: HandInCheck): Check[] {
  const { unattested, contradictory, unanswered, flagged, questions } = check
  const blocks: Status = { tone: 'bad', icon: 'cross', text: 'Menghalangi' }
  const open: Status = { tone: 'warn', icon: 'flag', text: 'Tidak menghalangi' }
  const partHref = (part: string) => `${paths.attestations(assessment.id)}#bagian-${part}`
  return [
    {
      label: 'Batas pengisian',
      status: check.closed === null ? STATUS.met : blocks,
      text:
        check.closed ??
        (assessment.closesOn === null ? 'Tanpa batas' : `Sampai ${formatDate(assessment.closesOn)}`),
      links: [],
    },
    {
      label: 'Pengesahan',
      status: unattested.length === 0 ? STATUS.met : blocks,
      text: unattested.length === 0 ? 'Semua bagian disahkan' : `${unattested.length} bagian belum disahkan`,
      links: unattested.map(({ part, name }) => ({ label: name, href: partHref(part) })),
    },
    {
      label: 'Angka bertentangan',
      status: contradictory.length === 0 ? STATUS.met : blocks,
      text: contradictory.length === 0 ? 'Tidak ada' : `${contradictory.length} pertanyaan`,
      links: contradictory.map(code => ({ label: code, href: paths.question(assessment.id, code) })),
    },
    {
      label: 'Jawaban',
      status: unanswered === 0 ? STATUS.met : { ...open, icon: 'ring', tone: 'mut' },
      text: `${formatPart(questions - unanswered, questions)} dijawab; yang kosong dihitung nol`,
      links: [],
    },
    {
      label: 'Tanda',
      status: flagged === 0 ? STATUS.met : open,
      text: flagged === 0 ? 'Tidak ada' : `${formatCount(flagged)} pertanyaan bertanda`,
      links: [],
    },
  ]
}

function submissionLine({ id, timeZone }: AssessmentContext, row: SubmissionRow): SubmissionLine {
  return {
    title: `Putaran ${row.round}, edisi ${row.edition}`,
    by: headLine({ ...row, name: row.createdByName ?? '', at: row.createdAt }, timeZone),
    status:
      row.withdrawnAt === null
        ? { tone: 'mut', icon: 'lock', text: 'Dibekukan' }
        : { tone: 'mut', icon: 'back', text: `Ditarik ${formatInstant(row.withdrawnAt, timeZone)}` },
    hash: row.hash.slice(0, 12),
    href: paths.frozenWorksheet(id, row.worksheetId),
  }
}
