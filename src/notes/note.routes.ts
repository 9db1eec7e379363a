import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { isSearch, searchedFor, tickedIn } from '../evidence/evidence-picker.page'
import { noteTargetOf, type NoteAct } from '../engine/stages/notes'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { RefusedNoteAct } from './note-acts.page'
import { notePage } from './note.page'
import {
  noteForm,
  noteReturnForm,
  noteWithdrawalForm,
  ownerForm,
  replyForm,
  verificationForm,
} from './notes.form'

const TRAIL = 50

/** One note: reading it, answering it, judging the answer. */
export function noteRoutes({
  assessments,
  notes,
  noteOwners,
  evidenceShelf,
  audit,
  clock,
}: Services): Router {
  const router = Router()

  /** Shown among the pages of the assessment that the satker works on now. */
  async function show(req: Request, res: Response, refused: RefusedNoteAct | null = null, status = 200) {
    const { actor } = req
    const seen = await notes.get(actor, param(req, 'note'))
    const { note, assessment, role } = seen
    const newest = await assessments.newestOf(assessment.satkerId)
    const present =
      newest && newest.id !== assessment.id ? await assessments.visibleTo(actor).get(newest.id) : assessment
    const may = (act: NoteAct): boolean => noteTargetOf(act, role, note.state) !== null
    const replies = may('reply')
    const typed = refused?.act === 'reply' ? refused.form : freshForm(uploaded(req))
    const [thread, trail, team, candidates, ticked] = await Promise.all([
      notes.threadOf(actor, seen),
      audit.trailOf([note.id], TRAIL),
      may('correct') || may('hand-over') ? notes.teamOf(assessment) : [],
      replies ? evidenceShelf.candidates(actor, assessment, null, searchedFor(typed)) : [],
      replies ? evidenceShelf.among(actor, assessment, tickedIn(typed)) : [],
    ])
    showAssessmentNav(res, present, actor)
    const facts = {
      seen,
      thread,
      trail,
      present,
      team,
      reply: { candidates, ticked, mayUpload: mayAt(actor, 'keep-evidence', assessment) },
    }
    view(res, 'notes/note', notePage(facts, clock(), refused), status)
  }

  /** A form of this page: kept, or shown again with what was typed. */
  const acting =
    <Form extends z.ZodType>(
      act: NoteAct,
      schema: Form,
      work: (req: Request, form: z.output<Form>) => Promise<void>,
      lead: string,
    ) =>
    async (req: Request, res: Response): Promise<void> => {
      await notes.get(req.actor, param(req, 'note'))
      const form = parseForm(schema, req.body)
      if (!form.ok) return show(req, res, { act, form, clash: '' }, 422)
      try {
        const done = await attempt(work(req, form.value))
        if (!done.ok)
          return await show(req, res, { act, form: refuseForm(req.body, done.errors), clash: '' }, 422)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return show(req, res, { act, form: refuseForm(req.body, {}), clash: error.message }, 409)
      }
      req.session.notice = { tone: 'ok', lead, text: '' }
      res.redirect(303, paths.note(param(req, 'note')))
    }

  router.get(paths.note.pattern, allow('read-assessment'), (req, res) => show(req, res))

  router.post(
    paths.note.pattern,
    allow('keep-notes'),
    acting(
      'correct',
      noteForm,
      (req, { version, ...draft }) => notes.correct(req.actor, param(req, 'note'), draft, version),
      'Perbaikan catatan tersimpan.',
    ),
  )

  const reply = acting(
    'reply',
    replyForm,
    (req, { version, ...said }) => notes.reply(req.actor, param(req, 'note'), said, version),
    'Tanggapan terkirim.',
  )
  router.post(paths.noteReplies.pattern, allow('answer-notes'), (req, res) =>
    isSearch(req.body)
      ? show(req, res, { act: 'reply', form: refuseForm(req.body, {}), clash: '' })
      : reply(req, res),
  )

  router.post(
    paths.noteOwner.pattern,
    allow('answer-notes'),
    acting(
      'hand-over',
      ownerForm,
      (req, { owner, version }) => noteOwners.handOver(req.actor, param(req, 'note'), owner, version),
      'Penanggung jawab tersimpan.',
    ),
  )

  router.post(
    paths.noteVerification.pattern,
    allow('keep-notes'),
    acting(
      'verify',
      verificationForm,
      (req, { version, ...said }) => notes.verify(req.actor, param(req, 'note'), said, version),
      'Catatan diverifikasi.',
    ),
  )

  router.post(
    paths.noteReturn.pattern,
    allow('keep-notes'),
    acting(
      'return',
      noteReturnForm,
      (req, { version, ...said }) => notes.return(req.actor, param(req, 'note'), said, version),
      'Catatan dikembalikan ke satker.',
    ),
  )

  router.post(
    paths.noteWithdrawal.pattern,
    allow('keep-notes'),
    acting(
      'withdraw',
      noteWithdrawalForm,
      (req, { version, ...said }) => notes.withdraw(req.actor, param(req, 'note'), said, version),
      'Catatan ditarik.',
    ),
  )

  return router
}

/** The piece that was put on the shelf for this reply. */
const uploaded = (req: Request): FormState['values'] =>
  typeof req.query['bukti'] === 'string' ? { evidence: [req.query['bukti']] } : {}
