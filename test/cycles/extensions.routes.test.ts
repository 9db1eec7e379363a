import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

describe('a later last day', () => {
  let house: House
  let ministry: Unit
  let office: Unit
  let assessment: { id: string; worksheetId: string }
  let address: string
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    office = await addSatker(house, 'Kantor Pelayanan Batu', ministry, { timeZone: 'Asia/Jayapura' })
    assessment = await addAssessment(house, office, await addCycle(house, await loadInstrument(house)))
    address = `/penilaian/${assessment.id}/perpanjangan`
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const extend = (more: Record<string, string> = {}, agent = centre) =>
    post(agent, address, address, {
      stage: 'draf',
      closesOn: '2026-07-15',
      reason: 'Banjir & pindah kantor',
      ...more,
    })
  const given = () => house.database.query('SELECT stage, closes_on AS "until", reason FROM extensions')

  it('is given by the centre with a reason, is on record, and stands on the page for the satker', async () => {
    expect((await extend()).status).toBe(303)
    expect(await given()).toEqual([{ stage: 'draf', until: '2026-07-15', reason: 'Banjir & pindah kantor' }])
    const [act] = await house.database.query<Record<string, string>>(
      `SELECT assessment_id AS "assessmentId", satker_id AS "satkerId", user_name AS "userName", before, after
         FROM audit_events WHERE action = 'extend-window'`,
    )
    expect(act).toMatchObject({
      assessmentId: assessment.id,
      satkerId: office.id,
      userName: 'Sari Puspadewi',
    })
    expect(JSON.parse(act?.['before'] ?? '')).toEqual({ stage: 'draf', closesOn: '2026-06-30' })
    expect(JSON.parse(act?.['after'] ?? '')).toMatchObject({ closesOn: '2026-07-15' })
    const head = await addPerson(house, 'Bagas Hendrawan', 'head', office)
    const { text } = await (await signedIn(house, head.login, PASSWORD)).get(address)
    expect(text).toContain('15 Juli 2026')
    expect(text).toContain('Banjir &amp; pindah kantor')
    expect(text).toContain('Diperpanjang')
    expect(text).not.toContain('Perpanjang batas waktu')
  })

  it('lets the satker write to the end of that day in its own zone, and not after', async () => {
    const chair = await addPerson(house, 'Wayan Sukarta', 'chair', office)
    const question = `/penilaian/${assessment.id}/jawaban/A.I.1.i.a`
    const answerAt = async (now: string, base: number, option: string) => {
      house.now = new Date(now)
      const agent = await signedIn(house, chair.login, PASSWORD)
      return agent
        .post(question)
        .set('accept', 'application/json')
        .set('x-csrf-token', tokenIn((await agent.get('/akun')).text))
        .send({ field: 'value', base, option })
    }
    expect((await answerAt('2026-06-30T15:00:00.000Z', 0, 'Ya')).status).toBe(403)
    expect((await extend({}, await signedIn(house, 'sari.puspadewi@contoh.go.id', PASSWORD))).status).toBe(
      303,
    )
    expect((await answerAt('2026-07-15T14:59:59.000Z', 0, 'Ya')).status).toBe(200)
    expect((await answerAt('2026-07-15T15:00:00.000Z', 1, 'Tidak')).status).toBe(403)
    const rows = await house.database.query<{ option: string }>('SELECT option FROM answers')
    expect(rows).toEqual([{ option: 'Ya' }])
  })

  it('is given by nobody else', async () => {
    for (const role of ['head', 'chair', 'member', 'kanwil-viewer', 'reader'] as const) {
      const person = await addPerson(house, `Orang ${role}`, role, office)
      const agent = await signedIn(house, person.login, PASSWORD)
      expect((await agent.get(address)).status).toBe(200)
      expect((await extend({}, agent)).status).toBe(403)
    }
    const elsewhere = await addSatker(house, 'Kanwil Lain', ministry, { level: 'kanwil' })
    for (const role of ['centre-admin', 'head'] as const) {
      const person = await addPerson(house, `Orang luar ${role}`, role, elsewhere)
      const agent = await signedIn(house, person.login, PASSWORD)
      expect((await agent.get(address)).status).toBe(404)
      expect(
        (await post(agent, '/akun', address, { stage: 'draf', closesOn: '2026-07-15', reason: 'x' })).status,
      ).toBe(role === 'head' ? 403 : 404)
    }
    expect(await given()).toEqual([])
  })

  it.each([
    [{ closesOn: '2026-06-30' }, 'Pilih hari sesudah batas sekarang, 30 Juni 2026.'],
    [{ closesOn: '' }, 'Isi hari terakhir yang baru.'],
    [{ closesOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    [{ stage: 'final' }, 'Pilih tahap.'],
    [{ stage: 'dinilai' }, 'Tahap ini tidak dibatasi tanggal'],
    [{ reason: ' ' }, 'Tulis alasannya.'],
  ])('is refused with %j, and what was typed stays', async (fault, message) => {
    const answer = await extend(fault)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    if (!('reason' in fault)) expect(answer.text).toContain('Banjir &amp; pindah kantor')
    expect(await given()).toEqual([])
  })

  it('is later than the one before it, and not over already', async () => {
    expect((await extend()).status).toBe(303)
    expect((await extend({ closesOn: '2026-07-10' })).text).toContain(
      'Pilih hari sesudah batas sekarang, 15 Juli 2026.',
    )
    house.now = new Date('2026-08-01T15:00:00.000Z')
    const agent = await signedIn(house, 'sari.puspadewi@contoh.go.id', PASSWORD)
    expect((await extend({ closesOn: '2026-08-01' }, agent)).text).toContain('tanggal itu sudah lewat')
    expect((await extend({ closesOn: '2026-08-02' }, agent)).status).toBe(303)
  })

  it('costs as few statements however many there are', async () => {
    const count = async () => {
      house.statements.length = 0
      await centre.get(address)
      return house.statements.length
    }
    const few = await count()
    for (const day of ['01', '02', '03', '04']) await extend({ closesOn: `2026-08-${day}` })
    await centre.get(address)
    expect(await count()).toBe(few)
  })
})
