import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Step } from '../engine/scoring/score'
import { STAGE_WORDS } from '../web/components/evidence'
import { formatScore } from '../web/format/number'
import { blocksOf, shortCode } from '../worksheets/worksheet-tree'

/** What a step asks to reach and then to record: `Penuhi kriteria A, ubah jawaban dari B ke A, lalu lampirkan bukti dampak`. */
export function stepAction(instrument: Instrument, step: Step): string {
  const question = lookup(instrument).questions.get(step.question)?.question
  const proof = proofWords(step)
  if (!question || from(step) === to(step)) return capital(proof && `lampirkan ${proof}`)
  if (question.kind === 'choice')
    return capital(enumerateActs([...choiceActs(step), proof && `lampirkan ${proof}`]))
  if (question.kind === 'index')
    return `Indeks survei eksternal perlu mencapai ${to(step)}${now(step)}; di luar kendali satker${proof && `. Setelah hasilnya terbit, lampirkan ${proof}`}`
  return `Capai nilai ${to(step)} di lapangan${now(step)}, lalu catat angkanya dan lampirkan ${proof || 'buktinya'}`
}

const to = (step: Step): string => (typeof step.to === 'string' ? step.to : formatScore(step.to))

/** The answer now; a number below the target never prints as the target. */
function from({ from: value, to: target }: Step): string | null {
  if (value === null || typeof value === 'string') return value
  return formatScore(value, typeof target === 'string' ? {} : { below: target })
}

const now = (step: Step): string => (step.from === null ? '' : ` (kini ${from(step)})`)

const choiceActs = (step: Step): string[] => [
  `penuhi kriteria ${to(step)}`,
  step.from === null ? `jawab ${to(step)}` : `ubah jawaban dari ${from(step)} ke ${to(step)}`,
]

const NATURE_PHRASE = {
  formal: 'dokumen resmi',
  trace: 'jejak kegiatan',
  outcome: 'hasil yang terukur',
} as const

/** `bukti rencana dan dampak berupa hasil yang terukur`; empty when none is lacking. */
export function proofWords({ stages, nature }: Pick<Step, 'stages' | 'nature'>): string {
  const shown = enumerate(stages.map(stage => STAGE_WORDS[stage].toLowerCase()))
  const what = nature === null ? '' : `berupa ${NATURE_PHRASE[nature]}`
  return shown || what ? ['bukti', shown, what].filter(Boolean).join(' ') : ''
}

/** `a, lalu b`; `a, b, lalu c`. */
function enumerateActs(acts: readonly string[]): string {
  const all = acts.filter(Boolean)
  return `${all.slice(0, -1).join(', ')}, lalu ${all.at(-1)}`
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** `a`, `a dan b`, `a, b, dan c`. */
export const enumerate = (words: readonly string[]): string =>
  words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`

/** Where a question stands, with its code as the worksheet prints it: `Penguatan Pengawasan · Reform ii.a`. */
export function questionPlace(instrument: Instrument, code: string): string {
  const { partOfQuestion, parts } = lookup(instrument)
  const part = parts.get(partOfQuestion.get(code) ?? '')
  const block = part && blocksOf(instrument, part).find(({ section }) => code.startsWith(`${section.code}.`))
  return block ? `${part.name} · ${block.name} ${shortCode(code, block.section.code)}` : code
}
