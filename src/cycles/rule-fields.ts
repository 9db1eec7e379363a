import { exact, round } from '../engine/exact'
import { RECOMMENDATIONS } from '../engine/recommendation/recommendation'
import { RECOMMENDATION_WORDS, USUAL_RULES, type StoredRule } from '../results/recommendation-rules'
import type { Field } from '../web/components/field'
import { numberField, selectField } from '../web/components/fields'
import type { FormState } from '../web/form'
import { formatDecimal } from '../web/format/number'

/** What a cycle asks of the prerequisites, as its form says it. */
export const PREREQUISITE_WORDS: Readonly<Record<StoredRule['prerequisites'], string>> = {
  'all-pass': 'Semua harus terpenuhi',
  'none-fails': 'Tidak boleh ada yang gagal',
  ignored: 'Tidak diperhitungkan',
}

export type RuleField = `rule${number}${'Predicate' | 'Prerequisites' | 'Total'}`

/** Names of the three fields of a recommendation. */
export const ruleFieldNames = (place: number) =>
  ({
    predicate: `rule${place}Predicate`,
    prerequisites: `rule${place}Prerequisites`,
    total: `rule${place}Total`,
  }) as const satisfies Record<string, RuleField>

/** One rule per recommendation, the best first. */
export const rulesInOrder = (stored: readonly StoredRule[] | undefined): StoredRule[] =>
  RECOMMENDATIONS.flatMap(recommendation => {
    const rule = [...(stored ?? []), ...USUAL_RULES].find(one => one.recommendation === recommendation)
    return rule ? [rule] : []
  })

export const sameRules = (
  one: readonly StoredRule[] | undefined,
  other: readonly StoredRule[] | undefined,
): boolean => ruleWords(one).join() === ruleWords(other).join()

export const ruleValues = (stored: readonly StoredRule[] | undefined): Record<string, string> =>
  Object.fromEntries(
    rulesInOrder(stored).flatMap(({ predicate, prerequisites, minimumTotal }, place) => {
      const names = ruleFieldNames(place)
      return [
        [names.predicate, predicate ?? ''],
        [names.prerequisites, prerequisites],
        [names.total, minimumTotal === null ? '' : formatDecimal(minimumTotal)],
      ]
    }),
  )

/** `Diusulkan WBK: semua ambang WBK; prasyarat: tidak boleh ada yang gagal` */
export const ruleWords = (stored: readonly StoredRule[] | undefined): string[] =>
  rulesInOrder(stored).map(rule => `${RECOMMENDATION_WORDS[rule.recommendation]}: ${demandOf(rule)}`)

/** What one rule asks for. */
export function demandOf({ predicate, prerequisites, minimumTotal }: StoredRule): string {
  const demands = [
    ...(predicate === null ? [] : [`semua ambang ${predicate}`]),
    ...(predicate === null || prerequisites === 'ignored'
      ? []
      : [`prasyarat: ${PREREQUISITE_WORDS[prerequisites].toLowerCase()}`]),
    ...(minimumTotal === null
      ? []
      : [`nilai total paling sedikit ${formatDecimal(round(exact(minimumTotal), 2))}`]),
  ]
  return demands.join('; ') || 'tanpa syarat'
}

export interface RuleFields {
  readonly legend: string
  readonly fields: readonly Field[]
}

export function ruleFields(form: FormState, predicates: readonly string[], fixed: boolean): RuleFields[] {
  return RECOMMENDATIONS.map((recommendation, place) => {
    const names = ruleFieldNames(place)
    return {
      legend: RECOMMENDATION_WORDS[recommendation],
      fields: [
        selectField(form, names.predicate, {
          label: 'Ambang predikat',
          required: false,
          disabled: fixed,
          prompt: 'Tanpa ambang',
          choices: predicates.map(value => ({ value, label: value })),
        }),
        selectField(form, names.prerequisites, {
          label: 'Prasyarat predikat itu',
          disabled: fixed,
          choices: Object.entries(PREREQUISITE_WORDS).map(([value, label]) => ({ value, label })),
        }),
        numberField(form, names.total, {
          label: 'Nilai total paling sedikit',
          required: false,
          disabled: fixed,
          decimals: true,
        }),
      ],
    }
  })
}
