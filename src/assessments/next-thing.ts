import type { Actor } from '../access/actor'
import { mayAt, partsAt } from '../access/scope'
import { lookup } from '../engine/instrument/lookup'
import type { Missing, SectionScore, Step } from '../engine/scoring/score'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { formatCount, formatGain } from '../web/format/number'
import type { Link } from '../web/shell'
import { partOf, type AssessmentContext } from './assessment-context'
import type { BeforeSubmission } from './assessment-facts.repository'
import { enumerate, questionPlace, stepAction } from './step-words'

/** The one next thing for this person: what, why, and the button that leads there. */
export interface NextThing {
  readonly title: string
  readonly text: string
  /** `+2,00`; `''` where points are not the matter. */
  readonly gain: string
  readonly primary: Link | null
  readonly secondary: Link | null
}

export interface NextFacts {
  readonly assessment: AssessmentContext
  readonly actor: Actor
  readonly total: SectionScore
  readonly before: BeforeSubmission
  /** Why nothing can be written now; null while it can. */
  readonly closed: string | null
  /** Steps to the target on the substantiated basis; null while the worksheet is closed. */
  readonly missing: Missing | null
  /** Codes whose inputs contradict each other. */
  readonly contradictory: readonly string[]
  /** Whether the satker has an assessment of an earlier cycle. */
  readonly earlier: boolean
}

export function nextThing(facts: NextFacts): NextThing {
  const { assessment, actor, closed } = facts
  if (closed !== null) return whileClosed(assessment, closed)
  if (mayAt(actor, 'submit', assessment)) return forHead(facts)
  if (mayAt(actor, 'answer', assessment)) return forTeam(facts)
  return forReader(facts)
}

function whileClosed(assessment: AssessmentContext, closed: string): NextThing {
  const waiting: Partial<Record<AssessmentContext['stage'], string>> = {
    diajukan: 'Menunggu evaluasi dimulai',
    dievaluasi: 'Sedang dievaluasi',
    dinilai: 'Menunggu penetapan akhir',
    final: 'Penilaian selesai',
  }
  return {
    title: waiting[assessment.stage] ?? 'Pengisian tidak dibuka',
    text: closed,
    gain: '',
    primary: { label: 'Lihat laporan kesiapan', href: paths.readiness(assessment.id) },
    secondary: { label: 'Baca lembar kerja', href: paths.wholeWorksheet(assessment.id) },
  }
}

function forHead(facts: NextFacts): NextThing {
  const { assessment, before, total, contradictory, missing } = facts
  const parts = lookup(assessment.instrument).parts.size
  const left = parts - before.attested.size
  const steps = allSteps(assessment)
  if (total.answered === 0 && contradictory.length === 0)
    return {
      title: 'Tim ZI mulai mengisi',
      text: 'Belum ada pertanyaan yang dijawab. Bagian disahkan setelah tim mengisinya.',
      gain: '',
      primary: null,
      secondary: { label: 'Buka lembar kerja', href: paths.wholeWorksheet(assessment.id) },
    }
  const [clash] = contradictory
  if (clash !== undefined)
    return {
      title: `${formatCount(contradictory.length)} jawaban bertentangan menghalangi pengajuan`,
      text: `${questionPlace(assessment.instrument, clash)}. Mintalah tim membetulkan angkanya, lalu sahkan bagiannya.`,
      gain: '',
      primary: { label: 'Lihat pertanyaan', href: paths.question(assessment.id, clash) },
      secondary: { label: 'Pengesahan', href: paths.attestations(assessment.id) },
    }
  if (left > 0)
    return {
      title: `Periksa dan sahkan ${formatCount(left)} dari ${formatCount(parts)} bagian`,
      text: `Penilaian dapat diajukan setelah ${formatCount(parts)} bagian disahkan. ${stepsLeft(missing, assessment.targetPredicate)}`,
      gain: '',
      primary: { label: 'Sahkan bagian', href: paths.attestations(assessment.id) },
      secondary: steps,
    }
  return {
    title: 'Ajukan penilaian',
    text: `Semua bagian sudah disahkan. Setelah diajukan, lembar ini tidak dapat diubah. ${stepsLeft(missing, assessment.targetPredicate)}`,
    gain: '',
    primary: { label: 'Ke halaman pengajuan', href: paths.submission(assessment.id) },
    secondary: steps,
  }
}

const stepsLeft = (missing: Missing | null, predicate: string): string =>
  missing && missing.steps.length + missing.unreachable.length > 0
    ? `Masih ada yang kurang untuk ${predicate}.`
    : ''

function forTeam(facts: NextFacts): NextThing {
  const { assessment, total, contradictory, missing, before } = facts
  const mine = partsAt(facts.actor, 'answer', assessment)
  const isMine = (code: string) => mine === 'all' || mine.includes(partOf(assessment, code) ?? '')
  const { parts } = lookup(assessment.instrument)
  const part = (mine === 'all' ? [...parts.keys()][0] : mine[0]) ?? ''
  const clash = contradictory.find(isMine) ?? contradictory[0]
  if (clash !== undefined)
    return {
      title: `Betulkan ${formatCount(contradictory.length)} jawaban yang bertentangan`,
      text: `${questionPlace(assessment.instrument, clash)}. Jawaban yang bertentangan tidak dihitung dan menghalangi pengesahan dan pengajuan.`,
      gain: '',
      primary: { label: 'Betulkan angka', href: paths.question(assessment.id, clash) },
      secondary: null,
    }
  if (total.answered === 0)
    return {
      title: 'Mulai mengisi lembar kerja',
      text: 'Setiap perubahan langsung disimpan. Lampirkan bukti pada pertanyaan yang sudah dijawab.',
      gain: '',
      primary: { label: 'Buka lembar kerja', href: paths.worksheetPart(assessment.id, part) },
      secondary:
        facts.earlier && before.carried === 0 && mayAt(facts.actor, 'carry-over', assessment)
          ? { label: 'Salin dari siklus lalu', href: paths.carryOver(assessment.id) }
          : null,
    }
  const step = missing?.steps.find(candidate => isMine(candidate.question)) ?? missing?.steps[0]
  if (step) return stepThing(assessment, step)
  const unanswered = total.questions - total.answered
  if (unanswered > 0)
    return {
      title: `Jawab ${formatCount(unanswered)} pertanyaan yang tersisa`,
      text: 'Pertanyaan yang belum dijawab dihitung nol.',
      gain: '',
      primary: {
        label: 'Lanjutkan mengisi',
        href: `${paths.worksheetPart(assessment.id, part)}?saring=belum`,
      },
      secondary: null,
    }
  const left = parts.size - before.attested.size
  return {
    title: left > 0 ? 'Siap diperiksa kepala satker' : 'Siap diajukan kepala satker',
    text:
      left > 0
        ? `${formatCount(left)} dari ${formatCount(parts.size)} bagian belum disahkan.`
        : 'Semua bagian sudah disahkan.',
    gain: '',
    primary: { label: 'Lihat pengesahan', href: paths.attestations(assessment.id) },
    secondary: { label: 'Laporan kesiapan', href: paths.readiness(assessment.id) },
  }
}

function stepThing(assessment: AssessmentContext, step: Step): NextThing {
  const { instrument } = assessment
  const closes = step.closes.map(section => sectionTitle(instrument, section))
  return {
    title: stepAction(instrument, step),
    text: `${questionPlace(instrument, step.question)}.${closes.length > 0 ? ` Ambang ${enumerate(closes)} lalu terpenuhi.` : ''}`,
    gain: formatGain(step.gain),
    primary: { label: 'Buka pertanyaan', href: paths.question(assessment.id, step.question) },
    secondary: allSteps(assessment),
  }
}

/** Whoever only reads has nothing to do here, and sees what the satker's next step would be. */
function forReader({ assessment, missing }: NextFacts): NextThing {
  const [step] = missing?.steps ?? []
  if (step) return { ...stepThing(assessment, step), primary: null }
  return {
    title: 'Satker masih mengisi',
    text: `Tidak ada langkah yang kurang untuk ${assessment.targetPredicate}.`,
    gain: '',
    primary: null,
    secondary: { label: 'Laporan kesiapan', href: paths.readiness(assessment.id) },
  }
}

const allSteps = (assessment: AssessmentContext): Link => ({
  label: 'Semua langkah',
  href: paths.missing(assessment.id),
})
