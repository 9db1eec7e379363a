import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { STATUS, type Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount, formatPart } from '../web/format/number'
import type { Link } from '../web/shell'
import type { HandInCheck } from './hand-in-check'

/** One thing that is looked at before a worksheet is handed in. */
export interface CheckLine {
  readonly label: string
  readonly status: Status
  readonly text: string
  readonly links: readonly Link[]
}

export function checksOf(assessment: AssessmentContext, check: HandInCheck): CheckLine[] {
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
