import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import type { Confirm } from '../web/components/panels'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { HandInCheck } from './hand-in-check'
import type { SubmissionRow } from './submissions.repository'

/** The question before the hand-in: what stays unexplained, and that nothing can be changed afterwards. */
export function submitConfirm(assessment: AssessmentContext, { flagged, unanswered }: HandInCheck): Confirm {
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

/** The question before a submission is taken back. */
export function withdrawConfirm(assessment: AssessmentContext, row: SubmissionRow): Confirm {
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
