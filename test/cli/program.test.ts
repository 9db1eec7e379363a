import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'

const SEED = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
const LINK = 'http://127\\.0\\.0\\.1:3000/tautan/[\\w-]{32}'

interface Heard {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

describe('the zi program, from an empty folder to a restored one', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zi-program-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  function zi(args: readonly string[], dataDir = 'data'): Promise<Heard> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/zi.ts', ...args], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], DATA_DIR: join(folder, dataDir) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard = { out: '', errors: '' }
    child.stdout.on('data', (piece: Buffer) => void (heard.out += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => void (heard.errors += piece.toString()))
    return new Promise(resolve => child.once('close', code => resolve({ code, ...heard })))
  }
  const said = (out: string | RegExp): unknown => ({
    code: 0,
    out: typeof out === 'string' ? out : (expect.stringMatching(out) as string),
    errors: '',
  })

  it('answers each command with its result and its exit code', async () => {
    expect(await zi(['migrate'])).toEqual(said('Basis data mutakhir.\n'))
    expect(await zi(['seed'])).toEqual(said('lke-2021 versi 1 dimuat\nzi-2026 versi 1 dimuat\n'))

    const wrong = file('salah.yaml', SEED.replace('        weight: 0.5\n', '        weight: 0.6\n'))
    const refused = await zi(['instrument', 'check', wrong])
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.errors).toMatch(/salah\.yaml:\d+: A\.I\.1: .*\[weight-sum\]\n1 kesalahan\.\n$/)

    const next = file(
      'lke-baru.yaml',
      SEED.replace('{section: total, min: 75}', '{section: total, min: 76.5}'),
    )
    const change = '~ Ambang WBK total, Ambang: 75 → 76,5\n'
    expect(await zi(['instrument', 'check', next])).toEqual(said(/^lke-2021: sah\. 113 pertanyaan/))
    expect(await zi(['instrument', 'load', next, '--dry-run'])).toEqual(
      said(`${change}lke-2021 versi 2 akan dimuat.\n`),
    )
    expect(await zi(['instrument', 'load', next])).toEqual(said(`${change}lke-2021 versi 2 dimuat.\n`))

    const tree = file(
      'satker.csv',
      'Kode;Nama;Tingkat;Kode induk\nKLN;Kementerian;Kementerian;\nKP-1;Kantor;Satker;KLN\n',
    )
    expect(await zi(['satker', 'import', tree])).toEqual(
      said('2 baris ditambah, 0 diperbarui, 0 tanpa perubahan.\n'),
    )
    const admin = [
      '--name',
      'Sari',
      '--email',
      'sari@contoh.go.id',
      '--role',
      'centre-admin',
      '--satker',
      'KLN',
    ]
    expect(await zi(['user', 'add', ...admin])).toEqual(said(new RegExp(`^${LINK}\n$`)))
    const people = file(
      'pengguna.csv',
      'Nama;Surel;Peran;Kode satker\nBagas;bagas@contoh.go.id;Anggota pokja;KP-1\n',
    )
    expect(await zi(['user', 'import', people])).toEqual(
      said(new RegExp(`^1 baris ditambah, .*\nbagas@contoh\\.go\\.id\tBagas\t${LINK}\n$`)),
    )

    const golden = join(projectRoot, 'test/golden/scoring/mixed')
    const score = await zi(['score', `${golden}.input.json`], 'none')
    expect([score.code, score.errors]).toEqual([0, ''])
    expect(JSON.parse(score.out)).toEqual(JSON.parse(readFileSync(`${golden}.output.json`, 'utf8')))

    const backup = join(folder, 'cadangan')
    expect(await zi(['backup', backup])).toEqual(said(/^Cadangan di .*: [1-9]\d* tabel, 0 berkas\.\n$/))
    expect(await zi(['restore', backup])).toMatchObject({ code: 1, out: '' })
    expect(await zi(['restore', backup], 'dipulihkan')).toEqual(said(/^Dipulihkan dari \d{4}-/))
    expect(await zi(['user', 'import', people, '--update'], 'dipulihkan')).toEqual(
      said('0 baris ditambah, 0 diperbarui, 1 tanpa perubahan.\n'),
    )
  }, 240_000)
})
