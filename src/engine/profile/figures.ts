import { ratio, type Exact } from '../exact'

/** What a unit counts of itself in a quarter; null is not said, 0 is none. */
export interface Figures {
  readonly employees: number | null
  readonly frontLine: number | null
  readonly services: number | null
  readonly onlineServices: number | null
  readonly floors: number | null
  readonly floorsWithMotto: number | null
  readonly rooms: number | null
  readonly roomsWithMotto: number | null
  readonly signatures: number | null
  readonly gratificationReports: number | null
  readonly violations: number | null
  readonly lhkpnDue: number | null
  readonly lhkpnFiled: number | null
  readonly lhkasnDue: number | null
  readonly lhkasnFiled: number | null
}

export type Figure = keyof Figures

/** Each part with its whole. */
export const PARTS = [
  ['frontLine', 'employees'],
  ['onlineServices', 'services'],
  ['floorsWithMotto', 'floors'],
  ['roomsWithMotto', 'rooms'],
  ['signatures', 'employees'],
  ['lhkpnFiled', 'lhkpnDue'],
  ['lhkasnFiled', 'lhkasnDue'],
] as const satisfies readonly (readonly [Figure, Figure])[]

export interface PartFault {
  readonly part: Figure
  readonly whole: Figure
  readonly fault: 'above-whole' | 'no-whole'
}

/** Parts above their whole, and parts of a whole that was not said. */
export function partFaults(figures: Figures): PartFault[] {
  return PARTS.flatMap(([part, whole]): PartFault[] => {
    const [counted, all] = [figures[part], figures[whole]]
    if (counted === null) return []
    if (all === null) return [{ part, whole, fault: 'no-whole' }]
    return counted > all ? [{ part, whole, fault: 'above-whole' }] : []
  })
}

/** Part ÷ whole; null where either was not said or there is nothing to have a part of. */
export function shareOf(figures: Figures, part: Figure): Exact | null {
  const whole = PARTS.find(([name]) => name === part)?.[1]
  const [counted, all] = [figures[part], whole ? figures[whole] : null]
  return counted === null || all === null || all === 0 ? null : ratio(counted, all)
}

/** What stays as it is until it changes; the others are counted anew in each quarter. */
const LASTING: readonly Figure[] = [
  'employees',
  'frontLine',
  'services',
  'onlineServices',
  'floors',
  'floorsWithMotto',
  'rooms',
  'roomsWithMotto',
  'signatures',
  'lhkpnDue',
  'lhkpnFiled',
  'lhkasnDue',
  'lhkasnFiled',
]

/** What a quarter begins with: what the roster counts, else the lasting figures of the quarter before. */
export function proposedFigures(
  before: Figures | null,
  roster: { readonly employees: number; readonly frontLine: number } | null,
): Partial<Figures> {
  const kept = before ? Object.fromEntries(LASTING.map(name => [name, before[name]])) : {}
  return { ...kept, ...(roster && roster.employees > 0 ? roster : {}) }
}
