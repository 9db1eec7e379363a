import type { SheetSeat } from '../engine/stages/turns'
import type { TeamSeatKind } from './team.entity'

/** A seat on screen: its column in comparisons, and the person on it. */
export const SEAT_WORDS: Readonly<Record<SheetSeat, { readonly column: string; readonly person: string }>> = {
  satker: { column: 'Mandiri', person: 'satker' },
  kanwil: { column: 'Kanwil', person: 'prapenilai kanwil' },
  member: { column: 'TPI', person: 'anggota TPI' },
  lead: { column: 'Ketua tim', person: 'ketua tim' },
  controller: { column: 'Dalnis', person: 'pengendali teknis' },
  second: { column: 'Uji petik', person: 'penilai uji petik' },
}

/** A seat of a team, in forms and lists. */
export const SEAT_NAMES: Readonly<Record<TeamSeatKind, string>> = {
  member: 'Anggota',
  lead: 'Ketua tim',
  controller: 'Pengendali teknis',
}
