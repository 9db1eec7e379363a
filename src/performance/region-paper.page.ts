import { paths } from '../paths'
import { formatDate } from '../web/format/date'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import { ROMAN } from './performance-list'
import { quartersShown, type RegionView } from './region-list'
import { openWords, reachedWords, summaryOf, tileOf, troublesOf, VIEW_WORDS, whenWords } from './region-words'
import type { RegionSetting } from './region.page'
import type { RegionCell } from './region.repository'
import type { RegionPart } from './region.service'

declare module '../web/view' {
  interface Views {
    'performance/region-paper': RegionPaperPage
  }
}

export interface RegionPaperPage extends PageModel {
  readonly register: PrintedRegister
}

/** The heat map in words on paper: every unit that the filters keep. */
export function regionPaperPage(part: RegionPart, setting: RegionSetting): RegionPaperPage {
  const { query, shape, regions, today } = setting
  const { wilayah, keadaan } = query.filters
  const shown = quartersShown(query)
  const header = [
    'No.',
    'Satker',
    'Tercapai',
    'Perlu perhatian',
    ...shown.map(quarter => `TW ${ROMAN[quarter]}`),
    'Tindak lanjut',
  ]
  const marksOf = (cells: readonly RegionCell[]) =>
    cells.map(cell => markOf(cell, setting, shown.length === 1)).join('; ')
  return {
    title: `Cetak kinerja ${whenWords(query)}`,
    current: 'kinerja',
    sheet: 'registers',
    wide: true,
    bodyClass: 'pk-paper',
    register: {
      crumbs: { links: [{ label: 'Kinerja', href: listHref(paths.region(), shape, query) }] },
      letterhead: [],
      heading: `Kinerja ${whenWords(query)}`,
      facts: [
        { label: 'Wilayah', value: regions.get(wilayah) ?? 'Semua satker dalam jangkauan Anda' },
        { label: 'Dicetak', value: formatDate(today) },
        { label: 'Ringkasan', value: summaryOf(part) },
        ...(keadaan === 'semua' ? [] : [{ label: 'Saringan', value: VIEW_WORDS[keadaan as RegionView] }]),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
      ],
      header,
      rows: printedRows(
        header,
        part.units.map((unit, place) => {
          const cells = part.cells.get(unit.id) ?? []
          return [
            String(place + 1),
            unit.name,
            reachedWords(unit),
            troublesOf(unit)
              .map(({ text }) => text)
              .join(', '),
            ...shown.map(quarter => marksOf(cells.filter(cell => cell.quarter === quarter))),
            openWords(unit),
          ]
        }),
      ),
      note: 'Angka di depan tiap capaian adalah nomor indikator dalam perjanjian kinerja satker. Tindak lanjut terbuka dihitung dari semua tahun.',
    },
  }
}

/** `1. Layanan tepat waktu: 98%, hampir`; among four quarters the number stands for the indicator. */
function markOf(cell: RegionCell, setting: RegionSetting, named: boolean): string {
  const { share, word, indicator } = tileOf(cell, setting)
  const state = word.toLowerCase()
  return `${named ? indicator : cell.number}: ${share ? `${share}, ` : ''}${state}`
}
