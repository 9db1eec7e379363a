import type { Actor } from '../access/actor'
import { DELIVERY_WORDS, type Delivery } from '../messages/deliveries'
import { paths } from '../paths'
import type { EmployeeRow } from '../roster/employee-facts'
import { keptFacts, retention } from '../roster/roster-words'
import { formatInstant } from '../web/format/date'
import { maskNip } from '../web/format/person'
import type { PageModel } from '../web/view'
import { isLasting, type MembershipRow } from './membership-facts'
import { printMembership, type PrintedMembership } from './membership.page'
import { namedFacts, type NamedFact, type NamedIn } from './own-names'
import type { PartNames } from './part-names'
import type { User } from './user.entity'

declare module '../web/view' {
  interface Views {
    'accounts/own-account': OwnAccountPage
  }
}

export interface OwnAccountPage extends PageModel {
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly roles: readonly PrintedMembership[]
  /** What each satker keeps in its register under the NIP of this account. */
  readonly kept: readonly {
    readonly satker: string
    readonly facts: readonly { readonly label: string; readonly value: string }[]
    /** Where the other registers of that satker name the person. */
    readonly named: readonly NamedFact[]
  }[]
  readonly keptNote: string
  readonly passwordHref: string
  readonly emailHref: string
  readonly deliveryHref: string
  readonly sessionsAction: string
}

interface OwnAccountFacts {
  readonly user: User
  readonly memberships: readonly MembershipRow[]
  /** When messages also leave by e-mail. */
  readonly delivery: Delivery
  readonly kept: { readonly rows: readonly EmployeeRow[]; readonly months: number; readonly named: NamedIn }
}

/** A person sees what is kept about them, the own NIP masked as everywhere, and the roles that hold today or later. */
export function ownAccountPage(
  actor: Actor,
  { user, memberships, delivery, kept }: OwnAccountFacts,
  names: PartNames,
  now: Date,
): OwnAccountPage {
  const zone = actor.memberships[0]?.timeZone ?? 'Asia/Jakarta'
  return {
    title: 'Akun saya',
    facts: [
      { label: 'Nama', value: user.name },
      { label: 'NIP', value: user.nip ? maskNip(user.nip) : 'Belum dicatat' },
      { label: 'Surel', value: user.email ?? 'Belum dicatat' },
      { label: 'Pemberitahuan', value: DELIVERY_WORDS[delivery].label },
      {
        label: 'Kata sandi dibuat',
        value: user.passwordChangedAt ? formatInstant(user.passwordChangedAt, zone) : 'Sebelum tercatat',
      },
    ],
    roles: memberships
      .filter(membership => isLasting(membership, now))
      .map(membership => printMembership(actor, membership, names, now)),
    kept: kept.rows.map(row => ({
      satker: row.satkerName,
      facts: keptFacts(row, row.nip === null ? '' : maskNip(row.nip), names),
      named: namedFacts(actor, row, kept.named),
    })),
    keptNote: retention(kept.months),
    passwordHref: paths.ownPassword(),
    emailHref: paths.ownEmail(),
    deliveryHref: paths.ownDelivery(),
    sessionsAction: paths.ownSessions(),
  }
}
