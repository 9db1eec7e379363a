import { createHash } from 'node:crypto'
import { checkInstrument } from '../engine/instrument/checks'
import type { Instrument } from '../engine/instrument/instrument'
import { Fields } from './instrument-fields'
import { readBasis, readPredicates, readPrerequisites, readScales } from './instrument-header'
import { readSections } from './instrument-section'
import { InstrumentSource, type InstrumentFileFault } from './instrument-source'

interface WholeInstrument {
  readonly ok: true
  readonly instrument: Instrument
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string
}

export type LoadedInstrument =
  WholeInstrument | { readonly ok: false; readonly faults: readonly InstrumentFileFault[] }

/** The same text gives the same instrument, so the last ones stay read; a ministry has one or two at a time. */
const KEPT = 4
const lastRead = new Map<string, WholeInstrument>()

const TOP_KEYS = ['id', 'title', 'basis', 'source_note', 'scales', 'predicates', 'prerequisites', 'sections']

/** Reads an instrument from YAML text; `file` names it in faults. Whole and right, or refused with every fault named. */
export function loadInstrumentYaml(text: string, file: string): LoadedInstrument {
  const checksum = createHash('sha256').update(text).digest('hex')
  const known = lastRead.get(checksum)
  if (known) return known
  const read = readInstrumentText(text, file, checksum)
  if (!read.ok) return read
  const [oldest] = lastRead.keys()
  if (lastRead.size >= KEPT && oldest !== undefined) lastRead.delete(oldest)
  lastRead.set(checksum, read)
  return read
}

function readInstrumentText(text: string, file: string, checksum: string): LoadedInstrument {
  const source = new InstrumentSource(file)
  const instrument = source.parse(text, node => {
    const top = Fields.open(source, node, 'instrumen', 1)
    return top && readInstrument(top)
  })
  if (instrument) {
    for (const fault of checkInstrument(instrument, source.incomplete)) {
      source.fault(source.lineOf(fault.subject), fault.code, `${fault.at}: ${fault.message}`)
    }
    if (source.faults.length === 0) {
      return { ok: true, instrument, checksum }
    }
  }
  return { ok: false, faults: source.faults.sort((a, b) => a.line - b.line) }
}

function readInstrument(top: Fields): Instrument {
  top.onlyKeys(TOP_KEYS)
  const scales = readScales(top)
  const instrument: Instrument = {
    id: top.id('id'),
    title: top.text('title'),
    basis: readBasis(top),
    sourceNote: top.optionalText('source_note'),
    predicates: readPredicates(top),
    prerequisites: readPrerequisites(top),
    sections: readSections(top, scales),
  }
  return top.source.record(instrument, top)
}
