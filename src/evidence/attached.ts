import type { Request, Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Services } from '../services'
import { wantsJson } from '../web/allow'
import { formatTime } from '../web/format/date'
import { fragment } from '../web/view'
import { scoredJson } from '../worksheets/scored.page'
import type { Place } from './add-evidence.page'
import type { Attached } from './evidence-uses.service'
import { evidenceInQuestion } from './in-question.page'

/** The answer after evidence was put under a question: the list anew for scripts, the question's place for a form. */
export async function attached(
  { evidence, clock }: Pick<Services, 'evidence' | 'clock'>,
  req: Request,
  res: Response,
  { assessment, place }: { readonly assessment: AssessmentContext; readonly place: Place },
  { scored, evidenceId }: Pick<Attached, 'scored' | 'evidenceId'>,
): Promise<void> {
  const refused = (req.refusedFiles ?? []).map(file => file.message)
  const uses = await evidence.usesOf(assessment, req.actor, [place.code])
  const hint = twinWords(await evidence.twinsAmong(uses, evidenceId))
  if (!wantsJson(req)) {
    req.session.notice =
      refused.length > 0
        ? { tone: 'warn', lead: 'Bukti tersimpan tanpa sebagian berkas.', text: refused.join(' ') }
        : hint
          ? { tone: 'warn', lead: 'Bukti tersimpan.', text: hint }
          : { tone: 'ok', lead: 'Bukti tersimpan.', text: 'Nilai terbukti sudah dihitung ulang.' }
    return res.redirect(303, place.back.href)
  }
  const model = evidenceInQuestion(assessment, place.code, uses, { mayAttach: true })
  res.status(201).json({
    href: place.back.href,
    question: place.code,
    savedAt: formatTime(clock(), assessment.timeZone),
    refused,
    hint,
    scored: scored && scoredJson(assessment, scored.score, place.code, null),
    evidence: fragment(res, 'evidence/in-question', model),
  })
}

const twinWords = ([title]: readonly string[]): string =>
  title === undefined ? '' : `Berkas yang sama sudah ada pada pertanyaan ini: “${title}”.`
