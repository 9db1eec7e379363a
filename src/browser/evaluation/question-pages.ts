import { showMessage } from '../worksheet/fields.js'

interface Answered {
  readonly title: string
  readonly html: string
}

interface Hooks {
  /** Waits until what was said of that question is saved, so that it does not come back as it was. */
  readonly before: (code: string) => Promise<void>
  /** Called with each question that was put in place. */
  readonly shown: (row: HTMLElement) => void
}

/** `elsewhere`: the browser has to go there itself, e.g. to sign in. */
type Fetched = Answered | 'elsewhere' | 'unreachable'

/** For how long a question that was fetched ahead is still shown. */
const FRESH_MS = 60_000

/** The questions of a sheet, one in place of the other; the next one is fetched ahead. */
export class QuestionPages {
  private ahead: { readonly href: string; readonly at: number; readonly answer: Promise<Fetched> } | null =
    null
  private wanted = ''
  private shown = location.pathname

  constructor(
    private readonly place: HTMLElement,
    private readonly hooks: Hooks,
  ) {
    window.addEventListener('popstate', () => {
      if (location.pathname !== this.shown) void this.go(location.href, false)
    })
    this.fetchAhead()
  }

  get row(): HTMLElement | null {
    return this.place.querySelector<HTMLElement>('[data-question]')
  }

  /** Shows another question; the one last asked for wins. */
  async go(href: string, push = true): Promise<void> {
    this.wanted = href
    const { pathname } = new URL(href, location.href)
    await this.hooks.before(decodeURIComponent(pathname.split('/').at(-1) ?? ''))
    const fetched = await this.fetched(href)
    if (this.wanted !== href) return
    if (fetched === 'elsewhere') return location.assign(href)
    if (fetched === 'unreachable') {
      if (this.row)
        showMessage(this.row, 'Pertanyaan itu belum dapat dibuka. Periksa jaringan, lalu coba lagi.')
      return
    }
    this.put(fetched)
    this.shown = pathname
    if (push) history.pushState(null, '', href)
    this.fetchAhead()
  }

  private async fetched(href: string): Promise<Fetched> {
    const { ahead } = this
    this.ahead = null
    if (ahead?.href !== href || Date.now() - ahead.at > FRESH_MS) return fetchQuestion(href)
    const answer = await ahead.answer
    return typeof answer === 'string' ? fetchQuestion(href) : answer
  }

  private put({ title, html }: Answered): void {
    this.place.innerHTML = html
    document.title = `${title} · Zona Integritas`
    const { row } = this
    if (!row) return
    this.hooks.shown(row)
    window.scrollTo(0, 0)
    row.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }

  private fetchAhead(): void {
    const next = this.row?.querySelector<HTMLAnchorElement>('a[data-go="next"]')
    this.ahead = next ? { href: next.href, at: Date.now(), answer: fetchQuestion(next.href) } : null
  }
}

async function fetchQuestion(href: string): Promise<Fetched> {
  const answer = await fetch(href, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null)
  if (!answer || answer.status >= 500) return 'unreachable'
  if (!answer.ok || answer.redirected) return 'elsewhere'
  return (await answer.json().catch(() => 'elsewhere')) as Fetched
}
