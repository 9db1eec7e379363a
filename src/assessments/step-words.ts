import { round, type Exact } from '../engine/exact'
import type { Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Step } from '../engine/scoring/score'
import { STAGE_WORDS } from '../web/components/evidence'
import { formatDecimal } from '../web/format/number'

/** What a step asks to do: `Naikkan jawaban dari B ke A, tambahkan bukti pemantauan dan tindak lanjut`. */
export function stepAction(instrument: Instrument, step: Step): string {
  const question = lookup(instrument).questions.get(step.question)?.question
  const parts = [question ? answerAction(question, step) : '', evidenceAction(step)].filter(Boolean)
  const sentence = parts.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const number = (value: string | Exact): string =>
  typeof value === 'string' ? value : formatDecimal(round(value, 2))

function answerAction(question: Question, { from, to }: Step): string {
  if (from !== null && number(from) === number(to)) return ''
  const now = from === null ? null : number(from)
  if (question.kind === 'choice')
    return now === null
      ? `penuhi kriteria ${number(to)} dan jawab`
      : `naikkan jawaban dari ${now} ke ${number(to)}`
  if (question.kind === 'index')
    return now === null ? `peroleh indeks ${number(to)}` : `naikkan indeks dari ${now} ke ${number(to)}`
  return now === null ? 'isi angkanya sampai bernilai penuh' : `naikkan nilainya dari ${now} ke ${number(to)}`
}

const NATURE_PHRASE = {
  formal: 'dokumen resmi',
  trace: 'jejak kegiatan',
  outcome: 'hasil yang terukur',
} as const

function evidenceAction({ stages, nature }: Pick<Step, 'stages' | 'nature'>): string {
  const shown = enumerate(stages.map(stage => STAGE_WORDS[stage].toLowerCase()))
  const what = nature === null ? '' : NATURE_PHRASE[nature]
  if (shown && what) return `tambahkan bukti ${shown} berupa ${what}`
  if (shown) return `tambahkan bukti ${shown}`
  return what ? `tambahkan bukti berupa ${what}` : ''
}

/** `a`, `a dan b`, `a, b, dan c`. */
export const enumerate = (words: readonly string[]): string =>
  words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`

/** Where a question stands: `Pengawasan · Reform ii.a`; a component without areas by its section: `Hasil · i.a`. */
export function questionPlace(instrument: Instrument, code: string): string {
  const { questions, areas, sections, parts, partOfQuestion } = lookup(instrument)
  const place = questions.get(code)
  if (!place) return code
  const area = [...areas.values()].find(candidate => candidate.questions.includes(place.question))
  if (!area) {
    const component = place.ancestors[0] ?? ''
    const name =
      sections.get(component)?.section.name ?? parts.get(partOfQuestion.get(code) ?? '')?.name ?? ''
    return `${name} · ${code}`
  }
  const section = place.ancestors.find(ancestor => area.sections.some(own => own.code === ancestor)) ?? ''
  const block = sections.get(section)?.ancestors.at(-1) ?? ''
  return `${area.name} · ${sections.get(block)?.section.name ?? ''} ${code.slice(section.length + 1)}`
}
