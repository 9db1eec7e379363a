import { compare, equals, ONE, ZERO, type Exact } from '../engine/exact'
import type { Basis, Predicate, Prerequisite, Threshold } from '../engine/instrument/instrument'
import { Fields } from './instrument-fields'
import type { Scales } from './instrument-question'

const PREREQUISITE_KINDS: readonly Prerequisite['kind'][] = ['ya_tidak', 'sakip', 'since']
const FILLED_BY: readonly Prerequisite['filledBy'][] = ['satker', 'pusat']

export function readBasis(top: Fields): Basis {
  const fields = top.mapping('basis', 'basis')
  if (!fields) return { name: '', short: '', number: 0, year: 0, subject: '', annex: '' }
  fields.onlyKeys(['name', 'short', 'number', 'year', 'subject', 'annex'])
  return {
    name: fields.text('name'),
    short: fields.text('short'),
    number: fields.whole('number'),
    year: fields.whole('year'),
    subject: fields.text('subject'),
    annex: fields.text('annex'),
  }
}

/** The named scales: option values by key, best first. */
export function readScales(top: Fields): Scales {
  const fields = top.mapping('scales', 'scales')
  const scales = new Map<string, ReadonlyMap<string, Exact>>()
  for (const name of fields?.keys() ?? []) {
    const scale = fields?.mapping(name, `skala ${name}`)
    if (!scale) continue
    if (['ratio', 'reduction', 'index4'].includes(name)) {
      scale.fault('', 'scale-reserved', 'nama skala ini sudah dipakai untuk rumus.')
    }
    if (scale.keys().length === 0) scale.fault('', 'scale-empty', 'skala tidak berisi pilihan.')
    const values = scale.keys().map(key => [key, scale.decimal(key)] as const)
    checkScale(scale, values)
    scales.set(name, new Map(values.sort(([, a], [, b]) => compare(b, a))))
  }
  return scales
}

/** From 1 for the best to 0 for the least, each value once: else a top answer would not be whole, or two would be one. */
function checkScale(scale: Fields, values: readonly (readonly [string, Exact])[]): void {
  for (const [key, value] of values) {
    if (compare(value, ZERO) >= 0 && compare(value, ONE) <= 0) continue
    scale.fault(key, 'option-value-out-of-range', `nilai pilihan "${key}" harus antara 0 dan 1.`)
  }
  if (scale.broken) return
  if (values.length < 2)
    return scale.fault('', 'scale-too-few', 'skala memerlukan paling sedikit dua pilihan.')
  const has = (wanted: Exact) => values.some(([, value]) => equals(value, wanted))
  if (!has(ONE)) scale.fault('', 'scale-bounds', 'nilai pilihan terbaik harus 1.')
  if (!has(ZERO)) scale.fault('', 'scale-bounds', 'nilai pilihan terendah harus 0.')
  for (const [position, [key, value]] of values.entries()) {
    const same = values.slice(0, position).find(([, other]) => equals(other, value))
    if (same) scale.fault(key, 'scale-equal-values', `pilihan "${key}" senilai dengan "${same[0]}".`)
  }
}

export const readPredicates = (top: Fields): Predicate[] =>
  top.list('predicates').flatMap(({ node, line }) => {
    const fields = Fields.open(top.source, node, 'predicates', line)
    if (!fields) return []
    fields.onlyKeys(['id', 'label', 'thresholds'])
    const id = fields.text('id')
    fields.rename(id)
    const thresholds = fields.list('thresholds').flatMap(({ node: item, line: at }) => {
      const threshold = Fields.open(top.source, item, `${id}, ambang`, at)
      if (!threshold) fields.broken = true
      return threshold ? [fields.source.record(readThreshold(threshold), threshold)] : []
    })
    return [fields.source.record({ id, label: fields.text('label'), thresholds }, fields)]
  })

function readThreshold(fields: Fields): Threshold {
  fields.onlyKeys(['section', 'min', 'min_percent', 'per'])
  const section = fields.text('section')
  const perArea = fields.has('min_percent') || fields.has('per')
  if (fields.has('min') && perArea) {
    fields.fault(
      'min',
      'threshold-form',
      'pakai "min", atau "min_percent" dengan "per: area", bukan keduanya.',
    )
  }
  if (!perArea) return { section, min: fields.decimal('min') }
  const per = fields.oneOf('per', ['area'], 'threshold-form')
  return { section, minPercent: fields.decimal('min_percent'), per }
}

export const readPrerequisites = (top: Fields): Prerequisite[] =>
  (top.has('prerequisites') ? top.list('prerequisites') : []).flatMap(({ node, line }) => {
    const fields = Fields.open(top.source, node, 'prasyarat', line)
    return fields ? [fields.source.record(readPrerequisite(fields), fields)] : []
  })

function readPrerequisite(fields: Fields): Prerequisite {
  const id = fields.id('id')
  fields.rename(`prasyarat ${id}`)
  const kind = fields.oneOf('kind', PREREQUISITE_KINDS, 'unknown-prerequisite-kind')
  const extra = { ya_tidak: [], sakip: ['options', 'min'], since: ['months'] }[kind]
  fields.onlyKeys(['id', 'text', 'kind', 'predicates', 'filled_by', ...extra])
  const minimum = kind === 'sakip' ? fields.mapping('min') : null
  const grades = minimum?.keys().map(predicate => [predicate, minimum.text(predicate)] as const)
  return {
    id,
    text: fields.text('text'),
    kind,
    predicates: minimum && !fields.has('predicates') ? minimum.keys() : fields.texts('predicates'),
    filledBy: fields.oneOf('filled_by', FILLED_BY, 'unknown-filled-by'),
    ...(kind === 'sakip' && { options: fields.texts('options'), min: Object.fromEntries(grades ?? []) }),
    ...(kind === 'since' && { months: fields.whole('months') }),
  }
}
