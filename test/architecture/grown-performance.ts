import { newId } from '../../src/db/ids'
import { CommitmentQuarter } from '../../src/performance/commitment-quarter.entity'
import { Commitment } from '../../src/performance/commitment.entity'
import { FollowUp } from '../../src/performance/follow-up.entity'
import { PerformanceStanding } from '../../src/performance/standing.entity'
import type { House } from '../support/house'

/** Twice the commitments at a satker, the same at every unit that came, and twice of what was asked. */
export async function growPerformance(house: House, satkerId: string): Promise<void> {
  const { database } = house
  const all = <Row extends object>(entity: new () => Row) => database.manager.getRepository(entity).find()
  const [commitments, quarters, standings, followUps] = [
    await all(Commitment),
    await all(CommitmentQuarter),
    await all(PerformanceStanding),
    await all(FollowUp),
  ]
  const units = await database.query<{ id: string }>(`SELECT id FROM satker WHERE code LIKE 'LL-%'`)
  const places = [satkerId, ...units.map(({ id }) => id)]
  const copies = places.flatMap(place =>
    commitments.map(one => ({ from: one.id, row: { ...one, id: newId(), satkerId: place } })),
  )
  await database.inTransaction(async () => {
    await database.insert(
      Commitment,
      copies.map(({ row }) => ({
        ...row,
        indicator: `${row.indicator} lain`,
        indicatorKey: `${row.indicatorKey} lain`,
      })),
    )
    await database.insert(
      CommitmentQuarter,
      copies.flatMap(({ from, row }) =>
        quarters
          .filter(quarter => quarter.commitmentId === from)
          .map(quarter => ({ ...quarter, id: newId(), commitmentId: row.id, satkerId: row.satkerId })),
      ),
    )
    await database.insert(
      PerformanceStanding,
      units.flatMap(({ id }) => standings.map(one => ({ ...one, satkerId: id }))),
    )
    await database.insert(
      FollowUp,
      followUps.map(one => ({ ...one, id: newId() })),
    )
  })
}
