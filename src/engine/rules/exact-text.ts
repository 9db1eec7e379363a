import { exact, fromText, type Exact } from '../exact'
import type { ExactText } from './facts'

/** The number of a decimal or a fraction among the facts; null of any other text. */
export function exactOf(text: ExactText): Exact | null {
  try {
    return text.includes('/') ? fromText(text) : exact(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
