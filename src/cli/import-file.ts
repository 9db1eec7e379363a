import { extname } from 'node:path'
import { systemActor } from '../access/actor'
import type { Importer, ImportOutcome } from '../imports/importer'
import { readTable } from '../spreadsheets/read-table'
import { TableRefused } from '../spreadsheets/table'
import { EXIT, type CommandIo } from './command-io'

export interface ImportArguments {
  readonly file: string
  /** Says what the file would do and changes nothing. */
  readonly dryRun: boolean
  /** Rows that name what stands already change it; without it they are faults. */
  readonly update: boolean
}

/** Imports a CSV or XLSX file, all or nothing; faults go to stderr by row and column and give exit code 2. */
export async function importFile<Run extends ImportOutcome>(
  name: string,
  { file, dryRun, update }: ImportArguments,
  importer: Importer<Run>,
  io: CommandIo,
): Promise<{ readonly code: number; readonly run?: Run }> {
  const extension = extname(file).toLowerCase()
  if (extension !== '.csv' && extension !== '.xlsx') return refused(io, `${file}: hanya .csv atau .xlsx.`)
  const table = await readTable(file, extension === '.csv' ? 'csv' : 'xlsx').catch(unreadable)
  if (table instanceof Error) return refused(io, `${file}: ${table.message}`)
  const actor = systemActor(name)
  if (dryRun) return report(await importer.check(actor, table, { update }), io, 'akan ')
  const run = await importer.run(actor, table, { update })
  return { ...report(run, io, ''), run }
}

function unreadable(error: unknown): Error {
  if (error instanceof TableRefused) return error
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  if (missing) return new Error('berkas tidak ada.')
  throw error
}

function refused(io: CommandIo, message: string) {
  io.stderr(`${message}\n`)
  return { code: EXIT.malformed }
}

function report(outcome: ImportOutcome, io: CommandIo, future: string) {
  for (const { row, column, message } of outcome.faults)
    io.stderr(`baris ${row}, kolom ${column}: ${message}\n`)
  if (outcome.faults.length > 0) {
    io.stderr(`${outcome.faults.length} kesalahan; tidak ada yang disimpan.\n`)
    return { code: EXIT.malformed }
  }
  const made = outcome.rows.filter(row => row.isNew).length
  io.stdout(
    `${made} baris ${future}ditambah, ${outcome.rows.length - made} ${future}diperbarui, ${outcome.unchanged} tanpa perubahan.\n`,
  )
  return { code: EXIT.done }
}
