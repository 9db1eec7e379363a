import { Assessment } from '../../src/assessments/assessment.entity'
import { newId } from '../../src/db/ids'
import { FindingLevelRow, FindingSet } from '../../src/findings/finding.entity'
import { Satker } from '../../src/satker/satker.entity'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import { levelsOf, setOf, type Office } from './matrix-office'

const CREATED = '2026-01-01T00:00:00.000Z'

/** Units whose findings were read; the last one is in every danger, the others in none. */
export async function crowd({ house, kanwil, cycle, book }: Office, size: number): Promise<void> {
  const units = Array.from({ length: size }, (_, place) => ({
    id: newId(),
    place,
    levels: place === size - 1 ? Array.from({ length: 6 }, () => 'bahaya') : [],
  }))
  const { database } = house
  await database.inTransaction(async () => {
    await database.insert(
      Satker,
      units.map(({ id, place }) => ({
        id,
        path: `${kanwil.path}${id}/`,
        name: `Satker ramai ${place}`,
        code: id.slice(-12),
        level: 'satker' as const,
        parentId: kanwil.id,
        createdAt: CREATED,
      })),
    )
    await database.insert(
      Assessment,
      units.map(({ id }) => ({
        id: `a-${id}`,
        satkerId: id,
        cycleId: cycle,
        targetPredicate: 'WBK',
        stage: 'draf' as const,
        createdAt: CREATED,
      })),
    )
    await database.insert(
      Worksheet,
      units.map(({ id }) => ({
        id: `w-${id}`,
        assessmentId: `a-${id}`,
        seat: 'satker' as const,
        round: 1,
        createdAt: CREATED,
      })),
    )
    await database.insert(
      FindingSet,
      units.map(({ id }) => setOf(`a-${id}`, book, 'belum-siap')),
    )
    await database.insert(
      FindingLevelRow,
      units.flatMap(({ id, levels }) => [
        ...levelsOf(`a-${id}`, 'pitfall', 6, levels, 'aman'),
        ...levelsOf(`a-${id}`, 'recommendation', 11, [], 'belum'),
      ]),
    )
  })
}
