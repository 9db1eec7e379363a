/** Fields in which people write sentences, alone or by question. */
const WRITTEN = /^(notes?|reply|text|reason|grounds|remark)(:|$)/

/** What somebody wrote in a posted form, each text once, in the order of its fields. */
export function typedTexts(body: unknown): string[] {
  const written = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    WRITTEN.test(name) && typeof value === 'string' && value.trim() !== '' ? [value] : [],
  )
  return [...new Set(written)]
}
