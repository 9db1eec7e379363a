import { shareOf, type Figure, type Figures } from '../engine/profile/figures'
import type { Quarter } from '../engine/profile/quarter'
import type { HeldPredicateRow } from './held-predicate-facts'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount, formatPercent } from '../web/format/number'
import { FIGURE_NAMES, FIGURES, type ProfileDraft } from './profile-facts'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** `Triwulan I 2026` */
export const quarterName = ({ year, quarter }: Quarter): string => `Triwulan ${roman(quarter)} ${year}`

/** For the head of a column: `TW I 2026` */
export const quarterShort = ({ year, quarter }: Quarter): string => `TW ${roman(quarter)} ${year}`

export const roman = (quarter: number): string => ROMAN[quarter - 1] ?? ''

/** `8`, `8 (62%)` of a whole, and nothing for what was not said. */
export function figureWords(figures: Figures, name: Figure): string {
  const value = figures[name]
  if (value === null) return ''
  const share = shareOf(figures, name)
  return share === null ? formatCount(value) : `${formatCount(value)} (${formatPercent(share)})`
}

/** One line: `57 pegawai, 21 di garis depan; 8 dari 13 layanan selesai daring`. */
export function profileSentence({ figures }: Pick<ProfileDraft, 'figures'>): string {
  const { employees, frontLine, services, onlineServices, signatures } = figures
  const people = [
    employees === null ? '' : `${formatCount(employees)} pegawai`,
    frontLine === null ? '' : `${formatCount(frontLine)} di garis depan`,
    signatures === null ? '' : `${formatCount(signatures)} menandatangani komitmen bersama`,
  ]
  const online =
    services === null || onlineServices === null
      ? ''
      : `${formatCount(onlineServices)} dari ${formatCount(services)} layanan selesai daring`
  return [people.filter(Boolean).join(', '), online].filter(Boolean).join('; ')
}

export const profileInWords = ({ figures }: Pick<ProfileDraft, 'figures'>) =>
  FIGURE_NAMES.map(name => ({ label: FIGURES[name].label, value: figureWords(figures, name) }))

export function heldStatus({ lostOn }: Pick<HeldPredicateRow, 'lostOn'>): Status {
  return lostOn === null
    ? { tone: 'ok', icon: 'seal', text: 'Dipegang' }
    : { tone: 'bad', icon: 'cross', text: 'Dicabut' }
}

/** `Sejak 10 Desember 2024`, `10 Desember 2022 sampai 3 Mei 2024` */
export const heldDates = ({ heldSince, lostOn }: Pick<HeldPredicateRow, 'heldSince' | 'lostOn'>): string =>
  lostOn === null
    ? `Sejak ${formatDate(heldSince)}`
    : `${formatDate(heldSince)}, dicabut ${formatDate(lostOn)}`
