import { systemActor } from '../access/actor'
import type { InstrumentChange } from '../engine/instrument/diff'
import { changedValue, fieldWords, THING_WORDS } from '../instruments/change-words'
import type { InstrumentFileFault } from '../instruments/instrument-source'
import type { Services } from '../services'
import { EXIT, type CommandIo } from './command-io'
import { textOf } from './instrument-file'

export interface InstrumentLoadArguments {
  /** A path, relative to the working folder. */
  readonly file: string
  /** Only say what would change. */
  readonly dryRun: boolean
}

/** Loads an instrument file as the next version of its code, or says what that would change. Exit code 0 or 2. */
export async function instrumentLoadCommand(
  { file, dryRun }: InstrumentLoadArguments,
  { instruments }: Services,
  io: CommandIo,
): Promise<number> {
  const text = await textOf(file)
  if (text === null) {
    io.stderr(`${file}: berkas tidak dapat dibaca.\n`)
    return EXIT.malformed
  }
  const check = await instruments.check(text, file)
  if (!check.ok) return refuse(check.faults, io)
  for (const change of check.changes) io.stdout(`${changeLine(change)}\n`)
  if (dryRun) {
    const version = (check.newest?.version ?? 0) + (check.isSame ? 0 : 1)
    io.stdout(`${check.instrument.id} versi ${version} ${check.isSame ? 'sudah ada' : 'akan dimuat'}.\n`)
    return EXIT.done
  }
  const outcome = await instruments.load(systemActor('zi instrument load'), text, file)
  if (!outcome.ok) return refuse(outcome.faults, io)
  const { code, version } = outcome.version
  io.stdout(`${code} versi ${version} ${outcome.isNew ? 'dimuat' : 'sudah ada'}.\n`)
  return EXIT.done
}

function changeLine({ kind, thing, at, field, before, after }: InstrumentChange): string {
  const line = `${SIGNS[kind]} ${THING_WORDS[thing]} ${at}`
  if (kind !== 'changed') return line
  return `${line}, ${fieldWords(field)}: ${changedValue(field, before)} → ${changedValue(field, after)}`
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

function refuse(faults: readonly InstrumentFileFault[], io: CommandIo): number {
  for (const fault of faults) io.stderr(`${fault.file}:${fault.line}: ${fault.message} [${fault.code}]\n`)
  io.stderr(`${faults.length} kesalahan.\n`)
  return EXIT.malformed
}
