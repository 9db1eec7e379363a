import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { Instrument, Question } from '../engine/instrument/instrument'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from './entries.service'
import type { Register } from './register'
import type { EntryDocument, RegisterSummary } from './register-entry'
import type { RegisterUnit } from './register-unit'
import type { Suggestion } from './suggestion'

/** What the figures of a register say of answers. */
export interface SuggestionSource {
  /** Whether it can say anything of a question at all; by what the question asks, never by its code. */
  readonly asks: (question: Question, instrument: Instrument) => boolean
  /** What it says of the questions of a cycle. A constant number of statements. */
  readonly of: (satkerId: string, year: number, instrument: Instrument) => Promise<Suggestion[]>
}

/** What a register gives to the shared pages. */
export interface RegisterSource {
  /** One entry on paper; NotFound for whoever may not read it. */
  readonly document: (actor: Actor, id: string) => Promise<EntryDocument>
  /** The register in one line, for the hub. One statement. */
  readonly summary: (unit: RegisterUnit, today: string) => Promise<RegisterSummary>
  readonly suggestions?: SuggestionSource
}

export type RegisterSources = Readonly<Partial<Record<Register, RegisterSource>>>

/** What the use cases of a register are made of. */
export interface RegisterParts {
  readonly database: Database
  readonly audit: AuditService
  readonly entries: EntriesService
  readonly instruments: InstrumentsService
  readonly clock: Clock
}
