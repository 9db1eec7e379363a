import { paths } from '../paths'
import type { Empty } from '../web/components/panels'
import { civilDateIn, formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { LoadedVersion } from './instruments.service'

declare module '../web/view' {
  interface Views {
    'instruments/list': InstrumentListPage
  }
}

export interface InstrumentListPage extends PageModel {
  readonly caption: string
  readonly rows: readonly {
    readonly href: string
    readonly title: string
    readonly code: string
    readonly version: string
    readonly loaded: string
    readonly checksum: string
    readonly cycles: readonly Link[]
  }[]
  readonly empty: Empty | null
  readonly newHref: string
}

export const CHECKSUM_SHOWN = 12

export function instrumentListPage(versions: readonly LoadedVersion[]): InstrumentListPage {
  return {
    title: 'Instrumen',
    current: 'instrumen',
    caption: `${formatCount(versions.length)} versi; yang dimuat tidak pernah berubah`,
    rows: versions.map(version => ({
      href: paths.instrument(version.id),
      title: version.title,
      code: version.code,
      version: formatCount(version.version),
      loaded: loadedWords(version),
      checksum: version.checksum.slice(0, CHECKSUM_SHOWN),
      cycles: cycleLinks(version),
    })),
    empty:
      versions.length === 0
        ? {
            title: 'Belum ada instrumen',
            text: 'Siklus memerlukan instrumen LKE. Muat berkas YAML-nya.',
            action: { label: 'Muat instrumen', href: paths.newInstrument(), icon: 'upload' },
          }
        : null,
    newHref: paths.newInstrument(),
  }
}

/** When and by whom; the people who load instruments sit at the centre. */
export const loadedWords = ({ loadedAt, loadedBy }: LoadedVersion): string =>
  `${formatDate(civilDateIn(loadedAt, 'Asia/Jakarta'))}, ${loadedBy}`

export const cycleLinks = ({ cycles }: LoadedVersion): Link[] =>
  cycles.map(({ id, year }) => ({ label: String(year), href: paths.cycle(id) }))
