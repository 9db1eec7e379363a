import { Router, type Request, type Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Refused } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { noteFilter } from './note-filter'
import { newNotePage } from './note-form.page'
import { allNotesPage, assessmentNotesPage } from './note-lists.page'
import { placeValue, readPlace } from './note-place'
import { noteForm } from './notes.form'

/** Lists of notes, and writing one. */
export function notesRoutes({ assessments, notes, noteLists, clock }: Services): Router {
  const router = Router()
  const load = (req: Request) => assessments.visibleTo(req.actor).get(param(req, 'assessment'))

  async function showNew(
    req: Request,
    res: Response,
    assessment: AssessmentContext,
    form: FormState,
    status = 200,
  ): Promise<void> {
    const origin = await notes.writesAs(req.actor, assessment)
    if (origin === null)
      throw new Refused(
        'Catatan ditulis oleh evaluator yang bertugas di satker ini atau pendamping dari kanwilnya.',
      )
    const team = await notes.teamOf(assessment)
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'notes/new', newNotePage(assessment, { origin, team }, form), status)
  }

  router.get(paths.notes.pattern, allow('read-assessment'), async (req, res) => {
    const filter = noteFilter(req.query)
    view(res, 'notes/list', allNotesPage(await noteLists.seenBy(req.actor, filter), filter, clock()))
  })

  router.get(paths.newNote.pattern, allow('keep-notes'), async (req, res) => {
    const assessment = await load(req)
    const asked = req.query['pertanyaan']
    const wanted = { scope: 'question', place: typeof asked === 'string' ? asked : '' } as const
    const about = readPlace(assessment.instrument, placeValue(wanted))
    await showNew(req, res, assessment, freshForm(about ? { about: placeValue(about) } : {}))
  })

  router.get(paths.assessmentNotes.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await load(req)
    const filter = noteFilter(req.query)
    const list = await noteLists.ofAssessment(assessment, filter)
    const mayWrite = (await notes.writesAs(req.actor, assessment)) !== null
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'notes/list', assessmentNotesPage(assessment, list, { filter, now: clock(), mayWrite }))
  })

  router.post(paths.assessmentNotes.pattern, allow('keep-notes'), async (req, res) => {
    const assessment = await load(req)
    const form = parseForm(noteForm, req.body)
    if (!form.ok) return showNew(req, res, assessment, form, 422)
    const { version: _none, ...draft } = form.value
    const saved = await attempt(notes.write(req.actor, assessment, draft))
    if (!saved.ok) return showNew(req, res, assessment, refuseForm(req.body, saved.errors), 422)
    req.session.notice = {
      tone: 'ok',
      lead: 'Catatan tersimpan.',
      text: 'Satker dapat menanggapinya sekarang.',
    }
    res.redirect(303, paths.note(saved.value))
  })

  return router
}
