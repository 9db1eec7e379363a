import type { Mail } from '../mail/mailer'
import { paths } from '../paths'
import { formatDate, formatTime, civilDateIn, type TimeZone } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { ClaimedRow } from './outbox.repository'

/** More than these stand in the inbox alone. */
const LISTED = 30

/** The e-mail that one or several messages leave in. The same letter has the same Message-ID whenever it is tried. */
export function composeLetter(
  letter: string,
  messages: readonly ClaimedRow[],
  options: { readonly to: string; readonly baseUrl: string; readonly sentAt: Date; readonly daily: boolean },
): Mail {
  const { to, baseUrl, daily } = options
  const [first] = messages
  const zone = first?.timeZone ?? 'Asia/Jakarta'
  const foot = `--\nZona Integritas\nAtur pemberitahuan: ${baseUrl}${paths.ownDelivery()}\n`
  const body = daily
    ? summary(messages, baseUrl, zone)
    : messages.map(row => paragraph(row, baseUrl)).join('\n')
  return {
    to,
    subject: daily
      ? `Ringkasan ${formatDate(civilDateIn(options.sentAt, zone))}: ${formatCount(messages.length)} pesan`
      : (first?.subject ?? ''),
    text: `${body}\n${foot}`,
    id: `<${letter}@${new URL(baseUrl).hostname}>`,
  }
}

const paragraph = ({ text, href }: ClaimedRow, baseUrl: string): string => `${text}\n\n${baseUrl}${href}\n`

function summary(messages: readonly ClaimedRow[], baseUrl: string, zone: TimeZone): string {
  const lines = messages
    .slice(0, LISTED)
    .map(
      row =>
        `${formatDate(civilDateIn(row.createdAt, zone))} ${formatTime(row.createdAt, zone)}\n${row.subject}\n${paragraph(row, baseUrl)}`,
    )
  const more = messages.length - LISTED
  if (more > 0)
    lines.push(`Dan ${formatCount(more)} pesan lain di kotak masuk:\n${baseUrl}${paths.inbox()}\n`)
  return lines.join('\n')
}
