import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { areaFacts } from '../registers/area-filter'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'
import { innovationShape, type RunView } from './innovation-list'
import {
  atmWords,
  changeWords,
  measureStatus,
  proofStatus,
  runDates,
  runStatus,
  usersWords,
  valuesWords,
} from './innovation-words'
import { MEASURED_WORDS, PROVEN_WORDS, type InnovationsSetting } from './innovations.page'

declare module '../web/view' {
  interface Views {
    'innovations/paper': InnovationsPaperPage
  }
}

export interface InnovationsPaperPage extends PageModel {
  readonly register: PrintedRegister
}

const HEADER = [
  'No.',
  'Inovasi dan kebutuhannya',
  'Amati, tiru, modifikasi',
  'Sebelum dan sesudah',
  'Pengguna dan replikasi',
  'Masa',
]

const VIEW_FACTS: Readonly<Record<RunView, string>> = {
  semua: 'Semua yang tercatat',
  berjalan: 'Berjalan',
  rencana: 'Direncanakan',
  berhenti: 'Berhenti',
}

const narrowed = ({ area, ukur, bukti }: Readonly<Record<string, string>>, parts: PartNames) => [
  ...areaFacts(area ?? '', parts),
  ...(ukur ? [{ label: 'Pengukuran', value: MEASURED_WORDS[ukur] ?? ukur }] : []),
  ...(bukti ? [{ label: 'Bukti kebutuhan', value: PROVEN_WORDS[bukti] ?? bukti }] : []),
]

/** The innovations for paper. */
export function innovationsPaperPage(
  rows: readonly InnovationRow[],
  { unit, query, parts, today }: InnovationsSetting,
): InnovationsPaperPage {
  const back = listHref(paths.innovations(unit.satkerId), innovationShape(parts), query)
  return {
    title: 'Cetak daftar inovasi',
    current: 'register',
    wide: true,
    register: {
      crumbs: { links: [{ label: 'Inovasi', href: back }] },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Daftar inovasi ${unit.satkerName}`,
      facts: [
        { label: 'Keadaan', value: VIEW_FACTS[query.filters.keadaan as RunView] },
        ...narrowed(query.filters, parts),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Jumlah', value: `${formatCount(rows.length)} inovasi` },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        rows.map((row, place) => [
          String(place + 1),
          `${row.name}. ${row.need} (${proofStatus(row).text.toLowerCase()})`,
          atmWords(row) || 'Gagasan sendiri',
          [measureStatus(row).text, valuesWords(row), changeWords(row)].filter(Boolean).join(', '),
          [
            usersWords(row),
            row.copies.length > 0 ? `direplikasi ${row.copies.map(copy => copy.unit).join(', ')}` : '',
          ]
            .filter(Boolean)
            .join('; '),
          `${runStatus(row, today).text}. ${runDates(row)}`,
        ]),
      ),
      note: 'Kebutuhan disebut terbukti bila ada entri register atau tautan yang menunjukkannya.',
    },
  }
}
