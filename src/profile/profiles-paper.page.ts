import { paths } from '../paths'
import { formatDate } from '../web/format/date'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import type { ProfileRow } from './profile-facts'
import { heldDates, quarterShort } from './profile-words'
import { profileLines, shownQuarters, type ProfilesSetting } from './profiles.page'

declare module '../web/view' {
  interface Views {
    'profile/paper': ProfilesPaperPage
  }
}

export interface ProfilesPaperPage extends PageModel {
  readonly register: PrintedRegister
}

/** Two years of quarters on paper. */
export function profilesPaperPage(
  known: readonly ProfileRow[],
  { unit, today, year, held, predicateNames }: ProfilesSetting,
): ProfilesPaperPage {
  const quarters = shownQuarters(year, today)
  const header = ['Hal', ...quarters.map(quarterShort)]
  const terms = held.map(row => `${predicateNames.get(row.predicate) ?? row.predicate}: ${heldDates(row)}`)
  return {
    title: 'Cetak profil satker',
    current: 'register',
    wide: true,
    register: {
      crumbs: { links: [{ label: 'Profil satker', href: `${paths.profiles(unit.satkerId)}?tahun=${year}` }] },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Profil ${unit.satkerName}`,
      facts: [
        { label: 'Triwulan', value: `${year - 1} dan ${year}` },
        { label: 'Predikat', value: terms.join('; ') || 'Belum pernah' },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header,
      rows: printedRows(
        header,
        profileLines(quarters, known, []).map(line => [line.label, ...line.cells.map(cell => cell.text)]),
      ),
      note: 'Dalam kurung bagian dari keseluruhannya. Tanda – berarti belum dicatat.',
    },
  }
}
