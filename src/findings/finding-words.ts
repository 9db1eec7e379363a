import type { AssessmentContext } from '../assessments/assessment-context'
import type { ReadinessVerdict } from '../engine/rules/readiness'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatInstant } from '../web/format/date'
import type { Link } from '../web/shell'
import type { FindingFamily, KeptFinding } from './finding-document'
import type { SeenFindings, ShownFindings } from './findings.service'
import { levelStatus, RULING_WORDS } from './level-words'
import type { LastWord } from './ruling-words'

/** The word of the address that tells findings of one rule apart. */
export const ABOUT = 'tentang'
/** What stands instead of the findings of the hand-in: those of today. */
export const NOW = 'sekarang'

export interface FindingPlace {
  readonly rule: string
  readonly about: string
}

/** Where a finding has its page; `now` for that of today where another was handed in. */
export function findingHref(assessmentId: string, { rule, about }: FindingPlace, now: boolean): string {
  const words = new URLSearchParams({
    ...(about === '' ? {} : { [ABOUT]: about }),
    ...(now ? { keadaan: NOW } : {}),
  }).toString()
  return `${paths.finding(assessmentId, rule)}${words && `?${words}`}`
}

export const findingsHref = (assessmentId: string, now: boolean): string =>
  `${paths.findings(assessmentId)}${now ? `?keadaan=${NOW}` : ''}`

/** The state of now beside that of the hand-in, or the other way round; null where there is but one. */
export function otherState(
  { hasOther, isFrozen }: Pick<ShownFindings, 'hasOther' | 'isFrozen'>,
  hrefOf: (now: boolean) => string,
): Link | null {
  if (!hasOther) return null
  const label = isFrozen ? 'Lihat keadaan sekarang' : 'Lihat keadaan saat pengajuan'
  return { label, href: hrefOf(isFrozen) }
}

export const VERDICT_WORDS: Readonly<Record<ReadinessVerdict, Status>> = {
  'siap-diajukan': { tone: 'ok', icon: 'check', text: 'Siap diajukan' },
  'siap-bersyarat': { tone: 'warn', icon: 'warn', text: 'Siap bersyarat' },
  'belum-siap': { tone: 'bad', icon: 'octagon', text: 'Belum siap' },
}

/** What a verdict means for the hand-in. */
export const VERDICT_MEANS: Readonly<Record<ReadinessVerdict, string>> = {
  'siap-diajukan': 'Tidak ada yang menghalangi pengajuan.',
  'siap-bersyarat': 'Pengajuan tidak terhalang, tetapi hal berikut akan ditanyakan.',
  'belum-siap': 'Selesaikan dahulu yang bertanda bahaya.',
}

export const FAMILY_WORDS: Readonly<Record<FindingFamily, string>> = {
  pitfall: 'Hal yang harus dihindari',
  contradiction: 'Pertentangan',
  recommendation: 'Rekomendasi',
  key: 'Kunci perubahan',
  factor: 'Faktor keberhasilan',
}

/** `Hal yang harus dihindari 2`, `Pertentangan`. */
export function familyWords({ family, rule }: Pick<KeptFinding, 'family' | 'rule'>): string {
  const number = numberOf(rule)
  return number === null ? FAMILY_WORDS[family] : `${FAMILY_WORDS[family]} ${number}`
}

/** Words of the rules begin in the middle of a sentence where they are joined, and here they do not. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Of `pitfall-2` the 2; null where a rule has no number. */
export function numberOf(rule: string): number | null {
  const number = /-(\d+)$/.exec(rule)?.[1]
  return number === undefined ? null : Number(number)
}

/** A finding as a state: what an evaluator dismissed is no trouble. */
export const shownLevel = ({ level }: { readonly level: string }, word: LastWord | undefined): Status =>
  word?.outcome === 'dismissed' ? RULING_WORDS.dismissed : levelStatus(level)

export const wordOn = (
  { words }: Pick<SeenFindings, 'words'>,
  { rule, about }: FindingPlace,
): LastWord | undefined => words.get(`${rule} ${about}`)

/** `Diabaikan oleh Rahmat Hidayat: …`; empty while nobody said anything of it. */
export const rulingWords = (word: LastWord | undefined): string =>
  word ? `${RULING_WORDS[word.outcome].text} oleh ${word.by}: ${word.reason}` : ''

/** `Keadaan saat pengajuan, 30 Maret 2026 09.00 WIB.`, `Dibaca 12 Maret 2026 10.45 WIB.` */
export const readWords = (
  { isFrozen, readAt }: SeenFindings,
  { timeZone }: Pick<AssessmentContext, 'timeZone'>,
): string =>
  isFrozen
    ? `Keadaan saat pengajuan, ${formatInstant(readAt, timeZone)}.`
    : `Dibaca ${formatInstant(readAt, timeZone)}.`

/** `Buku aturan zi-2026 versi 1` */
export const bookWords = ({ document: { book } }: SeenFindings): string =>
  `Buku aturan ${book.code} versi ${book.version}`
