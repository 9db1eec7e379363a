import type { PartNames } from '../accounts/part-names'
import type { Figure, Figures } from '../engine/profile/figures'
import { areasField } from '../registers/support-facts'
import type { Headcount } from '../roster/employee-facts'
import type { Field } from '../web/components/field'
import { numberField } from '../web/components/fields'
import { formatDate } from '../web/format/date'
import type { FormState, FormValues } from '../web/form'
import { formatCount } from '../web/format/number'
import { FIGURE_NAMES, FIGURES, type ProfileRow } from './profile-facts'
import { quarterName } from './profile-words'

/** What stands beside the fields of a quarter. */
export interface Proposals {
  /** The quarter before; null where it does not stand. */
  readonly before: ProfileRow | null
  /** What the roster counts; null where it is empty. */
  readonly counted: Headcount | null
}

export interface ProfileGroup {
  readonly heading: string
  /** Two fields beside each other where there is room. */
  readonly paired: boolean
  readonly fields: readonly Field[]
}

const GROUPS = [
  ['people', 'Orang'],
  ['services', 'Layanan'],
  ['places', 'Lantai dan ruang layanan'],
  ['integrity', 'Integritas'],
] as const

const HINTS: Partial<Record<Figure, string>> = {
  onlineServices: 'Selesai tanpa bertatap muka.',
  gratificationReports: 'Selama triwulan ini.',
  violations: 'Selama triwulan ini.',
  signatures: 'Yang menandatangani komitmen bersama.',
}

export function profileFields(form: FormState, parts: PartNames, proposals: Proposals): ProfileGroup[] {
  const groups = GROUPS.map(([group, heading]) => ({
    heading,
    paired: true,
    fields: FIGURE_NAMES.filter(name => FIGURES[name].group === group).map(name =>
      numberField(form, name, {
        label: FIGURES[name].label,
        required: name === 'employees',
        hint: [HINTS[name] ?? '', ...besides(name, form.values, proposals)].filter(Boolean).join(' '),
      }),
    ),
  }))
  return [...groups, { heading: 'Yang didukung', paired: false, fields: [areasField(form, parts)] }]
}

/** What the roster and the quarter before say of a figure, and how far the typed one lies away. */
function besides(name: Figure, values: FormValues, { before, counted }: Proposals): string[] {
  const was = before?.figures[name] ?? null
  const known = counted && (name === 'employees' || name === 'frontLine') ? counted[name] : null
  return [
    ...(known === null || !counted
      ? []
      : [
          `Register pegawai: ${formatCount(known)} pada ${formatDate(counted.day)}${differenceOf(values[name], known)}.`,
        ]),
    ...(was === null || !before ? [] : [`${quarterName(before)}: ${formatCount(was)}.`]),
  ]
}

function differenceOf(typed: FormValues[string] | undefined, known: number): string {
  if (typeof typed !== 'string' || !/^\d{1,7}$/.test(typed.trim())) return ''
  const away = Math.abs(Number(typed) - known)
  return away === 0 ? '' : `, berbeda ${formatCount(away)} dari isian`
}

/** Figures as a form holds them. */
export const figureValues = (figures: Partial<Figures>): FormValues =>
  Object.fromEntries(FIGURE_NAMES.map(name => [name, String(figures[name] ?? '')]))
