import type { Database } from '../db/database'
import { Attestation } from './attestation.entity'

export class AttestationsRepository {
  constructor(private readonly database: Database) {}

  /** Attestations of a round that still stand, for the named parts. */
  async standing(assessmentId: string, round: number, parts: readonly string[]): Promise<Attestation[]> {
    const rows = await this.database.manager
      .getRepository(Attestation)
      .createQueryBuilder('a')
      .where('a.assessment_id = :assessmentId AND a.round = :round', { assessmentId, round })
      .andWhere("a.outcome = 'attested' AND a.ended_at IS NULL")
      .getMany()
    return rows.filter(row => parts.includes(row.part))
  }

  async end(id: string, endedAt: string, endedBecause: string): Promise<void> {
    await this.database.writing().update(Attestation, { id }, { endedAt, endedBecause })
  }
}
