import { civilDate } from '../clock'
import type { LoadedVersion } from '../instruments/instruments.service'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import {
  checkField,
  dateField,
  numberField,
  radioField,
  selectField,
  textField,
} from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import { GATE_WORDS, WINDOW_WORDS, type CycleFacts } from './cycle-facts'
import { ruleFields, ruleValues, type RuleFields } from './rule-fields'
import { WINDOW_STAGES } from './window-stages'

declare module '../web/view' {
  interface Views {
    'cycles/form': CycleFormPage
  }
}

export interface CycleFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  /** Posted back so that nobody overwrites what somebody else saved; empty for a new cycle. */
  readonly version: string
  /** Fields that differ from what somebody else saved meanwhile; empty without a clash. */
  readonly clashes: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[]
  readonly summary: ErrorSummary | null
  readonly facts: readonly Field[]
  readonly windows: readonly {
    readonly legend: string
    readonly hint: string
    readonly days: readonly Field[]
  }[]
  readonly settings: readonly Field[]
  /** What leads to which recommendation, the best first. */
  readonly rules: readonly RuleFields[]
  readonly rulesHint: string
  readonly submit: string
  readonly cancelHref: string
}

/** What the form offers. */
export interface CycleChoices {
  readonly instruments: readonly LoadedVersion[]
  readonly predicates: readonly string[]
}

interface CycleFormState {
  readonly form?: FormState
  /** Somebody else saved meanwhile: the next save counts from what stands now. */
  readonly clash?: boolean
}

const crumbs = { links: [{ label: 'Siklus', href: paths.cycles() }] }

export function newCyclePage(choices: CycleChoices, form: FormState): CycleFormPage {
  return {
    title: 'Tambah siklus',
    current: 'siklus',
    crumbs,
    action: paths.newCycle(),
    version: '',
    clashes: [],
    ...fieldsOf(form, choices),
    submit: 'Simpan siklus',
    cancelHref: paths.cycles(),
  }
}

export function editCyclePage(
  cycle: CycleFacts,
  choices: CycleChoices,
  { form = freshForm(valuesOf(cycle)), clash = false }: CycleFormState = {},
): CycleFormPage {
  const typed = clash ? cycle.version : Number(form.values['version'] ?? cycle.version)
  const fields = fieldsOf(form, choices, cycle)
  return {
    title: `Ubah siklus ${cycle.year}`,
    current: 'siklus',
    crumbs: { links: [...crumbs.links, { label: cycle.title, href: paths.cycle(cycle.id) }] },
    action: paths.editCycle(cycle.id),
    version: String(typed),
    clashes: clash ? clashesOf(cycle, form, fields) : [],
    ...fields,
    submit: 'Simpan perubahan',
    cancelHref: paths.cycle(cycle.id),
  }
}

type FormFields = Pick<CycleFormPage, 'facts' | 'windows' | 'settings' | 'rules' | 'rulesHint' | 'summary'>

function fieldsOf(
  form: FormState,
  { instruments, predicates }: CycleChoices,
  cycle?: CycleFacts,
): FormFields {
  const opened = cycle?.hasAssessments ?? false
  const submitted = cycle?.hasSubmissions ?? false
  const facts = [
    numberField(form, 'year', {
      label: 'Tahun',
      disabled: opened,
      hint: opened ? 'Tetap: penilaian sudah dibuka.' : '',
    }),
    textField(form, 'title', { label: 'Nama', maxlength: 200 }),
    selectField(form, 'instrumentId', {
      label: 'Instrumen',
      prompt: 'Pilih instrumen',
      disabled: opened,
      hint: opened ? 'Tetap: penilaian sudah dibuka.' : '',
      choices: instruments.map(({ id, code, version, title }) => ({
        value: id,
        label: `${code} versi ${version} · ${title}`,
      })),
    }),
  ]
  const windows = WINDOW_STAGES.map(stage => ({
    legend: WINDOW_WORDS[stage],
    hint: HINTS[stage],
    days: [
      dateField(form, `${stage}Opens`, { label: 'Hari pertama', required: stage === 'draf' }),
      dateField(form, `${stage}Closes`, { label: 'Hari terakhir', required: stage === 'draf' }),
    ],
  }))
  const settings = [
    radioField(form, 'areaGates', {
      label: 'Ambang area perubahan',
      disabled: submitted,
      hint: submitted ? 'Tetap: sudah ada penilaian yang diajukan.' : 'Tetap sejak pengajuan pertama.',
      choices: (['joint', 'separate'] as const).map(value => ({ value, label: GATE_WORDS[value] })),
    }),
    numberField(form, 'sendBacks', {
      label: 'Pengembalian untuk perbaikan',
      hint: 'Berapa kali ketua tim penilai boleh mengembalikan lembar kerja, 0 sampai 5.',
    }),
    checkField(form, 'preAssessment', {
      label: 'Prapenilaian oleh kanwil',
      hint: 'Kanwil menilai sebelum TPI.',
    }),
  ]
  const sealed = cycle?.hasSeals ?? false
  const rules = ruleFields(form, predicates, sealed)
  const rulesHint = sealed
    ? 'Tetap: sudah ada hasil final di siklus ini.'
    : 'Tetap sejak hasil final pertama. Paling sedikit satu rekomendasi harus tanpa syarat.'
  const fields = { facts, windows, settings, rules }
  return { ...fields, rulesHint, summary: errorSummary(form, named(fields)) }
}

/** Every field under a label that says which of the windows it belongs to. */
const named = ({ facts, windows, settings, rules }: Omit<FormFields, 'summary' | 'rulesHint'>): Field[] => [
  ...facts,
  ...windows.flatMap(({ legend, days }) =>
    days.map(day => ({ ...day, label: `${legend}, ${day.label.toLowerCase()}` })),
  ),
  ...settings,
  ...rules.flatMap(({ legend, fields }) =>
    fields.map(field => ({ ...field, label: `${legend}, ${field.label.toLowerCase()}` })),
  ),
]

const HINTS: Readonly<Record<(typeof WINDOW_STAGES)[number], string>> = {
  draf: 'Satker mengisi dan mengajukan.',
  dikembalikan: 'Satker memperbaiki yang dikembalikan.',
  dievaluasi: 'TPI menilai.',
  dinilai: 'Pengendali teknis menetapkan.',
}

/** The form of a cycle that nobody has typed yet: this year, with the newest instrument. */
export function freshCycle(instruments: readonly LoadedVersion[], now: Date): FormState {
  const year = civilDate(now, 'Asia/Jakarta').slice(0, 4)
  return freshForm({
    year,
    title: `Siklus ${year}`,
    instrumentId: instruments[0]?.id ?? '',
    areaGates: 'joint',
    sendBacks: '1',
    ...ruleValues(undefined),
  })
}

const valuesOf = (cycle: CycleFacts): Record<string, string> => ({
  year: String(cycle.year),
  title: cycle.title,
  instrumentId: cycle.instrumentId,
  areaGates: cycle.areaGates,
  sendBacks: String(cycle.settings.sendBacks),
  preAssessment: cycle.settings.preAssessment ? 'ya' : '',
  ...ruleValues(cycle.settings.recommendations),
  ...Object.fromEntries(
    Object.entries(cycle.windows).flatMap(([stage, { opensOn, closesOn }]) => [
      [`${stage}Opens`, opensOn],
      [`${stage}Closes`, closesOn],
    ]),
  ),
})

function clashesOf(cycle: CycleFacts, form: FormState, fields: FormFields): CycleFormPage['clashes'] {
  const standing = valuesOf(cycle)
  return named(fields).flatMap(field => {
    const mine = String(form.values[field.name] ?? '')
    const theirs = standing[field.name] ?? ''
    if (mine === theirs) return []
    return [{ label: field.label, mine: shown(field, mine), theirs: shown(field, theirs) }]
  })
}

/** A value in words: a choice by its label, a date that was read before. */
function shown(field: Field, value: string): string {
  if (field.control === 'check') return value === 'ya' ? 'Ya' : 'Tidak'
  if (field.control === 'input' && field.type === 'date' && value !== '') return formatDate(value)
  const choice = 'choices' in field ? field.choices.find(one => one.value === value) : undefined
  return choice?.label ?? (value || '(kosong)')
}
