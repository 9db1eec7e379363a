import type { AssessmentContext } from '../assessments/assessment-context'
import type { PrerequisiteStanding } from '../assessments/prerequisite-standing'
import { storedGates } from '../assessments/stored-score'
import { lookup } from '../engine/instrument/lookup'
import type { VerdictLine } from '../findings/readiness-words'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { formatShortfall, STATUS, type Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount, formatPart, formatScore } from '../web/format/number'
import type { Link } from '../web/shell'
import type { HandInCheck } from './hand-in-check'
import { partTitle } from './part-state'

/** One thing that is looked at before a worksheet is handed in. */
export interface CheckLine {
  readonly label: string
  readonly status: Status
  readonly text: string
  readonly links: readonly Link[]
}

/** What blocks the hand-in, and what does not though the head should know it. */
export function checksOf(
  assessment: AssessmentContext,
  check: HandInCheck,
  {
    prerequisites,
    unrepaired,
    verdict,
  }: {
    readonly prerequisites: PrerequisiteStanding
    /** Codes of questions that came back and were neither changed nor answered. */
    readonly unrepaired: readonly string[]
    readonly verdict: VerdictLine | null
  },
): CheckLine[] {
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
    ...(unrepaired.length === 0
      ? []
      : [
          {
            label: 'Catatan pengembalian',
            status: open,
            text: `${unrepaired.length} catatan belum ditanggapi`,
            links: unrepaired.map(code => ({ label: code, href: `${paths.repairs(assessment.id)}#${code}` })),
          },
        ]),
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
      links: [...lookup(assessment.instrument).parts.values()].flatMap(part => {
        const count = check.sections.get(part.code)?.flagged ?? 0
        const href = `${paths.worksheetPart(assessment.id, part.id)}?saring=bertanda`
        return count > 0 ? [{ label: `${partTitle(part)}: ${formatCount(count)}`, href }] : []
      }),
    },
    totalLine(assessment, check),
    gatesLine(assessment, check),
    prerequisitesLine(assessment, prerequisites),
    ...(verdict ? [verdictCheck(verdict)] : []),
  ]
}

const verdictCheck = ({ status, text, link }: VerdictLine): CheckLine => ({
  label: 'Kesiapan',
  status: status.tone === 'ok' ? STATUS.met : OPEN,
  text: [`${status.text}.`, text].filter(Boolean).join(' '),
  links: [link],
})

const OPEN: Status = { tone: 'warn', icon: 'warn', text: 'Tidak menghalangi' }

const gatesOf = (assessment: AssessmentContext, { sections }: HandInCheck) =>
  storedGates(assessment.instrument, sections, {
    predicate: assessment.targetPredicate,
    areaGates: assessment.areaGates,
  })

function totalLine(assessment: AssessmentContext, check: HandInCheck): CheckLine {
  const total = check.sections.get('total')!
  const gate = gatesOf(assessment, check).find(one => one.section === 'total')?.substantiated
  const below = gate ? { below: gate.minimum } : {}
  return {
    label: 'Nilai total',
    status: !gate || gate.passes ? STATUS.met : OPEN,
    text: [
      `Terbukti ${formatScore(total.substantiated, below)}`,
      `diklaim ${formatScore(total.claimed, below)}`,
      ...(gate ? [`ambang ${formatScore(gate.minimum)}`] : []),
    ].join(', '),
    links: [],
  }
}

function gatesLine(assessment: AssessmentContext, check: HandInCheck): CheckLine {
  const gates = gatesOf(assessment, check)
  const failing = gates.filter(gate => !gate.substantiated.passes)
  return {
    label: `Ambang ${assessment.targetPredicate}`,
    status: failing.length === 0 ? STATUS.met : OPEN,
    text: `${formatPart(gates.length - failing.length, gates.length)} terpenuhi pada nilai terbukti${
      failing.length === 0 ? '' : '; satu yang gagal menggugurkan predikat'
    }`,
    links: failing.map(({ section, substantiated }) => ({
      label: `${sectionTitle(assessment.instrument, section)}: kurang ${formatShortfall(substantiated.distance)}`,
      href: `${paths.missing(assessment.id)}#ambang`,
    })),
  }
}

function prerequisitesLine(
  assessment: AssessmentContext,
  { concerned, failing, unknown }: PrerequisiteStanding,
): CheckLine {
  const href = paths.prerequisites(assessment.id)
  return {
    label: 'Prasyarat di luar nilai',
    status: failing.length + unknown.length === 0 ? STATUS.met : OPEN,
    text: `${formatPart(concerned - failing.length - unknown.length, concerned)} terpenuhi`,
    links: [
      ...failing.map(text => ({ label: `Belum terpenuhi: ${text}`, href })),
      ...unknown.map(text => ({ label: `Belum diisi: ${text}`, href })),
    ],
  }
}
