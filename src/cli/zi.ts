import { Command, CommanderError } from 'commander'
import { configFrom } from '../config'
import { openMeans, openServices } from '../server'
import type { Means, Services } from '../services'
import { backupCommand } from './backup.command'
import { EXIT, processIo, type CommandIo } from './command-io'
import { demoCommand } from './demo.command'
import { findingsCommand } from './findings.command'
import { instrumentCheckCommand } from './instrument-check.command'
import { instrumentLoadCommand } from './instrument-load.command'
import { restoreCommand } from './restore.command'
import { satkerImportCommand } from './satker-import.command'
import { scoreCommand } from './score.command'
import { seedCommand } from './seed.command'
import { verifyCommand } from './verify.command'
import { userAddCommand, type UserAddArguments } from './user-add.command'
import { userImportCommand } from './user-import.command'

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

/** A backup takes the schema as it stands, whatever version wrote it. */
async function withMeans(work: (means: Means, io: CommandIo) => Promise<number>): Promise<number> {
  const means = await openMeans(configFrom(process.env), { migrate: false })
  try {
    return await work(means, processIo)
  } finally {
    await means.database.close()
  }
}

async function finish(code: Promise<number>): Promise<void> {
  try {
    process.exitCode = await code
  } catch (error) {
    processIo.stderr(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = EXIT.failed
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Pemakaian:',
  'Arguments:': 'Argumen:',
  'Options:': 'Pilihan:',
  'Commands:': 'Perintah:',
}

const program = new Command('zi')
  .description('Zona Integritas di baris perintah.')
  .configureHelp({ styleTitle: title => TITLES[title] ?? title })
  .helpOption('-h, --help', 'menampilkan bantuan')
  .helpCommand('help [perintah]', 'menampilkan bantuan satu perintah')
  .showHelpAfterError()
  .exitOverride()

program
  .command('demo')
  .description('Membuat kementerian peragaan di var/demo dan menyajikannya.')
  .option('--fresh', 'buat ulang dari awal', false)
  .option('--yes', 'tulis ke basis data kosong pada DATABASE_URL', false)
  .option('--no-serve', 'hanya membuat datanya')
  .action((options: { yes: boolean; fresh: boolean; serve: boolean }) =>
    finish(demoCommand(options, process.env, processIo)),
  )

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

program
  .command('findings')
  .description('Membaca fakta satu satker dari berkas JSON: semua temuan dan kesiapannya, tanpa basis data.')
  .argument('[berkas]', 'berkas JSON')
  .option('--book <berkas>', 'buku aturan YAML; bawaan: seeds/rules/zi-2026.yaml')
  .option('--schema', 'menampilkan skema JSON dari berkas fakta', false)
  .action((file: string | undefined, options: { book?: string; schema: boolean }) =>
    finish(findingsCommand({ file, ...options }, processIo)),
  )

program
  .command('backup')
  .description('Mencadangkan basis data dan berkas ke folder baru, juga saat server berjalan.')
  .argument('<folder>', 'folder baru atau kosong')
  .action((folder: string) => finish(withMeans((means, io) => backupCommand(folder, means, io))))

program
  .command('restore')
  .description('Memulihkan cadangan ke pemasangan yang kosong.')
  .argument('<folder>', 'folder cadangan')
  .action((folder: string) => finish(restoreCommand(folder, configFrom(process.env), processIo)))

program
  .command('verify')
  .description('Memeriksa berkas hasil bersegel terhadap tanda tangan dan SHA-256-nya.')
  .argument('<berkas>', 'berkas JSON dari halaman hasil')
  .option('--key <berkas>', 'kunci publik PEM; bawaan: kunci instalasi ini')
  .action((file: string, { key }: { key?: string }) =>
    finish(verifyCommand({ file, key }, configFrom(process.env), processIo)),
  )

const instrument = program.command('instrument').description('Memeriksa dan memuat instrumen.')

instrument
  .command('check')
  .description('Memeriksa berkas instrumen dan menyebut semua kesalahannya.')
  .argument('<berkas>', 'berkas YAML')
  .action((file: string) => finish(instrumentCheckCommand(file, processIo)))

instrument
  .command('load')
  .description('Memuat berkas instrumen sebagai versi baru.')
  .argument('<berkas>', 'berkas YAML')
  .option('--dry-run', 'hanya menyebut perubahannya', false)
  .action((file: string, { dryRun }: { dryRun: boolean }) =>
    finish(withServices((services, io) => instrumentLoadCommand({ file, dryRun }, services, io))),
  )

interface ImportOptions {
  readonly dryRun: boolean
  readonly update: boolean
}

const importing = (command: Command): Command =>
  command
    .argument('<berkas>', 'berkas CSV atau XLSX')
    .option('--dry-run', 'hanya memeriksa dan menyebut yang akan dibuat', false)
    .option('--update', 'ubah juga yang sudah ada', false)

const user = program.command('user').description('Akun pengguna.')

user
  .command('add')
  .description('Membuat satu akun dan mencetak tautan untuk membuat kata sandinya.')
  .requiredOption('--name <nama>', 'nama lengkap')
  .option('--nip <nip>', '18 angka')
  .option('--email <surel>', 'alamat surel')
  .requiredOption('--role <peran>', 'misalnya centre-admin, satker-admin, head, chair, member')
  .requiredOption('--satker <kode>', 'kode satker')
  .option('--parts <bagian>', 'bagian anggota pokja, misalnya 1,2,B')
  .option('--acting', 'pelaksana tugas atau harian kepala satker')
  .action((options: UserAddArguments) =>
    finish(withServices((services, io) => userAddCommand(options, services, io))),
  )

importing(
  user.command('import').description('Memasukkan akun dari berkas, semua atau tidak sama sekali.'),
).action((file: string, options: ImportOptions) =>
  finish(withServices((services, io) => userImportCommand({ file, ...options }, services, io))),
)

const satker = program.command('satker').description('Pohon satuan kerja.')

importing(
  satker.command('import').description('Memasukkan satker dari berkas, semua atau tidak sama sekali.'),
).action((file: string, options: ImportOptions) =>
  finish(withServices((services, io) => satkerImportCommand({ file, ...options }, services, io))),
)

program.parseAsync().catch((error: unknown) => {
  // Help was asked for, or the line could not be understood: commander has said so already.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.malformed
  else {
    processIo.stderr(`${String(error)}\n`)
    process.exitCode = EXIT.failed
  }
})
