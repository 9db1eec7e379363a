/** What was typed and is not on the server yet, kept in the browser by person, assessment, question, field and version. */
export interface Unsent {
  readonly user: string
  readonly assessment: string
  readonly question: string
  readonly field: 'value' | 'note'
  /** The version of the field that it was typed over. */
  readonly base: number
  /** The inputs that it was typed over, so that the server can tell which were changed here. */
  readonly was?: Readonly<Record<string, string>>
  readonly url: string
  readonly content: {
    readonly option?: string
    readonly inputs?: Record<string, string>
    readonly note?: string
  }
}

const PREFIX = 'zi:unsent:'

const keyOf = ({ user, assessment, question, field, base }: Unsent): string =>
  `${PREFIX}${[user, assessment, question, field, base].join(':')}`

export function keep(unsent: Unsent): void {
  // A full or forbidden store: the text still stands in its field, and leaving the page asks first.
  inStore(store => store.setItem(keyOf(unsent), JSON.stringify(unsent)), undefined)
}

/** Forgets it, unless something newer was kept in its place meanwhile. */
export function forget(unsent: Unsent): void {
  inStore(store => {
    if (store.getItem(keyOf(unsent)) === JSON.stringify(unsent)) store.removeItem(keyOf(unsent))
  }, undefined)
}

/** What is kept for a person; nothing where the browser forbids its store. */
export const unsentOf = (user: string): Unsent[] =>
  inStore(store => keysOf(store, user).flatMap(key => readable(store.getItem(key))), [])

/**
 * What is kept for a person, of each field only what was typed over its newest version: two tabs may leave several, and
 * an older one could only ever contest a newer text of the same hand. The older ones are forgotten.
 */
export function newestUnsentOf(user: string): Unsent[] {
  const newest = new Map<string, Unsent>()
  for (const unsent of unsentOf(user).sort((one, other) => one.base - other.base)) {
    const place = [unsent.assessment, unsent.question, unsent.field].join(':')
    const older = newest.get(place)
    if (older) forget(older)
    newest.set(place, unsent)
  }
  return [...newest.values()]
}

export function clearUnsent(user: string): void {
  inStore(store => keysOf(store, user).forEach(key => store.removeItem(key)), undefined)
}

/** Works on the browser's store; `otherwise` where that is forbidden (even naming it throws then) or full. */
export function inStore<T>(work: (store: Storage) => T, otherwise: T): T {
  try {
    return work(localStorage)
  } catch {
    return otherwise
  }
}

function readable(text: string | null): Unsent[] {
  try {
    return text === null ? [] : [JSON.parse(text) as Unsent]
  } catch {
    return []
  }
}

const keysOf = (store: Storage, user: string): string[] =>
  Object.keys(store).filter(key => key.startsWith(`${PREFIX}${user}:`))
