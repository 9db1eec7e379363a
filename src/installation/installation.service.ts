import { systemActor, type Actor } from '../access/actor'
import type { OneTimeLinks } from '../accounts/one-time-links'
import type { PeopleService } from '../accounts/people.service'
import type { Database } from '../db/database'
import type { SatkerService } from '../satker/satker.service'
import { InstallationRepository } from './installation.repository'

export type DemoState = 'none' | 'being-made' | 'ready'

/** The address that sets the first administrator's password, and the login it belongs to. */
export interface FirstLink {
  readonly login: string
  readonly address: string
}

const DEMO = 'demo'
/** Both are changed by the first administrator on the pages. */
const FIRST_LOGIN = 'administrator@zona-integritas.local'
const MINISTRY = {
  code: 'PUSAT',
  name: 'Kementerian',
  level: 'ministry',
  kind: '',
  parent: '',
  region: '',
  city: '',
  timeZone: 'Asia/Jakarta',
  letterhead: '',
  employees: 0,
} as const

/** What this installation is, and how the first person gets in. */
export class InstallationService {
  private readonly installation: InstallationRepository

  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly people: PeopleService,
    private readonly satker: SatkerService,
  ) {
    this.installation = new InstallationRepository(database)
  }

  async demoState(): Promise<DemoState> {
    const value = await this.installation.fact(DEMO)
    return value === 'ready' || value === 'being-made' ? value : 'none'
  }

  /** From the first row on a demo says that it is one. */
  async markDemo(state: Exclude<DemoState, 'none'>): Promise<void> {
    await this.database.inTransaction(() => this.installation.keep(DEMO, state))
  }

  /**
   * A fresh one-time link while no administrator of the centre has a password; makes the ministry and the account on a
   * database without any user. Null when somebody can get in, or nobody was ever meant to.
   */
  async firstLink(): Promise<FirstLink | null> {
    const actor = systemActor('npm start')
    if (!(await this.installation.hasUsers())) {
      return this.database.inTransaction(async () => {
        const top = await this.topOfTree(actor)
        const { link } = await this.people.create(
          actor,
          { name: 'Administrator', nip: null, email: FIRST_LOGIN },
          {
            role: 'centre-admin',
            satker: top,
            parts: [],
            acting: false,
            validFrom: null,
            validUntil: null,
          },
        )
        return { login: FIRST_LOGIN, address: link.address }
      })
    }
    const administrators = await this.installation.administrators()
    const [first] = administrators
    if (!first || administrators.some(one => Boolean(one.hasPassword))) return null
    const token = await this.links.issue(actor, first.id)
    return { login: first.email ?? '', address: this.links.addressOf(token) }
  }

  /** The code of the ministry; one is made where the tree is still empty. */
  private async topOfTree(actor: Actor): Promise<string> {
    const standing = await this.installation.topOfTree()
    if (standing) return standing
    await this.satker.create(actor, MINISTRY)
    return MINISTRY.code
  }
}
