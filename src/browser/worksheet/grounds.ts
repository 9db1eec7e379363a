import type { Unsent } from './outbox.js'

/** What is typed over: the version of a field and, of counts, the inputs that stood then. */
export type Ground = Pick<Unsent, 'base' | 'was'>

export const groundOf = (base: number, was?: Ground['was']): Ground => (was ? { base, was } : { base })

/** Every input that was sent, with what stands on the server now; undefined where there are none. */
export function standingInputs(
  standing: Readonly<Record<string, string>> | null,
  { content }: Unsent,
): Record<string, string> | undefined {
  return (
    content.inputs && Object.fromEntries(Object.keys(content.inputs).map(key => [key, standing?.[key] ?? '']))
  )
}

/** After a save: what was changed here stays as it was typed, everything else is as the server has it. */
export function inputsAfter(
  saved: Readonly<Record<string, string>> | null,
  sent: Unsent,
): Record<string, string> | undefined {
  const standing = standingInputs(saved, sent)
  for (const [key, text] of Object.entries(sent.content.inputs ?? {}))
    if (standing && text !== sent.was?.[key]) standing[key] = text
  return standing
}

/** What the server has in the inputs that were not changed here, neither in what was sent nor since. */
export function untouchedInputs(
  { content, was }: Unsent,
  { inputs: now }: Unsent['content'],
  { was: standing = {} }: Ground,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(standing).filter(
      ([key]) => content.inputs?.[key] === was?.[key] && now?.[key] === was?.[key],
    ),
  )
}
