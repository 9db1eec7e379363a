import { isLate, type FollowUpState } from '../engine/performance/follow-up'
import { paths } from '../paths'
import { STATUS, type Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import type { FollowUpRow } from './follow-ups.repository'
import { quarterName } from './performance-entries'

const STATE_WORDS: Readonly<Record<FollowUpState, Status>> = {
  open: { tone: 'info', icon: 'half', text: 'Menunggu satker' },
  replied: { tone: 'warn', icon: 'inbox', text: 'Sudah ditanggapi' },
  closed: STATUS.done,
}

export interface FollowUpLine {
  readonly href: string
  readonly text: string
  readonly about: string
  readonly state: Status
}

export const followUpStatus = (
  { state, dueOn }: Pick<FollowUpRow, 'state' | 'dueOn'>,
  today: string,
): Status => (isLate(state, dueOn, today) ? STATUS.overdue : STATE_WORDS[state])

const SHOWN = 140

export const followUpLines = (rows: readonly FollowUpRow[], today: string): FollowUpLine[] =>
  rows.map(row => ({
    href: paths.followUp(row.id),
    text: row.text.length > SHOWN ? `${row.text.slice(0, SHOWN).trimEnd()}…` : row.text,
    about: `${quarterName(row.year, row.quarter)} · tenggat ${formatDate(row.dueOn)} · ${row.writtenByName}`,
    state: followUpStatus(row, today),
  }))
