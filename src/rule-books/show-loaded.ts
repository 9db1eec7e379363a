import type { Request, Response } from 'express'
import type { RuleTrial } from '../findings/rule-trials.service'
import { paths } from '../paths'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import type { RuleBookCheck } from './rule-books.service'

/** Leads to the version that was loaded, or stood already. */
export function showLoaded(
  req: Request,
  res: Response,
  { id, code, version, isNew }: { id: string; code: string; version: number; isNew: boolean },
): void {
  req.session.notice = {
    tone: isNew ? 'ok' : 'info',
    lead: isNew ? 'Buku aturan dimuat.' : 'Buku aturan ini sudah dimuat.',
    text: `${code} versi ${formatCount(version)}.${isNew ? ' Penilaian terbuka dibaca ulang dalam beberapa menit.' : ''}`,
  }
  res.redirect(303, paths.ruleBook(id))
}

/** What a checked book would say otherwise; null where it changes nothing or takes nobody's place. */
export const trialOf = async (
  { ruleTrials }: Pick<Services, 'ruleTrials'>,
  check: RuleBookCheck,
): Promise<RuleTrial | null> =>
  check.ok && check.inUse && check.changes.length > 0 ? ruleTrials.of(check.inUse.book, check.book) : null
