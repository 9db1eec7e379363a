import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import type { EntryPanels } from '../registers/entry-panels.page'
import { registersLink } from '../registers/register-nav'
import type { Headcount } from '../roster/employee-facts'
import type { Crumbs } from '../web/components/panels'
import type { PageModel } from '../web/view'
import { FIGURE_NAMES, FIGURES, type ProfileRow } from './profile-facts'
import { figureWords, profileSentence, quarterName } from './profile-words'
import { otherCount } from './profiles.page'

declare module '../web/view' {
  interface Views {
    'profile/profile': ProfilePage
  }
}

export interface ProfilePage extends PageModel {
  readonly crumbs: Crumbs
  readonly sentence: string
  readonly facts: readonly { readonly label: string; readonly value: string; readonly other: string }[]
  /** Empty for those who only read. */
  readonly editHref: string
  readonly trail: readonly TrailEntry[]
  readonly around: EntryPanels
}

export interface ProfileSetting {
  readonly keeps: boolean
  readonly counted: Headcount | undefined
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
  readonly around: EntryPanels
}

/** The figures of one quarter. */
export function profilePage(row: ProfileRow, { keeps, counted, trail, around }: ProfileSetting): ProfilePage {
  return {
    title: quarterName(row),
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [
        registersLink(row.satkerId),
        { label: `Profil ${row.satkerName}`, href: `${paths.profiles(row.satkerId)}?tahun=${row.year}` },
      ],
    },
    sentence: `${profileSentence(row)}.`,
    facts: FIGURE_NAMES.map(name => ({
      label: FIGURES[name].label,
      value: figureWords(row.figures, name) || 'Belum dicatat',
      other: otherCount(name, row, counted),
    })),
    editHref: keeps ? paths.editProfile(row.id) : '',
    trail: trail.map(one => trailEntry(one, row.timeZone)),
    around,
  }
}
