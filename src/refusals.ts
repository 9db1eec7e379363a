/** What a use case answers when it cannot go on; the web face turns each into a page or a status. */
export abstract class Refusal extends Error {
  abstract readonly kind: 'not-found' | 'refused' | 'closed' | 'conflict' | 'invalid'
}

/** There is no such row for this actor: the same answer whether it is missing or hidden. */
export class NotFound extends Refusal {
  readonly kind = 'not-found'
  constructor(what = 'Halaman') {
    super(`${what} tidak ditemukan.`)
  }
}

/** The actor sees the row but may not do this. The message says why and who may. */
export class Refused extends Refusal {
  readonly kind = 'refused'
}

/** The window of dates is over (or not yet open), or the stage does not allow the act. */
export class Closed extends Refusal {
  readonly kind = 'closed'
}

/** Somebody else was faster; `current` is what stands now. */
export class Conflict<T = unknown> extends Refusal {
  readonly kind = 'conflict'
  constructor(
    message: string,
    readonly current: T,
  ) {
    super(message)
  }
}

/** What was given cannot be kept; `fields` names each fault by field. */
export class Invalid extends Refusal {
  readonly kind = 'invalid'
  constructor(
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}
