import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { LINK_HOURS } from './one-time-links'
import type { AccountLink, PeopleRun } from './people-import.service'

declare module '../web/view' {
  interface Views {
    'accounts/imported': PeopleImportedPage
  }
}

export interface PeopleImportedPage extends PageModel {
  readonly crumbs: Crumbs
  readonly text: string
  /** Empty when no account lost its password. */
  readonly revokedText: string
  readonly hours: string
  readonly links: readonly AccountLink[]
  readonly backHref: string
}

export function peopleImportedPage(run: PeopleRun): PeopleImportedPage {
  const renewed = run.links.filter(link => !link.isNew)
  return {
    title: 'Impor selesai',
    current: 'pengguna',
    crumbs: { links: [{ label: 'Pengguna', href: paths.accounts() }] },
    text: `${formatCount(run.rows.length)} baris disimpan, ${formatCount(run.links.length - renewed.length)} akun baru.`,
    revokedText: renewed.length > 0 ? revokedWords(renewed) : '',
    hours: String(LINK_HOURS),
    links: run.links,
    backHref: paths.accounts(),
  }
}

const revokedWords = (links: readonly AccountLink[]): string =>
  `Kata sandi, tautan, dan sesi ${links.map(link => link.name).join(', ')} diakhiri karena peran barunya di luar kewenangan pengurus akun sebelumnya. Periksa surelnya, lalu serahkan tautan baru di bawah ini.`
