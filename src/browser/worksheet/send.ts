import type { ConflictJson, RefusedJson, SavedJson } from '../../worksheets/saved-json.js'
import type { Unsent } from './outbox.js'

export type Outcome =
  | { readonly kind: 'saved'; readonly reply: SavedJson }
  | { readonly kind: 'conflict'; readonly reply: ConflictJson }
  | { readonly kind: 'refused'; readonly message: string; readonly fields: Readonly<Record<string, string>> }
  /** The session is over; the text waits for a new one. */
  | { readonly kind: 'signed-out' }
  /** No line, or a server in trouble: to be tried again. */
  | { readonly kind: 'unreachable' }

let token = ''

const pageToken = (): string =>
  (token ||= document.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '')

/**
 * Sends one field. Without a session the form token is refused before anything else, and signing in again makes another:
 * a refusal is looked into once before it is believed. `seen` is the version of the other field that the page shows.
 */
export async function send(unsent: Unsent, seen?: number): Promise<Outcome> {
  const first = await post(unsent, seen)
  if (first?.status !== 403) return outcomeOf(first)
  const session = await lookForSession(unsent.user)
  if (session === 'renewed') return outcomeOf(await post(unsent, seen))
  return session === 'same' ? outcomeOf(first) : { kind: session }
}

async function post(
  { url, user, field, base, was, content }: Unsent,
  seen: number | undefined,
): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': pageToken(),
      },
      body: JSON.stringify({ field, base, was, seen, actor: user, ...content }),
      signal: AbortSignal.timeout(20_000),
    })
  } catch {
    return null
  }
}

/** Another person may have signed in at this browser: then nothing of this one is sent. */
async function lookForSession(user: string): Promise<'renewed' | 'same' | 'signed-out' | 'unreachable'> {
  const answer = await fetch(document.body.dataset['token'] ?? '', {
    headers: { accept: 'text/html' },
  }).catch(() => null)
  if (!answer?.ok) return 'unreachable'
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (page.body.dataset['user'] !== user) return 'signed-out'
  const renewed = page.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
  if (renewed === '' || renewed === pageToken()) return 'same'
  token = renewed
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]'))
    field.value = renewed
  return 'renewed'
}

async function outcomeOf(answer: Response | null): Promise<Outcome> {
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'unreachable' }
  if (answer.redirected || answer.status === 401) return { kind: 'signed-out' }
  const body: unknown = await answer.json().catch(() => ({}))
  if (answer.ok) return { kind: 'saved', reply: body as SavedJson }
  if (answer.status === 409) return { kind: 'conflict', reply: body as ConflictJson }
  const { message = 'Isian ini ditolak.', fields = {} } = body as Partial<RefusedJson>
  return { kind: 'refused', message, fields }
}
