import { paths } from '../paths'
import type { Field } from '../web/components/field'
import type { Crumbs, Empty } from '../web/components/panels'
import { STATUS, type Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatInstant, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import { keptWords, listHref } from '../web/list-query'
import type { PageModel } from '../web/view'
import { findingHref } from './finding-words'
import { levelStatus, PITFALL_SHORT } from './level-words'
import { standingPicture, type StandingMonth } from './matrix-history-picture'
import { CHANGES_SHOWN, type LevelChange, type LevelCount } from './matrix-history.repository'
import type { HistoryMonth } from './matrix-months'
import { overWords, ruleLabel } from './matrix-words'
import { cycleField, regionFields, type MatrixSetting } from './matrix.page'
import type { MatrixHistory } from './matrix.service'

declare module '../web/view' {
  interface Views {
    'findings/matrix-history': MatrixHistoryPage
  }
}

export interface MatrixHistoryPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly key: readonly Status[]
  readonly months: readonly string[]
  /** There is room for two beside each other. */
  readonly few: boolean
  readonly pitfalls: readonly PitfallPast[]
  readonly changes: readonly ChangeLine[]
  /** That there are more changes than are shown; else empty. */
  readonly more: string
  readonly empty: Empty | null
}

interface PitfallPast {
  readonly title: string
  readonly picture: SafeHtml
  readonly lines: readonly { readonly status: Status; readonly counts: readonly MonthCount[] }[]
}

interface MonthCount {
  readonly month: string
  readonly text: string
}

interface ChangeLine {
  readonly href: string
  readonly unit: string
  readonly rule: string
  readonly before: Status
  readonly after: Status
  readonly at: string
}

/** How many units stood at which level of each pitfall when a month ended, and what changed of late. */
export function matrixHistoryPage(history: MatrixHistory, setting: MatrixSetting): MatrixHistoryPage {
  const { query, shape, choices, today } = setting
  const months = readMonths(history)
  const shown = history.changes.slice(0, CHANGES_SHOWN)
  const base = paths.matrixHistory()
  const form = freshForm({ cari: query.search, ...query.filters })
  return {
    title: 'Perjalanan temuan',
    current: 'matriks',
    sheet: 'findings',
    wide: true,
    bodyClass: 'mx-page',
    crumbs: { links: [{ label: 'Matriks', href: listHref(paths.matrix(), shape, query) }] },
    over: overWords(query, choices.named, today),
    search: {
      action: base,
      hidden: keptWords(shape, query, ['siklus', 'wilayah']),
      fields: [cycleField(form, choices), ...regionFields(form, choices)],
      clearHref: query.filters.wilayah ? listHref(base, shape, query, { filters: { wilayah: '' } }) : '',
    },
    key: LINES.map(({ status }) => status),
    months: months.map(monthWords),
    few: months.length <= FEW,
    pitfalls:
      history.counts.length === 0
        ? []
        : PITFALL_SHORT.map((_, place) => pastOf(place + 1, months, history.counts)),
    changes: shown.map(changeLine),
    more:
      history.changes.length > CHANGES_SHOWN
        ? `Hanya ${formatCount(CHANGES_SHOWN)} perubahan terbaru yang ditampilkan.`
        : '',
    empty: history.counts.length === 0 ? UNREAD : null,
  }
}

const FEW = 5

const UNREAD: Empty = {
  title: 'Belum ada temuan yang dibaca.',
  text: 'Temuan dibaca beberapa menit setelah penilaian dibuka, lalu setiap kali datanya berubah.',
  action: null,
}

const LINES: readonly { readonly part: keyof StandingMonth; readonly status: Status }[] = [
  { part: 'danger', status: STATUS.danger },
  { part: 'caution', status: STATUS.caution },
  { part: 'safe', status: STATUS.safe },
  { part: 'unknown', status: STATUS.tooLittleData },
]

/** From the first month of which anything is known. */
const readMonths = ({ months, counts }: MatrixHistory): readonly HistoryMonth[] =>
  months.slice(months.findIndex(({ month }) => counts.some(count => count.month === month)))

function pastOf(number: number, months: readonly HistoryMonth[], counts: readonly LevelCount[]): PitfallPast {
  const rule = `pitfall-${number}`
  const standing = months.map(({ month }) =>
    standingOf(counts.filter(count => count.rule === rule && count.month === month)),
  )
  const title = ruleLabel(rule)
  return {
    title,
    picture: standingPicture(standing, pictureWords(title, months.at(-1), standing.at(-1))),
    lines: LINES.map(({ part, status }) => ({
      status,
      counts: standing.map((month, place) => ({
        month: monthWords(months[place]),
        text: isRead(month) ? formatCount(month[part]) : '–',
      })),
    })),
  }
}

function standingOf(counts: readonly LevelCount[]): StandingMonth {
  const at = (...levels: readonly string[]) =>
    counts.filter(({ level }) => levels.includes(level)).reduce((sum, { units }) => sum + units, 0)
  return {
    danger: at('bahaya'),
    caution: at('waspada'),
    safe: at('aman'),
    unknown: at('belum-cukup-data', 'gagal'),
  }
}

const isRead = ({ danger, caution, safe, unknown }: StandingMonth): boolean =>
  danger + caution + safe + unknown > 0

function pictureWords(title: string, month?: HistoryMonth, standing?: StandingMonth): string {
  if (!month || !standing) return title
  const said = LINES.map(({ part, status }) => `${formatCount(standing[part])} ${status.text.toLowerCase()}`)
  return `${title.replaceAll('\u00ad', '')}, ${monthWords(month)}: ${said.join(', ')}.`
}

/** `Mar 2026` */
const monthWords = (month?: HistoryMonth): string =>
  month ? formatShortDate(`${month.month}-01`).replace(/^1 /, '') : ''

const changeLine = (change: LevelChange): ChangeLine => ({
  href: findingHref(change.assessmentId, { rule: change.rule, about: '' }, true),
  unit: change.unit,
  rule: ruleLabel(change.rule),
  before: levelStatus(change.before),
  after: levelStatus(change.after),
  at: formatInstant(change.at, change.timeZone),
})
