import type { Actor } from '../access/actor'
import { agreementKeeper } from '../access/agreement-keeping'
import type { Role } from '../access/roles'
import { mayAt } from '../access/scope'
import { mayShelve, type ShelvingPurpose } from '../evidence/evidence-access'
import { Refused } from '../refusals'
import type { SeenEntry } from './register-entry'
import { registerRole } from './register-unit'

/** Agreements have keepers of their own, at every unit of the tree. */
export const purposeOf = ({ register }: SeenEntry): ShelvingPurpose =>
  register === 'agreements' ? 'agreement' : 'shelf'

/** As what the actor keeps an entry, for the trail; nothing for whoever only reads it. */
export function keeperRole(actor: Actor, entry: SeenEntry): { readonly role?: Role } {
  if (entry.register !== 'agreements') return registerRole(actor, entry)
  const keeper = agreementKeeper(actor, entry)
  return keeper ? { role: keeper.role } : {}
}

/** Whether the actor gives pieces to an entry and takes them away. */
export const keepsEntry = (actor: Actor, entry: SeenEntry): boolean =>
  keeperRole(actor, entry).role !== undefined

/** Whether the actor may also bring new ones. */
export const bringsEvidence = (actor: Actor, entry: SeenEntry): boolean =>
  keepsEntry(actor, entry) && mayShelve(actor, entry, purposeOf(entry))

/** Whether the actor opens the pieces of an entry; who administers a satker reads its registers and not its shelf. */
export const opensProofs = (actor: Actor, entry: SeenEntry): boolean =>
  mayAt(actor, 'read-evidence', entry) || (entry.register === 'agreements' && keepsEntry(actor, entry))

/** Throws for those who only read. */
export function requireEntryKeeper(actor: Actor, entry: SeenEntry): void {
  if (keepsEntry(actor, entry)) return
  throw new Refused(
    entry.register === 'agreements'
      ? 'Bukti kerja sama ditambahkan oleh unit pemilik kerja sama itu sendiri.'
      : 'Register diisi oleh ketua tim ZI, anggota pokja, atau kepala satker ini.',
  )
}
