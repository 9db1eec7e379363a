import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { pointStatus, shortDayWords } from './activity-words'
import { POINTS_PAGE, type ListedPoint, type PointCounts, type PointView } from './points.repository'

declare module '../web/view' {
  interface Views {
    'activities/points': PointsPage
  }
}

export interface PointsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly importHref: string
  readonly pills: Pills
  readonly files: readonly Link[]
  readonly caption: string
  readonly rows: readonly {
    readonly text: string
    readonly href: string
    readonly owner: string
    readonly due: string
    readonly state: Status
    readonly activity: string
    readonly day: string
  }[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface PointsListSetting {
  readonly unit: RegisterUnit
  readonly view: PointView
  readonly page: number
  readonly today: string
  readonly keeps: boolean
}

export const POINT_VIEWS = ['terbuka', 'lewat', 'selesai', 'semua'] as const satisfies readonly PointView[]

const VIEW_WORDS: Readonly<Record<PointView, string>> = {
  terbuka: 'terbuka',
  lewat: 'lewat tenggat',
  selesai: 'selesai',
  semua: 'dari semua kegiatan',
}

/** What was raised at all activities of a satker and is still owed, the longest overdue first. */
export function pointsPage(
  { rows, counts }: { readonly rows: readonly ListedPoint[]; readonly counts: PointCounts },
  { unit, view, page, today, keeps }: PointsListSetting,
): PointsPage {
  const { satkerId } = unit
  const base = paths.satkerPoints(satkerId)
  const hrefOf = (wanted: PointView, at = 1) => {
    const words = new URLSearchParams({
      ...(wanted === 'terbuka' ? {} : { keadaan: wanted }),
      ...(at > 1 ? { hal: String(at) } : {}),
    }).toString()
    return words ? `${base}?${words}` : base
  }
  const total = counts[view]
  return {
    title: 'Butir kegiatan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(satkerId), { label: 'Kegiatan', href: paths.activities(satkerId) }] },
    over: unit.satkerName,
    summary: `${formatCount(counts.terbuka)} butir terbuka, ${formatCount(counts.lewat)} di antaranya lewat tenggat.`,
    importHref: keeps ? paths.importPoints(satkerId) : '',
    pills: {
      label: 'Saring butir',
      items: POINT_VIEWS.map(one => ({
        label: { terbuka: 'Terbuka', lewat: 'Lewat tenggat', selesai: 'Selesai', semua: 'Semua' }[one],
        href: hrefOf(one),
        icon: '' as const,
        count: formatCount(counts[one]),
        current: one === view,
      })),
    },
    files:
      total > 0
        ? ['xlsx', 'csv'].map(format => ({
            label: `Unduh ${format.toUpperCase()}`,
            href: `${paths.satkerPointsTable(satkerId)}?keadaan=${view}&format=${format}`,
          }))
        : [],
    caption: `${formatCount(total)} butir ${VIEW_WORDS[view]}`,
    rows: rows.map(point => ({
      text: point.text,
      href: paths.activity(point.activityId),
      owner: point.owner,
      due: formatShortDate(point.dueOn),
      state: pointStatus(point, today),
      activity: point.title,
      day: shortDayWords(point),
    })),
    empty: rows.length > 0 ? null : emptyOf(counts, view, hrefOf('semua')),
    pages: pagination({ page, pageSize: POINTS_PAGE, total, hrefOf: at => hrefOf(view, at) }),
  }
}

function emptyOf(counts: PointCounts, view: PointView, allHref: string): Empty {
  if (counts.semua === 0)
    return {
      title: 'Belum ada butir.',
      text: 'Butir dicatat di halaman kegiatannya, dengan penanggung jawab dan tenggat.',
      action: null,
    }
  return {
    title: `Tidak ada butir ${VIEW_WORDS[view]}.`,
    text: 'Semua butir tercatat di saringan lain.',
    action: { label: 'Lihat semua butir', href: allHref, icon: '' },
  }
}
