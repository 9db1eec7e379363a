import { compare, ONE, ZERO, type Exact } from '../engine/exact'
import {
  EVIDENCE_STAGES,
  type AsksAbout,
  type ChoiceQuestion,
  type EvidenceStage,
  type IndexQuestion,
  type Input,
  type Option,
  type Question,
  type RatioQuestion,
  type ZeroRule,
} from '../engine/instrument/instrument'
import { Fields } from './instrument-fields'

/** Option values by key, by scale. */
export type Scales = ReadonlyMap<string, ReadonlyMap<string, Exact>>

const ASKS_ABOUT: readonly AsksAbout[] = ['document', 'practice', 'result']
const ZERO_RULE_SOURCES: readonly ZeroRule['source'][] = ['lampiran', 'aplikasi', 'dugaan']
const SHARED_KEYS = ['code', 'text', 'scale', 'criteria', 'evidence', 'evidence_expected', 'asks_about']
const FORMULA_KEYS = ['inputs', 'numerator', 'denominator']
const RATIO_KEYS = [...SHARED_KEYS, ...FORMULA_KEYS, 'numerator_within_denominator', 'zero_rule']
/** The one option that needs no criterion of its own. */
const PLAIN_NO = { key: 'Tidak', criterion: 'Belum demikian.' }

/** Reads one question; null when its scale is unknown, for nothing can be made of it then. */
export function readQuestion(fields: Fields, scales: Scales): Question | null {
  const scale = fields.text('scale')
  if (scale === 'ratio' || scale === 'reduction')
    return fields.source.record(readRatio(fields, scale), fields)
  if (scale === 'index4') return readIndex(fields)
  const values = scales.get(scale)
  if (values) return fields.source.record(readChoice(fields, scale, values), fields)
  if (scale) fields.fault('scale', 'unknown-scale', `skala "${scale}" tidak dikenal.`)
  return null
}

const readBase = (fields: Fields) => ({
  code: fields.text('code'),
  text: fields.text('text'),
  evidence: fields.has('evidence') ? fields.texts('evidence') : [],
  expectedStages: readStages(fields),
  asksAbout: fields.oneOf('asks_about', ASKS_ABOUT, 'unknown-asks-about'),
})

function readStages(fields: Fields): EvidenceStage[] {
  return fields.texts('evidence_expected').flatMap((text, position, all) => {
    const stage = EVIDENCE_STAGES.find(candidate => candidate === text)
    if (!stage) fields.fault('evidence_expected', 'unknown-stage', `tahap bukti "${text}" tidak dikenal.`)
    if (all.indexOf(text) === position) return stage ?? []
    fields.fault('evidence_expected', 'duplicate-stage', `tahap bukti "${text}" ditulis dua kali.`)
    return []
  })
}

function readChoice(fields: Fields, scale: string, values: ReadonlyMap<string, Exact>): ChoiceQuestion {
  fields.onlyKeys(SHARED_KEYS)
  const criteria = fields.mapping('criteria')
  criteria?.onlyKeys([...values.keys()])
  if (criteria?.broken) fields.broken = true
  const options = [...values].map(([key, value]): Option => {
    const written = criteria?.source.text(criteria.node(key))?.trim()
    return { key, value, criterion: written || (key === PLAIN_NO.key ? PLAIN_NO.criterion : '') }
  })
  options.sort((a, b) => compare(b.value, a.value))
  return { kind: 'choice', scale, options, ...readBase(fields) }
}

function readRatio(fields: Fields, scale: RatioQuestion['scale']): RatioQuestion {
  fields.onlyKeys(RATIO_KEYS)
  return {
    kind: 'ratio',
    scale,
    criterion: readCriterion(fields),
    inputs: readInputs(fields),
    numerator: readNumerator(fields),
    denominator: fields.texts('denominator'),
    numeratorWithinDenominator: fields.boolean('numerator_within_denominator', false),
    zeroRule: readZeroRule(fields),
    ...readBase(fields),
  }
}

function readIndex(fields: Fields): IndexQuestion | null {
  fields.onlyKeys([...SHARED_KEYS, ...FORMULA_KEYS])
  const inputs = readInputs(fields)
  const { plus, minus } = readNumerator(fields)
  const divisors = fields.list('denominator').map(({ node }) => fields.source.decimal(node))
  const input = inputs[0]
  const base = { criterion: readCriterion(fields), ...readBase(fields) }
  if (!input || inputs.length > 1) {
    fields.fault('inputs', 'index-inputs', 'indeks memerlukan tepat satu masukan.')
  }
  if (plus.some(key => key !== input?.key) || plus.length !== 1 || minus.length > 0) {
    fields.fault(
      'numerator',
      'formula-unknown-input',
      'pembilang indeks harus satu masukan indeks itu sendiri.',
    )
  }
  const divisor = divisors[0]
  if (!divisor || divisors.length > 1 || compare(divisor, ZERO) <= 0) {
    fields.fault('denominator', 'index-divisor', 'penyebut indeks harus satu angka di atas nol.')
  }
  if (!input) return null
  const question: IndexQuestion = {
    kind: 'index',
    scale: 'index4',
    inputs: [input],
    divisor: divisor && compare(divisor, ZERO) > 0 ? divisor : ONE,
    ...base,
  }
  return fields.source.record(question, fields)
}

function readCriterion(fields: Fields): string {
  const criteria = fields.mapping('criteria')
  criteria?.onlyKeys(['nilai'])
  const criterion = criteria?.text('nilai') ?? ''
  if (criteria?.broken) fields.broken = true
  return criterion
}

function readNumerator(fields: Fields): RatioQuestion['numerator'] {
  const numerator = fields.mapping('numerator')
  numerator?.onlyKeys(['plus', 'minus'])
  const terms = (key: 'plus' | 'minus'): string[] => (numerator?.has(key) ? numerator.texts(key) : [])
  const read = { plus: terms('plus'), minus: terms('minus') }
  if (numerator?.broken) fields.broken = true
  return read
}

const readInputs = (fields: Fields): Input[] =>
  fields.list('inputs').flatMap(({ node, line }) => {
    const input = Fields.open(fields.source, node, `${fields.name}, masukan`, line)
    if (!input) fields.broken = true
    return input ? [readInput(input, fields)] : []
  })

function readInput(fields: Fields, question: Fields): Input {
  fields.onlyKeys(['key', 'label', 'type', 'min', 'max', 'informational'])
  const input: Input = {
    key: fields.text('key'),
    label: fields.text('label'),
    type: fields.has('type') ? fields.oneOf('type', ['count', 'index'], 'unknown-input-type') : 'count',
    informational: fields.boolean('informational', false),
    ...(fields.has('min') && { min: fields.decimal('min') }),
    ...(fields.has('max') && { max: fields.decimal('max') }),
  }
  if (fields.broken) question.broken = true
  return fields.source.record(input, fields)
}

function readZeroRule(fields: Fields): ZeroRule {
  const rule = fields.mapping('zero_rule')
  if (!rule) return { bothZero: null, denominatorZero: null, source: 'dugaan', text: '' }
  rule.onlyKeys(['both_zero', 'denominator_zero', 'source', 'text', 'asks_about', 'evidence_expected'])
  const read: ZeroRule = {
    bothZero: rule.decimalOrNull('both_zero'),
    denominatorZero: rule.decimalOrNull('denominator_zero'),
    source: rule.oneOf('source', ZERO_RULE_SOURCES, 'unknown-zero-rule-source'),
    text: rule.text('text'),
    ...(rule.has('asks_about') && { asksAbout: rule.oneOf('asks_about', ASKS_ABOUT, 'unknown-asks-about') }),
    ...(rule.has('evidence_expected') && { expectedStages: readStages(rule) }),
  }
  if (rule.broken) fields.broken = true
  return read
}
