import { spawn } from 'node:child_process'

/** Runs pg_dump or pg_restore; the password goes through the environment, never onto the command line. */
export function runPostgresTool(
  tool: 'pg_dump' | 'pg_restore',
  url: string,
  args: readonly string[],
): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const environment = {
    ...process.env,
    PGHOST: decodeURIComponent(hostname || searchParams.get('host') || ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? 'prefer',
  }
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (piece: Buffer) => void (complaint += piece.toString()))
    child.once('error', () =>
      reject(
        new Error(
          `${tool} tidak ditemukan. Pasang klien PostgreSQL, atau gunakan cadangan PostgreSQL sendiri.`,
        ),
      ),
    )
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`${tool} gagal: ${complaint.trim() || `kode ${code}`}`)),
    )
  })
}
