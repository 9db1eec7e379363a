/** What an event says of a paper in words; beside it only its nature, stages and dates are told. */
const WORDS = ['title', 'files', 'claim', 'page', 'documentNumber', 'issuer', 'file', 'reason']

/** Facts of an event without the words of a restricted paper: a trail is read by more people than the paper. */
export const withoutWords = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !WORDS.includes(key)))

/** The same for facts as they are stored. */
export function withoutStoredWords(json: string | null): string | null {
  const facts: unknown = json === null ? null : JSON.parse(json)
  return typeof facts === 'object' && facts !== null ? JSON.stringify(withoutWords(facts)) : json
}
