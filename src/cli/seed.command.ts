import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../access/actor'
import { projectRoot } from '../project-root'
import type { Services } from '../services'
import { EXIT, type CommandIo } from './command-io'

/** Loads every instrument and every rule book that is shipped; one that stands already is left alone. */
export async function seedCommand({ instruments, ruleBooks }: Services, io: CommandIo): Promise<number> {
  const folder = join(projectRoot, 'seeds/instruments')
  for (const name of readdirSync(folder).filter(file => file.endsWith('.yaml'))) {
    const outcome = await instruments.load(
      systemActor('zi seed'),
      readFileSync(join(folder, name), 'utf8'),
      name,
    )
    if (!outcome.ok) {
      for (const fault of outcome.faults) io.stderr(`${fault.file}:${fault.line} ${fault.message}\n`)
      return EXIT.failed
    }
    const { code, version } = outcome.version
    io.stdout(`${code} versi ${version} ${outcome.isNew ? 'dimuat' : 'sudah ada'}\n`)
  }
  const books = join(projectRoot, 'seeds/rules')
  for (const name of readdirSync(books).filter(file => file.endsWith('.yaml'))) {
    const outcome = await ruleBooks.load(systemActor('zi seed'), readFileSync(join(books, name), 'utf8'))
    if (!outcome.ok) {
      for (const fault of outcome.faults) io.stderr(`${name}: ${fault.at}: ${fault.message}\n`)
      return EXIT.failed
    }
    io.stdout(`${outcome.code} versi ${outcome.version} ${outcome.isNew ? 'dimuat' : 'sudah ada'}\n`)
  }
  return EXIT.done
}
