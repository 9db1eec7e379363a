import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import type { Around } from '../registers/around.service'
import { entryPanels, type EntryPanels, type PanelSetting } from '../registers/entry-panels.page'
import { registersLink } from '../registers/register-nav'
import type { Confirm, Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import type { PageModel } from '../web/view'
import type { SurveyRow } from './survey-facts'
import {
  INDEX_SOURCES,
  internalNote,
  SAMPLE_SOURCES,
  sampleStatus,
  surveyFactsWords,
  surveyTitle,
} from './survey-words'

declare module '../web/view' {
  interface Views {
    'surveys/survey': SurveyPage
  }
}

export interface SurveyPage extends PageModel {
  readonly crumbs: Crumbs
  readonly status: Status
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Why an internal index does not do where the external is asked; empty for an external one. */
  readonly internal: string
  readonly sources: readonly string[]
  /** Empty for those who only read. */
  readonly editHref: string
  readonly around: EntryPanels
  /** Empty for those who only read. */
  readonly trail: readonly TrailEntry[]
}

/** One round of a survey, whether enough people answered, and what its index is on each scale. */
export function surveyPage(
  survey: SurveyRow,
  around: Around,
  { trail, ...panels }: PanelSetting & { readonly trail: readonly TrailRow[] },
): SurveyPage {
  return {
    title: surveyTitle(survey),
    current: 'register',
    sheet: 'registers',
    crumbs: { links: surveyCrumbs(survey) },
    status: sampleStatus(survey),
    facts: surveyFactsWords(survey),
    internal: internalNote(survey),
    sources: [SAMPLE_SOURCES, INDEX_SOURCES],
    editHref: around.keeps ? paths.editSurvey(survey.id) : '',
    around: entryPanels(around, panels),
    trail: trail.map(row => trailEntry(row, survey.timeZone)),
  }
}

/** The ways above every page of a round. */
export const surveyCrumbs = ({ satkerId }: Pick<SurveyRow, 'satkerId'>) => [
  registersLink(satkerId),
  { label: 'Survei', href: paths.surveys(satkerId) },
]

export const surveyRemoval = ({ id }: Pick<SurveyRow, 'id'>): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat?',
  text: 'Penghapusan menghilangkan catatan ini beserta kaitannya dan tidak dapat dibatalkan. Bukti tetap di rak.',
  action: paths.surveyRemoval(id),
  submit: 'Hapus catatan',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.survey(id) },
})
