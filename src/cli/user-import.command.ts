import type { Services } from '../services'
import type { CommandIo } from './command-io'
import { importFile, type ImportArguments } from './import-file'

/** `zi user import FILE [--dry-run] [--update]`; prints one line per new account: login, name and link, between tabs. */
export async function userImportCommand(
  args: ImportArguments,
  { peopleImport }: Services,
  io: CommandIo,
): Promise<number> {
  const { code, run } = await importFile('zi user import', args, peopleImport, io)
  for (const { login, name, address } of run?.links ?? []) io.stdout(`${login}\t${name}\t${address}\n`)
  return code
}
