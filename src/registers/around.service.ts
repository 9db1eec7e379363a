import type { Actor } from '../access/actor'
import type { Database } from '../db/database'
import type { Status } from '../web/components/status'
import type { Link } from '../web/shell'
import { EntriesRepository, type EntryUse } from './entries.repository'
import type { EntriesService, LinkedEntry, Supported } from './entries.service'
import { bringsEvidence, keepsEntry, opensProofs } from './entry-keeping'
import type { ProofRow } from './proofs.repository'
import type { ProofsService } from './proofs.service'
import type { SeenEntry } from './register-entry'
import { keepsRegisters } from './register-unit'

/** What stands around an entry, whatever register it is of. */
export interface Around {
  readonly entry: SeenEntry
  /** Chooses its questions. */
  readonly keeps: boolean
  /** Gives it pieces and takes them away. */
  readonly keepsProofs: boolean
  /** Brings new pieces. */
  readonly brings: boolean
  /** Opens its pieces, as far as each may be opened. */
  readonly opens: boolean
  readonly supported: Supported
  readonly proofs: readonly ProofRow[]
  readonly uses: readonly EntryUse[]
  readonly linked: readonly LinkedEntry[]
  readonly counted: readonly CountedIn[]
}

/** A reading of the newest worksheet in which an entry counts. */
export interface CountedIn extends Link {
  readonly status: Status
}

/** Where an entry counts, as one person may see it. */
export type CountedWhere = (actor: Actor, entry: SeenEntry) => Promise<readonly CountedIn[]>

const NOTHING: Supported = { areas: [], questions: [] }

export class AroundService {
  private readonly rows: EntriesRepository

  constructor(
    database: Database,
    private readonly entries: EntriesService,
    private readonly proofs: ProofsService,
    private readonly countedWhere: CountedWhere,
  ) {
    this.rows = new EntriesRepository(database)
  }

  /** What an entry supports, is proven by, is used for, refers to and counts in; NotFound for a stranger. */
  async of(actor: Actor, id: string): Promise<Around> {
    return this.around(actor, await this.entries.get(actor, id))
  }

  /** As `of`; null where there is no such entry yet. */
  async find(actor: Actor, id: string): Promise<Around | null> {
    const entry = await this.rows.visible(actor, id)
    return entry ? this.around(actor, entry) : null
  }

  private async around(actor: Actor, entry: SeenEntry): Promise<Around> {
    const { id } = entry
    const [supports, proofs, uses, linked, counted] = await Promise.all([
      this.entries.supportsOf([id]),
      this.proofs.of(actor, entry),
      this.rows.uses(id),
      this.entries.linkedTo(id),
      this.countedWhere(actor, entry),
    ])
    return {
      entry,
      keeps: keepsRegisters(actor, entry),
      keepsProofs: keepsEntry(actor, entry),
      brings: bringsEvidence(actor, entry),
      opens: opensProofs(actor, entry),
      supported: supports.get(id) ?? NOTHING,
      proofs,
      uses,
      linked,
      counted,
    }
  }
}
