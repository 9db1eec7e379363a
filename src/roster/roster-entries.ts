import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import { agentQuestions } from './agent-questions'

/**
 * The roster as one entry among the registers, under the id of its satker: what it proves is who the agents of change
 * are, so it is offered to the questions that ask about them.
 */
export class RosterEntries {
  constructor(
    private readonly entries: EntriesService,
    private readonly instruments: InstrumentsService,
  ) {}

  /** With every change of a roster, in its transaction. */
  async keep(satkerId: string): Promise<void> {
    const instrument = await this.instruments.inUse()
    await this.entries.put([
      {
        id: satkerId,
        satkerId,
        register: 'roster',
        title: 'Daftar agen perubahan',
        summary: 'Agen perubahan menurut register pegawai',
        happenedOn: null,
        happenedUntil: null,
        areas: [],
        questions: instrument ? agentQuestions(instrument) : [],
      },
    ])
  }
}
