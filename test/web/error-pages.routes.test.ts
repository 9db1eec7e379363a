import request from 'supertest'
import { paths } from '../../src/paths'
import { addPerson, addSatker, PASSWORD, type Unit } from '../support/cast'
import { openHouse, post, signedIn, type House } from '../support/house'

describe('a page that is not to be had', () => {
  let house: House
  let satker: Unit
  beforeAll(async () => {
    house = await openHouse()
    satker = await addSatker(house, 'Kanim Tanjung Kirana')
  })
  afterAll(() => house.close())

  const enter = async (name: string, role: Parameters<typeof addPerson>[2]) =>
    signedIn(house, (await addPerson(house, name, role, satker)).login, PASSWORD)

  it('keeps the navigation of a person, says that the page is not theirs and speaks of nothing typed', async () => {
    const chair = await enter('Sari Puspadewi', 'chair')
    const refused = await chair.get(paths.accounts())
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Halaman ini tidak terbuka untuk Anda')
    expect(refused.text).not.toContain('Salin dahulu')
    expect(refused.text).toContain('class="mainnav"')
    const missing = await chair.get('/tidak-ada')
    expect(missing.status).toBe(404)
    expect(missing.text).toContain('hubungi administrator satker Anda')
    expect(missing.text).toContain('class="mainnav"')
  })

  it('sends the administrator of the centre to nobody', async () => {
    const centre = await enter('Wulan Kartika', 'centre-admin')
    const { text } = await centre.get('/tidak-ada')
    expect(text).toContain('Alamat ini tidak ada.')
    expect(text).not.toContain('administrator satker')
  })

  it('shows a stranger no navigation', async () => {
    expect((await request(house.app).get('/tidak-ada')).text).not.toContain('class="mainnav"')
  })

  it('tells whoever sent something that nothing changed, and gives back what they wrote but no secret', async () => {
    const chair = await enter('Bagas Hendrawan', 'chair')
    const refused = await post(chair, paths.ownAccount(), paths.newAccount(), { name: 'Baru' })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Permintaan tidak dijalankan')
    expect(refused.text).not.toContain('Yang Anda ketik')
    const written = await post(chair, paths.ownAccount(), paths.newAccount(), {
      note: 'Baris satu.\nBaris <b>dua</b>.',
      'note:A.I.1.i.a': 'Catatan kedua.',
      reason: ' ',
      password: 'rahasia yang panjang sekali',
    })
    expect(written.status).toBe(403)
    expect(written.text).toContain('Salin dahulu yang Anda ketik')
    expect(written.text).toMatch(/Baris satu\.\s*Baris &lt;b&gt;dua&lt;\/b&gt;\./)
    expect(written.text).toContain('Catatan kedua.')
    expect(written.text).not.toContain('rahasia')
    const gone = await post(chair, paths.ownAccount(), paths.noteReplies('tidak-ada'), { text: 'Sudah ada.' })
    expect([gone.status, gone.text.includes('Sudah ada.')]).toEqual([404, true])
  })
})
