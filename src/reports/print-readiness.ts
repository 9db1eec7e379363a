import { editionWords } from '../assessments/document-number'
import { formatInstant } from '../web/format/date'
import { formatNip } from '../web/format/person'
import { printAreas } from './print-areas'
import { printBreakdown, printGates } from './print-gates'
import { printConclusion } from './print-conclusion'
import { printEvidence } from './print-evidence'
import { printFindings } from './print-findings'
import { printContradictions, printFlags, printSteps } from './print-questions'
import { printReading } from './print-reading'
import { points } from './printed-numbers'
import type {
  Labelled,
  PrintedPrerequisite,
  PrintedReadiness,
  PrintedSignature,
  PrintedStatus,
} from './printed-readiness'
import type { PrerequisiteFact, Signatory } from './readiness-facts'
import type { ReadinessReport } from './readiness-report'

const TITLE = 'Laporan Kesiapan Pembangunan Zona Integritas'
const DOTS = '.'.repeat(40)

/** The report in words, once for page and PDF; pure. */
export function printReadiness(report: ReadinessReport): PrintedReadiness {
  const { satker, draft, year } = report
  const [organisation, ...lines] = satker.letterhead.length > 0 ? satker.letterhead : [satker.name]
  return {
    documentTitle: `Laporan kesiapan ${satker.name} ${year}`,
    author: satker.name,
    title: TITLE,
    draft,
    draftWord: 'DRAF',
    runningHead: `Laporan kesiapan ${year} · ${satker.name}`,
    foot: {
      left: standing(report),
      middle: `Dibuat ${instant(report, report.generatedAt)} · ${report.documentNumber}`,
    },
    letterhead: { organisation: organisation ?? satker.name, lines, logoAlt: `Logo ${satker.name}` },
    meta: printMeta(report),
    conclusion: printConclusion(report.conclusion, draft, report.findings?.document.readiness ?? null),
    figures: printFigures(report),
    legend: { proven: 'Terbukti', gap: 'Diklaim, belum terbukti', minimum: 'Ambang' },
    gates: report.gates.map(table => printGates(table, table.predicate === report.target.id)),
    prerequisites: printPrerequisites(report),
    areas: printAreas(report.areas),
    breakdown: printBreakdown(report.breakdown),
    contradictions: printContradictions(report.contradictions),
    findings: printFindings(report.findings),
    flags: printFlags(report.flags),
    steps: report.steps.map(printSteps),
    reading: printReading(report),
    evidence: printEvidence(report.evidence, report.prerequisites),
    signatures: printSignatures(report),
  }
}

/** `DRAF, putaran 1, edisi 2` */
const standing = (report: ReadinessReport) => `${report.draft ? 'DRAF' : 'Diajukan'}, ${editionWords(report)}`

const instant = (report: ReadinessReport, at: string) => formatInstant(at, report.satker.zone)

function printMeta(report: ReadinessReport): readonly Labelled[] {
  const { target, instrument, draft } = report
  return [
    { label: 'Satuan kerja', value: report.satker.name },
    { label: 'Status', value: standing(report) },
    { label: 'Predikat yang dituju', value: `${target.label} (${target.id})` },
    { label: draft ? 'Data per' : 'Terkunci', value: instant(report, report.asOf) },
    { label: 'Instrumen', value: instrument.basis },
    { label: 'Terjawab', value: `${instrument.answered} dari ${instrument.questions} pertanyaan` },
    { label: 'Nomor dokumen', value: report.documentNumber },
  ]
}

function printFigures({ figures, target }: ReadinessReport): readonly Labelled[] {
  const minimum = figures.minimum
    ? [{ value: points(figures.minimum), label: `Ambang total ${target.id}` }]
    : []
  return [
    { value: points(figures.claimed, figures.minimum ?? undefined), label: 'Diklaim' },
    { value: points(figures.substantiated, figures.minimum ?? undefined), label: 'Terbukti' },
    { value: points(figures.gap), label: 'Diklaim, belum terbukti' },
    ...minimum,
  ]
}

function printPrerequisites({ prerequisites, gates }: ReadinessReport): PrintedReadiness['prerequisites'] {
  const predicates = gates.map(table => table.predicate)
  return {
    heading: 'Prasyarat di luar nilai',
    intro: 'Prasyarat tidak mengubah nilai, tetapi ikut menentukan pengusulan.',
    predicates,
    columns: ['Prasyarat', ...predicates, 'Keterangan'],
    rows: prerequisites.map((prerequisite, index) => printPrerequisite(prerequisite, index, predicates)),
  }
}

function printPrerequisite(
  { text, value, note, verdicts }: PrerequisiteFact,
  index: number,
  predicates: readonly string[],
): PrintedPrerequisite {
  return {
    text: `${index + 1}. ${text}`,
    verdicts: predicates.map(predicate => verdictStatus(verdicts.get(predicate))),
    note: [value, note].filter(Boolean).join('. '),
  }
}

function verdictStatus(verdict: 'passes' | 'fails' | 'unknown' | undefined): PrintedStatus {
  if (verdict === undefined) return { kind: 'none', word: '–' }
  if (verdict === 'unknown') return { kind: 'unknown', word: 'Belum diisi' }
  return verdict === 'passes' ? { kind: 'met', word: 'Terpenuhi' } : { kind: 'failed', word: 'Belum' }
}

function printSignatures({
  satker,
  year,
  head,
  chair,
  draft,
}: ReadinessReport): PrintedReadiness['signatures'] {
  return {
    heading: 'Pengesahan',
    intro: draft ? 'Laporan ini ditandatangani setelah penilaian diajukan.' : '',
    people: [
      printSignature(['Mengetahui,', `${head?.title ?? 'Kepala satuan kerja'},`], head, draft),
      printSignature(
        [
          `${satker.city || '.'.repeat(20)}, ${'.'.repeat(28)} ${year}`,
          `${chair?.title ?? 'Ketua Tim Zona Integritas'},`,
        ],
        chair,
        draft,
      ),
    ],
  }
}

/** Names and numbers stand under the line only once it may be signed; a draft leaves the NIP open. */
function printSignature(
  lines: readonly string[],
  person: Signatory | null,
  draft: boolean,
): PrintedSignature {
  const nip = person && !draft && person.nip ? formatNip(person.nip) : DOTS
  return { lines, name: person?.name ?? DOTS, nip: `NIP ${nip}` }
}
