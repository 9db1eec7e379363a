import { add, sum, ZERO } from '../engine/exact'
import type { Missing, Score } from '../engine/scoring/score'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import type { Steps } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { gateStatus, type Status } from '../web/components/status'
import { formatCount, formatGain, formatPart, formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import type { AssessmentContext } from './assessment-context'
import type { MissingQuery } from './missing.form'
import { enumerate, questionPlace, stepAction } from './step-words'
import { whatIfPanel, type WhatIfPanel } from './what-if.page'

declare module '../web/view' {
  interface Views {
    'assessments/missing': MissingPage
  }
}

export interface MissingFacts {
  readonly assessment: AssessmentContext
  readonly query: MissingQuery
  readonly score: Score
  readonly missing: Missing
  /** Who looks after each question. */
  readonly people: ReadonlyMap<string, string>
  /** Typed answers to the index questions now. */
  readonly indexes: ReadonlyMap<string, string>
  /** The score of what is tried; null while nothing is. */
  readonly tried: Score | null
}

export interface MissingPage extends PageModel {
  readonly over: string
  readonly pills: Pills
  readonly summary: Message
  readonly gates: readonly GateRow[]
  readonly trying: boolean
  readonly steps: Steps | null
  /** Gates that no step closes, in words. */
  readonly unreachable: readonly string[]
  readonly whatIf: WhatIfPanel
}

export interface GateRow {
  readonly title: string
  /** Why the section has its score. */
  readonly href: string
  readonly bar: SafeHtml
  readonly substantiated: string
  readonly claimed: string
  readonly minimum: string
  readonly status: Status
  /** What is tried: the substantiated score and its state; `''` and null while nothing is. */
  readonly tried: string
  readonly triedStatus: Status | null
}

export function missingPage(facts: MissingFacts): MissingPage {
  const { assessment, query, missing } = facts
  const { instrument } = assessment
  return {
    title: `Apa yang kurang untuk ${query.predicate}`,
    current: 'kurang',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    pills: {
      label: 'Predikat',
      items: instrument.predicates.map(({ id }) => ({
        label: id,
        href: `${paths.missing(assessment.id)}?predikat=${encodeURIComponent(id)}`,
        icon: '',
        count: '',
        current: id === query.predicate,
      })),
    },
    summary: summaryOf(facts),
    gates: gateRows(facts),
    trying: facts.tried !== null,
    steps: missing.steps.length > 0 ? stepsTable(facts) : null,
    unreachable: missing.unreachable.map(
      section =>
        `${sectionTitle(instrument, section)} tidak dapat ditutup dengan langkah apa pun yang masih terbuka.`,
    ),
    whatIf: whatIfPanel(facts),
  }
}

/** Gates that fail first, each in the order of the instrument. */
function gateRows({ assessment, query, score, tried }: MissingFacts): GateRow[] {
  const claimed = new Map((score.claimed.gates.get(query.predicate) ?? []).map(gate => [gate.section, gate]))
  const after = new Map(
    (tried?.substantiated.gates.get(query.predicate) ?? []).map(gate => [gate.section, gate]),
  )
  const gates = score.substantiated.gates.get(query.predicate) ?? []
  return [...gates.filter(gate => !gate.passes), ...gates.filter(gate => gate.passes)].map(gate => {
    const weight = score.sections.get(gate.section)?.weight ?? gate.minimum
    const below = { below: gate.minimum }
    const next = after.get(gate.section)
    return {
      title: sectionTitle(assessment.instrument, gate.section),
      href: paths.scoreOrigin(assessment.id, gate.section),
      bar: proofBar({
        substantiated: next?.reached ?? gate.reached,
        claimed:
          tried?.sections.get(gate.section)?.claimed ?? claimed.get(gate.section)?.reached ?? gate.reached,
        weight,
        minimum: gate.minimum,
      }),
      substantiated: formatScore(gate.reached, below),
      claimed: formatScore(claimed.get(gate.section)?.reached ?? ZERO, below),
      minimum: formatScore(gate.minimum),
      status: gateStatus(gate),
      tried: next ? formatScore(next.reached, below) : '',
      triedStatus: next ? gateStatus(next) : null,
    }
  })
}

function summaryOf({ assessment, query, score, missing }: MissingFacts): Message {
  const gates = score.substantiated.gates.get(query.predicate) ?? []
  const failing = gates.filter(gate => !gate.passes)
  if (failing.length === 0)
    return {
      tone: 'ok',
      lead: `Semua ${formatCount(gates.length)} ambang ${query.predicate} terpenuhi.`,
      text: 'Yang terbukti sudah mencapai semuanya. Prasyarat di luar nilai dilihat tersendiri.',
    }
  const gain = formatScore(sum(missing.steps.map(step => step.gain)))
  const closable = failing.length - missing.unreachable.length
  const steps = `${formatCount(missing.steps.length)} langkah di bawah`
  return {
    tone: 'bad',
    lead: `${formatPart(failing.length, gates.length)} ambang belum terpenuhi.`,
    text:
      missing.unreachable.length === 0
        ? `${steps} menutup semuanya dan menambah ${gain} poin terbukti.`
        : closable > 0
          ? `${steps} menutup ${formatCount(closable)} dan menambah ${gain} poin terbukti; ${formatCount(missing.unreachable.length)} tidak dapat ditutup.`
          : `Tidak ada langkah yang dapat menutup ${enumerate(missing.unreachable.map(section => sectionTitle(assessment.instrument, section)))}.`,
  }
}

function stepsTable({ assessment, missing, score, people }: MissingFacts): Steps {
  const { instrument } = assessment
  let total = score.substantiated.total
  let left = (score.substantiated.gates.get(missing.predicate) ?? []).filter(gate => !gate.passes).length
  const rows = missing.steps.map((step, index) => {
    total = add(total, step.gain)
    left -= step.closes.length
    const titles = enumerate(step.closes.map(section => sectionTitle(instrument, section)))
    const text = lookup(instrument).questions.get(step.question)?.question.text ?? ''
    return {
      number: String(index + 1),
      title: stepAction(instrument, step),
      href: paths.question(assessment.id, step.question),
      where: `${questionPlace(instrument, step.question)} · ${text}`,
      who: step.external ? 'Survei eksternal' : people.get(step.question) || 'Belum ditentukan',
      gain: formatGain(step.gain),
      total: formatScore(total),
      closes:
        step.closes.length === 0
          ? ''
          : left === 0
            ? `${titles} terpenuhi: semua ambang ${missing.predicate} tercapai`
            : `${titles} terpenuhi`,
    }
  })
  return {
    caption: `Langkah paling sedikit, dihitung dari nilai terbukti. Total dimulai dari ${formatScore(score.substantiated.total)}.`,
    rows,
  }
}
