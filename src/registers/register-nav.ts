import type { Request, Response } from 'express'
import { mayAt, type ScopedSatker } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import type { Link } from '../web/shell'

/** The navigation of the satker's newest worksheet, and that worksheet; null for whoever sees none. */
export async function showRegisterNav(
  { assessments }: Pick<Services, 'assessments'>,
  req: Request,
  res: Response,
  unit: ScopedSatker,
): Promise<AssessmentContext | null> {
  if (!mayAt(req.actor, 'read-assessment', unit)) return null
  const newest = await assessments.newestOf(unit.satkerId)
  if (!newest) return null
  const assessment = await assessments.visibleTo(req.actor).get(newest.id)
  showAssessmentNav(res, assessment, req.actor)
  return assessment
}

/** The first of the links above every page of a register. */
export const registersLink = (satkerId: string): Link => ({
  label: 'Register',
  href: paths.registers(satkerId),
})
