import type { Unsent } from './outbox.js'
import type { Scored } from './show-scored.js'

export interface SavedReply {
  readonly savedAt: string
  /** The new version of the field; absent where several are told. */
  readonly version?: number
  readonly versions?: Readonly<Record<string, number>>
  /** Fields that the server changed along with the one that was sent. */
  readonly followed?: readonly string[]
  readonly scored?: Scored | null
}

export interface ConflictReply {
  readonly current: {
    readonly version: number
    readonly note?: string
    readonly decision?: string
    readonly value?: { readonly option: string | null; readonly inputs: Record<string, string> | null }
  }
  readonly words: {
    readonly lead: string
    readonly theirName: string
    readonly theirState: string
    /** Markup made safe by the server. */
    readonly mine: string
    readonly theirs: string
  }
}

export type Outcome =
  | { readonly kind: 'saved'; readonly reply: SavedReply }
  | { readonly kind: 'conflict'; readonly reply: ConflictReply }
  | { readonly kind: 'refused'; readonly message: string; readonly fields: Record<string, string> }
  /** The session is over; the text waits for a new one. */
  | { readonly kind: 'signed-out' }
  /** No line, or a server in trouble: to be tried again. */
  | { readonly kind: 'unreachable' }

let token = ''

const pageToken = (): string =>
  (token ||= document.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '')

/**
 * Sends one field. Without a session the form token is refused before anything else, and signing in again makes another:
 * a refusal is looked into once before it is believed.
 */
export async function send(unsent: Unsent): Promise<Outcome> {
  const first = await post(unsent)
  if (first?.status !== 403) return outcomeOf(first)
  const session = await lookForSession(unsent.user)
  if (session === 'renewed') return outcomeOf(await post(unsent))
  return session === 'same' ? outcomeOf(first) : { kind: session }
}

async function post({ url, user, field, base, content }: Unsent): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': pageToken(),
      },
      body: JSON.stringify({ field: field.split(':')[0], base, actor: user, ...content }),
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
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  if (answer.ok) return { kind: 'saved', reply: body as unknown as SavedReply }
  if (answer.status === 409 && body['current'])
    return { kind: 'conflict', reply: body as unknown as ConflictReply }
  return {
    kind: 'refused',
    message: typeof body['message'] === 'string' ? body['message'] : 'Isian ini ditolak.',
    fields: (body['fields'] ?? {}) as Record<string, string>,
  }
}
