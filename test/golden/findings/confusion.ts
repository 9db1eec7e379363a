import type { Findings } from '../../../src/engine/rules/findings'
import { findingsOf } from '../../../src/engine/rules/findings'
import type { RuleBook } from '../../../src/engine/rules/rule-book'
import type { WorkedUnit } from './worked-units'

/** What was expected and what was found of one rule in one unit. */
export interface Compared {
  readonly unit: string
  readonly family: string
  readonly rule: string
  readonly expected: string
  readonly found: string
}

/** Every rule that was judged by hand in some unit, beside what it says there. */
export function compareAll(
  units: readonly WorkedUnit[],
  book: RuleBook,
  contradictions: readonly string[],
): Compared[] {
  return units.flatMap(({ name, facts, expected }) => {
    const findings = findingsOf(facts, book)
    const found = new Set(findings.contradictions.map(({ rule }) => rule))
    return [
      ...levelsOf(expected).map(({ family, rule, level }) => ({
        unit: name,
        family,
        rule,
        expected: level,
        found: foundLevel(findings, family, rule),
      })),
      ...[...new Set([...contradictions, ...expected.contradictions])].map(rule => ({
        unit: name,
        family: 'contradictions',
        rule,
        expected: expected.contradictions.includes(rule) ? 'ada' : 'tidak',
        found: found.has(rule) ? 'ada' : 'tidak',
      })),
    ]
  })
}

const levelsOf = (expected: WorkedUnit['expected']) =>
  Object.entries(expected).flatMap(([family, levels]) =>
    Array.isArray(levels)
      ? []
      : Object.entries(levels as Readonly<Record<string, string>>).map(([rule, level]) => ({
          family,
          rule,
          level,
        })),
  )

function foundLevel(findings: Findings, family: string, rule: string): string {
  const all = findings as unknown as Readonly<Record<string, readonly { rule: string; level: string }[]>>
  return all[family]?.find(one => one.rule === rule)?.level ?? 'tidak ada'
}

/** Rows are expected, columns found. */
export function tableOf(title: string, compared: readonly Compared[]): string {
  const names = [...new Set(compared.flatMap(one => [one.expected, one.found]))].sort()
  const count = (expected: string, found: string) =>
    compared.filter(one => one.expected === expected && one.found === found).length
  const width = Math.max(...names.map(({ length }) => length), 6) + 2
  const line = (cells: readonly string[]) => cells.map(cell => cell.padStart(width)).join('')
  return [
    title,
    line(['', ...names]),
    ...names.map(expected => line([expected, ...names.map(found => String(count(expected, found)))])),
  ].join('\n')
}

/** The tables of all rules of a family, then the family as a whole. */
export function report(compared: readonly Compared[]): string {
  const families = [...new Set(compared.map(({ family }) => family))]
  return families
    .flatMap(family => {
      const ofFamily = compared.filter(one => one.family === family)
      const rules = [...new Set(ofFamily.map(({ rule }) => rule))].sort()
      return [
        ...rules.map(rule =>
          tableOf(
            rule,
            ofFamily.filter(one => one.rule === rule),
          ),
        ),
        tableOf(`${family}, all rules`, ofFamily),
      ]
    })
    .join('\n\n')
}
