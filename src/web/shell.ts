/** A message box: the first sentence is bold, the rest says what it means or what to do. */
export interface Message {
  readonly tone: 'ok' | 'info' | 'warn' | 'bad' | 'clash'
  readonly lead: string
  readonly text: string
}

export interface Link {
  readonly label: string
  readonly href: string
}

/** An entry of the main navigation; `key` is what a page names as `current`. */
export interface NavItem extends Link {
  readonly key: string
  /** Stands in the menu at the end of a wide bar, which is named after it while it is the current one. */
  readonly aside?: boolean
}

/** What every page shows around its content; a middleware puts it into `res.locals.shell`. */
export interface Shell {
  /** `id` keys what the browser keeps for this person; null before sign-in. */
  readonly user: { readonly id: string; readonly name: string; readonly roleLine: string } | null
  readonly nav: readonly NavItem[]
  /** The way to the inbox; null before sign-in. */
  readonly inbox: (Link & { readonly unread: string }) | null
  /** Links of the person's own menu, before the sign-out button. */
  readonly account: readonly Link[]
  readonly homeHref: string
  readonly signOutHref: string
  /** For the browser modules: where one signs in again, and a small page that carries a fresh token. */
  readonly signInHref: string
  readonly tokenHref: string
  /** Read only where a form stands: reading it makes it. */
  readonly csrfToken: string
  /** Shown once, on the page after a 303. */
  readonly notice: Message | null
  readonly footer: { readonly text: string; readonly links: readonly Link[] }
}

/** A shell with nobody signed in: error pages before the session, tests. */
export const EMPTY_SHELL: Shell = {
  user: null,
  nav: [],
  inbox: null,
  account: [],
  homeHref: '/',
  signOutHref: '',
  signInHref: '',
  tokenHref: '',
  csrfToken: '',
  notice: null,
  footer: { text: '', links: [] },
}
