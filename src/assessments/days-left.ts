import { civilDate } from '../clock'
import { formatDate } from '../web/format/date'
import type { TimeZone } from '../web/format/date'

const DAY_MS = 86_400_000

export interface Window {
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly timeZone: TimeZone
}

/** How long the window of a stage stays open, in words; the last day counts and ends at midnight in the satker's zone. */
export interface DaysLeft {
  /** `19 hari`, `Hari terakhir`, `Belum dibuka`, `Ditutup` */
  readonly days: string
  /** `sampai 31 Maret 2026` */
  readonly until: string
  readonly over: boolean
}

/** Null where the stage has no window. */
export function daysLeft(window: Window, now: Date): DaysLeft | null {
  const { opensOn, closesOn, timeZone } = window
  if (closesOn === null) return null
  const today = civilDate(now, timeZone)
  if (opensOn !== null && today < opensOn)
    return { days: 'Belum dibuka', until: `mulai ${formatDate(opensOn)}`, over: false }
  const left = (Date.parse(closesOn) - Date.parse(today)) / DAY_MS
  if (left < 0) return { days: 'Ditutup', until: `sejak ${formatDate(closesOn)}`, over: true }
  return {
    days: left === 0 ? 'Hari terakhir' : `${left} hari`,
    until: `sampai ${formatDate(closesOn)}`,
    over: false,
  }
}
