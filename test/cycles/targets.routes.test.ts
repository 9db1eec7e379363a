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

describe('the target of one assessment', () => {
  let house: House
  let ministry: Unit
  let office: Unit
  let id: string
  let page: string
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    office = await addSatker(house, 'Kantor Pelayanan Batu', ministry)
    ;({ id } = await addAssessment(house, office, await addCycle(house, await loadInstrument(house))))
    page = `/penilaian/${id}/perpanjangan`
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
    await write("UPDATE assessments SET target_predicate = 'WBK' WHERE id = $1")
  })
  afterEach(() => house.close())

  const write = (sql: string) => house.database.inTransaction(() => house.database.writing().query(sql, [id]))
  const change = (predicate: string, { shown = 'WBK', agent = centre, from = page } = {}) =>
    post(agent, from, `/penilaian/${id}/target`, { shown, predicate })
  const target = async () =>
    (
      await house.database.one<{ target: string }>(
        'SELECT target_predicate AS target FROM assessments WHERE id = $1',
        [id],
      )
    )?.target
  const events = () =>
    house.database.query<Record<string, string>>(
      `SELECT assessment_id AS "assessmentId", satker_id AS "satkerId", user_name AS "userName", before, after
         FROM audit_events WHERE action = 'change-target'`,
    )

  it('is changed by the centre, is on record, and stands on the page and in the trail', async () => {
    expect((await centre.get(page)).text).toMatch(/name="shown" value="WBK"/)
    const answer = await change('WBBM')
    expect([answer.status, answer.headers['location']]).toEqual([303, page])
    expect(await target()).toBe('WBBM')
    const [event, ...others] = await events()
    expect(others).toEqual([])
    expect(event).toMatchObject({ assessmentId: id, satkerId: office.id, userName: 'Sari Puspadewi' })
    expect(JSON.parse(event?.['before'] ?? '')).toEqual({ predicate: 'WBK' })
    expect(JSON.parse(event?.['after'] ?? '')).toEqual({ predicate: 'WBBM' })
    const after = (await centre.get(page)).text
    expect(after).toContain('Menuju WBBM.')
    expect(after).toMatch(/name="shown" value="WBBM"/)
    expect((await centre.get(`/penilaian/${id}/jejak`)).text).toContain('Mengubah target predikat')
  })

  it('is not changed over what somebody else chose meanwhile', async () => {
    expect((await change('WBBM')).status).toBe(303)
    const late = await change('WBK', { shown: 'WBK' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Orang lain mengubah target menjadi WBBM')
    expect(late.text).toMatch(/name="shown" value="WBBM"/)
    expect(await target()).toBe('WBBM')
    expect(await events()).toHaveLength(1)
  })

  it('is fixed once the assessment is submitted, and free again when it is sent back', async () => {
    await write("UPDATE assessments SET stage = 'diajukan' WHERE id = $1")
    expect((await centre.get(page)).text).not.toContain('Simpan target')
    const answer = await change('WBBM')
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Penilaian ini sudah diajukan, sehingga targetnya tidak dapat diubah.')
    expect([await target(), await events()]).toEqual(['WBK', []])
    await write("UPDATE assessments SET stage = 'dikembalikan' WHERE id = $1")
    expect((await change('WBBM')).status).toBe(303)
    expect(await target()).toBe('WBBM')
  })

  it('is one of the predicates of the instrument, and saving the same leaves no trace', async () => {
    for (const predicate of ['WBX', '']) {
      const answer = await change(predicate)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Pilih target predikat.')
    }
    expect((await change('WBK')).status).toBe(303)
    expect([await target(), await events()]).toEqual(['WBK', []])
  })

  it('is changed by nobody else', async () => {
    const head = await addPerson(house, 'Bagas Hendrawan', 'head', office)
    const reader = await signedIn(house, head.login, PASSWORD)
    expect((await reader.get(page)).text).not.toContain('Simpan target')
    expect((await change('WBBM', { agent: reader })).status).toBe(403)
    const elsewhere = await addSatker(house, 'Kanwil Lain', ministry, { level: 'kanwil' })
    const dewi = await addPerson(house, 'Dewi Anggraini', 'centre-admin', elsewhere)
    const other = await signedIn(house, dewi.login, PASSWORD)
    expect((await change('WBBM', { agent: other, from: '/akun' })).status).toBe(404)
    expect([await target(), await events()]).toEqual(['WBK', []])
  })
})
