import type { CommandIo } from './cli/command-io'
import { seedCommand } from './cli/seed.command'
import type { Config } from './config'
import { openMeans, serve } from './server'
import { createServices, type Services } from './services'

/** The server of an installation: shipped instruments, the way in for the first administrator, never a demo. */
export async function start(config: Config, io: CommandIo): Promise<void> {
  const means = await openMeans(config, { migrate: false })
  const services = createServices(means)
  try {
    await refuseDemo(services)
    await means.database.migrate()
    await seedCommand(services, io)
    await serve(services)
  } catch (error) {
    await means.database.close()
    throw error
  }
  const link = await services.installation.firstLink()
  if (link)
    io.stdout(
      `\nBelum ada administrator yang dapat masuk. Buka tautan ini untuk membuat kata sandi (berlaku 48 jam, satu kali):\n\n` +
        `  ${link.address}\n\nSesudah itu masuk dengan surel ${link.login}, lalu ganti nama dan surel di halaman pengguna.\n\n`,
    )
}

async function refuseDemo({ installation, config }: Services): Promise<void> {
  if ((await installation.demoState()) === 'none') return
  const place = config.databaseUrl ? 'Basis data DATABASE_URL' : `Folder ${config.dataDir}`
  throw new Error(`${place} berisi demo, bukan data kerja. Jalankan npm run demo, atau pilih DATA_DIR lain.`)
}
