import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { ImportColumn } from '../imports/import.page'
import { checkboxesField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { FormState } from '../web/form'

export const AREA_HEADER = 'Area'
export const QUESTIONS_HEADER = 'Pertanyaan'

/** Checkboxes: one alone posts a text, several post a list, none posts nothing. */
export const ticked = (given: unknown) => [given ?? []].flat()

/** What is chosen, in the order in which it is known. */
export function orderedBy<Item>(known: readonly Item[], chosen: readonly Item[]): Item[] {
  const wanted = new Set(chosen)
  return known.filter(item => wanted.has(item))
}

/** Whether everything that was chosen is known. */
export function allOf<Item>(known: readonly Item[], chosen: readonly Item[]): boolean {
  const names = new Set(known)
  return chosen.every(item => names.has(item))
}

/** The parts of the worksheet that an entry serves, as the fields of a form post them. */
export const areasFact = (parts: PartNames) =>
  z.preprocess(
    ticked,
    z
      .array(z.string())
      .refine(chosen => chosen.every(id => parts.has(id)), 'Area ini tidak dikenal.')
      .transform(chosen => orderedBy([...parts.keys()], chosen)),
  )

export const areasField = (form: FormState, parts: PartNames): Field =>
  checkboxesField(form, 'areas', {
    label: 'Area yang didukung',
    required: false,
    choices: [...parts].map(([value, label]) => ({ value, label })),
  })

const items = (text: string): string[] =>
  text
    .split(/[;,\n]/)
    .map(item => item.trim())
    .filter(Boolean)

/** Parts in a cell: `1; 3`, by number or name. An empty cell says nothing. */
export const areasCell = (parts: PartNames) =>
  z.string().transform((text, context): string[] | undefined => {
    if (text === '') return undefined
    const found = items(text).map(item => {
      const wanted = item.toLowerCase().replace(/^area\s*/, '')
      const meant = [...parts].find(
        ([id, name]) => id.toLowerCase() === wanted || name.toLowerCase() === item.toLowerCase(),
      )
      if (!meant)
        context.addIssue({
          code: 'custom',
          message: `Area “${item}” tidak dikenal. Tulis ${[...parts.keys()].join(', ')}; pisahkan dengan titik koma.`,
        })
      return meant?.[0] ?? ''
    })
    return [...parts.keys()].filter(id => found.includes(id))
  })

/** Questions in a cell, by code. An empty cell says nothing; without an instrument nothing can be named. */
export const questionsCell = (instrument: Instrument | null) =>
  z.string().transform((text, context): string[] | undefined => {
    if (text === '') return undefined
    const codes = instrument ? [...lookup(instrument).questions.keys()] : []
    const wanted = items(text)
    for (const code of wanted)
      if (!codes.includes(code))
        context.addIssue({ code: 'custom', message: `Pertanyaan “${code}” tidak ada di instrumen.` })
    return codes.filter(code => wanted.includes(code))
  })

export const SUPPORT_COLUMNS: readonly ImportColumn[] = [
  {
    title: AREA_HEADER,
    required: false,
    content: 'Nomor area yang didukung, dipisah titik koma: 1; 3. B berarti Hasil.',
  },
  {
    title: QUESTIONS_HEADER,
    required: false,
    content: 'Kode pertanyaan yang didukung, dipisah titik koma: A.I.1.i.a; A.II.1.i.a.',
  },
]

/** As the import reads it again. */
export const supportCells = (supported: {
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}): [areas: string, questions: string] => [supported.areas.join('; '), supported.questions.join('; ')]
