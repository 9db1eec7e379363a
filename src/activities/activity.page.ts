import type { PartNames } from '../accounts/part-names'
import type { AssessmentContext } from '../assessments/assessment-context'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import type { Around } from '../registers/around.service'
import { entryPanels, type EntryPanels } from '../registers/entry-panels.page'
import { registersLink } from '../registers/register-nav'
import { ANONYMOUS } from '../roster/employee-facts'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { ActivityRow } from './activity-facts'
import { activityFactRows, attendanceWords, KIND_WORDS, timeStatus } from './activity-words'
import type { RosterPerson } from './participants.repository'
import { pointsPanel, type PointsPanel, type PointTyped } from './points-panel.page'
import type { PointRow } from './point-facts'

declare module '../web/view' {
  interface Views {
    'activities/activity': ActivityPage
  }
}

export interface ActivityPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly status: Status | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly agenda: string
  /** Empty for those who only read. */
  readonly editHref: string
  readonly recordHref: string
  readonly points: PointsPanel
  readonly participants: {
    readonly words: string
    readonly names: readonly { readonly name: string; readonly position: string }[]
    /** How many more are named than stand here; empty for none. */
    readonly more: string
    readonly chooseHref: string
  }
  readonly around: EntryPanels
  readonly trail: readonly TrailEntry[]
}

export interface ActivitySetting {
  readonly parts: PartNames
  readonly today: string
  readonly assessment: AssessmentContext | null
  readonly keeps: boolean
  readonly points: readonly PointRow[]
  readonly named: readonly RosterPerson[]
  readonly around: Around
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
  /** The point that is being written, as it was typed. */
  readonly typed: PointTyped
}

const NAMES = 30

/** An activity with its points, those who took part and what it supports. */
export function activityPage(activity: ActivityRow, setting: ActivitySetting): ActivityPage {
  const { id, satkerId, timeZone } = activity
  const { parts, today, assessment, keeps, named, trail } = setting
  return {
    title: activity.title,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(satkerId), { label: 'Kegiatan', href: paths.activities(satkerId) }] },
    over: `${KIND_WORDS[activity.kind]} · ${activity.satkerName}`,
    status: timeStatus(activity, today),
    facts: activityFactRows(activity),
    agenda: activity.agenda,
    editHref: keeps ? paths.editActivity(id) : '',
    recordHref: paths.activityRecord(id),
    points: pointsPanel(activity, setting),
    participants: {
      words: attendanceWords(activity) || 'Belum dicatat.',
      names: named.slice(0, NAMES).map(({ name, position }) => ({ name: name || ANONYMOUS, position })),
      more: activity.named > NAMES ? `dan ${formatCount(activity.named - NAMES)} orang lagi` : '',
      chooseHref: keeps ? paths.activityParticipants(id) : '',
    },
    around: entryPanels(setting.around, { parts, assessment }),
    trail: trail.map(row => trailEntry(row, timeZone)),
  }
}
