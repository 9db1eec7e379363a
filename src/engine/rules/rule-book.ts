import { compare, exact, type Exact } from '../exact'

/** From where on a figure is noticed. The comparison holds for both bounds; a bound that is null is never reached. */
export interface Band {
  readonly is: '<' | '<=' | '>' | '>='
  readonly waspada: Exact | null
  readonly bahaya: Exact | null
}

/** What is data of one rule. */
export interface RuleSettings {
  readonly bands: Readonly<Record<string, Band>>
  readonly numbers: Readonly<Record<string, Exact>>
  readonly words: Readonly<Record<string, readonly string[]>>
}

/** The thresholds of all rules in one version, and which questions of an instrument they are about. */
export interface RuleBook {
  readonly id: string
  readonly version: number
  /** The instrument whose codes stand in `questions`. */
  readonly instrument: string
  /** Question codes by what they ask: `agents`, `complaints`. */
  readonly questions: Readonly<Record<string, string>>
  readonly rules: Readonly<Record<string, RuleSettings>>
  /** From where on something stands in the way of the hand-in: `waspada` makes it conditional, `bahaya` forbids it. */
  readonly readiness: RuleSettings
}

/** A fault of a rule book, where it stands (`rules.pitfall-1.bands.share.is`) and what is wrong, in Indonesian. */
export interface RuleBookFault {
  readonly at: string
  readonly message: string
}

export type RuleBookReading =
  | { readonly ok: true; readonly book: RuleBook }
  | { readonly ok: false; readonly faults: readonly RuleBookFault[] }

/** Names of bands, numbers and words that must be written, and no others. */
export interface SettingNames {
  readonly bands: readonly string[]
  readonly numbers: readonly string[]
  readonly words: readonly string[]
}

/** What this version of the program needs of a book. */
export interface RuleNeeds {
  readonly topics: readonly string[]
  readonly rules: Readonly<Record<string, SettingNames>>
  readonly readiness: SettingNames
}

const COMPARISONS = ['<', '<=', '>', '>='] as const

/** Reads plain data (of a YAML text) as a rule book; every fault is named, an unknown or missing name too. */
export function readRuleBook(given: unknown, needs: RuleNeeds): RuleBookReading {
  const faults: RuleBookFault[] = []
  const fault = (at: string, message: string) => void faults.push({ at, message })
  const book = recordAt(given, '', fault)
  const id = typeof book['id'] === 'string' && /^[a-z0-9-]{1,60}$/.test(book['id']) ? book['id'] : ''
  if (!id) fault('id', 'Tulis nama buku aturan: huruf kecil, angka, dan tanda hubung.')
  const version = Number.isSafeInteger(book['version']) ? (book['version'] as number) : 0
  if (version < 1) fault('version', 'Tulis nomor versi, bilangan bulat mulai dari 1.')
  const instrument = typeof book['instrument'] === 'string' ? book['instrument'] : ''
  if (!instrument) fault('instrument', 'Tulis nama instrumen yang kode pertanyaannya dipakai.')
  const questions = textsAt(book['questions'], 'questions', needs.topics, fault)
  const rulesGiven = recordAt(book['rules'], 'rules', fault)
  for (const name of Object.keys(rulesGiven))
    if (!(name in needs.rules)) fault(`rules.${name}`, 'Aturan ini tidak dikenal.')
  const rules: Record<string, RuleSettings> = {}
  for (const [name, wanted] of Object.entries(needs.rules)) {
    const at = `rules.${name}`
    if (!(name in rulesGiven)) fault(at, 'Ambang aturan ini belum ditulis.')
    else rules[name] = settingsAt(rulesGiven[name], at, wanted, fault)
  }
  const readiness = settingsAt(book['readiness'], 'readiness', needs.readiness, fault)
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, book: { id, version, instrument, questions, rules, readiness } }
}

type Fault = (at: string, message: string) => void

function settingsAt(given: unknown, at: string, wanted: SettingNames, fault: Fault): RuleSettings {
  const settings = recordAt(given, at, fault)
  for (const name of Object.keys(settings))
    if (!['bands', 'numbers', 'words'].includes(name)) fault(`${at}.${name}`, 'Bagian ini tidak dikenal.')
  const part = (name: 'bands' | 'numbers' | 'words') => {
    const found = settings[name] === undefined ? {} : recordAt(settings[name], `${at}.${name}`, fault)
    for (const key of Object.keys(found))
      if (!wanted[name].includes(key)) fault(`${at}.${name}.${key}`, 'Nama ini tidak dikenal aturannya.')
    for (const key of wanted[name])
      if (!(key in found)) fault(`${at}.${name}.${key}`, 'Nilai ini belum ditulis.')
    return Object.entries(found).filter(([key]) => wanted[name].includes(key))
  }
  return {
    bands: Object.fromEntries(
      part('bands').map(([key, band]) => [key, bandAt(band, `${at}.bands.${key}`, fault)]),
    ),
    numbers: Object.fromEntries(
      part('numbers').map(([key, number]) => [key, numberAt(number, `${at}.numbers.${key}`, fault)]),
    ),
    words: Object.fromEntries(
      part('words').map(([key, words]) => [key, wordsAt(words, `${at}.words.${key}`, fault)]),
    ),
  }
}

function bandAt(given: unknown, at: string, fault: Fault): Band {
  const band = recordAt(given, at, fault)
  const is = COMPARISONS.find(sign => sign === band['is'])
  if (!is) fault(`${at}.is`, `Tulis salah satu: ${COMPARISONS.join(' ')}.`)
  const bound = (name: 'waspada' | 'bahaya') =>
    band[name] === null || band[name] === undefined ? null : numberAt(band[name], `${at}.${name}`, fault)
  const [waspada, bahaya] = [bound('waspada'), bound('bahaya')]
  if (waspada === null && bahaya === null) fault(at, 'Tulis ambang waspada, bahaya, atau keduanya.')
  if (is && waspada !== null && bahaya !== null && isBefore(is, bahaya, waspada))
    fault(`${at}.bahaya`, WRONG_SIDE[is])
  return { is: is ?? '<', waspada, bahaya }
}

const NOT_ABOVE = 'Ambang bahaya tidak boleh lebih tinggi dari ambang waspada.'
const NOT_BELOW = 'Ambang bahaya tidak boleh lebih rendah dari ambang waspada.'
const WRONG_SIDE: Readonly<Record<Band['is'], string>> = {
  '<': NOT_ABOVE,
  '<=': NOT_ABOVE,
  '>': NOT_BELOW,
  '>=': NOT_BELOW,
}

/** Whether what gets worse reaches `bahaya` before `waspada`, which then is never said. */
const isBefore = (is: Band['is'], bahaya: Exact, waspada: Exact): boolean =>
  is.startsWith('<') ? compare(bahaya, waspada) > 0 : compare(bahaya, waspada) < 0

function numberAt(given: unknown, at: string, fault: Fault): Exact {
  try {
    return exact(typeof given === 'number' ? String(given) : typeof given === 'string' ? given : '')
  } catch {
    fault(at, 'Tulis bilangan, misalnya 0.8.')
    return exact(0)
  }
}

function wordsAt(given: unknown, at: string, fault: Fault): string[] {
  const words = Array.isArray(given)
    ? given.filter(word => typeof word === 'string' && word.trim() !== '')
    : []
  if (words.length === 0 || words.length !== (given as unknown[]).length) fault(at, 'Tulis daftar kata.')
  return words as string[]
}

function textsAt(
  given: unknown,
  at: string,
  wanted: readonly string[],
  fault: Fault,
): Readonly<Record<string, string>> {
  const found = recordAt(given, at, fault)
  for (const name of Object.keys(found))
    if (!wanted.includes(name)) fault(`${at}.${name}`, 'Pokok pertanyaan ini tidak dikenal.')
  for (const name of wanted)
    if (typeof found[name] !== 'string') fault(`${at}.${name}`, 'Tulis kode pertanyaannya.')
  return found as Readonly<Record<string, string>>
}

function recordAt(given: unknown, at: string, fault: Fault): Readonly<Record<string, unknown>> {
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return given as Readonly<Record<string, unknown>>
  fault(at, 'Bagian ini harus berisi nama dan nilai.')
  return {}
}
