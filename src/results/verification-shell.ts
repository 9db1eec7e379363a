import { paths } from '../paths'
import { EMPTY_SHELL, type Shell } from '../web/shell'

interface Asked {
  readonly actor: { readonly userId: string | null }
}

/** Whoever only looks up a code gets a page without a form token, and so no session is kept for it. */
export function strangerShell(req: Asked, res: { readonly locals: { shell: Shell } }): void {
  if (req.actor.userId) return
  res.locals.shell = {
    ...EMPTY_SHELL,
    homeHref: paths.home(),
    footer: { text: 'Zona Integritas', links: [{ label: 'Panduan', href: paths.guide() }] },
  }
}
