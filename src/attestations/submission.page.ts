import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import { canDo } from '../engine/stages/stages'
import { paths } from '../paths'
import type { Confirm } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { assessmentTrack, type Track } from '../web/components/track'
import { formatDate, formatInstant } from '../web/format/date'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import type { VerdictLine } from '../findings/readiness-words'
import type { PrerequisiteStanding } from '../assessments/prerequisite-standing'
import { checksOf, type CheckLine } from './hand-in-checks.page'
import { mayBeHandedIn, type HandInCheck } from './hand-in-check'
import { headLine } from './head-line'
import { submitConfirm, withdrawConfirm } from './submission-confirms.page'
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
  readonly checks: readonly CheckLine[]
  readonly submissions: readonly SubmissionLine[]
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
  readonly prerequisites: PrerequisiteStanding
  /** Codes of questions that came back and were neither changed nor answered. */
  readonly unrepaired: readonly string[]
  readonly submissions: readonly SubmissionRow[]
  readonly now: Date
  /** What the rules made of it when they were read last. */
  readonly verdict: VerdictLine | null
}

export function submissionPage(facts: SubmissionFacts): SubmissionPage {
  const { assessment, check, submissions } = facts
  const isHead = mayAt(facts.actor, 'submit', assessment)
  const standing = check === null ? submissions.find(row => row.withdrawnAt === null) : undefined
  return {
    title: 'Pengajuan',
    current: 'pengesahan',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    track: assessmentTrack(assessment.stage, assessment.round),
    message: messageOf(facts, standing, isHead),
    confirm: check && isHead && mayBeHandedIn(check) ? submitConfirm(assessment, check) : null,
    withdrawal:
      standing && isHead && mayBeWithdrawn(facts, standing) ? withdrawConfirm(assessment, standing) : null,
    checks: check ? checksOf(assessment, check, facts) : [],
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
