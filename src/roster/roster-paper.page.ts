import { paths } from '../paths'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { endOfNip } from '../web/format/person'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import type { SeenEmployee } from './employee-facts'
import { rosterShape, type RosterView } from './roster-list'
import type { RosterSetting } from './roster.page'
import { agentDates, pokjaShort, workDates } from './roster-words'

declare module '../web/view' {
  interface Views {
    'roster/paper': RosterPaperPage
  }
}

export interface RosterPaperPage extends PageModel {
  readonly register: PrintedRegister
}

const HEADER = ['No.', 'Nama', 'NIP', 'Jabatan', 'Garis depan', 'Pokja', 'Agen perubahan', 'Masa kerja']

const VIEW_FACTS: Readonly<Record<RosterView, string>> = {
  aktif: 'Bekerja pada tanggal ini',
  depan: 'Garis depan',
  agen: 'Agen perubahan yang berlaku',
  keluar: 'Sudah keluar',
  semua: 'Semua yang tercatat',
}

/** A roster for paper. Paper is passed on, so NIPs are masked on it whoever prints it. */
export function rosterPaperPage(
  rows: readonly SeenEmployee[],
  { unit, query, parts, today }: Pick<RosterSetting, 'unit' | 'query' | 'parts' | 'today'>,
): RosterPaperPage {
  const { keadaan, pokja } = query.filters
  const back = listHref(paths.roster(unit.satkerId), rosterShape(parts), query)
  return {
    title: 'Cetak daftar pegawai',
    current: 'register',
    wide: true,
    register: {
      crumbs: { links: [{ label: 'Pegawai', href: back }] },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Daftar pegawai ${unit.satkerName}`,
      facts: [
        { label: 'Keadaan', value: VIEW_FACTS[keadaan as RosterView] },
        ...(pokja ? [{ label: 'Pokja', value: parts.get(pokja) ?? 'Di luar pokja' }] : []),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Jumlah', value: `${formatCount(rows.length)} pegawai` },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        rows.map((row, place) => [
          String(place + 1),
          row.name,
          row.nipShown && endOfNip(row.nip ?? row.nipShown),
          row.position,
          row.frontLine ? 'Ya' : '',
          pokjaShort(row.pokja, parts),
          agentDates(row),
          workDates(row),
        ]),
      ),
      note: 'NIP hanya ditulis empat angka terakhirnya. Daftar ini memuat data pribadi; simpan dan musnahkan sebagaimana mestinya.',
    },
  }
}
