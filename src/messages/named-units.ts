import { formatCount } from '../web/format/number'

const NAMED = 5

/** `Kanim A, Rutan B`; of many the first ones, and how many more: `…, dan 12 lainnya`. */
export function namedUnits(units: readonly { readonly satkerName: string }[]): string {
  const names = units.slice(0, NAMED).map(({ satkerName }) => satkerName)
  const more = units.length - names.length
  return `${names.join(', ')}${more > 0 ? `, dan ${formatCount(more)} lainnya` : ''}`
}
