import type { PartNames } from '../accounts/part-names'
import { INDEX_SCALES } from '../engine/surveys/index-scales'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, numberField, selectField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import { typedNumber } from '../web/number-facts'
import { SCALE_WORDS } from './index-words'
import { SURVEY_KINDS, SURVEY_METHODS, type SupportedSurvey } from './survey-facts'
import { INDEX_SOURCES, METHOD_WORDS, SAMPLE_SOURCES, SURVEY_WORDS, surveyTitle } from './survey-words'
import { surveyCrumbs, surveyRemoval } from './survey.page'

declare module '../web/view' {
  interface Views {
    'surveys/survey-form': SurveyFormPage
  }
}

export interface SurveyFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  readonly sources: readonly string[]
  /** Null for a new one. */
  readonly removal: Confirm | null
}

const SOURCES = [SAMPLE_SOURCES, INDEX_SOURCES]

export function newSurveyPage(
  unit: Pick<RegisterUnit, 'satkerId'>,
  parts: PartNames,
  form: FormState = freshForm(),
): SurveyFormPage {
  const fields = fieldsOf(form, parts)
  return {
    title: 'Catat survei',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: surveyCrumbs(unit) },
    action: paths.newSurvey(unit.satkerId),
    version: 0,
    fields,
    summary: errorSummary(form, fields),
    clashes: [],
    backHref: paths.surveys(unit.satkerId),
    sources: SOURCES,
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editSurveyPage(
  survey: SupportedSurvey,
  parts: PartNames,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): SurveyFormPage {
  const stands = valuesOf(survey)
  const shown = form ?? freshForm(stands)
  const fields = fieldsOf(shown, parts)
  const own = { label: surveyTitle(survey), href: paths.survey(survey.id) }
  return {
    title: 'Ubah survei',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [...surveyCrumbs(survey), own] },
    action: paths.editSurvey(survey.id),
    version: clash || !form ? survey.version : Number(form.values['version'] ?? survey.version),
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, stands) : [],
    backHref: own.href,
    sources: SOURCES,
    removal: surveyRemoval(survey),
  }
}

const valuesOf = (survey: SupportedSurvey) => ({
  kind: survey.kind,
  heldFrom: survey.heldFrom,
  heldUntil: survey.heldUntil,
  method: survey.method,
  population: survey.population === null ? '' : String(survey.population),
  respondents: String(survey.respondents),
  scale: survey.scale,
  index: typedNumber(survey.index),
  conductedBy: survey.conductedBy,
  areas: survey.areas,
})

const fieldsOf = (form: FormState, parts: PartNames): Field[] => [
  selectField(form, 'kind', {
    label: 'Survei',
    prompt: 'Pilih survei',
    choices: SURVEY_KINDS.map(value => ({ value, label: SURVEY_WORDS[value] })),
    hint: 'Hanya IPAK dan IPKP dari survei eksternal yang dihitung di Hasil.',
  }),
  dateField(form, 'heldFrom', { label: 'Hari pertama' }),
  dateField(form, 'heldUntil', { label: 'Hari terakhir' }),
  selectField(form, 'method', {
    label: 'Cara',
    prompt: 'Pilih cara',
    choices: SURVEY_METHODS.map(value => ({ value, label: METHOD_WORDS[value] })),
  }),
  textField(form, 'conductedBy', {
    label: 'Pelaksana',
    maxlength: 120,
    hint: 'Tim atau lembaga penyelenggara.',
  }),
  numberField(form, 'population', {
    label: 'Populasi',
    required: false,
    hint: 'Berapa orang yang dapat ditanya, misalnya pengguna layanan setahun. Kosong bila tidak diketahui.',
  }),
  numberField(form, 'respondents', { label: 'Responden' }),
  selectField(form, 'scale', {
    label: 'Skala indeks',
    prompt: 'Pilih skala',
    choices: INDEX_SCALES.map(value => ({ value, label: SCALE_WORDS[value] })),
  }),
  numberField(form, 'index', {
    label: 'Indeks',
    decimals: true,
    hint: 'Seperti tertulis di laporan, misalnya 87,65 pada skala 25–100.',
  }),
  areasField(form, parts),
]
