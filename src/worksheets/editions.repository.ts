import type { Database } from '../db/database'
import { Answer } from './answer.entity'
import { Worksheet } from './worksheet.entity'

export class EditionsRepository {
  constructor(private readonly database: Database) {}

  async insert(worksheet: Partial<Worksheet>): Promise<void> {
    await this.database.insert(Worksheet, [worksheet])
  }

  /** Copies every answer, note and version of a worksheet into another one. */
  async copyAnswers(from: string, to: string, newId: () => string): Promise<void> {
    const answers = await this.database.manager.getRepository(Answer).findBy({ worksheetId: from })
    await this.database.insert(
      Answer,
      answers.map(answer => ({ ...answer, id: newId(), worksheetId: to })),
    )
  }

  async freeze(id: string, frozenAt: string, hash: string): Promise<void> {
    await this.database.writing().update(Worksheet, { id }, { frozenAt, hash })
  }
}
