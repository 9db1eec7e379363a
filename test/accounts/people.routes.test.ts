import { User } from '../../src/accounts/user.entity'
import { Membership } from '../../src/accounts/membership.entity'
import { newId } from '../../src/db/ids'
import { maskNip } from '../../src/web/format/person'
import { addPerson, addSatker, PASSWORD, type Person, type Unit } from '../support/cast'
import { browser, openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

const NIP = '199002142015031004'

describe('the accounts of other people', () => {
  let house: House
  let ministry: Unit
  let batu: Unit
  let malang: Unit
  let sari: Person
  let rina: Person
  let centre: Browser
  let admin: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    batu = await addSatker(house, 'Kantor Pelayanan Batu', ministry, { code: 'KP-BATU' })
    malang = await addSatker(house, 'Kantor Pelayanan Malang', ministry, { code: 'KP-MLG' })
    sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    rina = await addPerson(house, 'Rina Wulandari', 'satker-admin', batu)
    centre = await signedIn(house, sari.login, PASSWORD)
    admin = await signedIn(house, rina.login, PASSWORD)
  })
  afterEach(() => house.close())

  const later = (seconds = 1) => (house.now = new Date(house.now.getTime() + seconds * 1000))
  const acts = async (action: string) =>
    house.database.query<{
      subject: string
      before: string | null
      after: string | null
      satker: string | null
      by: string
    }>(
      `SELECT subject_id AS subject, before, after, satker_id AS satker, user_name AS by FROM audit_events WHERE action = $1 ORDER BY at, id`,
      [action],
    )
  const newPerson = (more: Record<string, unknown> = {}) => ({
    name: 'Bagas Hendrawan, S.Kom.',
    nip: '19900214 201503 1 004',
    email: 'Bagas@Contoh.go.id',
    role: 'member',
    satker: 'KP-BATU',
    parts: ['2', '1'],
    validFrom: '',
    validUntil: '',
    ...more,
  })
  const create = (agent: Browser, more: Record<string, unknown> = {}) =>
    post(agent, '/pengguna/baru', '/pengguna/baru', newPerson(more))
  const linkIn = (html: string) => /http:\/\/127\.0\.0\.1(\/tautan\/[\w-]+)/.exec(html)?.[1] ?? ''

  it('opens for administrators alone', async () => {
    for (const role of [
      'head',
      'chair',
      'member',
      'kanwil-viewer',
      'pendamping',
      'evaluator',
      'reader',
    ] as const) {
      const person = await addPerson(house, `Orang ${role}`, role, batu)
      const agent = await signedIn(house, person.login, PASSWORD)
      for (const address of ['/pengguna', '/pengguna/baru', `/pengguna/${sari.id}`, '/pengguna/impor'])
        expect((await agent.get(address)).status).toBe(403)
      expect((await post(agent, '/akun', `/pengguna/${sari.id}/tautan`, {})).status).toBe(403)
    }
  })

  it('makes an account whose first role, link and letter go to the person, who sets the password alone', async () => {
    const made = await create(admin)
    expect(made.status).toBe(201)
    expect(made.text).toContain('Tautan ini hanya tampil sekali.')
    const link = linkIn(made.text)
    expect(house.mailer.sent).toEqual([expect.objectContaining({ to: 'bagas@contoh.go.id' })])
    expect(house.mailer.sent[0]?.text).toContain(link)

    const next = 'gajah kecil di ladang'
    const stranger = browser(house)
    expect((await post(stranger, link, link, { password: next, repeat: next })).status).toBe(303)
    const bagas = await signedIn(house, NIP, next)
    const own = await bagas.get('/akun')
    expect(own.text).toContain('Anggota pokja')
    expect(own.text).toContain(maskNip(NIP))
    expect(own.text).not.toContain(NIP.slice(0, 8))
    expect(own.text).toContain('Area 1, Area 2')

    const [account] = await acts('add-account')
    expect(account).toMatchObject({ by: 'Rina Wulandari', satker: batu.id })
    expect(JSON.parse(account?.after ?? '')).toEqual({
      name: 'Bagas Hendrawan, S.Kom.',
      nip: NIP,
      email: 'bagas@contoh.go.id',
    })
    expect(JSON.parse((await acts('add-membership'))[0]?.after ?? '')).toMatchObject({
      role: 'member',
      parts: '1,2',
      validFrom: '2026-03-12',
    })
  })

  it('makes whoever got a password from somebody else change it before anything', async () => {
    await house.database.inTransaction(() =>
      house.database.writing().update(User, { id: rina.id }, { mustChangePassword: true }),
    )
    const answer = await admin.get('/pengguna')
    expect(answer.headers['location']).toBe('/akun/kata-sandi')
  })

  it.each([
    [{ nip: '123' }, 'NIP terdiri atas 18 angka.'],
    [{ nip: '', email: '' }, 'Isi NIP atau surel'],
    [{ email: 'bukan surel' }, 'Tulis alamat surel yang lengkap'],
    [{ role: 'raja' }, 'Pilih peran.'],
    [{ role: 'centre-admin' }, 'bukan wewenang Anda'],
    [{ role: 'kanwil-viewer' }, 'bukan wewenang Anda'],
    [{ satker: 'KP-MLG' }, 'Tidak ada satker dengan kode atau nama itu.'],
    [{ parts: ['9'] }, 'Bagian ini tidak dikenal.'],
    [{ validFrom: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    [{ validFrom: '2026-04-01', validUntil: '2026-03-01' }, 'Hari terakhir mendahului mulainya.'],
    [{ email: 'sari.puspadewi@contoh.go.id' }, 'Surel ini sudah dipakai akun lain.'],
  ])('refuses a satker administrator a new account with %j', async (fault, message) => {
    const answer = await create(admin, fault)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('Bagas Hendrawan, S.Kom.')
    expect(await acts('add-account')).toEqual([])
    expect(await house.database.query('SELECT id FROM users')).toHaveLength(2)
    expect(house.mailer.sent).toEqual([])
  })

  it('shows a satker administrator the people of the own satker and a 404 for all others', async () => {
    const dimas = await addPerson(house, 'Dimas Anggara', 'chair', malang)
    const list = await admin.get('/pengguna?status=semua')
    expect(list.text).toContain('Rina Wulandari')
    expect(list.text).not.toContain('Dimas Anggara')
    expect(list.text).not.toContain('Sari Puspadewi</a>')
    expect((await admin.get('/pengguna?status=semua&satker=Malang')).text).toContain('Tidak ada pengguna')
    const membership = await house.database.one<{ id: string }>(
      'SELECT id FROM memberships WHERE user_id = $1',
      [dimas.id],
    )
    for (const address of ['', '/ubah', `/peran/${membership?.id}`])
      expect((await admin.get(`/pengguna/${dimas.id}${address}`)).status).toBe(404)
    for (const [address, fields] of [
      ['/tautan', {}],
      ['/penonaktifan', {}],
      ['/pengaktifan', {}],
      ['/ubah', { name: 'Diubah', email: 'x@contoh.go.id', nip: '' }],
      ['/peran', { role: 'head', satker: 'KP-BATU' }],
      [`/peran/${membership?.id}`, { when: 'now' }],
    ] as const)
      expect((await post(admin, '/pengguna', `/pengguna/${dimas.id}${address}`, fields)).status).toBe(404)
    // Through the address of somebody who may be seen.
    const around = await post(admin, '/pengguna', `/pengguna/${rina.id}/peran/${membership?.id}`, {
      when: 'now',
    })
    expect(around.status).toBe(404)
    expect(await acts('end-membership')).toEqual([])
    expect(await acts('issue-link')).toEqual([])
  })

  it('never lets a satker administrator take over an account that also has a role elsewhere', async () => {
    const dimas = await addPerson(house, 'Dimas Anggara', 'chair', malang)
    const give = await post(centre, `/pengguna/${dimas.id}`, `/pengguna/${dimas.id}/peran`, {
      role: 'reader',
      satker: 'KP-BATU',
    })
    expect(give.status).toBe(201)
    const page = await admin.get(`/pengguna/${dimas.id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('diurus administrator pusat')
    expect(page.text).not.toContain('Kantor Pelayanan Malang')
    for (const address of ['/tautan', '/penonaktifan'])
      expect((await post(admin, '/pengguna', `/pengguna/${dimas.id}${address}`, {})).status).toBe(403)
    const edit = await post(admin, '/pengguna', `/pengguna/${dimas.id}/ubah`, {
      name: 'Dimas',
      nip: '',
      email: 'rina2@contoh.go.id',
    })
    expect(edit.status).toBe(403)
    expect(await acts('change-account')).toEqual([])
  })

  it('gives one login to one account, however many ask for it at once', async () => {
    const { text } = await centre.get('/pengguna/baru')
    const made = await Promise.all(
      [1, 2, 3].map(() =>
        centre
          .post('/pengguna/baru')
          .type('form')
          .send({ _csrf: tokenIn(text), ...newPerson() }),
      ),
    )
    expect(made.map(answer => answer.status).sort()).toEqual([201, 422, 422])
    expect(made.find(answer => answer.status === 422)?.text).toContain('Surel ini sudah dipakai akun lain.')
    const people = [
      await addPerson(house, 'Dewi Satu', 'member', batu),
      await addPerson(house, 'Dewi Dua', 'member', batu),
    ]
    const changed = await Promise.all(
      people.map(({ id, name }) =>
        centre
          .post(`/pengguna/${id}/ubah`)
          .type('form')
          .send({ _csrf: tokenIn(text), name, nip: '', email: 'dewi@contoh.go.id' }),
      ),
    )
    expect(changed.map(answer => answer.status).sort()).toEqual([303, 422])
    expect(await acts('change-account')).toHaveLength(1)
  })

  it('hands nobody a link to the own account, nor lets the own e-mail or NIP be changed from here', async () => {
    const own = `/pengguna/${rina.id}`
    expect((await admin.get(own)).text).not.toContain('Buat tautan')
    expect((await post(admin, own, `${own}/tautan`, {})).status).toBe(403)
    expect(await acts('issue-link')).toEqual([])
    const change = (email: string, nip = '') =>
      post(admin, `${own}/ubah`, `${own}/ubah`, { name: 'Rina W.', nip, email })
    const refused = await change('lain@contoh.go.id')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Surel sendiri diubah di Akun saya')
    const stranger = await change(rina.login, NIP)
    expect(stranger.status).toBe(422)
    expect(stranger.text).toContain('NIP Anda diubah oleh administrator lain.')
    expect(await acts('change-account')).toEqual([])
    expect((await change(rina.login)).status).toBe(303)
    expect(await acts('change-account')).toHaveLength(1)
  })

  it('offers reading, which reaches below, to a satker administrator only while nothing lies below', async () => {
    expect((await admin.get('/pengguna/baru')).text).toContain('value="reader"')
    await addSatker(house, 'Pos Layanan Batu', batu)
    expect((await admin.get('/pengguna/baru')).text).not.toContain('value="reader"')
    const refused = await create(admin, { role: 'reader', parts: [] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Peran Pembaca di Kantor Pelayanan Batu bukan wewenang Anda')
    expect((await create(centre, { role: 'reader', parts: [] })).status).toBe(201)
  })

  it('gives nobody a role of their own', async () => {
    const answer = await post(admin, '/pengguna', `/pengguna/${rina.id}/peran`, {
      role: 'head',
      satker: 'KP-BATU',
    })
    expect(answer.status).toBe(403)
    expect(await acts('add-membership')).toEqual([])
  })

  it('changes the data of an account and keeps what stood before', async () => {
    const bagas = await addPerson(house, 'Bagas Hendrawan', 'member', batu)
    const saved = await post(admin, `/pengguna/${bagas.id}/ubah`, `/pengguna/${bagas.id}/ubah`, {
      name: 'Bagas Hendrawan, M.Kom.',
      nip: NIP,
      email: bagas.login,
    })
    expect(saved.status).toBe(303)
    const [act] = await acts('change-account')
    expect(JSON.parse(act?.before ?? '')).toEqual({ name: 'Bagas Hendrawan', nip: null, email: bagas.login })
    expect(JSON.parse(act?.after ?? '')).toEqual({
      name: 'Bagas Hendrawan, M.Kom.',
      nip: NIP,
      email: bagas.login,
    })
    const taken = await create(centre, { email: '' })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('NIP ini sudah dipakai akun lain.')
  })

  it('ends the sessions and the links of an account that is closed, and revives neither when it opens again', async () => {
    const bagas = await addPerson(house, 'Bagas Hendrawan', 'member', batu)
    const desk = await signedIn(house, bagas.login, PASSWORD)
    const link = linkIn((await post(admin, `/pengguna/${bagas.id}`, `/pengguna/${bagas.id}/tautan`, {})).text)
    later()
    expect(
      (await post(admin, `/pengguna/${bagas.id}`, `/pengguna/${bagas.id}/penonaktifan`, {})).status,
    ).toBe(303)
    expect((await desk.get('/akun')).status).toBe(303)
    await expect(signedIn(house, bagas.login, PASSWORD)).rejects.toThrow('422')
    expect((await admin.get('/pengguna')).text).not.toContain('Bagas Hendrawan')
    expect((await admin.get('/pengguna?status=berakhir')).text).toContain('Bagas Hendrawan')
    later()
    expect((await post(admin, `/pengguna/${bagas.id}`, `/pengguna/${bagas.id}/pengaktifan`, {})).status).toBe(
      303,
    )
    expect((await desk.get('/akun')).status).toBe(303)
    expect((await browser(house).get(link)).status).toBe(404)
    await signedIn(house, bagas.login, PASSWORD)
    expect([await acts('disable-account'), await acts('enable-account')].map(list => list.length)).toEqual([
      1, 1,
    ])
  })

  it('replaces an earlier link by a new one', async () => {
    const bagas = await addPerson(house, 'Bagas Hendrawan', 'member', batu)
    const give = async () =>
      linkIn((await post(admin, `/pengguna/${bagas.id}`, `/pengguna/${bagas.id}/tautan`, {})).text)
    const first = await give()
    const second = await give()
    expect((await browser(house).get(first)).status).toBe(404)
    expect((await browser(house).get(second)).status).toBe(200)
  })

  it('never leaves the house without an administrator who can sign in', async () => {
    const own = await house.database.one<{ id: string }>('SELECT id FROM memberships WHERE user_id = $1', [
      sari.id,
    ])
    const self = await post(centre, '/pengguna', `/pengguna/${sari.id}/penonaktifan`, {})
    expect(self.status).toBe(403)
    const end = (when: Record<string, string>) =>
      post(centre, `/pengguna/${sari.id}/peran/${own?.id}`, `/pengguna/${sari.id}/peran/${own?.id}`, when)
    for (const when of [{ when: 'now' }, { when: 'date', lastDay: '2026-12-31' }]) {
      const answer = await end(when)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('administrator pusat terakhir')
    }
    // A second one who never set a password cannot sign in, so it does not count.
    const made = await create(centre, { role: 'centre-admin', satker: 'KLN', parts: [] })
    expect(made.status).toBe(201)
    expect((await end({ when: 'now' })).status).toBe(403)
    const next = 'gajah kecil di ladang'
    await post(browser(house), linkIn(made.text), linkIn(made.text), { password: next, repeat: next })
    later()
    expect((await end({ when: 'now' })).status).toBe(303)
    expect((await centre.get('/pengguna')).status).toBe(303)
    expect((await acts('end-membership')).length).toBe(1)
  })

  it('lets only one of two administrators through who remove each other at once', async () => {
    const dewi = await addPerson(house, 'Dewi Anggraini', 'centre-admin', ministry)
    const { accounts, memberships } = house.services
    const removal = async (by: Person, of: Person) => {
      const actor = await accounts.actorOf(by.id, { startedAt: house.now.toISOString() }, 'tes')
      const [own] = await memberships.own({ ...actor!, userId: of.id })
      return () => memberships.end(actor!, of.id, own?.id ?? '', null)
    }
    const both = [await removal(sari, dewi), await removal(dewi, sari)]
    const outcomes = await Promise.allSettled(both.map(remove => remove()))
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await acts('end-membership')).toHaveLength(1)
  })

  it('finds people among 1,000 by name, NIP, e-mail, role and satker in three statements', async () => {
    const users = Array.from({ length: 1000 }, (_, number) => ({
      id: newId(),
      name: `Pegawai ${String(number).padStart(4, '0')}`,
      nip: String(199001012015030000n + BigInt(number)),
      email: `pegawai${number}@contoh.go.id`,
      mustChangePassword: true,
      sessionsValidFrom: '2026-01-01T00:00:00.000Z',
      createdAt: '2026-01-01T00:00:00.000Z',
    }))
    const memberships = users.map((user, number) => ({
      id: newId(),
      userId: user.id,
      satkerId: number % 2 === 0 ? batu.id : malang.id,
      role: number % 10 === 0 ? ('chair' as const) : ('member' as const),
      acting: false,
      validFrom: '2026-01-01',
      validUntil: number === 7 ? '2026-03-11' : null,
      createdAt: '2026-01-01T00:00:00.000Z',
    }))
    const look = async (agent: Browser, query: string) => {
      house.statements.length = 0
      const { text, status } = await agent.get(`/pengguna${query}`)
      expect(status).toBe(200)
      expect(house.statements).toHaveLength(3)
      return text
    }
    await look(centre, '')
    await house.database.inTransaction(async () => {
      await house.database.insert(User, users)
      await house.database.insert(Membership, memberships)
    })
    expect(await look(centre, '')).toContain('1–50 dari 1.001')
    expect(await look(centre, '?status=semua&hal=21')).toContain('1.001–1.002 dari 1.002')
    expect(await look(admin, '')).toContain('1–50 dari 501')
    expect(await look(centre, '?cari=PEGAWAI+0042')).toContain('1 pengguna cocok')
    expect(await look(centre, '?cari=19900101+201503+0+0')).toContain('99 pengguna cocok')
    expect(await look(centre, '?cari=pegawai42%40')).toContain('Pegawai 0042')
    expect(await look(centre, '?cari=%25')).toContain('Tidak ada pengguna yang cocok')
    expect(await look(centre, '?peran=chair')).toContain('1–50 dari 100')
    expect(await look(centre, '?satker=KP-MLG&peran=chair')).toContain('Tidak ada pengguna yang cocok')
    expect(await look(centre, '?status=berakhir')).toContain('Pegawai 0007')
  })
})
