import type { Actor } from '../access/actor'
import { closedBecause, mayInPart, partOf, type AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { textAreaField } from '../web/components/fields'
import { STATUS, type Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatInstant } from '../web/format/date'
import { formatPart } from '../web/format/number'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { unanswered, type Repair } from './repairs.service'

declare module '../web/view' {
  interface Views {
    'evaluation/repairs': RepairsPage
  }
}

export interface RepairsPage extends PageModel {
  readonly over: string
  readonly message: Message
  readonly summary: ErrorSummary | null
  readonly lines: readonly RepairLine[]
}

interface RepairLine {
  readonly code: string
  readonly href: string
  readonly text: string
  readonly note: string
  readonly by: string
  readonly status: Status
  readonly reply: string
  readonly replied: string
  readonly form: { readonly action: string; readonly over: string; readonly field: Field } | null
}

/** A reply that was refused: what was typed for which question. */
export interface RefusedReply {
  readonly question: string
  readonly form: FormState
}

export function repairsPage(
  assessment: AssessmentContext,
  repairs: readonly Repair[],
  actor: Actor,
  now: Date,
  refused: RefusedReply | null = null,
): RepairsPage {
  const open = closedBecause(assessment, now) === null
  const waiting = unanswered(repairs)
  const lines = repairs.map(repair => lineOf(assessment, repair, actor, open, refused))
  const fields = lines.flatMap(line => (line.form ? [line.form.field] : []))
  return {
    title: 'Perbaikan yang diminta',
    current: 'lembar',
    over: `${assessment.satkerName} · siklus ${assessment.year} · putaran ${assessment.round}`,
    message:
      waiting.length === 0
        ? { tone: 'ok', lead: 'Semua catatan sudah ditanggapi.', text: '' }
        : {
            tone: 'warn',
            lead: `${formatPart(waiting.length, repairs.length)} catatan belum ditanggapi.`,
            text: 'Perbaiki jawaban atau buktinya, atau tulis tanggapan. Pertanyaan lain terkunci pada putaran ini.',
          },
    summary: refused && errorSummary(refused.form, fields),
    lines,
  }
}

function lineOf(
  assessment: AssessmentContext,
  repair: Repair,
  actor: Actor,
  open: boolean,
  refused: RefusedReply | null,
): RepairLine {
  const { question, reply } = repair
  const mayReply = open && mayInPart(actor, 'answer', assessment, partOf(assessment, question) ?? '')
  const form = refused?.question === question ? refused.form : freshForm({ reply })
  const field = textAreaField(form, 'reply', {
    label: 'Tanggapan satker',
    maxlength: 2_000,
  })
  return {
    code: question,
    href: paths.question(assessment.id, question),
    text: lookup(assessment.instrument).questions.get(question)?.question.text ?? '',
    note: repair.note,
    by: stamp(assessment, repair.createdByName, repair.createdAt),
    status: statusOf(repair),
    reply,
    replied: repair.repliedAt === null ? '' : stamp(assessment, repair.repliedByName, repair.repliedAt),
    form: mayReply
      ? {
          action: paths.repair(assessment.id, question),
          over: reply,
          field: { ...field, id: `${field.id}-${question}` },
        }
      : null,
  }
}

const stamp = ({ timeZone }: AssessmentContext, name: string | null, at: string): string =>
  `${name ?? ''}, ${formatInstant(at, timeZone)}`

function statusOf({ changed, reply }: Repair): Status {
  if (changed) return { ...STATUS.met, text: 'Diperbaiki' }
  return reply === ''
    ? { tone: 'warn', icon: 'ring', text: 'Belum ditanggapi' }
    : { tone: 'mut', icon: 'tick', text: 'Ditanggapi' }
}
