import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { LINK_HOURS } from './accounts.service'
import type { NewAccountLink, PeopleRun } from './people-import.service'

declare module '../web/view' {
  interface Views {
    'accounts/imported': PeopleImportedPage
  }
}

export interface PeopleImportedPage extends PageModel {
  readonly crumbs: Crumbs
  readonly text: string
  readonly hours: string
  readonly links: readonly NewAccountLink[]
  readonly backHref: string
}

export function peopleImportedPage(run: PeopleRun): PeopleImportedPage {
  return {
    title: 'Impor selesai',
    current: 'pengguna',
    crumbs: { links: [{ label: 'Pengguna', href: paths.accounts() }] },
    text: `${formatCount(run.rows.length)} baris disimpan, ${formatCount(run.links.length)} akun baru.`,
    hours: String(LINK_HOURS),
    links: run.links,
    backHref: paths.accounts(),
  }
}
