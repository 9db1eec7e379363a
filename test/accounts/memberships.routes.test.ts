import { addPerson, addSatker, PASSWORD, type Person, type Unit } from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

describe('dated roles', () => {
  let house: House
  let papua: Unit
  let bagas: Person
  let centre: Browser
  let desk: Browser

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    papua = await addSatker(house, 'Kantor Pelayanan Sentani', ministry, {
      code: 'KP-STN',
      timeZone: 'Asia/Jayapura',
    })
    await addSatker(house, 'Kantor Pelayanan Batu', ministry, { code: 'KP-BATU' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    bagas = await addPerson(house, 'Bagas Hendrawan', 'reader', papua)
    centre = await signedIn(house, sari.login, PASSWORD)
    desk = await signedIn(house, bagas.login, PASSWORD)
  })
  afterEach(() => house.close())

  const later = (days: number) => (house.now = new Date(house.now.getTime() + days * 86_400_000))
  const give = (fields: Record<string, unknown>) =>
    post(centre, `/pengguna/${bagas.id}`, `/pengguna/${bagas.id}/peran`, { satker: 'KP-STN', ...fields })
  const membershipOf = async (role: string) =>
    (
      await house.database.one<{ id: string }>(
        'SELECT id FROM memberships WHERE user_id = $1 AND role = $2',
        [bagas.id, role],
      )
    )?.id ?? ''
  const end = async (role: string, fields: Record<string, string>) => {
    const address = `/pengguna/${bagas.id}/peran/${await membershipOf(role)}`
    return post(centre, address, address, fields)
  }
  const ownRoles = async () => {
    const again = await signedIn(house, bagas.login, PASSWORD)
    return (await again.get('/akun')).text
  }
  /** Whether the actor that the next request is made for has the role. */
  const holds = async (role: string) => {
    const actor = await house.services.accounts.actorOf(
      bagas.id,
      { startedAt: house.now.toISOString() },
      'tes',
    )
    return actor?.memberships.some(membership => membership.role === role) ?? false
  }

  it('begins on its first day and is over after its last, in the zone of the satker', async () => {
    expect(
      (await give({ role: 'head', acting: 'ya', validFrom: '2026-03-13', validUntil: '2026-03-14' })).status,
    ).toBe(303)
    expect((await centre.get(`/pengguna/${bagas.id}`)).text).toContain('Akan berlaku')
    expect(await holds('head')).toBe(false)
    house.now = new Date('2026-03-12T15:30:00.000Z') // 13 March, 00.30 WIT
    expect(await holds('head')).toBe(true)
    expect(await ownRoles()).toContain('Plt/Plh Kepala satker')
    house.now = new Date('2026-03-14T14:59:00.000Z')
    expect(await holds('head')).toBe(true)
    house.now = new Date('2026-03-14T15:01:00.000Z')
    expect(await holds('head')).toBe(false)
  })

  it('ends at once: the session is over at its next request and the event says what stood', async () => {
    later(1 / 86_400)
    expect((await end('reader', { when: 'now', lastDay: '' })).status).toBe(303)
    expect((await desk.get('/akun')).status).toBe(303)
    expect(await ownRoles()).toContain('Belum ada peran')
    const [act] = await house.database.query<{ before: string; after: string; satker: string }>(
      `SELECT before, after, satker_id AS satker FROM audit_events WHERE action = 'end-membership'`,
    )
    expect(JSON.parse(act?.before ?? '')).toEqual({ role: 'reader', validUntil: null })
    expect(JSON.parse(act?.after ?? '')).toEqual({ role: 'reader', validUntil: '2026-03-11' })
    expect(act?.satker).toBe(papua.id)
  })

  it('ends on a later day without signing anybody out before', async () => {
    expect((await end('reader', { when: 'date', lastDay: '2026-03-13' })).status).toBe(303)
    expect((await desk.get('/akun')).status).toBe(200)
    later(1)
    expect(await holds('reader')).toBe(true)
    later(1)
    expect(await holds('reader')).toBe(false)
  })

  it('cancels a role that has not begun and leaves it on record', async () => {
    await give({ role: 'chair', validFrom: '2026-06-01' })
    expect((await end('chair', { when: 'now', lastDay: '' })).status).toBe(303)
    expect((await desk.get('/akun')).status).toBe(200)
    expect((await centre.get(`/pengguna/${bagas.id}`)).text).toContain('Dibatalkan')
    expect((await give({ role: 'chair', validFrom: '2026-07-01' })).status).toBe(303)
    later(100) // 20 June: the cancelled one would have begun
    expect(await holds('chair')).toBe(false)
    later(12)
    expect(await holds('chair')).toBe(true)
  })

  it('refuses a last day before the first, an ended role, and the same role twice at one time', async () => {
    expect((await end('reader', { when: 'date', lastDay: '' })).text).toContain('Isi hari terakhir.')
    const early = await end('reader', { when: 'date', lastDay: '2025-12-01' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Hari terakhir mendahului mulainya peran.')
    const twice = await give({ role: 'reader', validFrom: '2026-05-01' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Peran ini sudah dimiliki di satker itu')
    await end('reader', { when: 'now', lastDay: '' })
    expect(
      (
        await post(centre, '/pengguna', `/pengguna/${bagas.id}/peran/${await membershipOf('reader')}`, {
          when: 'now',
        })
      ).status,
    ).toBe(403)
    // Without a role the account was open to the satker's own administrator, so it gets a new link.
    expect((await give({ role: 'reader' })).status).toBe(201)
  })

  it('is given once, however often the form is sent at once, and ends once', async () => {
    const agents = await Promise.all(
      [1, 2, 3].map(async () => {
        const { text } = await centre.get(`/pengguna/${bagas.id}`)
        return { _csrf: tokenIn(text), role: 'chair', satker: 'KP-STN' }
      }),
    )
    const given = await Promise.all(
      agents.map(fields => centre.post(`/pengguna/${bagas.id}/peran`).type('form').send(fields)),
    )
    expect(given.map(answer => answer.status).sort()).toEqual([303, 422, 422])
    const rows = () => house.database.query(`SELECT id FROM memberships WHERE role = 'chair'`)
    expect(await rows()).toHaveLength(1)
    const address = `/pengguna/${bagas.id}/peran/${await membershipOf('chair')}`
    const _csrf = tokenIn((await centre.get(address)).text)
    const ended = await Promise.all(
      [1, 2, 3].map(() => centre.post(address).type('form').send({ _csrf, when: 'now', lastDay: '' })),
    )
    expect(ended.map(answer => answer.status).sort()).toEqual([303, 403, 403])
    const acts = await house.database.query(`SELECT id FROM audit_events WHERE action = 'end-membership'`)
    expect(acts).toHaveLength(1)
  })

  it('keeps parts for pokja members and acting for heads, and drops them elsewhere', async () => {
    await give({ role: 'chair', parts: ['1', 'B'], acting: 'ya' })
    await give({ role: 'member', parts: ['B', '1'], satker: 'KP-BATU' })
    const rows = await house.database.query<{ role: string; parts: string | null; acting: number | boolean }>(
      `SELECT role, parts, acting FROM memberships WHERE user_id = $1 AND role <> 'reader' ORDER BY id`,
      [bagas.id],
    )
    expect(rows.map(row => ({ ...row, acting: Boolean(row.acting) }))).toEqual([
      { role: 'chair', parts: null, acting: false },
      { role: 'member', parts: '1,B', acting: false },
    ])
  })

  it('lets only the top of the tree have administrators of the centre', async () => {
    const answer = await give({ role: 'centre-admin' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Administrator pusat hanya di puncak pohon satker.')
  })
})
