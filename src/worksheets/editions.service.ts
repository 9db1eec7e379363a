import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Answer } from './answer.entity'
import { EditionsRepository, type ScoringCopy } from './editions.repository'
import type { Worksheet } from './worksheet.entity'

/** Worksheets as units of immutability: one is frozen for ever, the next one starts from its copy. */
export class EditionsService {
  private readonly editions: EditionsRepository

  constructor(database: Database) {
    this.editions = new EditionsRepository(database)
  }

  /** A new worksheet with a copy of every answer of another one; answers its id. Inside the transaction of the act. */
  async startFrom(
    from: string,
    worksheet: Omit<Worksheet, 'id' | 'basedOn' | 'assessorId' | 'frozenAt' | 'hash'>,
  ): Promise<string> {
    const id = newId()
    await this.editions.insert({ ...worksheet, id, basedOn: from })
    await this.editions.copyAnswers(from, id, newId)
    return id
  }

  /** A worksheet of an evaluator, still empty; its answers come by `copyForScoring`. Inside the transaction of the act. */
  async startScoring(worksheet: Omit<Worksheet, 'id' | 'edition' | 'frozenAt' | 'hash'>): Promise<string> {
    const id = newId()
    await this.editions.insert({ ...worksheet, id, edition: 1 })
    return id
  }

  /**
   * Copies answers as the starting point of scoring: all, or those of some questions, with or without their notes. Their
   * authors stay, their versions begin anew, and what nobody confirmed is left out.
   */
  copyForScoring(from: string, to: string, wanted: ScoringCopy): Promise<void> {
    return this.editions.copyForScoring(from, to, wanted, newId)
  }

  /** Saves what an evaluator changed of one answer. Inside the transaction of the act. */
  writeAnswer(answer: Omit<Answer, 'id'>): Promise<void> {
    return this.editions.writeAnswer({ ...answer, id: newId() })
  }

  /** Makes a worksheet that is still open another evaluator's. Inside the transaction of the act. */
  passTo(worksheetId: string, assessorId: string | null): Promise<void> {
    return this.editions.passTo(worksheetId, assessorId)
  }

  /** Freezes a worksheet under the SHA-256 of its document. Inside the transaction of the act. */
  freeze(worksheetId: string, frozenAt: string, hash: string): Promise<void> {
    return this.editions.freeze(worksheetId, frozenAt, hash)
  }
}
