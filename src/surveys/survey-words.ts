import { exact } from '../engine/exact'
import { convertIndex, INDEX_SCALES } from '../engine/surveys/index-scales'
import type { QualityLetter } from '../engine/surveys/service-quality'
import type { Status } from '../web/components/status'
import { formatDateRange, formatShortDateRange } from '../web/format/date'
import { formatCount, formatPercent } from '../web/format/number'
import { indexWords, SCALE_WORDS } from './index-words'
import {
  EXTERNAL_TWIN,
  isExternal,
  qualityOf,
  sampleOf,
  type SurveyDraft,
  type SurveyKind,
  type SurveyMethod,
} from './survey-facts'

export const SURVEY_WORDS: Readonly<Record<SurveyKind, string>> = {
  SKM: 'SKM (kepuasan masyarakat)',
  SPAK: 'SPAK (persepsi anti korupsi, internal)',
  SPKP: 'SPKP (persepsi kualitas pelayanan, internal)',
  IPAK: 'IPAK (persepsi anti korupsi, eksternal)',
  IPKP: 'IPKP (persepsi kualitas pelayanan, eksternal)',
}

export const METHOD_WORDS: Readonly<Record<SurveyMethod, string>> = {
  'tatap muka': 'Tatap muka',
  daring: 'Daring',
  telepon: 'Telepon',
  kotak: 'Kotak survei',
  campuran: 'Campuran',
  lainnya: 'Cara lain',
}

export const QUALITY_WORDS: Readonly<Record<QualityLetter, string>> = {
  A: 'A (sangat baik)',
  B: 'B (baik)',
  C: 'C (kurang baik)',
  D: 'D (tidak baik)',
}

export const SAMPLE_SOURCES =
  'Sampel menurut Krejcie dan Morgan (1970), Educational and Psychological Measurement 30(3), 607–610: tingkat kepercayaan 95%, galat 5%. Rumus Slovin, N ÷ (1 + N × 0,05²) dibulatkan ke atas, hanya pembanding: asal rumusnya tidak terdokumentasi.'
export const INDEX_SOURCES =
  'Indeks 25–100 dan mutu pelayanan menurut PermenPANRB 14/2017: rata-rata 1–4 dikali 25. Rata-rata 1–4 dibaca apa adanya pada skala 0–4 LKE, sehingga 87,65 menjadi 3,506; padanan ini ketentuan aplikasi, tidak tertulis dalam peraturan.'

/** `SKM 1 Jan – 31 Mar 2026` */
export const surveyTitle = ({ kind, heldFrom, heldUntil }: SurveyDraft): string =>
  `${kind} ${formatShortDateRange(heldFrom, heldUntil)}`

/** `87,65 (25–100)` */
export const ownIndex = ({ index, scale }: SurveyDraft): string =>
  `${indexWords(exact(index))} (${SCALE_WORDS[scale]})`

/** The index on the worksheet's scale. */
export function worksheetIndex({ index, scale }: SurveyDraft): string {
  const converted = convertIndex(exact(index), scale, '0-4')
  return converted ? indexWords(converted) : '–'
}

/** The index on each other scale: `3,506 pada 1–4; 3,506 pada 0–4`. */
const otherScales = ({ index, scale }: SurveyDraft): string =>
  INDEX_SCALES.filter(other => other !== scale)
    .map(other => {
      const converted = convertIndex(exact(index), scale, other)
      return converted
        ? `${indexWords(converted)} pada ${SCALE_WORDS[other]}`
        : `tidak ada tempatnya pada ${SCALE_WORDS[other]}`
    })
    .join('; ')

/** Whether enough people answered, and how many are lacking. */
export function sampleStatus(survey: SurveyDraft): Status {
  const { missing } = sampleOf(survey)
  return missing === 0
    ? { tone: 'ok', icon: 'check', text: 'Sampel cukup' }
    : { tone: 'warn', icon: 'warn', text: `Kurang ${formatCount(missing)} responden` }
}

/** `312 dari 1.200; perlu 291` */
export function sampleWords(survey: SurveyDraft): string {
  const { population, respondents } = survey
  const of = population === null ? '' : ` dari ${formatCount(population)}`
  return `${formatCount(respondents)}${of}; perlu ${formatCount(sampleOf(survey).needed)}`
}

/** The same with what is lacking, where something is. */
function sampleAndLack(survey: SurveyDraft): string {
  const { missing } = sampleOf(survey)
  return `${sampleWords(survey)}${missing === 0 ? '' : `, kurang ${formatCount(missing)}`}`
}

/** What a round says in one line, to stand as the claim of evidence. */
export const surveySummary = (survey: SurveyDraft): string =>
  `Indeks ${ownIndex(survey)}, setara ${worksheetIndex(survey)} dari 4; responden ${sampleAndLack(survey)}`

/** Why an internal index does not do where the external is asked; empty for an external one. */
export function internalNote({ kind }: SurveyDraft): string {
  const twin = EXTERNAL_TWIN[kind]
  return twin === null
    ? ''
    : `Survei internal tidak dihitung di Hasil. Hasil memakai ${twin} dari survei eksternal.`
}

/** Everything that is kept about a round and follows from it, in words. */
export function surveyFactsWords(survey: SurveyDraft): { readonly label: string; readonly value: string }[] {
  const { kind, heldFrom, heldUntil, method, population, respondents, conductedBy } = survey
  const sample = sampleOf(survey)
  const quality = qualityOf(survey)
  return [
    { label: 'Survei', value: SURVEY_WORDS[kind] },
    { label: 'Kedudukan', value: isExternal(survey) ? 'Eksternal, dihitung di Hasil' : 'Internal' },
    { label: 'Periode', value: formatDateRange(heldFrom, heldUntil) },
    { label: 'Cara', value: METHOD_WORDS[method] },
    { label: 'Pelaksana', value: conductedBy },
    { label: 'Populasi', value: population === null ? 'Tidak diketahui' : formatCount(population) },
    {
      label: 'Responden',
      value: `${formatCount(respondents)}${sample.share ? `, ${formatPercent(sample.share)} dari populasi` : ''}`,
    },
    { label: 'Sampel yang diperlukan', value: neededWords(survey) },
    { label: 'Indeks', value: ownIndex(survey) },
    { label: 'Setara', value: otherScales(survey) },
    ...(quality ? [{ label: 'Mutu pelayanan', value: QUALITY_WORDS[quality] }] : []),
  ]
}

function neededWords(survey: SurveyDraft): string {
  const { needed, slovin, missing } = sampleOf(survey)
  const both = `${formatCount(needed)} menurut Krejcie dan Morgan, ${formatCount(slovin)} menurut Slovin`
  return missing === 0 ? both : `${both}; kurang ${formatCount(missing)}`
}
