import type { Unsent } from './outbox.js'
import type { Scored } from './show-scored.js'

export interface SavedReply {
  readonly field: 'value' | 'note'
  readonly version: number
  readonly savedAt: string
  readonly scored: Scored | null
}

export interface ConflictReply {
  readonly current: {
    readonly version: number
    readonly note?: string
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

/** Sends one field. A token that ran out is fetched anew once, since signing in again makes another. */
export async function send(unsent: Unsent): Promise<Outcome> {
  const first = await post(unsent)
  if (first?.status !== 403 || !(await renewToken(unsent.user))) return outcomeOf(first)
  return outcomeOf(await post(unsent))
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
      body: JSON.stringify({ field, base, actor: user, ...content }),
      signal: AbortSignal.timeout(20_000),
    })
  } catch {
    return null
  }
}

/** Another person may have signed in at this browser: then nothing of this one is sent. */
async function renewToken(user: string): Promise<boolean> {
  try {
    const answer = await fetch(document.body.dataset['token'] ?? '', { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const renewed = page.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
    if (page.body.dataset['user'] !== user || renewed === '' || renewed === token) return false
    token = renewed
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]'))
      field.value = renewed
    return true
  } catch {
    return false
  }
}

async function outcomeOf(answer: Response | null): Promise<Outcome> {
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'unreachable' }
  if (answer.redirected || answer.status === 401) return { kind: 'signed-out' }
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  if (answer.ok) return { kind: 'saved', reply: body as unknown as SavedReply }
  if (answer.status === 409) return { kind: 'conflict', reply: body as unknown as ConflictReply }
  return {
    kind: 'refused',
    message: typeof body['message'] === 'string' ? body['message'] : 'Isian ini ditolak.',
    fields: (body['fields'] ?? {}) as Record<string, string>,
  }
}
