import type { Request, Response } from 'express'
import {
  closedBecause,
  isFilling,
  mayInPart,
  partOf,
  type AssessmentContext,
} from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { headLine } from '../attestations/head-line'
import type { PartState } from '../attestations/part-state'
import { questionMarks } from '../findings/question-marks'
import { hiddenActs } from '../assessments/scoring-sight'
import { lookup, type QuestionPlace } from '../engine/instrument/lookup'
import { mayAt } from '../access/scope'
import { NotFound } from '../refusals'
import { questionOffers, type QuestionOffers } from '../registers/question-offers.page'
import type { Services } from '../services'
import type { Message } from '../web/shell'
import { view } from '../web/view'
import { NO_VALUE, storedValue } from './answer-content'
import { areaPage } from './area.page'
import { questionPage, TRAIL_PAGE } from './question.page'
import type { QuestionFilter } from './question-filter'
import type { RefusedFields, RowSetting } from './question-row.page'

export interface ShownPart {
  readonly part: string
  readonly filter: QuestionFilter
  readonly refused?: ReadonlyMap<string, RefusedFields>
}

/** Loads what the rows of one part need: four statements, five for the chair, one more in a round of repair. */
export async function rowSetting(
  { worksheets, assignments, findings, repairs, clock }: Services,
  req: Request,
  assessment: AssessmentContext,
  part: string,
  refused: ReadonlyMap<string, RefusedFields> = new Map(),
): Promise<
  RowSetting & {
    readonly closed: Message | null
    readonly mayAnswer: boolean
    readonly userId: string | null
  }
> {
  const { actor } = req
  const mayAnswer = mayInPart(actor, 'answer', assessment, part)
  const closed = readOnlyMessage(req, assessment, part, mayAnswer, clock())
  const editable = closed === null
  const assigns = editable && mayAt(actor, 'assign-question', assessment)
  const [contents, assignees, answerers, returned, seen] = await Promise.all([
    worksheets.contents(actor, assessment),
    assignments.ofAssessment(assessment),
    assigns ? assignments.answerersOf(assessment, part) : null,
    repairs.of(assessment),
    findings.pointedAt(actor, assessment),
  ])
  const { flags, contradictions } = contents.score
  return {
    assessment,
    contents,
    flags: new Map(flags.map(flag => [flag.question, flag])),
    contradictions: new Map(contradictions.map(one => [one.question, one])),
    editable,
    mayAttach: editable,
    assignees,
    answerers,
    refused,
    marks: questionMarks(assessment.id, seen),
    repairs: new Map(returned.map(({ question, note }) => [question, note])),
    now: clock(),
    closed,
    mayAnswer,
    userId: actor.userId,
  }
}

/** Why the fields of a page cannot be changed; null when they can. */
function readOnlyMessage(
  req: Request,
  assessment: AssessmentContext,
  part: string,
  mayAnswer: boolean,
  now: Date,
): Message | null {
  const because = closedBecause(assessment, now)
  if (because) return { tone: 'info', lead: 'Lembar ini hanya dapat dibaca.', text: because }
  if (mayAnswer) return null
  const elsewhere = mayAt(req.actor, 'answer', assessment)
  return {
    tone: 'info',
    lead: 'Anda membaca bagian ini.',
    text: elsewhere
      ? `Bagian ${part} diisi oleh pokja lain.`
      : 'Jawaban diisi oleh ketua tim ZI dan anggota pokja.',
  }
}

/** The page of one part, also after a form that was refused. */
export async function showPart(
  services: Services,
  req: Request,
  res: Response,
  assessment: AssessmentContext,
  { part: id, filter, refused }: ShownPart,
  status = 200,
): Promise<void> {
  const part = lookup(assessment.instrument).parts.get(id)
  if (!part) throw new NotFound('Bagian')
  const [setting, states] = await Promise.all([
    rowSetting(services, req, assessment, id, refused),
    isFilling(assessment) ? services.attestations.stateOf(assessment) : [],
  ])
  const returned = returnedMessage(
    assessment,
    states.find(state => state.part === id),
  )
  showAssessmentNav(res, assessment, req.actor)
  view(res, 'worksheets/area', areaPage({ ...setting, part, filter, returned }), status)
}

/** What the head asks of a part that was sent back; null for every other part. */
function returnedMessage({ timeZone }: AssessmentContext, state: PartState | undefined): Message | null {
  if (state?.state !== 'returned') return null
  const { by, acting, at } = state
  const who = by && at ? ` (${headLine({ name: by.name, acting, at }, timeZone)})` : ''
  return { tone: 'warn', lead: `Dikembalikan oleh kepala satker${who}.`, text: state.remark }
}

/** The page of one question with its trail, also after a form that was refused. */
export async function showQuestion(
  services: Services,
  req: Request,
  res: Response,
  assessment: AssessmentContext,
  code: string,
  refused?: ReadonlyMap<string, RefusedFields>,
): Promise<void> {
  const place = lookup(assessment.instrument).questions.get(code)
  if (!place) throw new NotFound('Pertanyaan')
  const page = Math.min(Math.max(1, Math.trunc(Number(req.query['jejak'])) || 1), 10_000)
  const [setting, notes, rows] = await Promise.all([
    rowSetting(services, req, assessment, partOfQuestion(assessment, code), refused),
    services.noteLists.onQuestion(assessment, code),
    services.audit.trail({
      assessmentId: assessment.id,
      question: code,
      ...hiddenActs(req.actor, assessment),
      limit: TRAIL_PAGE + 1,
      offset: (page - 1) * TRAIL_PAGE,
    }),
  ])
  const offered = setting.editable ? await offersFor(services, assessment, place, setting) : null
  showAssessmentNav(res, assessment, req.actor)
  view(
    res,
    'worksheets/question',
    questionPage(setting, place, { trail: { page, rows }, notes, offers: offered }),
    refused ? 422 : 200,
  )
}

/** What the registers offer a question to whoever answers it. */
async function offersFor(
  { offers, suggestions }: Services,
  assessment: AssessmentContext,
  { question }: QuestionPlace,
  { contents }: RowSetting,
): Promise<QuestionOffers> {
  const [found, said] = await Promise.all([
    offers.of(assessment, question.code),
    suggestions.of(assessment, question.code),
  ])
  const row = contents.rows.get(question.code)
  return questionOffers({
    assessment,
    question,
    offers: found,
    suggestions: said,
    standing: row ? storedValue(row) : NO_VALUE,
    version: row?.valueVersion ?? 0,
  })
}

/** The part of a question, or NotFound. */
export function partOfQuestion(assessment: AssessmentContext, code: string): string {
  const part = partOf(assessment, code)
  if (part === undefined) throw new NotFound('Pertanyaan')
  return part
}
