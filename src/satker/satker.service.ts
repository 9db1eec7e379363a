import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { StagedUpload } from '../storage/receive-upload'
import type { Storage } from '../storage/storage'
import { changedFacts, type SatkerDraft, type SatkerRow, type SatkerWithParent } from './satker-facts'
import { SatkerPlacement } from './satker-placement'
import { SatkerRepository, type SatkerFilter } from './satker.repository'

const NAMED_MATCHES = 4

/** The tree of units: who sees which, and every change of it. */
export class SatkerService {
  private readonly units: SatkerRepository
  private readonly placement: SatkerPlacement

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {
    this.units = new SatkerRepository(database)
    this.placement = new SatkerPlacement(database, this.units)
  }

  async list(actor: Actor, filter: SatkerFilter) {
    const rows = await this.units.list(actor, filter)
    return { rows, total: Number(rows[0]?.total ?? 0) }
  }

  regions(actor: Actor): Promise<string[]> {
    return this.units.regions(actor)
  }

  /** A unit that the actor reaches under a policy; NotFound otherwise. */
  async get(actor: Actor, id: string, policy: RolePolicy = 'manage-satker'): Promise<SatkerWithParent> {
    const unit = await this.units.find(actor, [policy], id)
    if (!unit) throw new NotFound('Satker')
    return unit
  }

  /** A unit for those who work at it and those who keep it: what its letterhead shows. */
  async ofLetterhead(actor: Actor, id: string): Promise<SatkerRow> {
    const unit = await this.units.find(actor, ['read-assessment', 'manage-accounts', 'manage-satker'], id)
    if (!unit) throw new NotFound('Satker')
    return unit
  }

  /** Units an actor reaches under a policy, at most `limit`, for a list to choose from. */
  reached(actor: Actor, policy: RolePolicy, limit: number): Promise<SatkerRow[]> {
    return this.units.reached(actor, policy, limit)
  }

  /** The unit that a typed code or name means; throws Invalid under `field` with the candidates when it is not clear. */
  async named(actor: Actor, policy: RolePolicy, text: string, field: string): Promise<SatkerWithParent> {
    const found = await this.units.matching(actor, policy, text, NAMED_MATCHES + 1)
    const [first, second] = found
    const means = (unit: SatkerRow) =>
      [unit.code, unit.name].some(word => word.toLowerCase() === text.toLowerCase())
    if (
      first &&
      (!second || (means(first) && !means(second)) || first.code.toLowerCase() === text.toLowerCase())
    )
      return first
    const message = first
      ? `Beberapa satker cocok: ${found
          .slice(0, NAMED_MATCHES)
          .map(unit => `${unit.name} (${unit.code})`)
          .join('; ')}${found.length > NAMED_MATCHES ? '; …' : ''}. Tulis kodenya.`
      : 'Tidak ada satker dengan kode atau nama itu.'
    throw new Invalid(message, { [field]: message })
  }

  /** Until the transaction ends no other change of the tree, or of who administers it, crosses this one. */
  hold(): Promise<void> {
    return this.placement.hold()
  }

  /** The units with these codes that an actor reaches under a policy, by lower-case code. */
  async byCodes(actor: Actor, policy: RolePolicy, codes: readonly string[]): Promise<Map<string, SatkerRow>> {
    const found = await this.units.withCodes(actor, policy, codes)
    return new Map(found.map(unit => [unit.code.toLowerCase(), unit]))
  }

  async create(actor: Actor, draft: SatkerDraft): Promise<string> {
    const id = newId()
    await this.database.inTransaction(async () => {
      await this.placement.hold()
      const parent = await this.placement.parentFor(draft, text =>
        this.named(actor, 'manage-satker', text, 'parent'),
      )
      await this.placement.refuseTakenCode(draft.code)
      const path = `${parent?.path ?? ''}${id}/`
      const { parent: _text, ...facts } = draft
      await this.units.insert([
        { ...facts, id, parentId: parent?.id ?? null, path, createdAt: instant(this.clock) },
      ])
      await this.record(actor, 'add-satker', id, undefined, { ...facts, parentId: parent?.id ?? null })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async edit(actor: Actor, id: string, version: number, draft: SatkerDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.placement.hold()
      const unit = await this.get(actor, id)
      if (unit.version !== version)
        throw new Conflict('Satker ini diubah orang lain sejak Anda membukanya.', unit)
      const parent = await this.placement.parentFor(
        draft,
        text => this.named(actor, 'manage-satker', text, 'parent'),
        unit,
      )
      if (draft.code !== unit.code) await this.placement.refuseTakenCode(draft.code)
      const { parent: _text, ...facts } = draft
      const after = { ...facts, parentId: parent?.id ?? null }
      await this.units.update(id, { ...after, version: unit.version + 1 })
      if (after.parentId !== unit.parentId)
        await this.units.rewritePaths(unit.path, `${parent?.path ?? ''}${id}/`)
      const changed = changedFacts(unit, after)
      await this.record(actor, 'change-satker', id, changed.before, changed.after)
    })
  }

  /** Keeps a picture as the logo of the letterhead; null takes it away. */
  async setLogo(actor: Actor, id: string, picture: StagedUpload | null): Promise<void> {
    await this.get(actor, id)
    const stored = picture ? await this.storage.commit(picture) : null
    await this.database.inTransaction(async () => {
      const unit = await this.get(actor, id)
      await this.units.update(id, { logoSha256: stored?.sha256 ?? null, logoType: picture?.mime ?? null })
      await this.record(actor, 'change-logo', id, { file: unit.logoSha256 }, { file: stored?.sha256 ?? null })
    })
  }

  /** A closed unit stays readable and takes part in no further cycle; the units below it must be closed first. */
  async close(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.placement.hold()
      const unit = await this.get(actor, id)
      if (unit.closedAt) return
      if (unit.parentId === null) throw new Invalid('Kementerian di puncak pohon tidak dapat ditutup.')
      const open = await this.units.openChildren(id)
      if (open > 0)
        throw new Invalid(`Masih ada ${open} unit aktif di bawahnya. Tutup atau pindahkan dahulu.`)
      await this.units.update(id, { closedAt: instant(this.clock), version: unit.version + 1 })
      await this.record(actor, 'close-satker', id)
    })
  }

  async reopen(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.placement.hold()
      const unit = await this.get(actor, id)
      if (!unit.closedAt) return
      const parent = unit.parentId ? await this.get(actor, unit.parentId) : undefined
      if (parent?.closedAt)
        throw new Invalid(`Induknya, ${parent.name}, sudah ditutup. Buka induknya dahulu.`)
      await this.units.update(id, { closedAt: null, version: unit.version + 1 })
      await this.record(actor, 'reopen-satker', id)
    })
  }

  private record(actor: Actor, action: string, id: string, before?: unknown, after?: unknown): Promise<void> {
    return this.audit.record(actor, {
      action,
      subjectType: 'satker',
      subjectId: id,
      satkerId: id,
      before,
      after,
    })
  }
}
