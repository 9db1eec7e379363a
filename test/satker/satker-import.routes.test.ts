import { writeTable } from '../../src/spreadsheets/write-table'
import { addPerson, addSatker, PASSWORD, type Unit } from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

const HEADER = 'Kode;Nama;Tingkat;Kode induk;Zona waktu;Pegawai'

describe('importing satker', () => {
  let house: House
  let ministry: Unit
  let centre: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const { text } = await centre.get('/satker/impor')
    const request = centre.post('/satker/impor').field('_csrf', tokenIn(text))
    for (const [field, value] of Object.entries(fields)) void request.field(field, value)
    return request.attach('file', Buffer.from(bytes), name)
  }
  const runToken = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const run = (preview: string) =>
    post(centre, '/satker/impor', '/satker/impor/pelaksanaan', { token: runToken(preview) })
  const codes = async () =>
    (await house.database.query<{ code: string }>('SELECT code FROM satker ORDER BY code')).map(
      row => row.code,
    )

  it('shows what a file would make, makes nothing, and then makes it all', async () => {
    const preview = await upload(
      `${HEADER}\nKP-1;Kantor Satu;Satker;KW-1;WITA;57\nKW-1;Kanwil Satu;Kanwil;KLN;;\n`,
      'satker.csv',
    )
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Berkas siap disimpan.')
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await codes()).toEqual(['KLN'])
    expect((await run(preview.text)).status).toBe(303)
    expect(await codes()).toEqual(['KLN', 'KP-1', 'KW-1'])
    const office = await house.database.one<Record<string, unknown>>(
      `SELECT o.path, o.time_zone AS zone, o.employees, k.path AS above FROM satker o JOIN satker k ON k.id = o.parent_id WHERE o.code = 'KP-1'`,
    )
    expect(office).toMatchObject({ zone: 'Asia/Makassar', employees: 57 })
    expect(String(office?.['path']).startsWith(`${String(office?.['above'])}`)).toBe(true)
    const acts = await house.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_type = 'satker'`,
    )
    expect(acts.map(act => act.action)).toEqual(['add-satker', 'add-satker'])
    expect((await run(preview.text)).status).toBe(422)
  })

  it('reads XLSX as it reads CSV', async () => {
    const file = await writeTable(
      {
        sheet: 'satker',
        header: HEADER.split(';'),
        rows: [['KP-1', 'Kantor Satu', 'Satker', 'KLN', '', '57']],
      },
      'xlsx',
    )
    const preview = await upload(file, 'satker.xlsx')
    expect(preview.text).toContain('Kantor Satu')
    expect((await run(preview.text)).status).toBe(303)
    expect(await codes()).toEqual(['KLN', 'KP-1'])
  })

  it('names every fault by row and column and keeps nothing of the file', async () => {
    const answer = await upload(
      `${HEADER}\nKP-1;Kantor Satu;Satker;KLN;WIB;57\nKP-1;Kantor Dua;Satker;KLN;GMT;banyak\nKLN;Kantor Tiga;Istana;KLN;;\n;Kantor Empat;Satker;XX;;\n`,
      'satker.csv',
    )
    expect(answer.status).toBe(422)
    for (const fault of [
      ['3', 'Zona waktu', 'Tulis WIB, WITA, atau WIT.'],
      ['3', 'Pegawai', 'Tulis jumlah pegawai dengan angka'],
      ['4', 'Tingkat', 'Tulis Kementerian, Eselon I, Kanwil, atau Satker.'],
      ['5', 'Kode', 'Isi kode satker.'],
    ])
      expect(answer.text).toMatch(
        new RegExp(`<td[^>]*>${fault[0]}</td><td[^>]*>${fault[1]}</td><td[^>]*>${fault[2]}`),
      )
    expect(answer.text).toContain('Belum ada yang disimpan.')
    expect(runToken(answer.text)).toBe('')
    expect(await codes()).toEqual(['KLN'])
  })

  it.each([
    ['a wrong header', 'Kode;Nama;Level\nA;B;C\n', 'Kolom “Tingkat” tidak ada.'],
    ['no table', '\n\n', 'Berkas tidak berisi tabel.'],
    [
      'a code that stands',
      `${HEADER}\nKLN;Lain;Kementerian;;;\n`,
      'Kode ini sudah dipakai Kementerian Layanan Nusantara.',
    ],
  ])('refuses %s', async (_what, file, message) => {
    const answer = await upload(file, 'satker.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('refuses a file of another kind, no file, and a run without its preview', async () => {
    const picture = await upload('%PDF-1.7\n', 'satker.pdf')
    expect(picture.status).toBe(422)
    expect(picture.text).toContain('satker.pdf ditolak')
    const { text } = await centre.get('/satker/impor')
    const none = await centre.post('/satker/impor').field('_csrf', tokenIn(text))
    expect(none.text).toContain('Pilih berkas dahulu.')
    expect((await post(centre, '/satker/impor', '/satker/impor/pelaksanaan', { token: 'x' })).status).toBe(
      422,
    )
    const first = await upload(`${HEADER}\nKP-1;Kantor Satu;Satker;KLN;;\n`, 'satu.csv')
    await upload(`${HEADER}\nKP-2;Kantor Dua;Satker;KLN;;\n`, 'dua.csv')
    expect((await run(first.text)).status).toBe(422)
    expect(await codes()).toEqual(['KLN'])
  })

  it('changes what stands only when asked to, and says so when nothing differs', async () => {
    await addSatker(house, 'Kantor Satu', ministry, { code: 'KP-1', employees: 5 })
    const file = `${HEADER}\nKP-1;Kantor Satu Baru;Satker;KLN;;60\n`
    const preview = await upload(file, 'satker.csv', { update: 'ya' })
    expect(preview.text).toContain('Diperbarui')
    await run(preview.text)
    expect(
      await house.database.one('SELECT name, employees, version FROM satker WHERE code = $1', ['KP-1']),
    ).toEqual({ name: 'Kantor Satu Baru', employees: 60, version: 2 })
    const again = await upload(file, 'satker.csv', { update: 'ya' })
    expect(again.text).toContain('Tidak ada yang perlu disimpan.')
    expect(runToken(again.text)).toBe('')
  })

  it('does not run a file that was overtaken since its preview', async () => {
    const preview = await upload(
      `${HEADER}\nKP-1;Kantor Satu;Satker;KLN;;\nKP-2;Kantor Dua;Satker;KLN;;\n`,
      'satker.csv',
    )
    await addSatker(house, 'Kantor Lain', ministry, { code: 'KP-2' })
    const late = await run(preview.text)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Kode ini sudah dipakai Kantor Lain.')
    expect(await codes()).toEqual(['KLN', 'KP-2'])
  })

  it('offers a template that it reads itself', async () => {
    for (const format of ['csv', 'xlsx']) {
      const template = await centre.get(`/satker/impor/templat?format=${format}`).responseType('blob')
      expect(template.headers['content-disposition']).toContain(`templat-satker.${format}`)
      const answer = await upload(template.body as Buffer, `templat.${format}`)
      // The example starts a tree of its own, and there is one here already.
      expect(answer.text).toContain('Puncak pohon hanya satu')
    }
  })

  it('takes 10,000 rows in a constant number of statements', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      n < 100 ? `KW-${n};Kanwil ${n};Kanwil;KLN;WIB;10` : `KP-${n};Kantor ${n};Satker;KW-${n % 100};WIT;57`,
    )
    const preview = await upload([HEADER, ...rows.reverse()].join('\n'), 'semua.csv')
    expect(preview.text).toContain('Simpan 10.000 baris')
    house.statements.length = 0
    const page = await centre.get('/satker/impor')
    const answer = await centre
      .post('/satker/impor/pelaksanaan')
      .type('form')
      .send({ _csrf: tokenIn(page.text), token: runToken(preview.text) })
    expect(answer.status).toBe(303)
    expect(house.statements.length).toBeLessThan(12)
    const row = await house.database.one<{ number: number | string }>('SELECT COUNT(*) AS number FROM satker')
    expect(Number(row?.number)).toBe(10_001)
  })
})
