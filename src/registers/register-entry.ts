import type { ScopedSatker } from '../access/scope'
import type { EvidenceStage } from '../engine/instrument/instrument'
import type { TimeZone } from '../web/format/date'
import type { Register } from './register'

/** What a register says of an entry, with every change of it. */
export interface EntryFacts {
  /** That of the register's own row. */
  readonly id: string
  readonly satkerId: string
  readonly register: Register
  readonly title: string
  /** One line that can stand as the claim of evidence. */
  readonly summary: string
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  /** Parts of the worksheet by their id. */
  readonly areas: readonly string[]
  /** Questions by code; undefined leaves what stands. */
  readonly questions?: readonly string[] | undefined
}

/** An entry at a satker that the actor reads. */
export interface SeenEntry extends ScopedSatker {
  readonly id: string
  readonly register: Register
  readonly title: string
  readonly summary: string
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly changedAt: string
  readonly satkerName: string
  readonly timeZone: TimeZone
}

/**
 * An entry on paper: facts, then tables. It stays with the evidence for good, so it names nobody: a name is taken away
 * from the roster one day, and a paper is not.
 */
export interface EntryDocument {
  /** What the entry itself shows today, and no more: a plan that nobody has begun shows its planning. */
  readonly stages: readonly EvidenceStage[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly tables: readonly {
    readonly title: string
    readonly header: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
}

/** A register in one line, for the hub. */
export interface RegisterSummary {
  /** `42 kegiatan tahun ini`. */
  readonly count: string
  readonly alerts: readonly RegisterAlert[]
}

export interface RegisterAlert {
  readonly text: string
  readonly href: string
  readonly tone: 'warn' | 'bad'
}

const TITLE = 300

/** Titles and claims fit into their line, whatever a register writes. */
export const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1)}…`
}
