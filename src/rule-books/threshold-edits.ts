import type { Exact } from '../engine/exact'
import type { RuleBook, RuleBookFault } from '../engine/rules/rule-book'
import { placeOf } from './known-rules'
import type { Edit } from './rule-book-edit'
import { decimalText } from './setting-units'
import { thresholdFields } from './threshold-fields'
import { typedThreshold } from './typed-thresholds'

/** Where typed numbers differ from those of the book that the form showed. */
export function thresholdEdits(
  book: RuleBook,
  rule: string,
  typed: Readonly<Record<string, Exact | null>>,
): Edit[] {
  return thresholdFields(book, rule).flatMap(({ name, unit, value }) => {
    const number = typed[name] ?? null
    if (typedThreshold(unit, number) === value) return []
    return [
      { at: [...placeOf(rule), ...name.split('.')], value: number === null ? null : decimalText(number) },
    ]
  })
}

/** Faults of a book at the fields of the form: of a band without a bound at its first. */
export function faultsAtFields(
  book: RuleBook,
  rule: string,
  faults: readonly RuleBookFault[],
): Record<string, string> {
  const start = `${placeOf(rule).join('.')}.`
  const names = thresholdFields(book, rule).map(({ name }) => name)
  const found = faults.map(({ at, message }): [string, string] => {
    const place = at.startsWith(start) ? at.slice(start.length) : ''
    return [
      names.find(name => name === place) ?? names.find(name => name.startsWith(`${place}.`)) ?? '',
      message,
    ]
  })
  return Object.fromEntries(found.reverse())
}
