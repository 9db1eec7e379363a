import type { Database } from '../db/database'
import { Answer } from './answer.entity'
import { Worksheet } from './worksheet.entity'

/** Which answers are copied; null: all. */
export interface ScoringCopy {
  readonly only: ReadonlySet<string> | null
  readonly notes: boolean
}

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

  async copyForScoring(
    from: string,
    to: string,
    { only, notes }: ScoringCopy,
    newId: () => string,
  ): Promise<void> {
    const answers = await this.database.manager
      .getRepository(Answer)
      .findBy({ worksheetId: from, carried: false })
    await this.database.insert(
      Answer,
      answers
        .filter(answer => !only || only.has(answer.question))
        .map(answer => ({
          ...answer,
          id: newId(),
          worksheetId: to,
          valueVersion: 0,
          noteVersion: 0,
          ...(notes ? {} : { note: '', noteBy: null, noteAt: null }),
        })),
    )
  }

  writeAnswer(answer: Answer): Promise<void> {
    return this.database.insert(Answer, [answer], {
      key: ['worksheetId', 'question'],
      replace: [
        'option',
        'inputs',
        'valueVersion',
        'valueBy',
        'valueAt',
        'note',
        'noteVersion',
        'noteBy',
        'noteAt',
        'carried',
      ],
    })
  }

  async passTo(id: string, assessorId: string | null): Promise<void> {
    await this.database.writing().update(Worksheet, { id }, { assessorId })
  }

  async freeze(id: string, frozenAt: string, hash: string): Promise<void> {
    await this.database.writing().update(Worksheet, { id }, { frozenAt, hash })
  }
}
