import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Database } from 'sqlite3'
import { ACTIVITY_TEMPLATE } from '../../../src/activities/activity-columns'
import { readTable } from '../../../src/spreadsheets/read-table'
import { writeTable } from '../../../src/spreadsheets/write-table'
import { alternating, figure, type Figure } from '../figures'
import type { BenchPlaces } from '../places'
import { DATABASE, openBare, rowsOf, run } from '../sqlite'
import { LOGIN, servicesIn } from '../world'

const ROWS = 5_000
const ROUNDS = 9
const TARGET = 6
/** What an import of activities without names fills, in the order in which rows refer to each other. */
const TABLES = [
  'activities',
  'activity_guests',
  'register_entries',
  'entry_supports',
  'audit_events',
] as const

type Rows = Readonly<Record<(typeof TABLES)[number], readonly Record<string, unknown>[]>>

/** (j) 5,000 activities from a file, read and judged and told; beside a bare parser and the same rows put in by one statement a table. */
export async function measureImporting({ ours: world, floor: copy, folder }: BenchPlaces): Promise<Figure[]> {
  const file = join(folder, 'kegiatan.csv')
  writeFileSync(file, await writeTable(fileOf(ROWS), 'csv'))
  const services = await servicesIn(world.dataDir)
  const actor = await chairOf(services)
  const unit = await services.registerUnits.toKeep(actor, world.satkerId)
  const importer = services.activityFiles.at(unit)
  const mine = await openBare(join(world.dataDir, DATABASE))
  const bare = await openBare(join(copy.dataDir, DATABASE))

  const ours = async () => {
    const started = performance.now()
    const outcome = await importer.run(actor, await readTable(file, 'csv'), { update: false })
    const took = performance.now() - started
    if (outcome.rows.length !== ROWS) throw new Error(`Only ${outcome.rows.length} rows were imported.`)
    return took
  }
  await clear(mine)
  await ours()
  const rows = await written(mine)
  const floor = async () => {
    const started = performance.now()
    const cells: string[][] = parse(readFileSync(file), { delimiter: ';', bom: true })
    await insert(bare, rows)
    const took = performance.now() - started
    if (cells.length !== ROWS + 1) throw new Error(`Only ${cells.length} lines were read.`)
    return took
  }
  await clear(bare)
  await floor()
  const rounds = await alternating(
    ROUNDS,
    async () => (await clear(mine), ours()),
    async () => (await clear(bare), floor()),
  )
  for (const database of [mine, bare]) await new Promise<void>(resolve => database.close(() => resolve()))
  await services.database.close()
  return [
    figure(
      { id: 'j5000', what: `import of ${ROWS} activities from CSV`, unit: 'ms', target: TARGET },
      rounds,
    ),
  ]
}

function fileOf(count: number) {
  const { header } = ACTIVITY_TEMPLATE
  const said: Readonly<Record<string, string>> = {
    'Pukul mulai': '09.00',
    'Pukul selesai': '11.30',
    Jenis: 'Rapat monitoring',
    Tempat: 'Aula lantai 2',
    'Pimpinan hadir': 'ya',
    'Membahas ZI': 'ya',
    'Jumlah pegawai': '24',
    'Dari luar: Media': '2',
    Agenda: 'Capaian rencana aksi tiap pokja; kendala dan tindak lanjut bulan lalu',
    Area: '1; 4',
  }
  const day = (place: number) => new Date(Date.UTC(2025, 0, 1 + (place % 365))).toISOString().slice(0, 10)
  const rows = Array.from({ length: count }, (_, place) =>
    header.map(title =>
      title === 'Tanggal' ? day(place) : title === 'Judul' ? `Rapat nomor ${place}` : (said[title] ?? ''),
    ),
  )
  return { sheet: 'kegiatan', header, rows }
}

async function chairOf({ database, accounts }: Awaited<ReturnType<typeof servicesIn>>) {
  const found = await database.one<{ id: string }>('SELECT id FROM users WHERE email = $1', [LOGIN])
  const actor = await accounts.actorOf(found?.id ?? '', { startedAt: new Date().toISOString() }, 'bench')
  if (!actor) throw new Error('The chair of the bench cannot act.')
  return actor
}

async function clear(database: Database): Promise<void> {
  for (const table of [...TABLES].reverse())
    await run(
      database,
      table === 'audit_events'
        ? `DELETE FROM audit_events WHERE action = 'add-activity'`
        : `DELETE FROM ${table}`,
    )
}

async function written(database: Database): Promise<Rows> {
  const read = (table: string) =>
    rowsOf<Record<string, unknown>>(
      database,
      `SELECT * FROM ${table}${table === 'audit_events' ? ` WHERE action = 'add-activity'` : ''}`,
    )
  return Object.fromEntries(
    await Promise.all(TABLES.map(async table => [table, await read(table)] as const)),
  ) as unknown as Rows
}

async function insert(database: Database, rows: Rows): Promise<void> {
  await run(database, 'BEGIN IMMEDIATE')
  for (const table of TABLES) {
    const names = Object.keys(rows[table][0] ?? {})
    const values = names.map(name => `json_extract(value, '$.${name}')`).join(', ')
    await run(database, `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(rows[table]),
    ])
  }
  await run(database, 'COMMIT')
}
