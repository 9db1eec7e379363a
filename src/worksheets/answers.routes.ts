import { Router, type Request, type Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow, wantsJson } from '../web/allow'
import { parseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { typedText, type StoredValue } from './answer-content'
import { fieldForm, readPosted } from './answers.form'
import type { FieldChange, Saved, StandingField } from './answers.service'
import { conflictPage, conflictWords } from './conflict.page'
import { filteredHref, readFilter } from './question-filter'
import { savedTime } from './question-row.page'
import { savePosted } from './save-posted'
import type { ConflictJson, RefusedJson, SavedJson } from './saved-json'
import { scoredJson } from './scored.page'
import { partOfQuestion, showPart, showQuestion } from './show-worksheet'

export function answersRoutes(services: Services): Router {
  const { assessments, answers } = services
  const router = Router()
  const load = (req: Request) => assessments.visibleTo(req.actor).get(param(req, 'assessment'))

  router.post(paths.answer.pattern, allow('answer'), async (req, res) => {
    const assessment = await load(req)
    if (wantsJson(req)) return saveField(services, req, res, assessment)
    await saveForm(services, req, res, assessment)
  })

  router.post(paths.answers.pattern, allow('answer'), async (req, res) => {
    await saveForm(services, req, res, await load(req))
  })

  router.post(paths.carriedAnswer.pattern, allow('answer'), async (req, res) => {
    const assessment = await load(req)
    const code = param(req, 'question')
    if (!wantsJson(req)) return saveForm(services, req, res, assessment, code)
    const saved = await answers.confirmCarried(req.actor, assessment, code)
    res.json(savedJson(services, assessment, code, saved, saved.value, null))
  })

  return router
}

/** One field, sent by a script. */
async function saveField(services: Services, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const form = parseForm(fieldForm, req.body)
  if (!form.ok)
    return void res
      .status(422)
      .json({ error: 'invalid', message: 'Isian ini tidak dapat dibaca.', fields: form.errors })
  if (form.value.actor !== undefined && form.value.actor !== req.actor.userId)
    return void res.status(401).json({
      error: 'signed-out',
      message: 'Isian ini milik akun lain. Masuk dengan akun itu untuk mengirimnya.',
    })
  const change: FieldChange =
    form.value.field === 'note'
      ? form.value
      : {
          field: 'value',
          base: form.value.base,
          value: { option: form.value.option, inputs: form.value.inputs },
          was: form.value.was,
        }
  try {
    const saved = await services.answers.save(req.actor, assessment, code, change)
    const newer = newerThan(saved, form.value.seen)
    const scored = newer?.field === 'value' ? await services.scoring.scoreOf(assessment) : saved.scored
    const stored = newer?.field === 'value' ? newer.value : saved.value
    res.json(savedJson(services, assessment, code, { ...saved, scored }, stored, newer))
  } catch (error) {
    if (error instanceof Invalid)
      return void res.status(422).json({
        error: 'invalid',
        message: error.message,
        fields: error.fields,
      } satisfies RefusedJson)
    if (!(error instanceof Conflict)) throw error
    const standing = error.current as StandingField
    const words = conflictWords(assessment, code, change, standing, services.clock())
    res.status(409).json({
      error: 'conflict',
      message: error.message,
      current: standing,
      words: { ...words, mine: words.mine.toString(), theirs: words.theirs.toString() },
    } satisfies ConflictJson)
  }
}

function savedJson(
  { clock }: Services,
  assessment: AssessmentContext,
  code: string,
  { field, version, at, value, scored }: Saved,
  /** The value that was scored. */
  stored: StoredValue | null,
  newer: StandingField | null,
): SavedJson {
  return {
    field,
    version,
    savedAt: savedTime(at, assessment.timeZone, clock()),
    inputs: value?.inputs ? typedInputs(value.inputs) : null,
    scored: scored && scoredJson(assessment, scored.score, code, stored),
    newer: newer && standingJson(newer),
  }
}

/** As people type it. */
const standingJson = (standing: StandingField): NonNullable<SavedJson['newer']> =>
  standing.field === 'note'
    ? standing
    : {
        ...standing,
        value: { ...standing.value, inputs: standing.value.inputs && typedInputs(standing.value.inputs) },
      }

const typedInputs = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).map(([key, text]) => [key, typedText(text)]))

/** What somebody else changed beside the saved field since the page was made; null when nothing, or when nobody asks. */
const newerThan = ({ beside }: Saved, seen: number | undefined): StandingField | null =>
  seen !== undefined && beside.version > seen ? beside : null

/** Everything that was changed in a posted form: back to its place, or the page again with what was refused. */
async function saveForm(
  services: Services,
  req: Request,
  res: Response,
  assessment: AssessmentContext,
  confirmed?: string,
) {
  const { answers, clock } = services
  const body = formOf(req)
  const posted = readPosted(body)
  if (posted.length > lookup(assessment.instrument).questions.size)
    throw new Invalid('Formulir ini memuat lebih banyak pertanyaan daripada lembar kerja.')
  const outcome = await savePosted(answers, req.actor, assessment, posted)
  if (confirmed !== undefined) await answers.confirmCarried(req.actor, assessment, confirmed)
  const place = placeOf(assessment, body, confirmed ?? posted[0]?.code)
  if (outcome.conflicts.length > 0) {
    const page = conflictPage(assessment, outcome.conflicts, place.hidden, place.href, clock())
    return view(res, 'worksheets/conflict', page, 409)
  }
  if (outcome.refused.size > 0 && place.question !== null)
    return showQuestion(services, req, res, assessment, place.question, outcome.refused)
  if (outcome.refused.size > 0)
    return showPart(services, req, res, assessment, { ...place, refused: outcome.refused }, 422)
  if (outcome.saved > 0 || confirmed !== undefined)
    req.session.notice = { tone: 'ok', lead: 'Isian tersimpan.', text: '' }
  res.redirect(303, place.href)
}

/** A script sends one field to the address of its question; many at once come from a form, whose size the parser limits. */
function formOf(req: Request): Readonly<Record<string, unknown>> {
  if (req.is('json'))
    throw new Invalid('Isian ini tidak datang dari formulirnya. Muat ulang halaman, lalu simpan lagi.')
  return (req.body ?? {}) as Readonly<Record<string, unknown>>
}

/** Where the form stood: one question's own page, or a part with its filter and the question in it. */
function placeOf(
  assessment: AssessmentContext,
  body: Readonly<Record<string, unknown>>,
  code: string | undefined,
) {
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const { parts, questions } = lookup(assessment.instrument)
  const filter = readFilter(body)
  const question = questions.has(text('pertanyaan')) ? text('pertanyaan') : null
  const part = parts.has(text('bagian')) ? text('bagian') : partOfQuestion(assessment, question ?? code ?? '')
  const anchor = encodeURIComponent(text('kosongkan') || (code ?? ''))
  return {
    part,
    filter,
    question,
    href: question
      ? paths.question(assessment.id, question)
      : `${filteredHref(assessment.id, part, filter)}#${anchor}`,
    hidden: question
      ? [{ name: 'pertanyaan', value: question }]
      : [
          { name: 'bagian', value: part },
          { name: 'saring', value: filter.name },
          { name: 'q', value: filter.search },
        ],
  }
}
