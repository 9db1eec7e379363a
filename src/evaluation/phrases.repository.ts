import type { Database } from '../db/database'
import { TeamPhrase } from './team-phrase.entity'

export interface PhraseRow {
  readonly id: string
  readonly text: string
}

export class PhrasesRepository {
  constructor(private readonly database: Database) {}

  ofTeam(teamId: string): Promise<PhraseRow[]> {
    return this.database.query<PhraseRow>(
      'SELECT id, text FROM team_phrases WHERE team_id = $1 ORDER BY text',
      [teamId],
    )
  }

  /** Whether a person sits in the team now. */
  async isSeated(teamId: string, userId: string): Promise<boolean> {
    const seat = await this.database.one(
      'SELECT 1 FROM team_seats WHERE team_id = $1 AND user_id = $2 AND ended_at IS NULL',
      [teamId, userId],
    )
    return seat !== undefined
  }

  hold(teamId: string): Promise<void> {
    return this.database.lock('evaluation_teams', teamId)
  }

  insert(phrase: TeamPhrase): Promise<void> {
    return this.database.insert(TeamPhrase, [phrase])
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(TeamPhrase, { id })
  }
}
