import type { Request, Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { Conflict, Invalid, NotFound } from '../refusals'
import { wantsJson } from '../web/allow'
import { parseForm } from '../web/form'
import { param } from '../web/param'
import type { StandingJudgement } from './apply-saying'
import { clashesOf, rulingClash, typedOf } from './judgement-clash.page'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import { judgementOf, readJudgement, rulingForm, sayingForm, sayingOf, verdictForm } from './judging.form'
import type { JudgingMeans } from './judging-means'
import { saidJson, clashJson } from './said-json'
import { showEvaluatedQuestion } from './show-evaluated-question'

/** Whatever is said of one question, by a script or by one of the forms on its page. */
export async function postJudgement(
  means: JudgingMeans,
  req: Request,
  res: Response,
  assessment: AssessmentContext,
): Promise<void> {
  if (wantsJson(req)) return saySaying(means, req, res, assessment)
  const { use, kind, sisip } = bodyOf(req)
  if (use !== undefined) return giveVerdict(means, req, res, assessment)
  if (kind !== undefined) return ruleFlag(means, req, res, assessment)
  if (sisip !== undefined) return insertPhrase(means, req, res, assessment)
  await judge(means, req, res, assessment)
}

/** One saying, sent by a script. */
async function saySaying(means: JudgingMeans, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const form = parseForm(sayingForm, req.body)
  if (!form.ok)
    return void res
      .status(422)
      .json({ error: 'invalid', message: 'Isian ini tidak dapat dibaca.', fields: form.errors })
  const { actor, sheet } = form.value
  if (actor !== undefined && actor !== req.actor.userId)
    return void res.status(401).json({
      error: 'signed-out',
      message: 'Isian ini milik akun lain. Masuk dengan akun itu untuk mengirimnya.',
    })
  const saying = sayingOf(form.value)
  try {
    const said = await means.judgements.say(req.actor, assessment, code, saying, sheet)
    res.json(saidJson(res, code, saying.field, said, means.clock()))
  } catch (error) {
    if (error instanceof Invalid)
      return void res.status(422).json({ error: 'invalid', message: error.message, fields: error.fields })
    if (!(error instanceof Conflict)) throw error
    const standing = error.current as StandingJudgement | null
    res.status(409).json({
      error: 'conflict',
      message: error.message,
      ...(standing && clashJson(assessment, code, saying, standing, means.clock())),
    })
  }
}

/** The form without scripts: all of it or nothing, then the same question or the next one. */
async function judge(means: JudgingMeans, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const question = questionOf(assessment, code)
  const posted = readJudgement(req.body)
  const judgement = judgementOf(question, posted)
  const typed = typedOf(posted, judgement)
  try {
    await means.judgements.judge(req.actor, assessment, code, judgement, posted.sheet)
  } catch (error) {
    if (error instanceof Invalid) {
      const { fields } = error
      return showEvaluatedQuestion(
        means,
        req,
        res,
        assessment,
        code,
        () => ({ judgement: typed, errors: fields }),
        422,
      )
    }
    if (!(error instanceof Conflict)) throw error
    const { message } = error
    return showEvaluatedQuestion(
      means,
      req,
      res,
      assessment,
      code,
      shown => ({ judgement: typed, clash: clashesOf(shown, judgement, message, means.clock()) }),
      409,
    )
  }
  const codes = [...lookup(assessment.instrument).questions.keys()]
  const next = bodyOf(req)['lanjut'] === undefined ? undefined : codes[codes.indexOf(code) + 1]
  req.session.notice = { tone: 'ok', lead: `Putusan ${code} tersimpan.`, text: '' }
  res.redirect(303, means.addresses.question(assessment.id, next ?? code))
}

async function giveVerdict(means: JudgingMeans, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const form = parseForm(verdictForm, req.body)
  if (!form.ok) throw new NotFound('Bukti')
  const saying = { field: 'verdict', ...form.value } as const
  await means.judgements.say(req.actor, assessment, code, saying, bodyOf(req)['sheet'])
  res.redirect(303, `${means.addresses.question(assessment.id, code)}#bukti-${form.value.use}`)
}

async function ruleFlag(means: JudgingMeans, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const form = parseForm(rulingForm, req.body)
  if (!form.ok) throw new NotFound('Tanda')
  const saying = { field: 'ruling', ...form.value } as const
  try {
    await means.judgements.say(req.actor, assessment, code, saying, bodyOf(req)['sheet'])
  } catch (error) {
    const { kind, reason } = form.value
    if (error instanceof Conflict && reason.trim() !== '') {
      const clash = (shown: EvaluatedQuestion) => [rulingClash(shown, { kind, reason }, error.message)]
      return showEvaluatedQuestion(means, req, res, assessment, code, shown => ({ clash: clash(shown) }), 409)
    }
    if (!(error instanceof Invalid)) throw error
    const ruling = { kind, reason, error: error.fields['reason'] ?? error.message }
    return showEvaluatedQuestion(means, req, res, assessment, code, () => ({ ruling }), 422)
  }
  res.redirect(303, `${means.addresses.question(assessment.id, code)}#tanda`)
}

/** Puts a phrase of the team under the note as it was typed, and keeps nothing yet. */
async function insertPhrase(means: JudgingMeans, req: Request, res: Response, assessment: AssessmentContext) {
  const code = param(req, 'question')
  const posted = readJudgement(req.body)
  const typed = typedOf(posted, judgementOf(questionOf(assessment, code), posted))
  await showEvaluatedQuestion(means, req, res, assessment, code, ({ phrases }) => {
    const text = phrases.find(phrase => phrase.id === bodyOf(req)['frasa'])?.text ?? ''
    return { judgement: { ...typed, note: [posted.note?.trimEnd(), text].filter(Boolean).join('\n') } }
  })
}

function questionOf(assessment: AssessmentContext, code: string) {
  const found = lookup(assessment.instrument).questions.get(code)
  if (!found) throw new NotFound('Pertanyaan')
  return found.question
}

/** The fields of a posted form that hold one text. */
export function bodyOf(req: Request): Readonly<Record<string, string | undefined>> {
  const body = (req.body ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}
