import type { Actor } from '../access/actor'
import { ROLE_NAMES } from '../access/roles'
import { paths } from '../paths'
import { formatNip } from '../web/format/person'
import type { PageModel } from '../web/view'
import type { User } from './user.entity'

declare module '../web/view' {
  interface Views {
    'accounts/own-account': OwnAccountPage
  }
}

export interface OwnAccountPage extends PageModel {
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly roles: readonly { readonly role: string; readonly satker: string; readonly parts: string }[]
  readonly passwordHref: string
  readonly sessionsAction: string
}

/** A person sees what is kept about them, the own NIP whole. */
export function ownAccountPage(actor: Actor, user: User): OwnAccountPage {
  return {
    title: 'Akun saya',
    facts: [
      { label: 'Nama', value: user.name },
      { label: 'NIP', value: user.nip ? formatNip(user.nip) : 'Belum dicatat' },
      { label: 'Surel', value: user.email ?? 'Belum dicatat' },
    ],
    roles: actor.memberships.map(membership => ({
      role: membership.acting ? `Plt/Plh ${ROLE_NAMES[membership.role]}` : ROLE_NAMES[membership.role],
      satker: membership.satkerName,
      parts: membership.parts ? `Bagian ${membership.parts.join(', ')}` : 'Semua bagian',
    })),
    passwordHref: paths.ownPassword(),
    sessionsAction: paths.ownSessions(),
  }
}
