import type { Band, RuleBook } from '../engine/rules/rule-book'
import { settingsOf } from './known-rules'
import { UNITS, type UnitName } from './setting-units'
import { settingWords } from './setting-words'
import { BOUNDS, boundLead } from './threshold-words'
import { typedThreshold } from './typed-thresholds'

/** One number of a rule as a field: where it stands under the rule, what it says, what stands there now. */
export interface ThresholdField {
  /** `bands.months_since_launch.bahaya`, `numbers.last_days`: its place in the book, under its rule. */
  readonly name: string
  /** `waspada bila kurang dari`; of a number its own label. */
  readonly lead: string
  readonly unit: UnitName
  readonly value: string
  /** A bound that is empty is never reached. */
  readonly mayBeEmpty: boolean
}

/** What belongs together: the two bounds of a band, or one number. */
export interface ThresholdGroup {
  readonly label: string
  readonly fields: readonly ThresholdField[]
}

/** The numbers of a rule that a form can change; none where a rule has no number. */
export function thresholdGroups(book: RuleBook, rule: string): ThresholdGroup[] {
  const settings = settingsOf(book, rule)
  if (!settings) return []
  return [
    ...Object.entries(settings.bands).map(([name, band]) => ({
      label: settingWords(rule, 'bands', name).label,
      fields: BOUNDS.map(bound => fieldOf(rule, name, band, bound)),
    })),
    ...Object.entries(settings.numbers).map(([name, value]) => {
      const { label, unit } = settingWords(rule, 'numbers', name)
      const field = { name: `numbers.${name}`, lead: label, unit, value: typedThreshold(unit, value) }
      return { label, fields: [{ ...field, mayBeEmpty: false }] }
    }),
  ]
}

function fieldOf(rule: string, name: string, band: Band, bound: (typeof BOUNDS)[number]): ThresholdField {
  const { unit } = settingWords(rule, 'bands', name)
  return {
    name: `bands.${name}.${bound}`,
    lead: boundLead(rule, name, bound, band.is),
    unit,
    value: typedThreshold(unit, band[bound]),
    mayBeEmpty: true,
  }
}

export const thresholdFields = (book: RuleBook, rule: string): ThresholdField[] =>
  thresholdGroups(book, rule).flatMap(({ fields }) => fields)

/** How a field is typed: `%`, `hari`, a whole number. */
export const unitHint = (unit: UnitName): string => UNITS[unit].hint
