import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import type { Figures } from '../engine/profile/figures'
import type { HeldPredicateRow } from './held-predicate-facts'
import { HeldPredicate } from './held-predicate.entity'
import { FIGURE_NAMES, figuresOf, type ProfileRow } from './profile-facts'
import { UnitProfile } from './unit-profile.entity'

/** A quarter without what the registers keep of it. */
export type StoredProfile = Omit<ProfileRow, 'areas' | 'questions'>

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const PLACE = `s.name AS "satkerName", s.path AS "satkerPath", s.time_zone AS "timeZone"`
const COLUMNS = `p.id, p.satker_id AS "satkerId", ${PLACE}, p.year, p.quarter, p.version,
  ${FIGURE_NAMES.map(name => `p.${snake(name)} AS "${name}"`).join(', ')}`
const FROM = 'FROM unit_profiles p JOIN satker s ON s.id = p.satker_id'
const HELD = `h.id, h.satker_id AS "satkerId", ${PLACE}, h.predicate, h.held_since AS "heldSince",
  h.lost_on AS "lostOn", h.decree, h.version`

type Flat = Omit<StoredProfile, 'figures'> & Figures

const nested = ({
  id,
  satkerId,
  satkerName,
  satkerPath,
  timeZone,
  year,
  quarter,
  version,
  ...figures
}: Flat) => ({
  id,
  satkerId,
  satkerName,
  satkerPath,
  timeZone,
  year,
  quarter,
  version,
  figures: figuresOf(figures),
})

export class ProfilesRepository {
  constructor(private readonly database: Database) {}

  /** Every quarter of a satker, the oldest first. One statement. */
  async known(satkerId: string): Promise<StoredProfile[]> {
    const rows = await this.database.query<Flat>(
      `SELECT ${COLUMNS} ${FROM} WHERE p.satker_id = $1 ORDER BY p.year, p.quarter`,
      [satkerId],
    )
    return rows.map(nested)
  }

  async visible(actor: Actor, id: string): Promise<StoredProfile | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    const row = await this.database.one<Flat>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND p.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
    return row && nested(row)
  }

  /** Keeps every other change of a satker's registers waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  /** New quarters, and the figures of those that stand. */
  put(rows: readonly Partial<UnitProfile>[]): Promise<void> {
    return this.database.insert(UnitProfile, rows, { key: ['id'], replace: [...FIGURE_NAMES, 'version'] })
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(UnitProfile, { id })
  }

  /** The predicates that a satker was given, the newest first. */
  held(satkerId: string): Promise<HeldPredicateRow[]> {
    return this.database.query<HeldPredicateRow>(
      `SELECT ${HELD} FROM held_predicates h JOIN satker s ON s.id = h.satker_id
        WHERE h.satker_id = $1 ORDER BY h.held_since DESC, h.id`,
      [satkerId],
    )
  }

  visibleHeld(actor: Actor, id: string): Promise<HeldPredicateRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<HeldPredicateRow>(
      `SELECT ${HELD} FROM held_predicates h JOIN satker s ON s.id = h.satker_id
        WHERE ${scope.sql} AND h.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  /** New predicates, and those that stand with what is said of them now. */
  putHeld(rows: readonly Partial<HeldPredicate>[]): Promise<void> {
    return this.database.insert(HeldPredicate, rows, {
      key: ['id'],
      replace: ['predicate', 'heldSince', 'lostOn', 'decree', 'version'],
    })
  }

  async removeHeld(id: string): Promise<void> {
    await this.database.writing().delete(HeldPredicate, { id })
  }

  /** How many quarters stand, and the place of the latest of them. One statement. */
  standing(satkerId: string) {
    return this.database.one<{ quarters: number | string; latest: number | string | null }>(
      `SELECT COUNT(*) AS quarters, MAX(p.year * 4 + p.quarter - 1) AS latest
         FROM unit_profiles p WHERE p.satker_id = $1`,
      [satkerId],
    )
  }
}
