import type { Actor } from '../access/actor'
import { mayAt, partsAt } from '../access/scope'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Missing, SectionScore, Step } from '../engine/scoring/score'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { formatCount, formatGain } from '../web/format/number'
import type { Link } from '../web/shell'
import { partTitle } from '../attestations/part-state'
import { partOf, type AssessmentContext } from './assessment-context'
import type { BeforeSubmission } from './assessment-facts.repository'
import { enumerate, questionPlace, stepAction } from './step-words'
import type { Sections } from './stored-score'

/** The one next thing for this person: what, why, and the button that leads there. */
export interface NextThing {
  readonly title: string
  readonly text: string
  /** `+2,00`; `''` where points are not the matter. */
  readonly gain: string
  readonly primary: Link | null
  readonly secondary: Link | null
}

export interface SentBack {
  readonly came: number
  readonly waiting: readonly string[]
}

export interface NextFacts {
  readonly assessment: AssessmentContext
  readonly actor: Actor
  readonly total: SectionScore
  readonly sections: Sections
  readonly before: BeforeSubmission
  /** Why nothing can be written now; null while it can. */
  readonly closed: string | null
  /** Steps to the target on the substantiated basis; null while the worksheet is closed. */
  readonly missing: Missing | null
  /** Codes whose inputs contradict each other. */
  readonly contradictory: readonly string[]
  /** What the evaluators sent back, and what of it nobody answered yet. */
  readonly back: SentBack
  /** Whether the satker has an assessment of an earlier cycle. */
  readonly earlier: boolean
}

export function nextThing(facts: NextFacts): NextThing {
  const { assessment, actor, closed } = facts
  if (closed !== null) return whileClosed(assessment, closed, actor)
  if (mayAt(actor, 'submit', assessment)) return forHead(facts)
  if (mayAt(actor, 'answer', assessment)) return forTeam(facts)
  return forReader(facts)
}

function whileClosed(assessment: AssessmentContext, closed: string, actor: Actor): NextThing {
  const { id, stage } = assessment
  const report = { label: 'Lihat laporan kesiapan', href: paths.readiness(id) }
  const mayWithdraw = stage === 'diajukan' && mayAt(actor, 'submit', assessment)
  const waiting: Partial<Record<AssessmentContext['stage'], string>> = {
    diajukan: 'Menunggu evaluasi dimulai',
    dievaluasi: 'Sedang dievaluasi',
    dinilai: 'Menunggu penetapan akhir',
    final: 'Penilaian selesai',
  }
  return {
    title: waiting[stage] ?? 'Pengisian tidak dibuka',
    text: closed,
    gain: '',
    ...(stage === 'dinilai' || stage === 'final'
      ? { primary: { label: 'Lihat hasil', href: paths.result(id) }, secondary: report }
      : {
          primary: report,
          secondary: mayWithdraw
            ? { label: 'Lihat pengajuan', href: paths.submission(id) }
            : { label: 'Baca lembar kerja', href: paths.wholeWorksheet(id) },
        }),
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
  if (facts.back.waiting.length > 0)
    return {
      title: `${formatCount(facts.back.waiting.length)} catatan evaluator belum ditanggapi`,
      text: 'Mintalah tim menanggapinya. Pengajuan tidak terhalang, tetapi evaluator akan melihat catatan itu kosong.',
      gain: '',
      primary: { label: 'Lihat daftar perbaikan', href: paths.repairs(assessment.id) },
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

/** What this person fills in: the chair everything, a member the own parts, and first what was given to them by name. */
function ownWork({ assessment, actor, before }: NextFacts) {
  const mine = partsAt(actor, 'answer', assessment)
  const parts = [...lookup(assessment.instrument).parts.values()].filter(
    part => mine === 'all' || mine.includes(part.id),
  )
  const isMine = (code: string) => parts.some(part => part.id === partOf(assessment, code))
  const rank = (code: string) => {
    const given = before.assigned.get(code)
    return given === undefined ? 1 : given === actor.userId ? 0 : 2
  }
  return {
    all: mine === 'all',
    parts,
    mineFirst: (codes: readonly string[]): string[] =>
      codes.filter(isMine).sort((one, other) => rank(one) - rank(other)),
  }
}

function forTeam(facts: NextFacts): NextThing {
  const { assessment, contradictory, missing, before } = facts
  const { all, parts, mineFirst } = ownWork(facts)
  const clashes = mineFirst(contradictory)
  if (clashes[0] !== undefined) return clashThing(assessment, clashes[0], clashes.length)
  const returned = before.returned.find(({ part }) => parts.some(own => own.id === part))
  if (returned) return returnedThing(assessment, returned)
  const asked = mineFirst(facts.back.waiting)
  if (asked.length > 0) return repairThing(assessment, asked.length)
  const scores = parts.flatMap(part => facts.sections.get(part.code) ?? [])
  if (scores.every(score => score.answered === 0)) return startThing(facts, parts[0]?.id ?? '')
  const [first] = mineFirst((missing?.steps ?? []).map(step => step.question))
  const step = missing?.steps.find(candidate => candidate.question === first)
  if (step) return stepThing(assessment, step)
  const open = scores.findIndex(score => score.answered < score.questions)
  const unanswered = scores.reduce((count, score) => count + score.questions - score.answered, 0)
  const part = parts[open]
  if (part)
    return {
      title: `Jawab ${formatCount(unanswered)} pertanyaan yang tersisa${all ? '' : ' di bagian Anda'}`,
      text: 'Pertanyaan yang belum dijawab dihitung nol.',
      gain: '',
      primary: {
        label: 'Lanjutkan mengisi',
        href: `${paths.worksheetPart(assessment.id, part.id)}?saring=belum`,
      },
      secondary: null,
    }
  return all ? forOthersToDo(facts) : ownPartsDone(facts, parts)
}

const clashThing = (assessment: AssessmentContext, code: string, count: number): NextThing => ({
  title: `Betulkan ${formatCount(count)} jawaban yang bertentangan`,
  text: `${questionPlace(assessment.instrument, code)}. Jawaban yang bertentangan tidak dihitung dan menghalangi pengesahan dan pengajuan.`,
  gain: '',
  primary: { label: 'Betulkan angka', href: paths.question(assessment.id, code) },
  secondary: null,
})

function returnedThing(
  assessment: AssessmentContext,
  { part, remark }: BeforeSubmission['returned'][number],
): NextThing {
  const found = lookup(assessment.instrument).parts.get(part)
  return {
    title: `Kepala satker mengembalikan ${found ? partTitle(found) : part}`,
    text: `“${remark}”`,
    gain: '',
    primary: { label: 'Buka bagian', href: paths.worksheetPart(assessment.id, part) },
    secondary: { label: 'Pengesahan', href: `${paths.attestations(assessment.id)}#bagian-${part}` },
  }
}

const repairThing = (assessment: AssessmentContext, count: number): NextThing => ({
  title: `Perbaiki ${formatCount(count)} pertanyaan yang dikembalikan evaluator`,
  text: 'Hanya pertanyaan itu yang dapat diubah. Tanggapi setiap catatannya sebelum diajukan lagi.',
  gain: '',
  primary: { label: 'Buka daftar perbaikan', href: paths.repairs(assessment.id) },
  secondary: null,
})

const startThing = ({ assessment, actor, total, earlier, before }: NextFacts, part: string): NextThing => ({
  title: total.answered === 0 ? 'Mulai mengisi lembar kerja' : 'Mulai mengisi bagian Anda',
  text: 'Setiap perubahan langsung disimpan. Lampirkan bukti pada pertanyaan yang sudah dijawab.',
  gain: '',
  primary: { label: 'Buka lembar kerja', href: paths.worksheetPart(assessment.id, part) },
  secondary:
    earlier && before.carried === 0 && mayAt(actor, 'carry-over', assessment)
      ? { label: 'Salin dari siklus lalu', href: paths.carryOver(assessment.id) }
      : null,
})

/** A member whose own parts lack nothing: what is flagged in them, else what the others still do. */
function ownPartsDone({ assessment, sections }: NextFacts, parts: readonly Part[]): NextThing {
  const flagged = parts.find(part => (sections.get(part.code)?.flagged ?? 0) > 0)
  const count = parts.reduce((sum, part) => sum + (sections.get(part.code)?.flagged ?? 0), 0)
  if (flagged)
    return {
      title: `Periksa ${formatCount(count)} pertanyaan bertanda di bagian Anda`,
      text: 'Semua sudah dijawab. Tanda menunjukkan nilai yang belum didukung bukti.',
      gain: '',
      primary: {
        label: 'Lihat yang bertanda',
        href: `${paths.worksheetPart(assessment.id, flagged.id)}?saring=bertanda`,
      },
      secondary: allSteps(assessment),
    }
  return {
    title: 'Bagian Anda sudah lengkap',
    text: 'Semua pertanyaannya dijawab dan tidak ada yang bertanda.',
    gain: '',
    primary: null,
    secondary: allSteps(assessment),
  }
}

function forOthersToDo({ assessment, before }: NextFacts): NextThing {
  const parts = lookup(assessment.instrument).parts.size
  const left = parts - before.attested.size
  return {
    title: left > 0 ? 'Siap diperiksa kepala satker' : 'Siap diajukan kepala satker',
    text:
      left > 0
        ? `${formatCount(left)} dari ${formatCount(parts)} bagian belum disahkan.`
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
