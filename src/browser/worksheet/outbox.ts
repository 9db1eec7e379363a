/** What was typed and is not on the server yet, kept in the browser by person, assessment, question, field and version. */
export interface Unsent {
  readonly user: string
  readonly assessment: string
  readonly question: string
  readonly field: 'value' | 'note'
  /** The version of the field that it was typed over. */
  readonly base: number
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
  try {
    localStorage.setItem(keyOf(unsent), JSON.stringify(unsent))
  } catch {
    // A full or forbidden store: the text still stands in its field, and leaving the page asks first.
  }
}

/** Forgets it, unless something newer was kept in its place meanwhile. */
export function forget(unsent: Unsent): void {
  if (localStorage.getItem(keyOf(unsent)) === JSON.stringify(unsent)) localStorage.removeItem(keyOf(unsent))
}

export function unsentOf(user: string): Unsent[] {
  return keysOf(user).flatMap(key => {
    const text = localStorage.getItem(key)
    return text === null ? [] : [JSON.parse(text) as Unsent]
  })
}

export function clearUnsent(user: string): void {
  for (const key of keysOf(user)) localStorage.removeItem(key)
}

const keysOf = (user: string): string[] =>
  Object.keys(localStorage).filter(key => key.startsWith(`${PREFIX}${user}:`))
