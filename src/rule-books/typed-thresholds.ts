import { div, exact, type Exact } from '../engine/exact'
import { typedNumber } from '../web/number-facts'
import { readDecimal, type DecimalFault } from '../web/typed-decimal'
import { decimalText, isShare, percentText, senselessAs, type UnitName } from './setting-units'

const FAULTS: Readonly<Record<DecimalFault, string>> = {
  unreadable: 'Tulis angka saja, misalnya 12.',
  ambiguous: 'Titik di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1,234.',
  'too-long': 'Paling banyak 15 angka dan 6 desimal.',
}
const HUNDRED = exact(100)

/** Text for a field, as one would type it: `12`, `0,05`, and shares as `75%`. */
export function typedThreshold(unit: UnitName, value: Exact | null): string {
  if (value === null) return ''
  return isShare(unit) ? `${typedNumber(percentText(value))}%` : typedNumber(decimalText(value))
}

export type TypedThreshold =
  { readonly ok: true; readonly value: Exact | null } | { readonly ok: false; readonly fault: string }

/** A threshold as somebody typed it; nothing typed is null. Shares are percentages, with or without the sign. */
export function readThreshold(unit: UnitName, typed: string): TypedThreshold {
  const text = typed.trim()
  if (text === '') return { ok: true, value: null }
  const isSigned = text.endsWith('%')
  if (isSigned && !isShare(unit)) return { ok: false, fault: 'Tulis bilangan tanpa tanda %.' }
  const read = readDecimal(isSigned ? text.slice(0, -1) : text)
  if ('fault' in read)
    return { ok: false, fault: read.fault === 'unreadable' && isShare(unit) ? PERCENT : FAULTS[read.fault] }
  const number = exact(read.value)
  if (!isShare(unit)) return sensible(unit, number)
  if (!isSigned && /^(0\.\d+|1)$/.test(read.value)) {
    const shown = typedNumber(read.value)
    const other = typedNumber(percentText(number))
    return { ok: false, fault: `${shown} dapat berarti ${shown}% atau ${other}%. Tulis dengan tanda %.` }
  }
  return sensible(unit, div(number, HUNDRED))
}

const PERCENT = 'Tulis persen, misalnya 75%.'

function sensible(unit: UnitName, value: Exact): TypedThreshold {
  const fault = senselessAs(unit, value)
  return fault === null ? { ok: true, value } : { ok: false, fault }
}
