import type { Database } from '../db/database'
import { Invalid } from '../refusals'
import {
  DEPTH_MAX,
  depthOf,
  levelFault,
  type SatkerDraft,
  type SatkerRow,
  type SatkerWithParent,
} from './satker-facts'
import type { SatkerRepository } from './satker.repository'

const refuse = (field: string, message: string): never => {
  throw new Invalid(message, { [field]: message })
}

/** The rules of the tree for one unit at a time. */
export class SatkerPlacement {
  constructor(
    private readonly database: Database,
    private readonly units: SatkerRepository,
  ) {}

  /** Until the transaction ends no other change of the tree crosses this one. */
  async hold(): Promise<void> {
    const root = await this.units.root()
    if (root) await this.database.lock('satker', root.id)
  }

  /**
   * The parent that a draft names through `find`, or undefined at the top; `self` is the unit when it stands already.
   * Throws Invalid for a second top, a level that does not fit, a circle and a tree too deep.
   */
  async parentFor(
    draft: SatkerDraft,
    find: (text: string) => Promise<SatkerRow>,
    self?: SatkerWithParent,
  ): Promise<SatkerRow | undefined> {
    const parent = await this.namedParent(draft, find, self)
    const fault = levelFault(draft.level, parent?.level ?? null)
    if (fault) refuse('level', fault)
    if (!parent) return this.refuseSecondTop(self)
    if (self && parent.path.startsWith(self.path))
      refuse('parent', 'Induk tidak boleh unit ini sendiri atau unit di bawahnya.')
    await this.refuseUnfit(draft, parent, self)
    return parent
  }

  async refuseTakenCode(code: string): Promise<void> {
    if (await this.units.hasCode(code)) refuse('code', 'Kode ini sudah dipakai satker lain.')
  }

  /** A parent that stays needs no reach: whoever keeps only a branch may still edit its top. */
  private async namedParent(
    draft: SatkerDraft,
    find: (text: string) => Promise<SatkerRow>,
    self?: SatkerWithParent,
  ): Promise<SatkerRow | undefined> {
    if (!draft.parent) return undefined
    const stays = self?.parentId && draft.parent.toLowerCase() === self.parentCode?.toLowerCase()
    return stays ? this.units.byId(self.parentId) : find(draft.parent)
  }

  private async refuseSecondTop(self?: SatkerRow): Promise<undefined> {
    const root = await this.units.root()
    if (root && root.id !== self?.id) refuse('parent', 'Puncak pohon sudah ada. Isi induknya.')
  }

  private async refuseUnfit(draft: SatkerDraft, parent: SatkerRow, self?: SatkerRow): Promise<void> {
    const below = self ? await this.units.levelsBelow(self.path) : 0
    if (depthOf(parent.path) + 1 + below > DEPTH_MAX)
      refuse('parent', `Pohon satker paling dalam ${DEPTH_MAX} tingkat.`)
    if (parent.closedAt && parent.id !== self?.parentId) refuse('parent', 'Induk itu sudah ditutup.')
    if (!self || draft.level === self.level) return
    const childFault = (await this.units.childLevels(self.id))
      .map(level => levelFault(level, draft.level))
      .find(fault => fault !== undefined)
    if (childFault) refuse('level', `Tidak cocok dengan unit di bawahnya. ${childFault}`)
  }
}
