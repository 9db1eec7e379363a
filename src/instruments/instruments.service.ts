import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { diffInstruments, type InstrumentChange } from '../engine/instrument/diff'
import type { Instrument } from '../engine/instrument/instrument'
import { Conflict, NotFound } from '../refusals'
import type { InstrumentVersion } from './instrument.entity'
import type { InstrumentFileFault } from './instrument-source'
import { loadInstrumentYaml } from './instrument-yaml'
import { InstrumentsRepository, type VersionRow } from './instruments.repository'

export type LoadOutcome =
  | { readonly ok: true; readonly version: InstrumentVersion; readonly isNew: boolean }
  | { readonly ok: false; readonly faults: readonly InstrumentFileFault[] }

/** A version as it is listed, with the cycles that use it. */
export interface LoadedVersion extends Omit<VersionRow, 'cycleId' | 'year'> {
  readonly cycles: readonly { readonly id: string; readonly year: number }[]
}

/** What loading a text would do. */
export type LoadCheck =
  | {
      readonly ok: true
      /** The text as it would be kept. */
      readonly source: string
      readonly instrument: Instrument
      readonly checksum: string
      /** The newest version of the same code; null when the code is new. */
      readonly newest: {
        readonly id: string
        readonly version: number
        readonly instrument: Instrument
      } | null
      /** The newest version has this very text. */
      readonly isSame: boolean
      readonly changes: readonly InstrumentChange[]
    }
  | { readonly ok: false; readonly faults: readonly InstrumentFileFault[] }

/** What a dry run showed: the text and the version it was compared with (0: none). */
export interface Expected {
  readonly checksum: string
  readonly newest: number
}

export class InstrumentsService {
  private readonly instruments: InstrumentsRepository
  /** Versions never change, so a parsed one is kept for good. */
  private readonly parsed = new Map<string, Instrument>()

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.instruments = new InstrumentsRepository(database)
  }

  /** The instrument of a version's id. */
  async byId(id: string): Promise<Instrument> {
    const known = this.parsed.get(id)
    if (known) return known
    const { source } = await this.sourceOf(id)
    const loaded = loadInstrumentYaml(source, id)
    if (!loaded.ok)
      throw new Error(`The stored instrument ${id} can no longer be read: ${loaded.faults[0]?.message}`)
    this.parsed.set(id, loaded.instrument)
    return loaded.instrument
  }

  /** That of the newest cycle, or the newest loaded one while there is no cycle; null before any was loaded. */
  async inUse(): Promise<Instrument | null> {
    const row = await this.instruments.inUse()
    return row ? this.byId(row.id) : null
  }

  /** Every version, the newest first within its code. One statement. */
  async versions(): Promise<LoadedVersion[]> {
    return grouped(await this.instruments.versions())
  }

  /** Every predicate that some version knows; versions once read are kept in memory. */
  async predicates(versions: readonly Pick<LoadedVersion, 'id'>[]): Promise<string[]> {
    const read = await Promise.all(versions.map(({ id }) => this.byId(id)))
    return [...new Set(read.flatMap(({ predicates }) => predicates.map(predicate => predicate.id)))]
  }

  async version(id: string): Promise<LoadedVersion> {
    const [version] = grouped(await this.instruments.version(id))
    if (!version) throw new NotFound('Instrumen')
    return version
  }

  /** The YAML text of a version, as it was loaded. */
  async sourceOf(id: string) {
    const row = await this.instruments.sourceOf(id)
    if (!row) throw new NotFound('Instrumen')
    return row
  }

  /** The dry run: every fault of a text, or what it changes against the newest version of its code. */
  async check(text: string, file: string): Promise<LoadCheck> {
    const source = canonical(text)
    const loaded = loadInstrumentYaml(source, file)
    if (!loaded.ok) return loaded
    const { instrument, checksum } = loaded
    const row = await this.instruments.newest(instrument.id)
    if (!row) return { ok: true, source, instrument, checksum, newest: null, isSame: false, changes: [] }
    const standing = await this.byId(row.id)
    return {
      ok: true,
      source,
      instrument,
      checksum,
      newest: { id: row.id, version: row.version, instrument: standing },
      isSame: row.checksum === checksum,
      changes: diffInstruments(standing, instrument),
    }
  }

  /**
   * Loads a YAML text as the next version of its code; the same text again is the version that stands.
   * Throws Conflict when the text or the version it was compared with is no longer what the dry run showed.
   */
  async load(actor: Actor, text: string, file: string, expected?: Expected): Promise<LoadOutcome> {
    const source = canonical(text)
    const loaded = loadInstrumentYaml(source, file)
    if (!loaded.ok) return loaded
    const outcome = await this.database.inTransaction<LoadOutcome & { ok: true }>(async () => {
      const newest = await this.instruments.newest(loaded.instrument.id)
      if (newest?.checksum === loaded.checksum) return { ok: true, version: newest, isNew: false }
      if (expected && (expected.checksum !== loaded.checksum || expected.newest !== (newest?.version ?? 0)))
        throw new Conflict('Berkas atau versi pembandingnya berubah sejak diperiksa.', newest?.version ?? 0)
      const version: InstrumentVersion = {
        id: newId(),
        code: loaded.instrument.id,
        version: (newest?.version ?? 0) + 1,
        title: loaded.instrument.title,
        checksum: loaded.checksum,
        source,
        loadedAt: instant(this.clock),
        loadedBy: actor.name,
      }
      await this.instruments.insert(version)
      await this.audit.record(actor, {
        action: 'load-instrument',
        subjectType: 'instrument',
        subjectId: version.id,
        after: { code: version.code, version: version.version, checksum: version.checksum },
      })
      return { ok: true, version, isNew: true }
    })
    this.parsed.set(outcome.version.id, loaded.instrument)
    return outcome
  }
}

/** A form and some editors send other line ends and a byte order mark: the same text must have the same checksum. */
const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

function grouped(rows: readonly VersionRow[]): LoadedVersion[] {
  const versions = new Map<string, LoadedVersion>()
  for (const { cycleId, year, ...facts } of rows) {
    const cycles = versions.get(facts.id)?.cycles ?? []
    versions.set(facts.id, {
      ...facts,
      cycles: cycleId !== null && year !== null ? [...cycles, { id: cycleId, year }] : cycles,
    })
  }
  return [...versions.values()]
}
