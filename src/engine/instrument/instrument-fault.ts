/** One broken rule of an instrument. */
export interface InstrumentFault {
  /** The rule, e.g. `weight-sum`. */
  readonly code: string
  /** Code or id of what is at fault. */
  readonly at: string
  /** The very object at fault, for whoever knows where it came from. */
  readonly subject: object
  /** For people, in Bahasa Indonesia. */
  readonly message: string
}
