import type { Clock } from '../clock'
import { Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import { membershipState } from './membership-facts'
import type { PeopleRepository } from './people.repository'

/** Somebody must always be able to sign in as administrator of the centre, today and without an end. */
export class LastAdministrator {
  constructor(
    private readonly people: PeopleRepository,
    private readonly satker: SatkerService,
    private readonly clock: Clock,
  ) {}

  /** Does what takes rights away, inside the transaction; throws Refused when nobody would be left. */
  async keep(takeAway: () => Promise<void>): Promise<void> {
    // Two administrators who remove each other at once must come one after the other.
    await this.satker.hold()
    await takeAway()
    const left = await this.people.lastingAdministrators()
    if (!left.some(membership => membershipState(membership, this.clock()) === 'in-force'))
      throw new Refused(
        'Ini administrator pusat terakhir yang dapat masuk. Beri peran itu kepada orang lain dahulu, lalu ulangi.',
      )
  }
}
