/** What the figures of a register say of a question; the satker takes it or not. */
export interface Suggestion {
  /** By code. */
  readonly question: string
  /** What the register says, with its numbers. */
  readonly sentence: string
  /** An option by its key, or counts and indexes as exact decimal text by the key of the input. */
  readonly answer: { readonly option: string } | { readonly inputs: Readonly<Record<string, string>> }
  /** Where the figures stand. */
  readonly href: string
}
