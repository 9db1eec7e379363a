import { ZERO, isZero, roundForDisplay } from '../../engine/exact'
import type { Gate } from '../../engine/scoring/score'
import { formatDecimal } from '../format/number'
import type { IconName } from '../icons'

/** A state: shape, word and colour; shape and word are each enough alone. */
export interface Status {
  readonly tone: 'ok' | 'warn' | 'bad' | 'clash' | 'info' | 'mut' | 'ink'
  readonly icon: IconName
  readonly text: string
}

/** The vocabulary of states that need no number. */
export const STATUS = {
  unanswered: { tone: 'mut', icon: 'ring', text: 'Belum dijawab' },
  incomplete: { tone: 'mut', icon: 'half', text: 'Belum lengkap' },
  contradictory: { tone: 'bad', icon: 'octagon', text: 'Bertentangan' },
  toReview: { tone: 'warn', icon: 'warn', text: 'Belum ditinjau ulang' },
  waiting: { tone: 'warn', icon: 'clock', text: 'Menunggu jaringan' },
  unsaved: { tone: 'bad', icon: 'octagon', text: 'Belum tersimpan' },
  conflict: { tone: 'clash', icon: 'clash', text: 'Catatan bentrok' },
  met: { tone: 'ok', icon: 'check', text: 'Terpenuhi' },
  safe: { tone: 'ok', icon: 'check', text: 'Aman' },
  caution: { tone: 'warn', icon: 'warn', text: 'Waspada' },
  danger: { tone: 'bad', icon: 'octagon', text: 'Bahaya' },
  tooLittleData: { tone: 'mut', icon: 'dashring', text: 'Belum cukup data' },
  notStarted: { tone: 'mut', icon: 'ring', text: 'Belum' },
  overdue: { tone: 'bad', icon: 'cross', text: 'Lewat' },
  running: { tone: 'info', icon: 'half', text: 'Berjalan' },
  done: { tone: 'ok', icon: 'dot', text: 'Selesai' },
  verified: { tone: 'ok', icon: 'seal', text: 'Diverifikasi' },
  attested: { tone: 'ok', icon: 'seal', text: 'Disahkan' },
  final: { tone: 'mut', icon: 'lock', text: 'Final' },
} as const satisfies Record<string, Status>

/** `Tersimpan 10.42`: on the server, with the time. */
export function savedAt(time: string): Status {
  return { tone: 'mut', icon: 'tick', text: `Tersimpan ${time}` }
}

/** `Mengunggah 63%` */
export function uploading(percent: number): Status {
  return { tone: 'info', icon: 'upload', text: `Mengunggah ${percent}%` }
}

/** `Terpenuhi`, `Terpenuhi, tepat` or `Kurang 1,10`; a gate that fails is never short of `0,00`. */
export function gateStatus(gate: Pick<Gate, 'passes' | 'distance'>): Status {
  if (!gate.passes) return { tone: 'bad', icon: 'cross', text: `Kurang ${formatShortfall(gate.distance)}` }
  return isZero(gate.distance) ? { ...STATUS.met, text: 'Terpenuhi, tepat' } : STATUS.met
}

/** How much a failing gate lacks, without a sign: `1,10`. */
export function formatShortfall(distance: Gate['distance']): string {
  return formatDecimal(roundForDisplay(distance, { below: ZERO }).replace('-', ''))
}
