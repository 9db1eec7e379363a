import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { readAssumption, type Assumption, type AssumptionReading } from './what-if'

/** What the address of the page "Apa yang kurang" asks for. */
export interface MissingQuery {
  readonly predicate: string
  /** Codes of the ticked steps. */
  readonly steps: ReadonlySet<string>
  readonly assumptions: readonly Assumption[]
  readonly refused: readonly Extract<AssumptionReading, { ok: false }>[]
  /** Whether the evidence of assumed answers is taken as complete. */
  readonly proven: boolean
  /** Typed indexes by question code. */
  readonly indexes: ReadonlyMap<string, string>
  /** One more answer that is being put together: kept until question and answer are there and fit. */
  readonly adding: AddedAssumption | null
}

export interface AddedAssumption {
  /** `''` until one is chosen. */
  readonly question: string
  readonly text: string
  readonly errors: Readonly<Partial<Record<'pertanyaan' | 'jawaban', string>>>
}

const MAX_ASSUMPTIONS = 120
export const INDEX_FIELD = 'indeks-'

const texts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string' && item !== '')

/** Reads `predikat`, `langkah`, `andaikan` (`A.I.1.i.a:A`), `pertanyaan` with `jawaban`, `indeks-<code>` and `lengkap`. */
export function missingQuery(
  instrument: Instrument,
  target: string,
  query: Readonly<Record<string, unknown>>,
): MissingQuery {
  const predicate = texts(query['predikat'])[0] ?? target
  const indexes = new Map(
    Object.entries(query).flatMap(([name, value]) =>
      name.startsWith(INDEX_FIELD)
        ? texts(value).map(text => [name.slice(INDEX_FIELD.length), text.trim()])
        : [],
    ) as [string, string][],
  )
  const added = readAdded(instrument, texts(query['pertanyaan'])[0] ?? '', texts(query['jawaban'])[0] ?? '')
  const typed = [...texts(query['andaikan']), ...[...indexes].map(([code, text]) => `${code}:${text}`)]
  const readings = typed.slice(0, MAX_ASSUMPTIONS).map(text => readAssumption(instrument, text))
  const latest = new Map(
    [...readings, ...(added?.reading ? [added.reading] : [])].flatMap(reading =>
      reading.ok ? [[reading.assumption.question, reading.assumption] as const] : [],
    ),
  )
  return {
    predicate: instrument.predicates.some(({ id }) => id === predicate) ? predicate : target,
    steps: new Set(texts(query['langkah']).filter(code => lookup(instrument).questions.has(code))),
    assumptions: [...latest.values()],
    refused: readings.filter(reading => !reading.ok),
    proven: texts(query['lengkap']).includes('ya'),
    indexes,
    adding: added?.adding ?? null,
  }
}

export const isRefused = ({ refused, adding }: MissingQuery): boolean =>
  refused.length > 0 || Object.keys(adding?.errors ?? {}).length > 0

interface Added {
  readonly reading: AssumptionReading | null
  readonly adding: AddedAssumption | null
}

/** An answer without its question is asked about, a question without its answer is the first of two steps. */
function readAdded(instrument: Instrument, question: string, text: string): Added | null {
  if (question === '' && text === '') return null
  if (question === '')
    return {
      reading: null,
      adding: { question, text, errors: { pertanyaan: 'Pilih pertanyaan untuk jawaban ini.' } },
    }
  if (text === '' && lookup(instrument).questions.has(question))
    return { reading: null, adding: { question, text, errors: {} } }
  const reading = readAssumption(instrument, `${question}:${text}`)
  if (reading.ok) return { reading, adding: null }
  const field = lookup(instrument).questions.has(question) ? 'jawaban' : 'pertanyaan'
  return { reading, adding: { question, text, errors: { [field]: `"${text}": ${reading.message}` } } }
}
