import { Command } from 'commander'
import { configFrom } from '../config'
import { openServices } from '../server'
import type { Services } from '../services'
import { EXIT, processIo, type CommandIo } from './command-io'
import { instrumentCheckCommand } from './instrument-check.command'
import { scoreCommand } from './score.command'
import { seedCommand } from './seed.command'

type Work = (services: Services, io: CommandIo) => Promise<number>

/** Runs a command over the same services as the pages, on the configured database, and closes it after. */
async function withServices(work: Work): Promise<number> {
  const services = await openServices(configFrom(process.env))
  try {
    return await work(services, processIo)
  } finally {
    await services.database.close()
  }
}

function finish(code: Promise<number>): Promise<void> {
  return code.then(
    value => void (process.exitCode = value),
    (error: unknown) => {
      processIo.stderr(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = EXIT.failed
    },
  )
}

const program = new Command('zi').description('Zona Integritas di baris perintah.').showHelpAfterError()

program
  .command('migrate')
  .description('Memutakhirkan susunan basis data.')
  .action(() =>
    finish(
      withServices((_services, io) => {
        io.stdout('Basis data mutakhir.\n')
        return Promise.resolve(EXIT.done)
      }),
    ),
  )

program
  .command('seed')
  .description('Memuat instrumen bawaan.')
  .action(() => finish(withServices(seedCommand)))

program
  .command('score')
  .description('Menghitung satu lembar kerja dari berkas JSON, tanpa basis data.')
  .argument('<berkas>', 'berkas JSON')
  .action((file: string) => finish(scoreCommand(file, processIo)))

const instrument = program.command('instrument').description('Memeriksa dan memuat instrumen.')

instrument
  .command('check')
  .description('Memeriksa berkas instrumen dan menyebut semua kesalahannya.')
  .argument('<berkas>', 'berkas YAML')
  .action((file: string) => finish(instrumentCheckCommand(file, processIo)))

program.parseAsync().catch((error: unknown) => {
  processIo.stderr(`${String(error)}\n`)
  process.exitCode = EXIT.failed
})
