/** Digits before and after the comma that a figure may have. */
const MOST_WHOLE = 15
const MOST_DECIMALS = 6

export type DecimalFault = 'unreadable' | 'ambiguous' | 'too-long'
export type TypedDecimal = { readonly value: string } | { readonly fault: DecimalFault }

/**
 * A figure as people write it (`1.234,5`, `87,5`, `87.5`) as the decimal text of the engine, without needless zeros
 * and without a plus.
 * A single dot before three digits (`1.234`) may part thousands or decimals, so nobody guesses.
 */
export function readDecimal(typed: string): TypedDecimal {
  const text = typed.trim().replace(/^[−–]/, '-').replace(/\s/g, '')
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) return { fault: 'ambiguous' }
  const plain = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : text
  const parts = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(plain)
  if (!parts) return { fault: 'unreadable' }
  const [, sign = '', typedWhole = '', typedDecimals = ''] = parts
  const whole = typedWhole.replace(/^0+(?=\d)/, '')
  const decimals = typedDecimals.replace(/0+$/, '')
  if (whole.length > MOST_WHOLE || decimals.length > MOST_DECIMALS) return { fault: 'too-long' }
  const size = decimals ? `${whole}.${decimals}` : whole
  return { value: size === '0' ? '0' : `${sign === '-' ? sign : ''}${size}` }
}
