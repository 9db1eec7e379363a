import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { ANONYMOUS } from '../roster/employee-facts'
import type { Crumbs } from '../web/components/panels'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { ActivityRow } from './activity-facts'
import { activityFactRows, pointStatus } from './activity-words'
import type { RosterPerson } from './participants.repository'
import type { PointRow } from './point-facts'

declare module '../web/view' {
  interface Views {
    'activities/record': ActivityRecordPage
  }
}

export interface ActivityRecordPage extends PageModel {
  readonly crumbs: Crumbs
  readonly letterhead: readonly string[]
  readonly heading: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly agenda: string
  readonly points: readonly {
    readonly number: string
    readonly text: string
    readonly owner: string
    readonly due: string
    readonly state: string
  }[]
  readonly people: readonly { readonly number: string; readonly name: string; readonly position: string }[]
  /** How many more are named than stand here; empty for none. */
  readonly more: string
  readonly place: string
  readonly note: string
}

/** An activity as a record for paper, to be signed by whoever led it and whoever wrote it. */
export function activityRecordPage(
  activity: ActivityRow,
  {
    unit,
    parts,
    points,
    named,
    today,
  }: {
    readonly unit: Pick<RegisterUnit, 'letterhead'>
    readonly parts: PartNames
    readonly points: readonly PointRow[]
    readonly named: readonly RosterPerson[]
    readonly today: string
  },
): ActivityRecordPage {
  const { id, satkerId, title, satkerName } = activity
  return {
    title: `Catatan kegiatan: ${title}`,
    current: 'register',
    sheet: 'registers',
    bodyClass: 'record',
    crumbs: {
      links: [
        registersLink(satkerId),
        { label: 'Kegiatan', href: paths.activities(satkerId) },
        { label: title, href: paths.activity(id) },
      ],
    },
    letterhead: unit.letterhead.split('\n').filter(Boolean),
    heading: title,
    facts: [
      { label: 'Satuan kerja', value: satkerName },
      ...activityFactRows(activity),
      ...(activity.areas.length > 0
        ? [{ label: 'Area', value: activity.areas.map(area => parts.get(area) ?? area).join('; ') }]
        : []),
    ],
    agenda: activity.agenda,
    points: points.map((point, place) => ({
      number: String(place + 1),
      text: point.text,
      owner: point.owner,
      due: formatShortDate(point.dueOn),
      state:
        point.doneOn === null
          ? pointStatus(point, today).text.replace(/^≤.*/, 'Terbuka')
          : `Selesai ${formatShortDate(point.doneOn)}`,
    })),
    people: named.map(({ name, position }, place) => ({
      number: String(place + 1),
      name: name || ANONYMOUS,
      position: position || '–',
    })),
    more: activity.named > named.length ? `dan ${formatCount(activity.named - named.length)} orang lagi` : '',
    place: formatDate(today),
    note: 'Dicetak dari register kegiatan. Daftar peserta memuat data pribadi; simpan dan musnahkan sebagaimana mestinya.',
  }
}
