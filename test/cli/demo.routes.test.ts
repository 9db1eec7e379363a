import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { CAST_UNITS } from '../../seeds/demo/cast'
import { STORIES, type Character } from '../../seeds/demo/stories'
import { NOTE_STATES } from '../../src/engine/stages/notes'
import { demoCommand } from '../../src/cli/demo.command'
import { configFrom } from '../../src/config'
import type { Database } from '../../src/db/database'
import { projectRoot } from '../../src/project-root'
import { openMeans } from '../../src/server'
import { addSatker } from '../support/cast'
import { emptyPostgresDatabase, onPostgres, postgresUrl } from '../support/database'
import { openHouse } from '../support/house'
import { heard } from './heard-io'

const MAKE = { yes: onPostgres, fresh: false, serve: false }
const STAGES = {
  filling: 'draf',
  attested: 'draf',
  submitted: 'diajukan',
  evaluating: 'dievaluasi',
  returned: 'dikembalikan',
  assessed: 'dinilai',
  final: 'final',
} as const
const PLACE = onPostgres ? `SELECT '' AS file` : 'PRAGMA database_list'
/** What the rules say of the demo depends on how much of the year is over. */
const MADE_AT = '2026-11-16T03:00:00.000Z'
const TODAY = MADE_AT.slice(0, 10)
const nameOf = (key: string) => CAST_UNITS.find(unit => unit.key === key)?.name

describe('the demo', () => {
  let folder: string
  let environment: NodeJS.ProcessEnv
  let told: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zi-demo-'))
    const url = await postgresUrl()
    environment = url ? { DATABASE_URL: await emptyPostgresDatabase(`${url}_demo`) } : {}
    // In a process of its own: within the test runner it takes ten times as long.
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        join(projectRoot, 'test/cli/make-demo.ts'),
        folder,
        MAKE.yes ? 'yes' : 'no',
        MADE_AT,
      ],
      { env: { PATH: process.env['PATH'], ...environment } },
    )
    expect(stderr).toBe('')
    told = stdout
  }, 900_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const place = () => configFrom({ ...environment, DATA_DIR: folder })
  async function look<T>(at: (database: Database) => Promise<T>): Promise<T> {
    const { database } = await openMeans(place(), { migrate: false })
    try {
      return await at(database)
    } finally {
      await database.close()
    }
  }
  const rowsOf = (table: string) =>
    look(database => database.query<{ id: string }>(`SELECT id FROM ${table}`))

  it('has nine satker at the stages of their stories, every part attested where the worksheet was handed in', async () => {
    const rows = await look(database =>
      database.query<{ name: string; stage: string; attested: number }>(
        `SELECT s.name, a.stage, CAST(
                  (SELECT COUNT(*) FROM attestations t
                    WHERE t.assessment_id = a.id AND t.ended_at IS NULL AND t.outcome = 'attested') AS integer) AS attested
           FROM assessments a JOIN satker s ON s.id = a.satker_id JOIN cycles c ON c.id = a.cycle_id
          WHERE c.year = (SELECT MAX(year) FROM cycles)`,
      ),
    )
    const stages = rows.map(({ name, stage }) => `${name}: ${stage}`)
    expect(stages.sort()).toEqual(
      STORIES.map(({ unit, ending }) => `${nameOf(unit)}: ${STAGES[ending]}`).sort(),
    )
    expect(rows.filter(row => row.stage === 'diajukan').map(row => row.attested)).toEqual([7])
  })

  it('has evidence whose files are all stored, and tells its accounts', async () => {
    const files = await look(database =>
      database.query<{ sha256: string }>('SELECT sha256 FROM evidence_files WHERE sha256 IS NOT NULL'),
    )
    expect(files.length).toBeGreaterThan(500)
    const { storage, database } = await openMeans(place(), { migrate: false })
    for (const sha256 of new Set(files.map(file => file.sha256)))
      expect([sha256, await storage.has(sha256)]).toEqual([sha256, true])
    await database.close()
    expect(told).toContain('pusat@zi.example')
  })

  it('has notes in every state, late ones, and one on the same question two cycles running', async () => {
    const notes = await look(database =>
      database.query<{ state: string; place: string; year: number; dueOn: string; pieces: number }>(
        `SELECT n.state, n.place, c.year, n.due_on AS "dueOn",
                (SELECT COUNT(*) FROM note_entries e JOIN note_evidence x ON x.entry_id = e.id WHERE e.note_id = n.id) AS pieces
           FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id`,
      ),
    )
    expect(new Set(notes.map(note => note.state))).toEqual(new Set(NOTE_STATES))
    expect(notes.some(note => note.state === 'terbuka' && note.dueOn < TODAY)).toBe(true)
    expect(notes.some(note => Number(note.pieces) > 0)).toBe(true)
    const years = notes.filter(note => note.place === 'A.I.1.iii.b').map(note => note.year)
    expect(Math.max(...years) - Math.min(...years)).toBe(1)
  })

  it('has the people of every satker in its register, agents of change among them, and one without a name any more', async () => {
    const units = await look(database =>
      database.query<{ code: string; here: number; agents: number; nameless: number }>(
        `SELECT s.code, SUM(CASE WHEN e.left_on IS NULL THEN 1 ELSE 0 END) AS here,
                SUM(CASE WHEN e.agent_from IS NOT NULL THEN 1 ELSE 0 END) AS agents,
                SUM(CASE WHEN e.anonymised_at IS NOT NULL THEN 1 ELSE 0 END) AS nameless
           FROM employees e JOIN satker s ON s.id = e.satker_id GROUP BY s.code`,
      ),
    )
    const staffed = CAST_UNITS.filter(unit => unit.level === 'satker')
    expect(new Map(units.map(unit => [unit.code, Number(unit.here)]))).toEqual(
      new Map(staffed.map(unit => [unit.code, unit.employees])),
    )
    expect(units.filter(unit => Number(unit.agents) === 0)).toEqual([])
    expect(units.some(unit => Number(unit.nameless) > 0)).toBe(true)
  })

  it('has agreements with partners abroad, with tasks that were carried out', async () => {
    const rows = await look(database =>
      database.query<{ partner: string; done: number | string }>(
        `SELECT a.partner, COUNT(t.done_on) AS done FROM agreements a JOIN agreement_tasks t ON t.agreement_id = a.id
          WHERE a.realm = 'foreign' GROUP BY a.id, a.partner ORDER BY a.partner`,
      ),
    )
    expect(rows.map(({ partner, done }) => [partner, Number(done) > 0])).toEqual([
      ['Dewan Integritas Layanan Publik Asia Selatan', true],
      ['Kantor Imigrasi Pelabuhan Sankara, Republik Meravia', true],
    ])
  })

  it('has findings with a past, recommendations past their day, and words of people on both', async () => {
    const found = await look(database =>
      database.one<Record<string, number | string>>(
        `SELECT (SELECT COUNT(DISTINCT at) FROM finding_changes) AS readings,
                (SELECT COUNT(*) FROM recommendation_states WHERE due_on < '${TODAY}' AND status IN ('belum', 'berjalan')) AS late,
                (SELECT COUNT(*) FROM recommendation_states WHERE status = 'diverifikasi') AS verified,
                (SELECT COUNT(*) FROM finding_rulings r JOIN finding_levels l ON l.assessment_id = r.assessment_id
                    AND l.rule = r.rule AND l.grounds = r.grounds WHERE r.outcome = 'dismissed') AS dismissed`,
      ),
    )
    expect(Object.entries(found ?? {}).filter(([, count]) => Number(count) < 2)).toEqual([])
  })

  const levels = () =>
    look(database =>
      database.query<{ name: string; rule: string; level: string }>(
        `SELECT s.name, l.rule, l.level FROM finding_levels l JOIN assessments a ON a.id = l.assessment_id
           JOIN satker s ON s.id = a.satker_id JOIN cycles c ON c.id = a.cycle_id
          WHERE c.year = (SELECT MAX(year) FROM cycles)`,
      ),
    )
  const unitsOf = (character: Character) =>
    STORIES.filter(story => story.character === character).map(({ unit }) => nameOf(unit))

  it('has what paper leaves behind at the units that work on paper, and nowhere else', async () => {
    const found = await levels()
    for (const rule of ['contradiction-evidence-ahead', 'contradiction-copied-elsewhere'])
      expect(new Set(found.filter(one => one.rule === rule).map(({ name }) => name))).toEqual(
        new Set(unitsOf('paper')),
      )
    expect(
      found.filter(({ name, rule }) => rule.startsWith('contradiction-') && unitsOf('good').includes(name)),
    ).toEqual([])
  })

  it('has a ready unit, one that is ready on a condition, others that are not, and each pitfall avoided by some and met by others', async () => {
    const found = await levels()
    for (const pitfall of [1, 2, 3, 4, 5, 6]) {
      const seen = found.filter(({ rule }) => rule === `pitfall-${pitfall}`).map(({ level }) => level)
      expect([pitfall, seen]).toEqual([pitfall, expect.arrayContaining(['aman', 'bahaya'])])
    }
    const verdicts = await look(database =>
      database.query<{ name: string; verdict: string; frozen: string | null }>(
        `SELECT s.name, f.verdict, (SELECT z.document FROM frozen_findings z
              WHERE z.assessment_id = a.id ORDER BY z.frozen_at DESC LIMIT 1) AS frozen
             FROM finding_sets f JOIN assessments a ON a.id = f.assessment_id JOIN satker s ON s.id = a.satker_id`,
      ),
    )
    const of = (key: string) => verdicts.find(({ name }) => name === nameOf(key))
    expect([of('cendani')?.verdict, of('lazuardi')?.verdict]).toEqual(['siap-diajukan', 'siap-bersyarat'])
    expect(JSON.parse(of('lazuardi')?.frozen ?? '{}')).toMatchObject({
      readiness: { verdict: 'siap-bersyarat' },
    })
    expect(verdicts.filter(({ verdict }) => verdict === 'belum-siap')).toHaveLength(7)
  })

  it('is taken as it stands when it is asked for again', async () => {
    const before = await rowsOf('audit_events')
    const io = heard()
    expect(await demoCommand(MAKE, environment, io, folder)).toBe(0)
    expect(io.text).toContain('Memakai demo yang sudah ada')
    expect(await rowsOf('audit_events')).toEqual(before)
  })

  it('is not written over a database that holds something else, whatever is said', async () => {
    const house = await openHouse()
    const dataDir = dirname((await house.database.one<{ file: string }>(PLACE))?.file ?? '')
    await addSatker(house, 'Kantor Satu')
    const url = await postgresUrl()
    const io = heard()
    for (const fresh of url ? [false] : [false, true])
      expect(await demoCommand({ ...MAKE, fresh }, url ? { DATABASE_URL: url } : {}, io, dataDir)).toBe(1)
    expect(io.errors).toContain('berisi data yang bukan demo. Tidak ada yang diubah.')
    expect(await house.database.query('SELECT name FROM satker')).toEqual([{ name: 'Kantor Satu' }])
    await house.close()
  })

  it('is not written again to a given database that nobody said yes to', async () => {
    const url = environment['DATABASE_URL'] ?? 'postgres://nobody@127.0.0.1:9/none'
    const io = heard()
    expect(await demoCommand({ ...MAKE, yes: false }, { DATABASE_URL: url }, io, folder)).toBe(1)
    expect(io.errors).toContain('--yes')
  })
})
