import { paths } from '../paths'
import { areaFacts } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import { complaintsYear, type ComplaintsYear } from './complaints-chart'
import { isComplaints, type InputRow } from './input-facts'
import { KIND_WORDS, STAKEHOLDER_WORDS } from './input-words'
import { ALL_YEARS, drawnYear, inputsShape, type InputView } from './inputs-list'
import type { InputsSetting } from './inputs.page'

declare module '../web/view' {
  interface Views {
    'inputs/paper': InputsPaperPage
  }
}

export interface InputsPaperPage extends PageModel {
  readonly register: PrintedRegister
  readonly year: ComplaintsYear
  /** Meetings beside the complaints; the table of the register. */
  readonly meetings: string
}

const HEADER = ['No.', 'Tanggal', 'Jenis', 'Pihak', 'Orang', 'Perihal', 'Keputusan', 'Tindak lanjut']

const VIEW_FACTS: Readonly<Record<InputView, string>> = {
  semua: 'Semua',
  pengaduan: 'Pengaduan',
  konsultasi: 'Konsultasi publik',
  audiensi: 'Audiensi',
  lainnya: 'Masukan lain',
  belum: 'Belum selesai ditindaklanjuti',
}

/** The year's complaints for paper, with the consultations and audiences that the list shows. */
export function inputsPaperPage(
  rows: readonly InputRow[],
  complaints: readonly InputRow[],
  { unit, query, today, parts }: Omit<InputsSetting, 'keeps'>,
): InputsPaperPage {
  const year = drawnYear(query, today)
  const { jenis, tahun, pihak, area } = query.filters
  const meetings = rows.filter(row => !isComplaints(row))
  return {
    title: `Rekapitulasi pengaduan ${year}`,
    current: 'register',
    sheet: 'registers',
    wide: true,
    year: complaintsYear(complaints, { year, today, hrefOf: () => '' }),
    meetings: `Konsultasi, audiensi, dan masukan lain${tahun === ALL_YEARS ? '' : ` ${year}`}`,
    register: {
      crumbs: {
        links: [
          registersLink(unit.satkerId),
          {
            label: 'Masukan',
            href: listHref(paths.inputs(unit.satkerId), inputsShape({ parts, today }), query),
          },
        ],
      },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Rekapitulasi pengaduan ${year} ${unit.satkerName}`,
      facts: [
        ...(jenis === 'semua' ? [] : [{ label: 'Jenis', value: VIEW_FACTS[jenis as InputView] }]),
        ...(pihak ? [{ label: 'Pihak', value: STAKEHOLDER_WORDS[pihak as 'lain'] }] : []),
        ...areaFacts(area, parts),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Bulan dilaporkan', value: `${formatCount(complaints.length)} dari 12` },
        { label: 'Masukan lain', value: formatCount(meetings.length) },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        meetings.map((row, place) => [
          String(place + 1),
          formatShortDate(row.happenedOn),
          KIND_WORDS[row.kind],
          row.stakeholder === '' ? '' : STAKEHOLDER_WORDS[row.stakeholder],
          row.people === null ? '' : formatCount(row.people),
          row.subject,
          row.decided,
          row.followUp,
        ]),
      ),
      note: 'Pengaduan dihitung menurut bulan diterimanya; selesai dan diproses menurut keadaan pada tanggal ini.',
    },
  }
}
