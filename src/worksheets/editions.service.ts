import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { EditionsRepository } from './editions.repository'
import type { Worksheet } from './worksheet.entity'

/** Worksheets as units of immutability: one is frozen for ever, the next one starts from its copy. */
export class EditionsService {
  private readonly editions: EditionsRepository

  constructor(database: Database) {
    this.editions = new EditionsRepository(database)
  }

  /** A new worksheet with a copy of every answer of another one; answers its id. Inside the transaction of the act. */
  async startFrom(from: string, worksheet: Omit<Worksheet, 'id' | 'frozenAt' | 'hash'>): Promise<string> {
    const id = newId()
    await this.editions.insert({ ...worksheet, id })
    await this.editions.copyAnswers(from, id, newId)
    return id
  }

  /** Freezes a worksheet under the SHA-256 of its document. Inside the transaction of the act. */
  freeze(worksheetId: string, frozenAt: string, hash: string): Promise<void> {
    return this.editions.freeze(worksheetId, frozenAt, hash)
  }
}
