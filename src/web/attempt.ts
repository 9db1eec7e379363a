import { Invalid } from '../refusals'
import type { FormState } from './form'

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FormState['errors'] }

/** Waits for a use case whose Invalid belongs beside the fields of the form; every other refusal goes on. */
export async function attempt<T>(work: Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const named = Object.keys(error.fields).length > 0
    return { ok: false, errors: named ? error.fields : { '': error.message } }
  }
}
