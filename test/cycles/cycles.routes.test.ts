import { NOBODY } from '../../src/access/actor'
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
import { Submission } from '../../src/attestations/submission.entity'
import { Seal } from '../../src/results/seal.entity'
import { newId } from '../../src/db/ids'

describe('the cycles', () => {
  let house: House
  let ministry: Unit
  let office: Unit
  let instrument: string
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    office = await addSatker(house, 'Kantor Pelayanan Batu', ministry)
    instrument = await loadInstrument(house)
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const facts = (more: Record<string, string> = {}) => ({
    year: '2026',
    title: 'Siklus 2026',
    instrumentId: instrument,
    areaGates: 'joint',
    sendBacks: '1',
    drafOpens: '2026-01-05',
    drafCloses: '2026-03-31',
    ...more,
  })
  const create = (more: Record<string, string> = {}) =>
    post(centre, '/siklus/baru', '/siklus/baru', facts(more))
  const save = (cycle: string, more: Record<string, string>) =>
    post(centre, `/siklus/${cycle}/ubah`, `/siklus/${cycle}/ubah`, facts({ version: '1', ...more }))
  const rows = () =>
    house.database.query<Record<string, unknown>>(
      'SELECT year, title, area_gates AS "gates", settings, version FROM cycles ORDER BY year',
    )
  const windows = () =>
    house.database.query(
      'SELECT stage, opens_on AS "from", closes_on AS "to" FROM cycle_windows ORDER BY stage',
    )
  const acts = () =>
    house.database.query<{ action: string; before: string; after: string }>(
      `SELECT action, before, after FROM audit_events WHERE subject_type = 'cycle' ORDER BY at, id`,
    )
  const submit = async (assessment: { id: string; worksheetId: string }) => {
    const submission = {
      id: newId(),
      assessmentId: assessment.id,
      round: 1,
      worksheetId: assessment.worksheetId,
      fromStage: 'draf' as const,
      acting: false,
      createdBy: newId(),
      createdAt: house.now.toISOString(),
    }
    await house.database.inTransaction(() => house.database.insert(Submission, [submission]))
  }

  it('open only for the administrator of the centre', async () => {
    const cycle = await addCycle(house, instrument)
    const pages = ['', '/baru', `/${cycle}`, `/${cycle}/ubah`, `/${cycle}/pembukaan`, `/${cycle}/pembukaan/x`]
    for (const role of ['satker-admin', 'head', 'chair', 'member', 'kanwil-viewer', 'reader'] as const) {
      const person = await addPerson(house, `Orang ${role}`, role, ministry)
      const agent = await signedIn(house, person.login, PASSWORD)
      for (const page of pages) expect((await agent.get(`/siklus${page}`)).status).toBe(403)
      for (const page of pages.slice(1, 2).concat(pages.slice(3)))
        expect((await post(agent, '/akun', `/siklus${page}`, facts())).status).toBe(403)
    }
    expect(await rows()).toHaveLength(1)
    expect(await acts()).toEqual([])
  })

  it('are made with windows and settings, and the act is on record', async () => {
    const fresh = await centre.get('/siklus/baru')
    expect(fresh.text).toMatch(/<input [^>]*name="year"[^>]* value="2026"/)
    const made = await create({
      areaGates: 'separate',
      sendBacks: '2',
      preAssessment: 'ya',
      dinilaiOpens: '2026-06-01',
      dinilaiCloses: '2026-06-30',
    })
    expect(made.status).toBe(303)
    expect(await rows()).toEqual([
      {
        year: 2026,
        title: 'Siklus 2026',
        gates: 'separate',
        settings: '{"sendBacks":2,"preAssessment":true}',
        version: 1,
      },
    ])
    expect(await windows()).toEqual([
      { stage: 'dinilai', from: '2026-06-01', to: '2026-06-30' },
      { stage: 'draf', from: '2026-01-05', to: '2026-03-31' },
    ])
    expect((await acts()).map(act => act.action)).toEqual(['add-cycle'])
    const { text } = await centre.get(String(made.headers['location']))
    expect(text).toContain('Siklus ditambahkan.')
    expect(text).toContain('5 Januari – 31 Maret 2026')
    expect(text).toContain('Paling banyak 2 kali')
    expect(text).toContain('Menambah siklus')
    expect(text).toContain('lke-2021 versi 1')
    expect((await centre.get('/siklus')).text).toContain('5 Januari – 31 Maret 2026')
  })

  it.each([
    [{ year: '26' }, 'Tulis tahun dengan empat angka'],
    [{ title: ' ' }, 'Isi nama siklus.'],
    [{ instrumentId: 'tidak-ada' }, 'Pilih instrumen.'],
    [{ instrumentId: '' }, 'Pilih instrumen.'],
    [{ areaGates: 'lain' }, 'Pilih cara menghitung ambang area.'],
    [{ sendBacks: '9' }, 'Tulis angka 0 sampai 5.'],
    [{ drafOpens: '' }, 'Isi hari pertamanya.'],
    [{ drafCloses: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    [{ drafCloses: '2026-01-04' }, 'Hari terakhir tidak boleh sebelum hari pertama.'],
    [{ drafCloses: '2062-03-31' }, 'Tanggal ini terlalu jauh dari tahun 2026.'],
    [{ dievaluasiOpens: '2026-04-01' }, 'Isi hari terakhirnya.'],
  ])('are refused with %j, and what was typed stays', async (fault, message) => {
    const answer = await create({ title: 'Siklus & Kawan', ...fault })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    if (!('title' in fault)) expect(answer.text).toContain('value="Siklus &amp; Kawan"')
    expect(await rows()).toEqual([])
    expect(await acts()).toEqual([])
  })

  it('have a year of their own', async () => {
    expect((await create()).status).toBe(303)
    const second = await create({ title: 'Sekali lagi' })
    expect(second.status).toBe(422)
    expect(second.text).toContain('Siklus 2026 sudah ada.')
    const other = await addCycle(house, instrument, 2025)
    const moved = await save(other, { year: '2026' })
    expect(moved.status).toBe(422)
    expect(moved.text).toContain('Siklus 2026 sudah ada.')
    expect((await rows()).map(row => row['year'])).toEqual([2025, 2026])
  })

  it('are changed by whoever saw the present version; the other sees both texts', async () => {
    const cycle = await addCycle(house, instrument)
    expect((await save(cycle, { title: 'Siklus Tahun 2026' })).status).toBe(303)
    const late = await save(cycle, { title: 'ZI 2026', drafCloses: '2026-04-15' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('diubah orang lain')
    expect(late.text).toMatch(/ZI 2026<\/td>.*Siklus Tahun 2026<\/td>/)
    expect(late.text).toMatch(/Pengisian, hari terakhir.*15 April 2026.*31 Maret 2026/)
    expect(late.text).toContain('name="version" value="2"')
    expect((await save(cycle, { title: 'ZI 2026', version: '2' })).status).toBe(303)
    expect(await rows()).toEqual([expect.objectContaining({ title: 'ZI 2026', version: 3 })])
    const [first] = await acts()
    expect(JSON.parse(first?.before ?? '')).toMatchObject({
      title: 'Siklus 2026',
      draf: ['2026-01-01', '2026-06-30'],
    })
    expect(JSON.parse(first?.after ?? '')).toMatchObject({
      title: 'Siklus Tahun 2026',
      draf: ['2026-01-05', '2026-03-31'],
    })
    expect((await post(centre, '/siklus', `/siklus/${cycle}/ubah`, facts())).status).toBe(409)
  })

  it('keep year and instrument from the first assessment on', async () => {
    const cycle = await addCycle(house, instrument)
    const source = (await house.services.instruments.sourceOf(instrument)).source
    const newer = await house.services.instruments.load(
      { ...NOBODY, name: 'tests' },
      `${source}\n# lain\n`,
      'x',
    )
    const newId = newer.ok ? newer.version.id : ''
    expect(
      (
        await save(cycle, {
          instrumentId: newId,
          year: '2027',
          drafOpens: '2027-01-05',
          drafCloses: '2027-03-31',
        })
      ).status,
    ).toBe(303)
    expect((await save(cycle, { version: '2' })).status).toBe(303)
    await addAssessment(house, office, cycle)
    for (const [fault, message] of [
      [{ year: '2027' }, 'Tahun sudah tetap'],
      [{ instrumentId: newId }, 'Instrumen sudah tetap'],
    ] as const) {
      const answer = await save(cycle, { ...fault, version: '3' })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(message)
    }
    const page = await centre.get(`/siklus/${cycle}/ubah`)
    expect(page.text).toMatch(/<input [^>]*name="year"[^>]* value="2026"[^>]* disabled/)
    const { year: _year, instrumentId: _instrument, ...rest } = facts({ version: '3', title: 'Boleh' })
    expect((await post(centre, `/siklus/${cycle}/ubah`, `/siklus/${cycle}/ubah`, rest)).status).toBe(303)
    expect(await rows()).toEqual([expect.objectContaining({ year: 2026, title: 'Boleh' })])
  })

  it('change the area gates until the first submission, and not after', async () => {
    const cycle = await addCycle(house, instrument)
    const assessment = await addAssessment(house, office, cycle)
    expect((await save(cycle, { areaGates: 'separate' })).status).toBe(303)
    await submit(assessment)
    const late = await save(cycle, { areaGates: 'joint', version: '2' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Ambang area sudah tetap')
    expect((await save(cycle, { areaGates: 'separate', title: 'Boleh', version: '2' })).status).toBe(303)
    expect(await rows()).toEqual([expect.objectContaining({ gates: 'separate', title: 'Boleh' })])
  })

  it('show where today lies in each window, on both sides of the dates', async () => {
    const cycle = await addCycle(house, instrument)
    expect((await save(cycle, { drafOpens: '2026-02-01', drafCloses: '2026-06-30' })).status).toBe(303)
    for (const [now, word] of [
      ['2026-01-31T16:59:59.000Z', 'Belum dibuka'],
      ['2026-01-31T17:00:00.000Z', 'Terbuka'],
      ['2026-06-30T16:59:59.000Z', 'Terbuka'],
      ['2026-06-30T17:00:00.000Z', 'Ditutup'],
    ] as const) {
      house.now = new Date(now)
      // Signing in anew: the session has an end of its own.
      const person = await addPerson(house, `Orang ${now}`, 'centre-admin', ministry)
      const agent = await signedIn(house, person.login, PASSWORD)
      const { text } = await agent.get(`/siklus/${cycle}`)
      expect(text).toMatch(new RegExp(`1 Februari – 30 Juni 2026</td>.*?</svg>${word}</span>`))
    }
  })

  it('count the assessments of each stage with links, in a constant number of statements and within scope', async () => {
    const cycle = await addCycle(house, instrument)
    const count = async (agent: Browser, address: string) => {
      house.statements.length = 0
      const { text, status } = await agent.get(address)
      expect(status).toBe(200)
      return { text, statements: house.statements.length }
    }
    const few = [await count(centre, '/siklus'), await count(centre, `/siklus/${cycle}`)]
    const kanwil = await addSatker(house, 'Kanwil Jawa Timur', ministry, { level: 'kanwil' })
    for (let number = 0; number < 5; number++)
      await addAssessment(
        house,
        await addSatker(house, `Pos ${number}`, number < 2 ? kanwil : ministry),
        cycle,
      )
    await house.database.inTransaction(() =>
      house.database
        .writing()
        .query(
          `UPDATE assessments SET stage = 'diajukan' WHERE satker_id IN (SELECT id FROM satker WHERE name IN ('Pos 0', 'Pos 4'))`,
        ),
    )
    const many = [await count(centre, '/siklus'), await count(centre, `/siklus/${cycle}`)]
    expect(many.map(page => page.statements)).toEqual(few.map(page => page.statements))
    expect(many[1]?.text).toContain('5 penilaian')
    expect(many[1]?.text).toMatch(/\?siklus&#x3D;2026&amp;tahap&#x3D;draf">Draf<\/a><\/th><td class="num">3</)
    expect(many[1]?.text).toMatch(/tahap&#x3D;diajukan">Diajukan<\/a><\/th><td class="num">2</)
    const dewi = await addPerson(house, 'Dewi Anggraini', 'centre-admin', kanwil)
    const branch = await signedIn(house, dewi.login, PASSWORD)
    expect((await branch.get(`/siklus/${cycle}`)).text).toContain('2 penilaian')
    expect((await branch.get('/siklus')).text).toMatch(/<td class="num" data-l="Penilaian">2<\/td>/)
    expect((await centre.get('/siklus/tidak-ada')).status).toBe(404)
  })

  describe('what leads to which recommendation', () => {
    const stored = async () => {
      const [row] = await rows()
      return JSON.parse(String(row!['settings'])) as { sendBacks: number; recommendations?: unknown[] }
    }
    const idOf = async () => (await house.database.one<{ id: string }>('SELECT id FROM cycles'))!.id

    it('is data of the cycle, in words in its trail, and stays when something else is changed', async () => {
      expect((await create({ rule1Prerequisites: 'all-pass', rule1Total: '82,5' })).status).toBe(303)
      const rule = {
        recommendation: 'diusulkan WBK',
        predicate: 'WBK',
        prerequisites: 'all-pass',
        minimumTotal: '82.5',
      }
      expect((await stored()).recommendations).toContainEqual(rule)
      expect((await save(await idOf(), { sendBacks: '3' })).status).toBe(303)
      expect(await stored()).toMatchObject({ sendBacks: 3, recommendations: expect.arrayContaining([rule]) })
      const page = (await centre.get(`/siklus/${await idOf()}`)).text
      expect(page).toContain('nilai total paling sedikit 82,50')
    })

    it('must leave one recommendation open to every result, and name predicates of the instrument', async () => {
      const shut = await create({ rule2Total: '50', rule3Predicate: 'WBK' })
      expect([shut.status, shut.text.includes('harus tanpa syarat')]).toEqual([422, true])
      expect(shut.text).toContain('value="50"')
      const foreign = await create({ rule0Predicate: 'PRIMA' })
      expect([foreign.status, foreign.text.includes('tidak mengenal predikat PRIMA')]).toEqual([422, true])
      expect(await rows()).toEqual([])
    })

    it('is fixed once a result was sealed in it', async () => {
      await create()
      const cycle = await idOf()
      const { id } = await addAssessment(house, office, cycle)
      const seal = {
        id: newId(),
        assessmentId: id,
        code: '222222222222',
        document: '{}',
        hash: '',
        signature: '',
        publicKey: '',
        sealedBy: '',
        sealedAt: '2026-03-01T00:00:00.000Z',
      }
      await house.database.inTransaction(() => house.database.insert(Seal, [seal]))
      const refused = await save(cycle, { rule1Total: '80' })
      expect([refused.status, refused.text.includes('Aturan rekomendasi sudah tetap')]).toEqual([422, true])
      expect((await save(cycle, { title: 'Siklus lain' })).status).toBe(303)
    })
  })
})
