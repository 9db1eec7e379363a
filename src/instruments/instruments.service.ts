import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Instrument } from '../engine/instrument/instrument'
import { NotFound } from '../refusals'
import type { InstrumentVersion } from './instrument.entity'
import { loadInstrumentYaml } from './instrument-yaml'
import { InstrumentsRepository } from './instruments.repository'
import type { InstrumentFileFault } from './instrument-source'

export type LoadOutcome =
  | { readonly ok: true; readonly version: InstrumentVersion; readonly isNew: boolean }
  | { readonly ok: false; readonly faults: readonly InstrumentFileFault[] }

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
    const row = await this.instruments.sourceOf(id)
    if (!row) throw new NotFound('Instrumen')
    const loaded = loadInstrumentYaml(row.source, id)
    if (!loaded.ok)
      throw new Error(`The stored instrument ${id} can no longer be read: ${loaded.faults[0]?.message}`)
    this.parsed.set(id, loaded.instrument)
    return loaded.instrument
  }

  /** Loads a YAML text as the next version of its code; the same text again is the version that stands. */
  async load(actor: Actor, text: string, file: string): Promise<LoadOutcome> {
    const loaded = loadInstrumentYaml(text, file)
    if (!loaded.ok) return loaded
    return this.database.inTransaction(async () => {
      const newest = await this.instruments.newest(loaded.instrument.id)
      if (newest?.checksum === loaded.checksum) return { ok: true, version: newest, isNew: false }
      const version: InstrumentVersion = {
        id: newId(),
        code: loaded.instrument.id,
        version: (newest?.version ?? 0) + 1,
        title: loaded.instrument.title,
        checksum: loaded.checksum,
        source: text,
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
  }
}
