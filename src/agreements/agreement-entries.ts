import type { EntriesService } from '../registers/entries.service'
import type { AgreementDraft, TaskDraft } from './agreement-facts'
import { KIND_WORDS } from './agreement-words'

/** What an agreement supports, as far as a form or a file says it. */
export interface SaidSupport {
  /** Undefined leaves what stands. */
  readonly areas?: readonly string[] | undefined
  readonly questions?: readonly string[] | undefined
}

/** An agreement with its plan and what is said of its support. */
export interface ToldAgreement extends SaidSupport {
  readonly agreement: AgreementDraft & { readonly id: string; readonly satkerId: string }
  readonly tasks: readonly Pick<TaskDraft, 'doneOn'>[]
}

/** Agreements among the entries of all registers, with every change of them or of their plans, in its transaction. */
export class AgreementEntries {
  constructor(private readonly entries: EntriesService) {}

  /** A constant number of statements, however many agreements there are. */
  async keep(told: readonly ToldAgreement[]): Promise<void> {
    const standing = await this.entries.supportsOf(told.map(({ agreement }) => agreement.id))
    await this.entries.put(
      told.map(({ agreement, tasks, areas, questions }) => ({
        id: agreement.id,
        satkerId: agreement.satkerId,
        register: 'agreements' as const,
        title: agreement.title,
        summary: summaryOf(agreement, tasks),
        happenedOn: agreement.validFrom,
        happenedUntil: agreement.validUntil,
        areas: areas ?? standing.get(agreement.id)?.areas ?? [],
        questions,
      })),
    )
  }

  remove(id: string): Promise<void> {
    return this.entries.remove([id])
  }

  /** The areas that an agreement supports. */
  async areasOf(id: string): Promise<readonly string[]> {
    return (await this.entries.supportsOf([id])).get(id)?.areas ?? []
  }
}

function summaryOf(agreement: AgreementDraft, tasks: ToldAgreement['tasks']): string {
  const { kind, partner, number } = agreement
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length
  const plan = tasks.length === 0 ? 'tanpa rencana kerja' : `${done} dari ${tasks.length} tugas terlaksana`
  return `${KIND_WORDS[kind]} ${number} dengan ${partner}: ${plan}`
}
