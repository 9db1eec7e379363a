import { exact } from '../engine/exact'
import { convertIndex, isOnScale, scaleMeant, type IndexScale } from '../engine/surveys/index-scales'
import { readSample, type SampleReading } from '../engine/surveys/sample-size'
import { serviceQuality, type QualityLetter } from '../engine/surveys/service-quality'
import type { TimeZone } from '../web/format/date'
import { indexWords, SCALE_WORDS } from './index-words'

export const SURVEY_KINDS = ['SKM', 'SPAK', 'SPKP', 'IPAK', 'IPKP'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** Held by somebody else; they alone count in Hasil. */
const EXTERNAL: readonly SurveyKind[] = ['IPAK', 'IPKP']
export const isExternal = ({ kind }: { readonly kind: SurveyKind }): boolean => EXTERNAL.includes(kind)

/** The external survey that asks the same as an internal one; null for what the worksheet asks nowhere else. */
export const EXTERNAL_TWIN: Readonly<Record<SurveyKind, SurveyKind | null>> = {
  SKM: 'IPKP',
  SPAK: 'IPAK',
  SPKP: 'IPKP',
  IPAK: null,
  IPKP: null,
}

export const SURVEY_METHODS = ['tatap muka', 'daring', 'telepon', 'kotak', 'campuran', 'lainnya'] as const
export type SurveyMethod = (typeof SURVEY_METHODS)[number]

/** What is kept about one round, from a form or a row of a file. Dates are civil, the last day included. */
export interface SurveyDraft {
  readonly kind: SurveyKind
  readonly heldFrom: string
  readonly heldUntil: string
  readonly method: SurveyMethod
  /** Null where nobody knows it. */
  readonly population: number | null
  readonly respondents: number
  readonly scale: IndexScale
  /** Decimal text. */
  readonly index: string
  readonly conductedBy: string
}

export interface SurveyRow extends SurveyDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly version: number
}

/** With what it serves, as the ground of all registers keeps it. */
export interface SupportedSurvey extends SurveyRow {
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}

export type SurveyFaults = Partial<Record<keyof SurveyDraft, string>>

/** What two rounds have in common that are the same one. */
export const surveyKey = ({
  kind,
  heldFrom,
  heldUntil,
}: Pick<SurveyDraft, 'kind' | 'heldFrom' | 'heldUntil'>): string => `${kind} ${heldFrom} ${heldUntil}`

/** What cannot be true of a round, by the fact to correct. */
export function surveyFaults(draft: SurveyDraft, today: string): SurveyFaults {
  const { heldFrom, heldUntil, population, respondents } = draft
  const index = indexFault(draft)
  return {
    ...(heldUntil < heldFrom ? { heldUntil: 'Hari terakhir mendahului hari pertama.' } : {}),
    ...(heldUntil > today ? { heldUntil: 'Survei ini belum selesai. Catat setelah hari terakhirnya.' } : {}),
    ...(population === 0 ? { population: 'Kosongkan bila populasi tidak diketahui.' } : {}),
    ...(respondents < 1 ? { respondents: 'Isi jumlah responden, paling sedikit 1.' } : {}),
    ...(population !== null && population > 0 && respondents > population
      ? { respondents: `Responden ${respondents} melebihi populasi ${population}.` }
      : {}),
    ...(index ? { index } : {}),
  }
}

function indexFault({ index, scale }: SurveyDraft): string | null {
  const value = exact(index)
  if (isOnScale(value, scale)) return null
  const meant = scaleMeant(value, scale)
  const there = meant && convertIndex(value, meant, scale)
  const hint = there
    ? ` Pilih skala ${SCALE_WORDS[meant]}, atau tulis ${indexWords(there)}.`
    : meant
      ? ` Pilih skala ${SCALE_WORDS[meant]}.`
      : ''
  return `Indeks ${indexWords(value)} di luar skala ${SCALE_WORDS[scale]}.${hint}`
}

export const sampleOf = ({ population, respondents }: SurveyDraft): SampleReading =>
  readSample(population, respondents)

const OF_SERVICE: readonly SurveyKind[] = ['SKM', 'SPKP', 'IPKP']

/** The letter of the service, where the survey asks about service; perceptions of corruption have none. */
export const qualityOf = ({ kind, index, scale }: SurveyDraft): QualityLetter | null =>
  OF_SERVICE.includes(kind) ? serviceQuality(exact(index), scale) : null

/** The facts of a draft alone, whatever else comes with it. */
export const factsOf = (draft: SurveyDraft): SurveyDraft => ({
  kind: draft.kind,
  heldFrom: draft.heldFrom,
  heldUntil: draft.heldUntil,
  method: draft.method,
  population: draft.population,
  respondents: draft.respondents,
  scale: draft.scale,
  index: draft.index,
  conductedBy: draft.conductedBy,
})

export const sameFacts = (one: SurveyDraft, other: SurveyDraft): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))
