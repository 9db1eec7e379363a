import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { projectRoot } from '../../src/project-root'
import { addCycle, addPerson, addSatker, loadInstrument, PASSWORD } from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'

const SOURCE = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')

describe('the parts that a member is held to', () => {
  let house: House
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const offered = async () =>
    [...(await centre.get('/pengguna/baru')).text.matchAll(/name="parts" value="(\w+)"/g)].map(
      found => found[1],
    )
  const create = (email: string, part: string) =>
    post(centre, '/pengguna/baru', '/pengguna/baru', {
      name: 'Bagas Hendrawan',
      nip: '',
      email,
      role: 'member',
      satker: 'KLN',
      parts: [part],
    })
  /** The same worksheet with its sixth area under another number and name. */
  const loadAnother = async () => {
    const source = SOURCE.replace(/(A\.II?\.)6/g, '$17').replaceAll(
      'Peningkatan Kualitas Pelayanan Publik',
      'Layanan Digital',
    )
    const outcome = await house.services.instruments.load(systemActor('tes'), source, 'lke.yaml')
    if (!outcome.ok) throw new Error(outcome.faults[0]?.message)
    return outcome.version.id
  }

  it('are numbers alone before an instrument is loaded', async () => {
    expect(await offered()).toEqual(['1', '2', '3', '4', '5', '6', 'B'])
  })

  it('are those of the instrument that the newest cycle uses, otherwise of the newest one', async () => {
    const first = await loadInstrument(house)
    expect((await centre.get('/pengguna/baru')).text).toContain('Area 2 Penataan Tatalaksana')
    house.now = new Date(house.now.getTime() + 1000)
    const second = await loadAnother()
    expect(await offered()).toEqual(['1', '2', '3', '4', '5', '7', 'B'])
    await addCycle(house, first, 2026)
    expect(await offered()).toContain('6')
    await addCycle(house, second, 2027)
    expect(await offered()).toContain('7')
  })

  it('are kept and shown by the words of that instrument, one of an earlier one by its code', async () => {
    expect((await create('satu@contoh.go.id', '6')).status).toBe(201)
    await loadAnother()
    const refused = await create('dua@contoh.go.id', '6')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Bagian ini tidak dikenal.')
    expect((await create('tiga@contoh.go.id', '7')).status).toBe(201)
    const page = async (email: string) => {
      const person = await house.database.one<{ id: string }>('SELECT id FROM users WHERE email = $1', [
        email,
      ])
      return (await centre.get(`/pengguna/${person?.id}`)).text
    }
    expect(await page('satu@contoh.go.id')).toContain('<td data-l="Bagian">6</td>')
    expect(await page('tiga@contoh.go.id')).toContain('<td data-l="Bagian">Area 7 Layanan Digital</td>')
  })

  it('are told to whoever imports others', async () => {
    await loadAnother()
    const { text } = await centre.get('/pengguna/impor')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const file = 'Nama;Surel;Peran;Kode satker;Bagian\nBagas;bagas@contoh.go.id;Anggota pokja;KLN;'
    const preview = (part: string) =>
      centre
        .post('/pengguna/impor')
        .field('_csrf', csrf)
        .attach('file', Buffer.from(file + part), 'p.csv')
    expect((await preview('6')).text).toContain('Tulis bagian 1, 2, 3, 4, 5, 7, B, dipisah koma.')
    expect((await preview('7 b')).status).toBe(200)
  })
})
