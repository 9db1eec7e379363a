import type { Actor } from '../access/actor'
import { paths } from '../paths'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { formatInstant } from '../web/format/date'
import type { IconName } from '../web/icons'
import type { PageModel } from '../web/view'
import type { InboxQuery } from './inbox.form'
import { MESSAGE_KINDS } from './message-kinds'
import type { InboxRow } from './messages.repository'

declare module '../web/view' {
  interface Views {
    'messages/inbox': InboxPage
  }
}

export const INBOX_PAGE = 25

export interface InboxPage extends PageModel {
  readonly summary: string
  readonly pills: Pills
  readonly rows: readonly InboxLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  /** Marks everything as read that was told by now; null when nothing is unread. */
  readonly reading: { readonly action: string; readonly until: string } | null
  readonly deliveryHref: string
}

interface InboxLine {
  readonly action: string
  readonly icon: IconName
  readonly word: string
  readonly unread: boolean
  readonly subject: string
  readonly text: string
  readonly at: string
}

export function inboxPage(
  actor: Actor,
  { rows, total }: { readonly rows: readonly InboxRow[]; readonly total: number },
  query: InboxQuery,
  now: Date,
): InboxPage {
  const zone = actor.memberships[0]?.timeZone ?? 'Asia/Jakarta'
  const { unread } = actor
  const hrefOf = (saring: InboxQuery['saring'], page = 1) => {
    const said = new URLSearchParams({
      ...(saring ? { saring } : {}),
      ...(page > 1 ? { hal: String(page) } : {}),
    })
    return said.size > 0 ? `${paths.inbox()}?${said.toString()}` : paths.inbox()
  }
  return {
    title: 'Kotak masuk',
    current: 'kotak-masuk',
    summary: unread === 0 ? 'Semua pesan sudah dibaca.' : 'Pesan yang belum dibaca berada di atas.',
    pills: {
      label: 'Saring pesan',
      items: [
        { label: 'Semua', saring: '' as const },
        { label: 'Belum dibaca', saring: 'belum' as const },
      ].map(({ label, saring }) => ({
        label,
        href: hrefOf(saring),
        icon: '',
        count: '',
        current: query.saring === saring,
      })),
    },
    rows: rows.map(row => ({
      action: paths.messageOpening(row.id),
      ...MESSAGE_KINDS[row.kind],
      unread: row.readAt === null,
      subject: row.subject,
      text: row.text,
      at: formatInstant(row.createdAt, zone),
    })),
    empty: rows.length > 0 ? null : nothing(query),
    pages: pagination({
      page: query.hal,
      pageSize: INBOX_PAGE,
      total,
      hrefOf: page => hrefOf(query.saring, page),
    }),
    reading: unread === 0 ? null : { action: paths.inboxReading(), until: now.toISOString() },
    deliveryHref: paths.ownDelivery(),
  }
}

const nothing = ({ saring, hal }: InboxQuery): Empty => ({
  title: hal > 1 ? 'Halaman ini kosong.' : saring ? 'Tidak ada pesan yang belum dibaca.' : 'Belum ada pesan.',
  text: `Pesan muncul di sini bila giliran Anda tiba, sesuatu dikembalikan, batas waktu mendekat, atau hasil sudah final.`,
  action: saring || hal > 1 ? { label: 'Semua pesan', href: paths.inbox(), icon: '' } : null,
})
