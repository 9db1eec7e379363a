import type { TimeZone } from '../web/format/date'
import type { Role } from './roles'

/** One role that is in force today. */
export interface ActorMembership {
  readonly role: Role
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  /** Units stand below the satker. */
  readonly satkerHasBelow: boolean
  readonly timeZone: TimeZone
  /** Parts a pokja member covers; null: no narrowing. */
  readonly parts: readonly string[] | null
  readonly acting: boolean
}

/** Whoever acts: a person with the roles in force today, or the system itself at the command line. */
export interface Actor {
  readonly userId: string | null
  readonly name: string
  readonly memberships: readonly ActorMembership[]
  readonly mustChangePassword: boolean
  /** Messages in the inbox that were not opened yet; counted up to UNREAD_COUNTED. */
  readonly unread: number
  readonly requestId: string | null
}

/** One more than the largest number that is shown. */
export const UNREAD_COUNTED = 100

export const NOBODY: Actor = {
  userId: null,
  name: '',
  memberships: [],
  mustChangePassword: false,
  unread: 0,
  requestId: null,
}

/** The command line acts for the installation and sees everything. */
export const systemActor = (name: string): Actor => ({
  ...NOBODY,
  name,
  memberships: [
    {
      role: 'centre-admin',
      satkerId: '',
      satkerName: '',
      satkerPath: '',
      satkerHasBelow: true,
      timeZone: 'Asia/Jakarta',
      parts: null,
      acting: false,
    },
  ],
})

export const hasRole = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.memberships.some(membership => roles.includes(membership.role))
