import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import { mayAt, rolesAt, type ScopedSatker } from '../access/scope'
import { civilDate, type Clock } from '../clock'
import { Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import type { TimeZone } from '../web/format/date'

/** The satker whose registers are looked at. */
export interface RegisterUnit extends ScopedSatker {
  readonly satkerName: string
  readonly satkerCode: string
  readonly letterhead: string
  readonly timeZone: TimeZone
}

/** Finds the satker of a register for whoever reads or keeps it. */
export class RegisterUnits {
  constructor(
    private readonly satker: SatkerService,
    private readonly clock: Clock,
  ) {}

  /** The satker when the actor may read its registers; NotFound otherwise. One statement. */
  async toRead(actor: Actor, satkerId: string): Promise<RegisterUnit> {
    const { id, path, name, code, letterhead, timeZone } = await this.satker.get(
      actor,
      satkerId,
      'read-registers',
    )
    return { satkerId: id, satkerPath: path, satkerName: name, satkerCode: code, letterhead, timeZone }
  }

  /** As `toRead`, for whoever keeps them; Refused for those who read. */
  async toKeep(actor: Actor, satkerId: string): Promise<RegisterUnit> {
    const unit = await this.toRead(actor, satkerId)
    requireKeeper(actor, unit)
    return unit
  }

  /** The civil date at a satker. */
  today({ timeZone }: Pick<RegisterUnit, 'timeZone'>): string {
    return civilDate(this.clock(), timeZone)
  }
}

export const keepsRegisters = (actor: Actor, satker: ScopedSatker): boolean =>
  mayAt(actor, 'keep-registers', satker)

/** Throws for those who only read. */
export function requireKeeper(actor: Actor, satker: ScopedSatker): void {
  if (!keepsRegisters(actor, satker))
    throw new Refused('Register diisi oleh ketua tim ZI, anggota pokja, atau kepala satker ini.')
}

/** As what the actor keeps registers, for the trail; whoever acts without a role there is the system. */
export function registerRole(actor: Actor, satker: ScopedSatker): { readonly role?: Role } {
  const [first] = rolesAt(actor, 'keep-registers', satker)
  return first ? { role: first.role } : {}
}
