const UNREADABLE = /\u0000|\p{Surrogate}/u

/** Where a text holds a NUL or half of a character, which PostgreSQL does not keep and no keyboard types; -1 when nowhere. */
export const unreadableAt = (text: string): number => text.search(UNREADABLE)

export const isReadable = (text: string): boolean => unreadableAt(text) < 0
