import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CAST_PEOPLE, CAST_UNITS, SHOWN_LOGINS } from '../../seeds/demo/cast'
import { STORIES } from '../../seeds/demo/stories'
import { demoCommand } from '../../src/cli/demo.command'
import { freePort } from '../../src/cli/free-port'
import { configFrom } from '../../src/config'
import { openMeans } from '../../src/server'
import { createServices } from '../../src/services'
import { start } from '../../src/start'
import { heard } from './heard-io'

const MAKE = { yes: false, fresh: false, serve: false }

describe('npm run demo', () => {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'zi-demo-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('does not write to a given database unless told so', async () => {
    const io = heard()
    expect(await demoCommand(MAKE, { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, io, folder)).toBe(
      1,
    )
    expect(io.errors).toContain('--yes')
  })

  it('never makes a given database anew', async () => {
    const io = heard()
    const options = { ...MAKE, yes: true, fresh: true }
    expect(
      await demoCommand(options, { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, io, folder),
    ).toBe(1)
    expect(io.errors).toContain('--fresh')
  })

  it('leaves data alone that are not a demo', async () => {
    const means = await openMeans(configFrom({ DATA_DIR: folder }))
    await createServices(means).installation.firstLink()
    await means.database.close()
    const io = heard()
    expect(await demoCommand({ ...MAKE, fresh: true }, {}, io, folder)).toBe(1)
    expect(io.errors).toContain('bukan demo')
    const again = await openMeans(configFrom({ DATA_DIR: folder }))
    expect(await again.database.query('SELECT id FROM users')).toHaveLength(1)
    await again.database.close()
  })

  it('takes the next port when one is taken', async () => {
    const taken = createServer()
    const port = await freePort(4790)
    await new Promise<void>(resolve => taken.listen(port, '127.0.0.1', resolve))
    expect(await freePort(port)).toBeGreaterThan(port)
    await new Promise(resolve => taken.close(resolve))
  })
})

describe('npm start', () => {
  it('refuses a database that is a demo, and changes nothing in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zi-start-'))
    const config = configFrom({ DATA_DIR: folder })
    const means = await openMeans(config)
    await createServices(means).installation.markDemo('ready')
    await means.database.close()
    await expect(start(config, heard())).rejects.toThrow('berisi demo')
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('the cast', () => {
  it('has nine satker under two kanwil and an inspectorate', () => {
    const at = (level: string) => CAST_UNITS.filter(unit => unit.level === level).length
    expect([at('satker'), at('kanwil'), at('echelon1')]).toEqual([9, 2, 1])
    expect(STORIES.map(story => story.unit).sort()).toEqual(
      CAST_UNITS.filter(unit => unit.level === 'satker')
        .map(unit => unit.key)
        .sort(),
    )
  })

  it('shows accounts that exist, each login once', () => {
    const logins = CAST_PEOPLE.map(person => person.login)
    expect(new Set(logins).size).toBe(logins.length)
    expect(logins).toEqual(expect.arrayContaining(SHOWN_LOGINS))
  })
})
