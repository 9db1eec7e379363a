import { attendanceOf } from '../engine/activities/attendance'
import type { ActivityKind } from '../engine/activities/activity-kinds'
import { paths } from '../paths'
import { areaFacts } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import { activityShape, type ActivityView } from './activities-list'
import type { ListedActivity } from './activity-facts'
import { VIEW_WORDS, type ActivitiesSetting } from './activities.page'
import { areaShort, KIND_WORDS, shortDayWords } from './activity-words'

declare module '../web/view' {
  interface Views {
    'activities/paper': ActivitiesPaperPage
  }
}

export interface ActivitiesPaperPage extends PageModel {
  readonly register: PrintedRegister
}

const HEADER = ['No.', 'Tanggal', 'Kegiatan', 'Jenis', 'Tempat', 'Pimpinan hadir', 'Area', 'Peserta', 'Butir']
const QUARTERS = ['', 'I', 'II', 'III', 'IV']

/** The part of a register that the address names, for paper. */
export function activitiesPaperPage(
  rows: readonly ListedActivity[],
  { unit, query, range, today }: Pick<ActivitiesSetting, 'unit' | 'query' | 'range' | 'today'>,
): ActivitiesPaperPage {
  const { keadaan, jenis, tahun, triwulan, area, peserta } = query.filters
  const back = listHref(paths.activities(unit.satkerId), activityShape(range), query)
  const period = [triwulan && `Triwulan ${QUARTERS[Number(triwulan)]}`, tahun].filter(Boolean).join(' ')
  return {
    title: 'Cetak daftar kegiatan',
    current: 'register',
    sheet: 'registers',
    wide: true,
    bodyClass: 'landscape-paper',
    register: {
      crumbs: { links: [registersLink(unit.satkerId), { label: 'Kegiatan', href: back }] },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Daftar kegiatan ${unit.satkerName}`,
      facts: [
        ...(keadaan === 'semua'
          ? []
          : [{ label: 'Keadaan', value: `Kegiatan ${VIEW_WORDS[keadaan as ActivityView]}` }]),
        ...(jenis ? [{ label: 'Jenis', value: KIND_WORDS[jenis as ActivityKind] }] : []),
        ...(period ? [{ label: 'Masa', value: period }] : []),
        ...areaFacts(area, range.parts),
        ...(peserta ? [{ label: 'Peserta', value: range.people.get(peserta) ?? '' }] : []),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Jumlah', value: `${formatCount(rows.length)} kegiatan` },
        { label: 'Dicetak', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        rows.map((row, place) => {
          const { total } = attendanceOf(row.named, row.counted, row.guests)
          return [
            String(place + 1),
            shortDayWords(row),
            row.title,
            KIND_WORDS[row.kind],
            row.place,
            row.leaderPresent ? 'Ya' : 'Tidak',
            row.areas.map(one => areaShort(one, range.parts)).join(', '),
            total > 0 ? formatCount(total) : '',
            row.points > 0 ? `${row.points - row.openPoints}/${row.points}` : '',
          ]
        }),
      ),
      note: 'Butir: yang selesai dari yang dicatat. Nama hari mengikuti tanggalnya.',
    },
  }
}
