import { createHash } from 'node:crypto'
import { normalNote, type StoredValue } from './answer-content'

/**
 * What a form without scripts remembers of a question: the versions it was typed over and a fingerprint of both
 * contents, so that a field that was only sent back is not taken for a change.
 */
export interface AnswerStamp {
  readonly valueVersion: number
  readonly noteVersion: number
  readonly value: string
  readonly note: string
}

const fingerprint = (text: string): string =>
  text === '' ? '0' : createHash('sha256').update(text).digest('base64url').slice(0, 10)

export const valueFingerprint = (value: StoredValue): string =>
  fingerprint(
    value.option ??
      Object.entries(value.inputs ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .join(';'),
  )

export const noteFingerprint = (note: string): string => fingerprint(normalNote(note))

export function stampText(
  value: StoredValue & { valueVersion: number },
  note: { note: string; noteVersion: number },
): string {
  return [value.valueVersion, note.noteVersion, valueFingerprint(value), noteFingerprint(note.note)].join('.')
}

/** The stamp in a posted text; null when it is none. */
export function readStamp(text: string): AnswerStamp | null {
  const parts = /^(\d{1,9})\.(\d{1,9})\.([\w-]{1,10})\.([\w-]{1,10})$/.exec(text)
  if (!parts) return null
  const [, valueVersion, noteVersion, value = '', note = ''] = parts
  return { valueVersion: Number(valueVersion), noteVersion: Number(noteVersion), value, note }
}
