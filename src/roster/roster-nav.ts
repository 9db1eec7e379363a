import type { Request, Response } from 'express'
import { mayAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import type { Services } from '../services'
import type { RosterUnit } from './roster.service'

/** The navigation of the satker's newest worksheet, and that worksheet; null for whoever sees none. */
export async function showRosterNav(
  { assessments }: Pick<Services, 'assessments'>,
  req: Request,
  res: Response,
  unit: Pick<RosterUnit, 'satkerId' | 'satkerPath'>,
): Promise<AssessmentContext | null> {
  if (!mayAt(req.actor, 'read-assessment', unit)) return null
  const newest = await assessments.newestOf(unit.satkerId)
  if (!newest) return null
  const assessment = await assessments.visibleTo(req.actor).get(newest.id)
  showAssessmentNav(res, assessment, req.actor)
  return assessment
}
