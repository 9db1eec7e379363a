import { STATUS, type Status } from '../web/components/status'
import type { RecommendationStatus, RulingOutcome } from './finding-outcomes'

/** Every level that a rule of any family gives, and what stands in the history of one that is no longer found. */
const LEVELS: Readonly<Record<string, Status>> = {
  aman: STATUS.safe,
  waspada: STATUS.caution,
  bahaya: STATUS.danger,
  'belum-cukup-data': STATUS.tooLittleData,
  gagal: { tone: 'mut', icon: 'info', text: 'Tidak dapat dihitung' },
  belum: STATUS.notStarted,
  berjalan: STATUS.running,
  selesai: STATUS.done,
  membaik: { tone: 'ok', icon: 'up', text: 'Membaik' },
  tetap: { tone: 'mut', icon: 'right', text: 'Tetap' },
  memburuk: { tone: 'bad', icon: 'fall', text: 'Memburuk' },
  'belum-terukur': { tone: 'mut', icon: 'dashring', text: 'Belum terukur' },
  'tidak-ada': { tone: 'ok', icon: 'check', text: 'Tidak ada lagi' },
}

/** A level as a state; one that a later version of the rules no longer gives stands as its own word. */
export const levelStatus = (level: string): Status =>
  LEVELS[level] ?? { tone: 'mut', icon: 'info', text: level }

export const RECOMMENDATION_WORDS: Readonly<Record<RecommendationStatus, Status>> = {
  belum: STATUS.notStarted,
  berjalan: STATUS.running,
  selesai: STATUS.done,
  diverifikasi: STATUS.verified,
}

export const RULING_WORDS: Readonly<Record<RulingOutcome, Status>> = {
  confirmed: { tone: 'warn', icon: 'tick', text: 'Dibenarkan' },
  // Of another shape than what is late or fails.
  dismissed: { tone: 'mut', icon: 'person', text: 'Diabaikan' },
}

/** Recommendation and reading beside each other: verified and finished say the same. */
export const differs = (status: RecommendationStatus, reading: string): boolean =>
  ['belum', 'berjalan', 'selesai'].includes(reading) &&
  (status === 'diverifikasi' ? 'selesai' : status) !== reading

/** The eleven in the words of a column head, from the first. */
export const RECOMMENDATION_SHORT = [
  'Komit\u00admen ber\u00adsama',
  'Layanan satu pintu',
  'Moto per\u00adubahan',
  'Agen per\u00adubahan',
  'Rapat berkala',
  'Pem\u00adbinaan',
  'Peng\u00adhargaan',
  'Latihan layanan',
  'ATM inovasi',
  'Intimasi publik',
  'Catatan tuntas',
] as const

/** The six in the words of a column head, from the first. */
export const PITFALL_SHORT = [
  'Demi peng\u00adhargaan',
  'Instan',
  'Tanpa pe\u00admangku',
  'Hanya doku\u00admen',
  'Sege\u00adlintir orang',
  'Inovasi formal',
] as const

/** A recommendation in two or three words, where no line breaks within one. */
export const shortRecommendation = (number: number): string =>
  (RECOMMENDATION_SHORT[number - 1] ?? '').replaceAll('\u00ad', '')
