import type { RequestHandler } from 'express'
import { hasRole, UNREAD_COUNTED, type Actor } from '../access/actor'
import { POLICIES, type RolePolicy } from '../access/policies'
import { ROLE_NAMES, type Role } from '../access/roles'
import { paths } from '../paths'
import type { NavItem, Shell } from './shell'

const ITEMS: readonly (NavItem & { readonly policy: RolePolicy })[] = [
  { key: 'beranda', label: 'Beranda', href: paths.home(), policy: 'read-assessment' },
  { key: 'penilaian', label: 'Penilaian', href: paths.assessments(), policy: 'read-assessment' },
  { key: 'antrean', label: 'Evaluasi', href: paths.evaluationQueue(), policy: 'evaluate' },
  { key: 'catatan', label: 'Catatan', href: paths.notes(), policy: 'read-assessment' },
  { key: 'kinerja', label: 'Kinerja', href: paths.region(), policy: 'watch-performance' },
  { key: 'matriks', label: 'Matriks', href: paths.matrix(), policy: 'watch-findings' },
  { key: 'pengguna', label: 'Pengguna', href: paths.accounts(), policy: 'manage-accounts' },
  { key: 'satker', label: 'Satker', href: paths.satkerList(), policy: 'manage-satker' },
  { key: 'siklus', label: 'Siklus', href: paths.cycles(), policy: 'manage-cycles' },
  { key: 'instrumen', label: 'Instrumen', href: paths.instruments(), policy: 'manage-instruments' },
  { key: 'aturan', label: 'Aturan', href: paths.ruleBooks(), policy: 'manage-rules' },
]

const OVERSEERS: readonly Role[] = ['centre-admin', 'kanwil-viewer', 'pendamping', 'reader']

/** Pages around which an actor moves; a single satker needs no list of assessments, a list needs no home of one. */
function navOf(actor: Actor): NavItem[] {
  const ownSatker = hasRole(actor, ['head', 'chair', 'member'])
  const unwanted = ownSatker ? ['penilaian', 'catatan'] : ['beranda']
  const items = ITEMS.filter(item => !unwanted.includes(item.key) && hasRole(actor, POLICIES[item.policy]))
  return [
    ...items.map(({ key, label, href }) => ({ key, label, href })),
    ...(ownSatker ? [] : overviewsOf(actor)),
    ...registersOf(actor),
  ]
}

/** What is looked at over many units. */
const overviewsOf = (actor: Actor): NavItem[] =>
  hasRole(actor, OVERSEERS)
    ? [{ key: 'kerja-sama', label: 'Kerja sama', href: paths.agreementDashboard() }]
    : []

/** Whoever administers a satker sees no worksheet around which its registers would stand. */
function registersOf({ memberships }: Actor): NavItem[] {
  const administered = memberships.find(({ role }) => role === 'satker-admin')
  return administered
    ? [{ key: 'register', label: 'Register', href: paths.registers(administered.satkerId) }]
    : []
}

export function roleLine(actor: Actor): string {
  const first = actor.memberships[0]
  if (!first) return 'Belum berperan'
  const role = first.acting ? `Plt/Plh ${ROLE_NAMES[first.role]}` : ROLE_NAMES[first.role]
  return first.satkerName ? `${role} · ${first.satkerName}` : role
}

/** With how much is unread: `3`, `99+`, and `''` for nothing. */
function inboxOf({ userId, mustChangePassword, unread }: Actor): Shell['inbox'] {
  if (!userId || mustChangePassword) return null
  const count = unread >= UNREAD_COUNTED ? `${UNREAD_COUNTED - 1}+` : String(unread)
  return { label: 'Kotak masuk', href: paths.inbox(), unread: unread > 0 ? count : '' }
}

/** What a page shows around its content before a feature adds to it. The notice is shown once. */
export const baseShell: RequestHandler = (req, res, next) => {
  let made: Shell | undefined
  Object.defineProperty(res.locals, 'shell', {
    configurable: true,
    enumerable: true,
    get: () => (made ??= shellOf(req)),
    set: (shell: Shell) => (made = shell),
  })
  next()
}

function shellOf(req: Parameters<RequestHandler>[0]): Shell {
  const { actor } = req
  const notice = req.session?.notice ?? null
  if (notice) delete req.session.notice
  return {
    user: actor.userId ? { id: actor.userId, name: actor.name, roleLine: roleLine(actor) } : null,
    nav: actor.mustChangePassword ? [] : navOf(actor),
    inbox: inboxOf(actor),
    account: [{ label: 'Akun saya', href: paths.ownAccount() }],
    homeHref: paths.home(),
    signOutHref: paths.signOut(),
    signInHref: paths.signIn(),
    tokenHref: paths.ownAccount(),
    // Made when a form asks for it: a page without one must not leave a cookie or a change of the session.
    get csrfToken() {
      return req.formTokens?.issue() ?? ''
    },
    notice,
    footer: { text: 'Zona Integritas', links: [{ label: 'Panduan', href: paths.guide() }] },
  }
}
