import { NotFound } from '../../src/refusals'
import { Satker } from '../../src/satker/satker.entity'
import { newId } from '../../src/db/ids'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'

describe('opening a cycle', () => {
  let house: House
  let ministry: Unit
  let kanwil: Unit
  let offices: Unit[]
  let cycle: string
  let address: string
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    kanwil = await addSatker(house, 'Kanwil Jawa Timur', ministry, { code: 'KW-JT', level: 'kanwil' })
    offices = [
      await addSatker(house, 'Kantor Pelayanan Batu', kanwil, { code: 'KP-BATU' }),
      await addSatker(house, 'Kantor Pelayanan Malang', kanwil, { code: 'KP-MLG' }),
      await addSatker(house, 'Rumah Layanan Pusat', ministry, { code: 'RL-1' }),
    ]
    cycle = await addCycle(house, await loadInstrument(house))
    address = `/siklus/${cycle}/pembukaan`
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const open = (fields: Record<string, unknown>, agent = centre) =>
    post(agent, address, address, { choice: 'ticked', predicate: 'WBK', ...fields })
  /** The answer to the progress page once the run stands still. */
  const settled = async (answer: { headers: Record<string, string> }, agent = centre) => {
    const progress = String(answer.headers['location'])
    await house.services.openings.settled(progress.split('/').at(-1) ?? '')
    return { progress, ...(await agent.get(progress)) }
  }
  const count = async (sql: string) =>
    Number(
      (await house.database.one<{ number: number | string }>(`SELECT COUNT(*) AS number FROM ${sql}`))
        ?.number,
    )
  const opened = () =>
    house.database.query<{ name: string; predicate: string; stage: string }>(
      `SELECT s.name, a.target_predicate AS predicate, a.stage FROM assessments a JOIN satker s ON s.id = a.satker_id ORDER BY s.name`,
    )
  const acts = () =>
    house.database.query<{ action: string; userName: string; after: string }>(
      `SELECT action, user_name AS "userName", after FROM audit_events
        WHERE action IN ('open-cycle', 'open-assessment') ORDER BY at, id`,
    )

  it('makes assessment, empty worksheet and stored score of each ticked satker, each with its event', async () => {
    const shown = await settled(await open({ satker: [offices[0]?.id, offices[2]?.id], predicate: 'WBBM' }))
    expect(shown.text).toContain('2 penilaian dibuka.')
    expect(await opened()).toEqual([
      { name: 'Kantor Pelayanan Batu', predicate: 'WBBM', stage: 'draf' },
      { name: 'Rumah Layanan Pusat', predicate: 'WBBM', stage: 'draf' },
    ])
    expect((await acts()).map(act => act.action)).toEqual([
      'open-cycle',
      'open-assessment',
      'open-assessment',
    ])
    expect(JSON.parse((await acts())[0]?.after ?? '')).toEqual({ chosen: 2, predicate: 'WBBM' })
  })

  it('stores the very sections that scoring an empty worksheet gives', async () => {
    await settled(await open({ satker: offices.map(office => office.id) }))
    const sections = (worksheets: string) =>
      house.database.query<Record<string, unknown>>(
        `SELECT DISTINCT x.section, claimed, substantiated, claimed_micro, substantiated_micro, questions, answered,
                evidenced, flagged, contradictory
           FROM section_scores x JOIN worksheets w ON w.id = x.worksheet_id JOIN assessments a ON a.id = w.assessment_id
          WHERE a.cycle_id ${worksheets} $1`,
        [cycle],
      )
    const other = await addCycle(house, await loadInstrument(house), 2025)
    await addAssessment(house, offices[0]!, other)
    const byCode = (rows: Record<string, unknown>[]) => new Map(rows.map(row => [row['section'], row]))
    const copied = byCode(await sections('='))
    expect(copied).toEqual(byCode(await sections('<>')))
    expect(copied.get('total')).toMatchObject({ claimed: '0', questions: 113, answered: 0 })
    expect(await count('section_scores')).toBe(4 * copied.size)
  })

  it('opens all that are found, passes over those that are open, and can be said twice', async () => {
    await settled(await open({ satker: offices[0]?.id }))
    const second = await settled(await open({ choice: 'found', induk: kanwil.id, tampil: 'semua' }))
    expect(second.text).toContain('1 penilaian dibuka.')
    expect(second.text).toMatch(/Sudah dibuka sebelumnya<\/dt><dd>1</)
    expect((await opened()).map(row => row.name)).toEqual([
      'Kantor Pelayanan Batu',
      'Kantor Pelayanan Malang',
    ])
    const third = await settled(await open({ choice: 'found', induk: kanwil.id, tampil: 'semua' }))
    expect(third.text).toContain('Semua satker yang dipilih sudah dibuka sebelumnya.')
    expect(await count('worksheets')).toBe(2)
    expect((await open({ choice: 'found', induk: kanwil.id })).status).toBe(422)
  })

  it('makes each assessment once when two people open at the same time', async () => {
    const rini = await addPerson(house, 'Rini Astuti', 'centre-admin', ministry)
    const other = await signedIn(house, rini.login, PASSWORD)
    const all = { choice: 'found', tampil: 'semua' }
    const [one, two] = await Promise.all([open(all), open(all, other)])
    await Promise.all([settled(one), settled(two, other)])
    expect(await count('assessments')).toBe(3)
    expect(await count('worksheets')).toBe(3)
    expect((await acts()).filter(act => act.action === 'open-assessment')).toHaveLength(3)
  })

  it.each([
    [{}, 'Pilih paling sedikit satu satker.'],
    [{ satker: 'tidak-ada' }, 'Pilih paling sedikit satu satker.'],
    [{ choice: 'found', cari: 'tidak ada yang begini' }, 'Pilih paling sedikit satu satker.'],
    [{ choice: 'lain' }, 'Pilih satker yang dibuka.'],
    [{ choice: 'found', predicate: 'WBX' }, 'Pilih target predikat.'],
  ])('is refused for %j, and nothing is opened', async (fields, message) => {
    const answer = await open(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(await opened()).toEqual([])
    expect(await acts()).toEqual([])
  })

  it('reaches only the branch of an administrator, and no closed satker', async () => {
    const dewi = await addPerson(house, 'Dewi Anggraini', 'centre-admin', kanwil)
    const branch = await signedIn(house, dewi.login, PASSWORD)
    const closed = await addSatker(house, 'Pos Lama', kanwil, { closedAt: '2026-01-02T00:00:00.000Z' })
    expect((await branch.get(address)).text).not.toMatch(/Rumah Layanan Pusat|Pos Lama/)
    const ids = [...offices, closed].map(unit => unit.id)
    await settled(await open({ satker: ids }, branch), branch)
    expect((await opened()).map(row => row.name)).toEqual([
      'Kantor Pelayanan Batu',
      'Kantor Pelayanan Malang',
    ])
    const mine = await settled(await open({ choice: 'found' }))
    expect((await branch.get(mine.progress)).status).toBe(303)
    expect((await branch.get(mine.progress).set('accept', 'application/json')).status).toBe(404)
  })

  it('narrows the choice by name, branch and level', async () => {
    const names = async (query: string) =>
      [...(await centre.get(`${address}?${query}`)).text.matchAll(/name="satker"[^>]*><span>([^<]+)</g)].map(
        m => m[1],
      )
    expect(await names('')).toHaveLength(3)
    expect(await names('cari=BATU')).toEqual(['Kantor Pelayanan Batu'])
    expect(await names(`induk=${kanwil.id}`)).toEqual(['Kantor Pelayanan Batu', 'Kantor Pelayanan Malang'])
    expect(await names('tingkat=kanwil')).toEqual(['Kanwil Jawa Timur'])
    expect(await names('tingkat=')).toHaveLength(5)
    expect(await names('cari=100%25')).toEqual([])
    await settled(await open({ satker: offices[0]?.id }))
    expect(await names('')).toHaveLength(2)
    expect((await centre.get(`${address}?tampil=semua`)).text).toContain('Sudah dibuka')
  })

  it('keeps what was done when it breaks, logs why, and goes on from there', async () => {
    const { scoring } = house.services
    const whole = scoring.storeEmpty.bind(scoring)
    jest.spyOn(scoring, 'storeEmpty').mockImplementationOnce(async (instrument, worksheets) => {
      await whole(instrument, worksheets)
      throw new Error('cakram penuh')
    })
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const broken = await settled(await open({ choice: 'found' }))
    expect(log.mock.calls.join('')).toContain('cakram penuh')
    log.mockRestore()
    expect(broken.text).toContain('Terhenti.')
    expect(broken.text).toContain('Gangguan di server; rinciannya ada di catatan server.')
    expect(broken.text).not.toContain('cakram penuh')
    expect([await count('assessments'), await count('worksheets'), await count('section_scores')]).toEqual([
      0, 0, 0,
    ])
    const again = await post(centre, broken.progress, broken.progress, {})
    expect((await settled(again)).text).toContain('3 penilaian dibuka.')
    expect(await count('assessments')).toBe(3)
  })

  it('names the cause on the page when it is meant for people', async () => {
    const { cycles } = house.services
    jest.spyOn(cycles, 'held').mockRejectedValueOnce(new NotFound('Siklus'))
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect((await settled(await open({ choice: 'found' }))).text).toContain('Sebab: Siklus tidak ditemukan.')
    log.mockRestore()
    expect(await count('assessments')).toBe(0)
  })

  it('leads back to the choice when the run is no longer known', async () => {
    const answer = await centre.get(`${address}/tidak-ada`)
    expect(answer.headers['location']).toBe(address)
    expect((await centre.get(address)).text).toContain('Pembukaan itu tidak lagi berjalan.')
    expect((await post(centre, address, `${address}/tidak-ada`, {})).status).toBe(404)
  })

  it('opens 1,000 satker behind the answer, shows how far it is, and costs as few statements a page as one', async () => {
    const page = async () => {
      house.statements.length = 0
      const { status, text } = await centre.get(`${address}?tampil=semua`)
      expect(status).toBe(200)
      return { text, statements: house.statements.length }
    }
    await page()
    const few = await page()
    await house.database.inTransaction(() =>
      house.database.insert(
        Satker,
        Array.from({ length: 997 }, (_, number) => {
          const id = newId()
          return {
            id,
            parentId: kanwil.id,
            path: `${kanwil.path}${id}/`,
            code: `POS-${number}`,
            name: `Pos Layanan ${number}`,
            level: 'satker' as const,
            createdAt: '2026-01-01T00:00:00.000Z',
          }
        }),
      ),
    )
    const many = await page()
    expect(many.statements).toBe(few.statements)
    expect(many.text).toContain('1–50 dari 1.000')
    expect(many.text).toContain('Buka semua 1.000 yang cocok')

    house.statements.length = 0
    const answer = await open({ choice: 'found' })
    expect(answer.status).toBe(303)
    const progress = String(answer.headers['location'])
    const running = await centre.get(`${progress}?segar=ya`)
    expect(running.text).toContain('Sedang berjalan.')
    expect(running.headers['refresh']).toBe('2')
    const asked = await centre.get(progress).set('accept', 'application/json')
    expect(asked.body).toMatchObject({ running: true, max: 1000 })
    const { text, headers } = await settled(answer)
    expect(text).toContain('1.000 penilaian dibuka.')
    expect(headers['refresh']).toBeUndefined()
    expect((await centre.get(progress).set('accept', 'application/json')).body).toEqual({
      running: false,
      value: 1000,
      max: 1000,
      text: '1.000 dari 1.000',
    })
    expect(house.statements.filter(sql => /^INSERT INTO section_scores/.test(sql))).toHaveLength(8)
    expect(await count('assessments')).toBe(1000)
    expect(await count('worksheets')).toBe(1000)
    expect(await count(`section_scores WHERE section = 'total'`)).toBe(1000)
    expect((await page()).statements).toBe(few.statements)
  })
})
