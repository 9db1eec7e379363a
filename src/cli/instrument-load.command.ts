import { systemActor } from '../access/actor'
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
  for (const change of check.changes) {
    const values = change.kind === 'changed' ? ` ${change.field}: ${change.before} → ${change.after}` : ''
    io.stdout(`${SIGNS[change.kind]} ${change.thing} ${change.at}${values}\n`)
  }
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

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

function refuse(faults: readonly InstrumentFileFault[], io: CommandIo): number {
  for (const fault of faults) io.stderr(`${fault.file}:${fault.line}: ${fault.message} [${fault.code}]\n`)
  io.stderr(`${faults.length} kesalahan.\n`)
  return EXIT.malformed
}
