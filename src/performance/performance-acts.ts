import type { Act } from '../audit/audit.service'
import { QUARTERS } from '../engine/performance/quarters'
import type { CommitmentDraft, ReportDraft } from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords } from './performance-words'

/** With the parts of the worksheet that it supports. */
export type ToldDraft = CommitmentDraft & { readonly areas: readonly string[] }

type Of = { readonly id: string; readonly satkerId: string }

/** An act on a commitment. */
export const commitmentAct = (
  action: 'add-commitment' | 'change-commitment' | 'remove-commitment' | 'carry-commitment',
  { id, satkerId }: Of,
  { before, after }: { readonly before?: ToldDraft; readonly after?: ToldDraft },
): Act => ({
  action,
  subjectType: 'commitment',
  subjectId: id,
  satkerId,
  ...(before ? { before: told(before) } : {}),
  ...(after ? { after: told(after) } : {}),
})

/** An act on what is reported of one quarter; its subject is the commitment, in whose trail it stands. */
export const reportAct = (
  action: 'report-quarter' | 'change-report' | 'withdraw-report',
  { id, satkerId }: Of,
  quarter: string,
  { before, after }: { readonly before?: ReportDraft | null; readonly after?: ReportDraft },
): Act => ({
  action,
  subjectType: 'commitment',
  subjectId: id,
  satkerId,
  ...(before ? { before: { quarter, ...reported(before) } } : {}),
  after: { quarter, ...(after ? reported(after) : {}) },
})

/** As people write it: the trail is read by them. */
const figureOr = (figure: string | null | undefined): string => (figure ? figureWords(figure) : '–')

const reported = (draft: ReportDraft) => ({ ...draft, realisation: figureWords(draft.realisation) })

const told = ({ year, indicator, unit, direction, counting, yearTarget, targets, areas }: ToldDraft) => ({
  performanceYear: year,
  indicator,
  measure: unit,
  direction,
  counting,
  yearTarget: figureWords(yearTarget),
  quarterTargets: QUARTERS.map((quarter, place) => `${ROMAN[quarter]}: ${figureOr(targets[place])}`).join(
    '; ',
  ),
  areas: areas.join(', '),
})
