import type { ScoredJson } from '../../worksheets/saved-json.js'

export interface SavedEvidence {
  /** Where what was saved is seen. */
  readonly href: string
  /** Sentences about files that were not taken. */
  /** What should be looked at, though it was kept. */
  readonly hint?: string
  readonly refused: readonly string[]
  readonly question?: string
  /** The list of the question anew, as markup. */
  readonly evidence?: string
  readonly scored?: ScoredJson | null
}

export type Sent =
  | { readonly kind: 'saved'; readonly reply: SavedEvidence }
  | { readonly kind: 'refused'; readonly message: string; readonly fields: Record<string, string> }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'cancelled' }

export interface Sending {
  readonly done: Promise<Sent>
  abort(): void
}

/** Posts a form with its files; XMLHttpRequest, because fetch does not tell how much has left. */
export function sendForm(
  form: HTMLFormElement,
  onProgress: (loaded: number, total: number) => void,
): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<Sent>(resolve => {
    request.upload.addEventListener('progress', event => onProgress(event.loaded, event.total))
    request.addEventListener('load', () => resolve(sentOf(request)))
    request.addEventListener('error', () => resolve({ kind: 'unreachable' }))
    request.addEventListener('timeout', () => resolve({ kind: 'unreachable' }))
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
  })
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'application/json')
  const token = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value
  if (token) request.setRequestHeader('X-CSRF-Token', token)
  request.send(new FormData(form))
  return { done, abort: () => request.abort() }
}

function sentOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 401) return { kind: 'signed-out' }
  const body = bodyOf(responseText)
  if (status === 201) return { kind: 'saved', reply: body as unknown as SavedEvidence }
  return {
    kind: 'refused',
    message: typeof body['message'] === 'string' ? body['message'] : 'Bukti belum tersimpan. Coba lagi.',
    fields: (body['fields'] ?? {}) as Record<string, string>,
  }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
