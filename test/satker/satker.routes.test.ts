import { Satker } from '../../src/satker/satker.entity'
import { newId } from '../../src/db/ids'
import { addPerson, addSatker, PASSWORD, type Unit } from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'
import { tinyPng } from './tiny-png'

describe('the tree of satker', () => {
  let house: House
  let ministry: Unit
  let kanwil: Unit
  let office: Unit
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    kanwil = await addSatker(house, 'Kanwil Jawa Timur', ministry, {
      code: 'KW-JT',
      level: 'kanwil',
      region: 'Jawa Timur',
    })
    office = await addSatker(house, 'Kantor Pelayanan Batu', kanwil, { code: 'KP-BATU' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const pathOf = async (id: string) =>
    (await house.database.one<{ path: string }>('SELECT path FROM satker WHERE id = $1', [id]))?.path
  const acts = () =>
    house.database.query<{ action: string; subject: string; before: string; after: string }>(
      `SELECT action, subject_id AS subject, before, after FROM audit_events WHERE subject_type = 'satker' ORDER BY at, id`,
    )
  const facts = (more: Record<string, string> = {}) => ({
    name: 'Kantor Pelayanan Batu',
    code: 'KP-BATU',
    level: 'satker',
    kind: '',
    parent: 'KW-JT',
    region: '',
    city: '',
    timeZone: 'Asia/Jakarta',
    letterhead: '',
    employees: '57',
    version: '1',
    ...more,
  })
  const save = (unit: Unit, more: Record<string, string>) =>
    post(centre, `/satker/${unit.id}`, `/satker/${unit.id}`, facts(more))

  it('opens only for the administrator of the centre', async () => {
    for (const role of ['satker-admin', 'head', 'chair', 'member', 'kanwil-viewer', 'reader'] as const) {
      const person = await addPerson(house, `Orang ${role}`, role, kanwil)
      const agent = await signedIn(house, person.login, PASSWORD)
      for (const address of ['/satker', '/satker/baru', `/satker/${office.id}`, '/satker/impor'])
        expect((await agent.get(address)).status).toBe(403)
      expect((await post(agent, '/akun', `/satker/${office.id}/penutupan`, {})).status).toBe(403)
    }
    expect((await acts()).length).toBe(0)
  })

  it('lists 1,000 units in the order of the tree with as few statements as three', async () => {
    const count = async (address: string) => {
      house.statements.length = 0
      const { text, status } = await centre.get(address)
      expect(status).toBe(200)
      return { text, statements: house.statements.length }
    }
    const few = await count('/satker')
    await house.database.inTransaction(() =>
      house.database.insert(
        Satker,
        Array.from({ length: 1000 }, (_, number) => {
          const id = newId()
          return {
            id,
            parentId: office.id,
            path: `${office.path}${id}/`,
            code: `POS-${number}`,
            name: `Pos Layanan ${number}`,
            level: 'satker' as const,
            createdAt: '2026-01-01T00:00:00.000Z',
          }
        }),
      ),
    )
    const many = await count('/satker')
    expect([few.statements, many.statements]).toEqual([3, 3])
    expect(many.text).toContain('1–50 dari 1.003')
    expect(many.text.indexOf('Kementerian Layanan')).toBeLessThan(many.text.indexOf('Kanwil Jawa Timur'))
    const last = await count('/satker?hal=21')
    expect(last.text).toContain('1.001–1.003 dari 1.003')
    const found = await count('/satker?cari=LAYANAN+77&tingkat=satker')
    expect(found.text).toContain('11 unit cocok')
    expect((await count('/satker?cari=100%25')).text).toContain('Tidak ada satker yang cocok')
    expect((await count(`/satker?induk=${kanwil.id}&cari=Kementerian`)).text).toContain('Tidak ada satker')
  })

  it('adds a unit under a parent named by code or name, and writes who did it', async () => {
    const answer = await post(centre, '/satker/baru', '/satker/baru', {
      ...facts({
        name: 'Rumah Layanan Malang',
        code: 'RL-MLG',
        parent: 'kanwil jawa timur',
        letterhead: 'BARIS SATU\r\nBARIS DUA',
      }),
    })
    expect(answer.status).toBe(303)
    const row = await house.database.one<{ id: string; path: string; letterhead: string }>(
      `SELECT id, path, letterhead FROM satker WHERE code = 'RL-MLG'`,
    )
    expect(row?.path).toBe(`${kanwil.path}${row?.id}/`)
    expect(row?.letterhead).toBe('BARIS SATU\nBARIS DUA')
    expect(await acts()).toEqual([expect.objectContaining({ action: 'add-satker', subject: row?.id })])
  })

  it.each([
    [{ code: 'KP-BATU' }, 'Kode ini sudah dipakai satker lain.'],
    [{ code: '' }, 'Isi kode satker.'],
    [{ parent: 'TIDAK-ADA' }, 'Tidak ada satker dengan kode atau nama itu.'],
    [{ parent: 'kan' }, 'Beberapa satker cocok'],
    [{ parent: '' }, 'hanya kementerian yang tanpa induk'],
    [{ parent: '', level: 'ministry' }, 'Puncak pohon sudah ada'],
    [{ level: 'echelon1' }, 'Eselon I tidak dapat berada di bawah Kanwil'],
    [{ employees: 'banyak' }, 'Tulis jumlah pegawai dengan angka'],
    [{ timeZone: 'Europe/Paris' }, 'Pilih zona waktu.'],
  ])('refuses a new unit with %j and keeps what was typed', async (fault, message) => {
    const answer = await post(centre, '/satker/baru', '/satker/baru', {
      ...facts({ name: 'Unit Baru & Kawan', code: 'BARU' }),
      ...fault,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('value="Unit Baru &amp; Kawan"')
    expect(await acts()).toEqual([])
  })

  it('moves everything below with a unit, in one go', async () => {
    const other = await addSatker(house, 'Kanwil Bali', ministry, { code: 'KW-BALI', level: 'kanwil' })
    const post1 = await addSatker(house, 'Pos Batu', office, { code: 'POS' })
    expect((await save(office, { parent: 'KW-BALI' })).status).toBe(303)
    expect(await pathOf(office.id)).toBe(`${other.path}${office.id}/`)
    expect(await pathOf(post1.id)).toBe(`${other.path}${office.id}/${post1.id}/`)
    const [act] = await acts()
    expect(JSON.parse(act?.before ?? '')).toEqual({ parentId: kanwil.id })
    expect(JSON.parse(act?.after ?? '')).toEqual({ parentId: other.id })
  })

  it('refuses to hang a unit below itself or a level below its children', async () => {
    const wide = { name: 'Kanwil Jawa Timur', code: 'KW-JT', level: 'kanwil' }
    const circle = await save(kanwil, { ...wide, parent: 'KP-BATU' })
    expect(circle.status).toBe(422)
    await addSatker(house, 'Pos Batu', office, { code: 'POS' })
    const under = await save(office, { parent: 'POS' })
    expect(under.status).toBe(422)
    expect(under.text).toContain('Induk tidak boleh unit ini sendiri atau unit di bawahnya.')
    const child = await addSatker(house, 'Kanwil Cabang', kanwil, { code: 'KW-C', level: 'kanwil' })
    const lower = await save(kanwil, { ...wide, level: 'satker', parent: 'KLN' })
    expect(lower.text).toContain('Tidak cocok dengan unit di bawahnya')
    expect(await pathOf(child.id)).toBe(child.path)
    expect(await acts()).toEqual([])
  })

  it('shows both texts when somebody else saved first, and overwrites nothing', async () => {
    expect((await save(office, { name: 'Kantor Pelayanan Kota Batu' })).status).toBe(303)
    const late = await save(office, { name: 'KP Batu Raya', city: 'Batu' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Satker ini diubah orang lain')
    expect(late.text).toContain('KP Batu Raya')
    expect(late.text).toContain('Kantor Pelayanan Kota Batu')
    expect(late.text).toContain('name="version" value="2"')
    const again = await save(office, { name: 'KP Batu Raya', version: '2' })
    expect(again.status).toBe(303)
    const row = await house.database.one<{ name: string; version: number }>(
      'SELECT name, version FROM satker WHERE id = $1',
      [office.id],
    )
    expect(row).toEqual({ name: 'KP Batu Raya', version: 3 })
  })

  it('closes a unit only when those below are closed, and opens it again', async () => {
    const early = await post(centre, `/satker/${kanwil.id}`, `/satker/${kanwil.id}/penutupan`, {})
    expect(early.status).toBe(422)
    expect(early.text).toContain('Masih ada 1 unit aktif di bawahnya')
    for (const unit of [office, kanwil])
      expect((await post(centre, `/satker/${unit.id}`, `/satker/${unit.id}/penutupan`, {})).status).toBe(303)
    expect((await centre.get(`/satker/${office.id}`)).text).toContain('Buka kembali')
    const child = await post(centre, `/satker/${office.id}`, `/satker/${office.id}/pembukaan`, {})
    expect(child.text).toContain('sudah ditutup')
    expect((await acts()).map(act => act.action)).toEqual(['close-satker', 'close-satker'])
    const top = await post(centre, `/satker/${ministry.id}`, `/satker/${ministry.id}/penutupan`, {})
    expect(top.status).toBe(422)
    for (const unit of [kanwil, office])
      expect((await post(centre, `/satker/${unit.id}`, `/satker/${unit.id}/pembukaan`, {})).status).toBe(303)
    expect((await centre.get(`/satker/${office.id}`)).text).not.toContain('Buka kembali')
    expect((await acts()).map(act => act.action)).toEqual([
      'close-satker',
      'close-satker',
      'reopen-satker',
      'reopen-satker',
    ])
  })

  it('keeps a logo, shows it to the people of that unit alone, and refuses what is no picture', async () => {
    const upload = async (bytes: Buffer, name: string) => {
      const { text } = await centre.get(`/satker/${office.id}`)
      return centre
        .post(`/satker/${office.id}/logo`)
        .field('_csrf', tokenIn(text))
        .attach('logo', bytes, name)
    }
    const svg = await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.svg')
    expect(svg.status).toBe(422)
    expect(svg.text).toContain('logo.svg ditolak')
    expect((await centre.get(`/satker/${office.id}/logo`)).status).toBe(404)
    expect((await upload(tinyPng, 'logo.png')).status).toBe(303)

    const member = await addPerson(house, 'Bagas Hendrawan', 'member', office)
    const inside = await (await signedIn(house, member.login, PASSWORD)).get(`/satker/${office.id}/logo`)
    expect(inside.status).toBe(200)
    expect(inside.headers['content-type']).toBe('image/png')
    expect(inside.headers['x-content-type-options']).toBe('nosniff')
    expect(inside.body).toEqual(tinyPng)
    const elsewhere = await addSatker(house, 'Kantor Lain', kanwil)
    const foreigner = await addPerson(house, 'Orang Lain', 'head', elsewhere)
    expect(
      (await (await signedIn(house, foreigner.login, PASSWORD)).get(`/satker/${office.id}/logo`)).status,
    ).toBe(404)

    const { text } = await centre.get(`/satker/${office.id}`)
    await centre.post(`/satker/${office.id}/logo`).field('_csrf', tokenIn(text)).field('remove', 'ya')
    expect((await centre.get(`/satker/${office.id}/logo`)).status).toBe(404)
  })

  it('refuses a logo without the token of the form', async () => {
    const answer = await centre.post(`/satker/${office.id}/logo`).attach('logo', tinyPng, 'logo.png')
    expect(answer.status).toBe(403)
    expect((await centre.get(`/satker/${office.id}/logo`)).status).toBe(404)
  })

  it('hides every unit outside the branch of an administrator', async () => {
    const other = await addSatker(house, 'Kanwil Bali', ministry, { code: 'KW-BALI', level: 'kanwil' })
    const person = await addPerson(house, 'Dewi Anggraini', 'centre-admin', kanwil)
    const branch = await signedIn(house, person.login, PASSWORD)
    expect((await branch.get(`/satker/${other.id}`)).status).toBe(404)
    expect((await branch.get(`/satker?induk=${other.id}`)).status).toBe(404)
    expect((await branch.get('/satker')).text).not.toContain('Kanwil Bali')
    const move = await post(
      branch,
      `/satker/${office.id}`,
      `/satker/${office.id}`,
      facts({ parent: 'KW-BALI' }),
    )
    expect(move.status).toBe(422)
    expect(await pathOf(office.id)).toBe(office.path)
  })
})
