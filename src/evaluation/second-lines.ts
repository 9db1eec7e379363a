import type { SecondUnitRow } from '../calibration/samples.repository'
import type { Status } from '../web/components/status'
import { formatPart } from '../web/format/number'
import { SECOND_DESK } from './desk-addresses'

/** A unit of a sample in the queue of whoever scores it a second time. */
export interface SecondLine {
  readonly href: string
  readonly satker: string
  readonly where: string
  readonly status: Status
  readonly decided: string
}

export const secondLines = (units: readonly SecondUnitRow[]): SecondLine[] =>
  units.map(unit => ({
    href: SECOND_DESK.overview(unit.id),
    satker: unit.satkerName,
    where: `${unit.satkerCode} · ${unit.year} · uji petik ${unit.sample}`,
    status: statusOf(unit),
    decided: unit.begun ? formatPart(unit.decided, unit.questions) : '–',
  }))

function statusOf({ begun, handedIn }: SecondUnitRow): Status {
  if (handedIn) return { tone: 'mut', icon: 'check', text: 'Diserahkan' }
  return begun
    ? { tone: 'info', icon: 'half', text: 'Berjalan' }
    : { tone: 'info', icon: 'right', text: 'Belum dimulai' }
}
