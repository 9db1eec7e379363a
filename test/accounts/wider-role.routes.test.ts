import { addPerson, addSatker, PASSWORD, type Person, type Unit } from '../support/cast'
import { browser, openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

describe('a role beyond those who could change the account until now', () => {
  let house: House
  let ministry: Unit
  let batu: Unit
  let malang: Unit
  let bagas: Person
  let centre: Browser
  let admin: Browser
  const next = 'gajah kecil di ladang'

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    batu = await addSatker(house, 'Kantor Pelayanan Batu', ministry, { code: 'KP-BATU' })
    malang = await addSatker(house, 'Kantor Pelayanan Malang', ministry, { code: 'KP-MLG' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    const rina = await addPerson(house, 'Rina Wulandari', 'satker-admin', batu)
    bagas = await addPerson(house, 'Bagas Hendrawan', 'member', batu)
    centre = await signedIn(house, sari.login, PASSWORD)
    admin = await signedIn(house, rina.login, PASSWORD)
  })
  afterEach(() => house.close())

  const later = () => (house.now = new Date(house.now.getTime() + 1000))
  const page = () => `/pengguna/${bagas.id}`
  const linkIn = (html: string) => /http:\/\/127\.0\.0\.1(\/tautan\/[\w-]+)/.exec(html)?.[1] ?? ''
  const linkBy = async (agent: Browser) => linkIn((await post(agent, page(), `${page()}/tautan`, {})).text)
  const give = (agent: Browser, role: string, satker: string) =>
    post(agent, page(), `${page()}/peran`, { role, satker })
  const use = (link: string) => post(browser(house), link, link, { password: next, repeat: next })
  const importFile = async (agent: Browser, row: string) => {
    const upload = tokenIn((await agent.get('/pengguna/impor')).text)
    const preview = await agent
      .post('/pengguna/impor')
      .field({ _csrf: upload, update: 'ya' })
      .attach('file', Buffer.from(`Nama;NIP;Surel;Peran;Kode satker\n${row}`), 'p.csv')
    return post(agent, '/pengguna/impor', '/pengguna/impor/pelaksanaan', {
      token: /name="token" value="([^"]+)"/.exec(preview.text)?.[1] ?? '',
    })
  }
  const acts = async () =>
    (
      await house.database.query<{ action: string }>(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action <> 'sign-in' ORDER BY at, id`,
        [bagas.id],
      )
    ).map(act => act.action)

  it('ends the password, the links and the sessions that they may know, and gives the granter a link', async () => {
    const desk = await signedIn(house, bagas.login, PASSWORD)
    const old = await linkBy(admin)
    house.mailer.sent.length = 0
    later()
    const given = await give(centre, 'evaluator', 'KLN')
    expect(given.status).toBe(201)
    expect(given.text).toContain('kata sandi, tautan, dan sesi Bagas Hendrawan sudah diakhiri')
    expect(given.text).toContain(`Pastikan ${bagas.login} memang surel`)
    expect((await desk.get('/akun')).status).toBe(303)
    expect((await browser(house).get(old)).status).toBe(404)
    await expect(signedIn(house, bagas.login, PASSWORD)).rejects.toThrow('422')
    // The address may be the choice of those whom the role lies beyond.
    expect(house.mailer.sent).toEqual([])
    expect((await use(linkIn(given.text))).status).toBe(303)
    const again = await signedIn(house, bagas.login, next)
    expect((await again.get('/akun')).text).toContain('Evaluator TPI')
    expect(await acts()).toEqual([
      'issue-link',
      'add-membership',
      'revoke-password',
      'issue-link',
      'use-link',
    ])
    expect((await post(admin, page(), `${page()}/tautan`, {})).status).toBe(403)
  })

  it('does the same from a file', async () => {
    const old = await linkBy(admin)
    later()
    const done = await importFile(centre, `Bagas Hendrawan;;${bagas.login};Ketua tim ZI;KP-MLG`)
    expect(done.status).toBe(201)
    expect(done.text).toContain('1 baris disimpan, 0 akun baru.')
    expect(done.text).toContain('Kata sandi, tautan, dan sesi Bagas Hendrawan diakhiri')
    expect((await browser(house).get(old)).status).toBe(404)
    await expect(signedIn(house, bagas.login, PASSWORD)).rejects.toThrow('422')
    expect((await use(linkIn(done.text))).status).toBe(303)
    await signedIn(house, bagas.login, next)
    expect(await acts()).toEqual(['issue-link', 'add-membership', 'revoke-password', 'use-link'])
  })

  it('leaves an account alone that the same people could give the role to', async () => {
    const old = await linkBy(admin)
    for (const [agent, role] of [
      [centre, 'chair'],
      [admin, 'reader'],
    ] as const)
      expect((await give(agent, role, 'KP-BATU')).status).toBe(303)
    await signedIn(house, bagas.login, PASSWORD)
    expect((await use(old)).status).toBe(303)
    expect(await acts()).not.toContain('revoke-password')
  })

  it('leaves an account alone that the centre alone could change', async () => {
    expect((await give(centre, 'evaluator', 'KLN')).status).toBe(201)
    expect((await give(centre, 'pendamping', 'KP-MLG')).status).toBe(303)
  })

  it('counts those who could change an account whose roles have all ended', async () => {
    const { id } = (await house.database.one<{ id: string }>(
      'SELECT id FROM memberships WHERE user_id = $1',
      [bagas.id],
    ))!
    await post(admin, `${page()}/peran/${id}`, `${page()}/peran/${id}`, { when: 'now', lastDay: '' })
    later()
    expect((await give(centre, 'chair', 'KP-MLG')).status).toBe(201)
    await expect(signedIn(house, bagas.login, PASSWORD)).rejects.toThrow('422')
  })

  it('hands no link for an account that is closed', async () => {
    await post(admin, page(), `${page()}/penonaktifan`, {})
    expect((await give(centre, 'evaluator', 'KLN')).status).toBe(303)
    expect((await centre.get(page())).text).toContain('buat tautan setelah akunnya diaktifkan')
    await post(centre, page(), `${page()}/pengaktifan`, {})
    await expect(signedIn(house, bagas.login, PASSWORD)).rejects.toThrow('422')
  })

  it('is not given by a satker administrator who may not change the account: its link would hand over the rest', async () => {
    const dewi = await addPerson(house, 'Dewi Anggraini', 'chair', malang)
    await house.database.inTransaction(() =>
      house.database.writing().query(
        `INSERT INTO memberships (id, user_id, satker_id, role, acting, valid_from, valid_until, created_at)
           VALUES ('dulu', $1, $2, 'member', FALSE, '2026-01-01', '2026-02-01', '2026-01-01T00:00:00.000Z')`,
        [dewi.id, batu.id],
      ),
    )
    const refused = await post(admin, `/pengguna/${dewi.id}`, `/pengguna/${dewi.id}/peran`, {
      role: 'member',
      satker: 'KP-BATU',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Minta administrator pusat memberi peran ini.')
    await signedIn(house, dewi.login, PASSWORD)
  })
})
