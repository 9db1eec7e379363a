import type { Services } from '../services'
import type { CommandIo } from './command-io'
import { importFile, type ImportArguments } from './import-file'

/** `zi satker import FILE [--dry-run] [--update]` */
export async function satkerImportCommand(
  args: ImportArguments,
  { satkerImport }: Services,
  io: CommandIo,
): Promise<number> {
  return (await importFile('zi satker import', args, satkerImport, io)).code
}
