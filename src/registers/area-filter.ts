import type { PartNames } from '../accounts/part-names'
import type { Statement } from '../db/statement'
import type { Field } from '../web/components/field'
import { selectField } from '../web/components/fields'
import type { FormState } from '../web/form'

/** The filter `area` of a list: its values, its field, its condition, and what paper says of it. */
export const areaValues = (parts: PartNames): readonly [string, ...string[]] => ['', ...parts.keys()]

export const areaFilterField = (form: FormState, parts: PartNames): Field =>
  selectField(form, 'area', {
    label: 'Area',
    prompt: 'Semua area',
    choices: [...parts].map(([value, label]) => ({ value, label })),
  })

/** That an entry supports an area; `id` is an expression of SQL. */
export const inAreaCondition = (statement: Statement, id: string, area: string): string =>
  `EXISTS (SELECT 1 FROM entry_supports x WHERE x.entry_id = ${id} AND x.kind = 'area' AND x.target = ${statement.value(area)})`

export const areaFacts = (area: string, parts: PartNames): { label: string; value: string }[] =>
  area ? [{ label: 'Area', value: parts.get(area) ?? area }] : []
