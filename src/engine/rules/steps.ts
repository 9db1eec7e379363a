import type { Measure } from './finding'
import { measure, type Measured } from './measures'

/** A figure, and what to do while it is short of its bound. */
export interface Step {
  readonly measure: Measure
  readonly next: string
}

export const step = ({ next, ...measured }: Measured & { readonly next: string }): Step => ({
  measure: measure(measured),
  next,
})

/** One sentence of what several figures show; what two of them show alike is said once. */
export function sentenceOf(shown: readonly string[]): string {
  const text = [...new Set(shown)].join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
