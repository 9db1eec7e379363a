import type { Input, Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { totalOf, type ComplaintCounts } from '../engine/inputs/complaint-counts'
import { paths } from '../paths'
import type { Suggestion } from '../registers/suggestion'
import { formatCount } from '../web/format/number'
import type { InputDraft } from './input-facts'
import { countsOf, countsWords } from './input-words'

interface Asked {
  readonly satkerId: string
  readonly year: number
  readonly instrument: Instrument
}

/** Codes and keys change with the instrument, what it asks about does not. */
const COMPLAINTS = /pengaduan masyarakat/i
const FOLLOWED_UP = /tindak ?lanjut/i
const INPUT_WORDS: readonly (readonly [RegExp, 'received' | 'done' | 'inProcess'])[] = [
  [/proses/i, 'inProcess'],
  [/tuntas|selesai/i, 'done'],
  [/wajib|diterima|masuk/i, 'received'],
]

export const asksOfComplaints = ({ text }: Question): boolean => COMPLAINTS.test(text)

/** What the months of a year answer to the questions about complaints; nothing where no month was reported. */
export function complaintSuggestions(
  months: readonly InputDraft[],
  { satkerId, year, instrument }: Asked,
): Suggestion[] {
  if (months.length === 0) return []
  const total = totalOf(months.map(countsOf))
  const sentence = `Register ${year}: ${countsWords(total)} (${formatCount(months.length)} bulan dilaporkan).`
  const href = `${paths.inputs(satkerId)}?jenis=pengaduan&tahun=${year}`
  return [...lookup(instrument).questions.values()].flatMap(({ question }) => {
    const answer = COMPLAINTS.test(question.text) ? answerOf(question, total) : null
    return answer ? [{ question: question.code, sentence, answer, href }] : []
  })
}

function answerOf(question: Question, total: ComplaintCounts): Suggestion['answer'] | null {
  if (question.kind === 'ratio') return countsFor(question.inputs, total)
  if (question.kind !== 'choice' || question.options.length !== 2) return null
  const [best] = question.options
  return best && total.done > 0 && FOLLOWED_UP.test(question.text) ? { option: best.key } : null
}

/** Every input by the words of its label; null where one means something the register does not know. */
function countsFor(inputs: readonly Input[], total: ComplaintCounts): Suggestion['answer'] | null {
  const counts = inputs.map(({ key, label }) => {
    const meant = INPUT_WORDS.find(([words]) => words.test(label))?.[1]
    return [key, meant === undefined ? null : String(total[meant])] as const
  })
  return counts.some(([, count]) => count === null)
    ? null
    : { inputs: Object.fromEntries(counts) as Record<string, string> }
}
