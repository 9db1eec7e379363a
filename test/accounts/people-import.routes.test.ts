import { writeTable } from '../../src/spreadsheets/write-table'
import { addPerson, addSatker, PASSWORD, type Person, type Unit } from '../support/cast'
import { browser, openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

const HEADER = 'Nama;NIP;Surel;Peran;Kode satker;Bagian;Mulai;Sampai'
const NIP = '199002142015031004'

describe('importing people', () => {
  let house: House
  let batu: Unit
  let malang: Unit
  let rina: Person
  let centre: Browser
  let admin: Browser

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    batu = await addSatker(house, 'Kantor Pelayanan Batu', ministry, { code: 'KP-BATU' })
    malang = await addSatker(house, 'Kantor Pelayanan Malang', ministry, { code: 'KP-MLG' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    rina = await addPerson(house, 'Rina Wulandari', 'satker-admin', batu)
    centre = await signedIn(house, sari.login, PASSWORD)
    admin = await signedIn(house, rina.login, PASSWORD)
  })
  afterEach(() => house.close())

  const upload = async (
    agent: Browser,
    bytes: Buffer | string,
    name: string,
    fields: Record<string, string> = {},
  ) => {
    const { text } = await agent.get('/pengguna/impor')
    const request = agent.post('/pengguna/impor').field('_csrf', tokenIn(text))
    for (const [field, value] of Object.entries(fields)) void request.field(field, value)
    return request.attach('file', Buffer.from(bytes), name)
  }
  const csv = (agent: Browser, rows: readonly string[], fields?: Record<string, string>) =>
    upload(agent, [HEADER, ...rows].join('\n'), 'pengguna.csv', fields)
  const run = (agent: Browser, preview: string) =>
    post(agent, '/pengguna/impor', '/pengguna/impor/pelaksanaan', {
      token: /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? '',
    })
  const names = async () =>
    (await house.database.query<{ name: string }>('SELECT name FROM users ORDER BY name')).map(
      row => row.name,
    )
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('makes accounts with their roles, and each link works once for its own person', async () => {
    const preview = await csv(admin, [
      `Bagas Hendrawan;${NIP};bagas@contoh.go.id;Anggota pokja;KP-BATU;2, 1;;`,
      `Bagas Hendrawan;${NIP};bagas@contoh.go.id;Pembaca;KP-BATU;;01/04/2026;30/06/2026`,
      'Dewi Anggraini;;DEWI@contoh.go.id;Kepala satker;kp-batu;;;',
    ])
    expect(preview.text).toContain('Simpan 3 baris')
    expect(await names()).toEqual(['Rina Wulandari', 'Sari Puspadewi'])
    const done = await run(admin, preview.text)
    expect(done.status).toBe(201)
    expect(done.text).toContain('3 baris disimpan, 2 akun baru.')
    const link =
      /Dewi Anggraini<\/th>[\s\S]*?http:\/\/127\.0\.0\.1(\/tautan\/[\w-]+)/.exec(done.text)?.[1] ?? ''
    const next = 'gajah kecil di ladang'
    expect((await browser(house).get(link)).text).toContain('Akun Dewi Anggraini')
    await post(browser(house), link, link, { password: next, repeat: next })
    await signedIn(house, 'dewi@contoh.go.id', next)
    expect((await browser(house).get(link)).status).toBe(404)
    const roles = await house.database.query(
      `SELECT m.role, m.parts, m.valid_from AS "from", m.valid_until AS "until" FROM memberships m
         JOIN users u ON u.id = m.user_id WHERE u.nip = $1 ORDER BY m.role`,
      [NIP],
    )
    expect(roles).toEqual([
      { role: 'member', parts: '1,2', from: '2026-03-12', until: null },
      { role: 'reader', parts: null, from: '2026-04-01', until: '2026-06-30' },
    ])
    const acts = await house.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE action LIKE 'add-%' ORDER BY action`,
    )
    expect(acts.map(act => act.action)).toEqual([
      'add-account',
      'add-account',
      'add-membership',
      'add-membership',
      'add-membership',
    ])
  })

  it.each(['Bagas_x0000_ Hendrawan', 'Bagas_xD800_ Hendrawan'])(
    'makes nobody whose name in a workbook no database keeps: %s',
    async name => {
      const header = HEADER.split(';')
      const cells = [name, '', 'bagas@contoh.go.id', 'Pembaca', 'KP-BATU', '', '', '']
      const answer = await upload(
        admin,
        await writeTable({ sheet: 'pengguna', header, rows: [cells] }, 'xlsx'),
        'pengguna.xlsx',
      )
      expect(answer.status).toBe(422)
      expect(answer.text).toMatch(fault(2, 'Nama', 'Isi memuat karakter yang tidak dapat disimpan'))
      expect(await names()).toEqual(['Rina Wulandari', 'Sari Puspadewi'])
    },
  )

  it('makes nobody from a file with a NUL far below its head', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, at) => `Orang ${at};;orang${at}@contoh.go.id;Pembaca;KP-BATU;;;`,
    )
    const answer = await csv(admin, [...rows, 'Ba\0gas;;bagas@contoh.go.id;Pembaca;KP-BATU;;;'])
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(fault(122, 'Nama', 'Isi memuat karakter yang tidak dapat disimpan'))
    expect(await names()).toEqual(['Rina Wulandari', 'Sari Puspadewi'])
  })

  it('names every fault by row and column and makes nobody', async () => {
    const answer = await csv(admin, [
      'Bagas Hendrawan;12345;;Anggota pokja;KP-BATU;;;',
      'Dewi Anggraini;1,99002E+17;;Anggota pokja;KP-BATU;;;',
      'Eko Prasetyo;;;Anggota pokja;KP-BATU;;;',
      'Fajar Nugroho;;fajar@contoh.go.id;Raja;KP-BATU;;;',
      'Gita Lestari;;gita@contoh.go.id;Anggota pokja;KP-XX;;;',
      'Hadi Saputra;;hadi@contoh.go.id;Anggota pokja;KP-BATU;7;;',
      'Indah Sari;;indah@contoh.go.id;Anggota pokja;KP-BATU;;2026-02-30;',
      'Joko Susilo;;joko@contoh.go.id;Anggota pokja;KP-BATU;;2026-05-01;2026-04-01',
      'Kartika Dewi;;kartika@contoh.go.id;Ketua tim ZI;KP-BATU;;;',
      'Kartika Dewi;;kartika@contoh.go.id;Ketua tim ZI;KP-BATU;;;',
      'Kartika Putri;;kartika@contoh.go.id;Pembaca;KP-BATU;;;',
      'Lukman Hakim;;lukman@contoh.go.id;Administrator pusat;KP-BATU;;;',
      'Mega Utami;;mega@contoh.go.id;Ketua tim ZI;KP-MLG;;;',
      `Nanda Pratama;;${rina.login};Pembaca;KP-BATU;;;`,
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(2, 'NIP', 'NIP terdiri atas 18 angka.'),
      fault(3, 'NIP', 'Angka panjang kehilangan digit.'),
      fault(4, 'NIP', 'Isi NIP atau surel.'),
      fault(5, 'Peran', 'Peran tidak dikenal'),
      fault(6, 'Kode satker', 'Tidak ada satker dengan kode itu.'),
      fault(7, 'Bagian', 'Tulis bagian 1, 2, 3, 4, 5, 6, B, dipisah koma.'),
      fault(8, 'Mulai', 'Tulis tanggal seperti'),
      fault(9, 'Sampai', 'Hari terakhir mendahului mulainya.'),
      fault(11, 'Peran', 'Peran ini sudah ada di baris 10.'),
      fault(12, 'Nama', 'Nama, NIP, dan surel harus sama dengan baris 10'),
      fault(13, 'Peran', 'Peran Administrator pusat di Kantor Pelayanan Batu bukan wewenang Anda'),
      fault(14, 'Kode satker', 'Tidak ada satker dengan kode itu.'),
      fault(15, 'Surel', 'Sudah dipakai akun Rina Wulandari.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(answer.text).toContain('13 kesalahan')
    expect(await names()).toEqual(['Rina Wulandari', 'Sari Puspadewi'])
  })

  it('keeps the digits of a NIP in XLSX that is text and refuses one that became a number', async () => {
    const header = HEADER.split(';')
    const person = ['Bagas Hendrawan', NIP, '', 'Anggota pokja', 'KP-BATU', '', '', '']
    const good = await upload(
      admin,
      await writeTable({ sheet: 'p', header, rows: [person] }, 'xlsx'),
      'p.xlsx',
    )
    expect(good.text).toContain('19900214 201503 1 004')
    const scientific = await upload(admin, `${HEADER}\nBagas;1.99002E17;;Pembaca;KP-BATU;;;`, 'p.csv')
    expect(scientific.text).toContain('Ubah format kolom menjadi Teks')
  })

  it('updates people only when asked to, and adds the roles they do not have yet', async () => {
    const bagas = await addPerson(house, 'Bagas Hendrawan', 'member', batu)
    const rows = [
      `Bagas Hendrawan M.Kom.;${NIP};${bagas.login};Anggota pokja;KP-BATU;;;`,
      `Bagas Hendrawan M.Kom.;${NIP};${bagas.login};Pembaca;KP-BATU;;;`,
    ]
    expect((await csv(admin, rows)).status).toBe(422)
    const preview = await csv(admin, rows, { update: 'ya' })
    const done = await run(admin, preview.text)
    expect(done.text).toContain('2 baris disimpan, 0 akun baru.')
    expect(await house.database.one('SELECT name, nip, email FROM users WHERE id = $1', [bagas.id])).toEqual({
      name: 'Bagas Hendrawan M.Kom.',
      nip: NIP,
      email: bagas.login,
    })
    const roles = await house.database.query('SELECT role FROM memberships WHERE user_id = $1', [bagas.id])
    expect(roles).toHaveLength(2)
    await signedIn(house, NIP, PASSWORD)
    expect((await csv(admin, rows, { update: 'ya' })).text).toContain('Tidak ada yang perlu disimpan.')
  })

  it('never reaches, by a file, people and accounts beyond the own satker', async () => {
    const dimas = await addPerson(house, 'Dimas Anggara', 'chair', malang)
    const stranger = await csv(admin, [`Dimas Diambil;;${dimas.login};Pembaca;KP-BATU;;;`], { update: 'ya' })
    expect(stranger.text).toMatch(fault(2, 'Surel', 'Sudah dipakai akun lain. Hubungi administrator pusat.'))
    expect(stranger.text).not.toContain('Dimas Anggara')
    await post(centre, `/pengguna/${dimas.id}`, `/pengguna/${dimas.id}/peran`, {
      role: 'reader',
      satker: 'KP-BATU',
    })
    const half = await csv(admin, [`Dimas Diambil;;${dimas.login};Kepala satker;KP-BATU;;;`], {
      update: 'ya',
    })
    expect(half.text).toMatch(fault(2, 'Surel', 'Akun ini juga berperan di luar kewenangan Anda.'))
    const own = await csv(admin, [`Rina Wulandari;;${rina.login};Kepala satker;KP-BATU;;;`], { update: 'ya' })
    expect(own.text).toMatch(fault(2, 'Peran', 'Peran untuk diri sendiri'))
    expect(await names()).toContain('Dimas Anggara')
  })

  it('gives a login to one account when a form asks for it at the same time', async () => {
    const preview = await csv(centre, ['Dewi Anggraini;;dewi@contoh.go.id;Kepala satker;KP-BATU;;;'])
    const person = { name: 'Dewi A.', nip: '', email: 'dewi@contoh.go.id', role: 'chair', satker: 'KP-MLG' }
    const answers = await Promise.all([
      run(centre, preview.text),
      ...[1, 2].map(() => post(centre, '/pengguna/baru', '/pengguna/baru', person)),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422, 422])
    expect((await names()).filter(name => name.startsWith('Dewi'))).toHaveLength(1)
  })

  it('leaves the own e-mail address to the own page', async () => {
    const row = `Rina Wulandari;${NIP};lain@contoh.go.id;Administrator satker;KP-BATU;;;`
    await house.database.inTransaction(() =>
      house.database.writing().query('UPDATE users SET nip = $1 WHERE id = $2', [NIP, rina.id]),
    )
    const answer = await csv(admin, [row], { update: 'ya' })
    expect(answer.text).toMatch(fault(2, 'Surel', 'Surel sendiri diubah di Akun saya'))
  })

  it('leaves the own NIP to another administrator: under it the own page shows what satker keep', async () => {
    const row = `Rina Wulandari;${NIP};${rina.login};Administrator satker;KP-BATU;;;`
    const answer = await csv(admin, [row], { update: 'ya' })
    expect(answer.text).toMatch(fault(2, 'NIP', 'NIP Anda diubah oleh administrator lain.'))
  })

  it('takes 5,000 people in a constant number of statements', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, n) =>
        `Pegawai ${n};${199001012015030000n + BigInt(n)};p${n}@contoh.go.id;Anggota pokja;KP-BATU;1;;`,
    )
    const preview = await csv(centre, rows)
    const { text } = await centre.get('/pengguna/impor')
    house.statements.length = 0
    const done = await centre
      .post('/pengguna/impor/pelaksanaan')
      .type('form')
      .send({ _csrf: tokenIn(text), token: /name="token" value="([^"]+)"/.exec(preview.text)?.[1] })
    expect(done.status).toBe(201)
    expect(house.statements.length).toBeLessThan(18)
    expect(await names()).toHaveLength(5_002)
  })
})
