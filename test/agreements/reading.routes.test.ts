import { paths } from '../../src/paths'
import { browser } from '../support/house'
import {
  addByForm,
  FORM,
  keepAgreement,
  openOffice,
  titlesIn,
  type Office,
  type Who,
} from './agreement-office'

describe('reading the agreements of a unit', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    const { satker, neighbour, kanwil } = office.units
    await office.keep({ title: 'Berobat bersama', partner: 'RSUD Seruni', number: 'A-1' }, [
      ['2026-06-30', null],
    ])
    await office.keep({ title: 'Cetak paspor', number: 'A-2', kind: 'mou', validUntil: '2026-05-01' }, [
      ['2026-02-28', '2026-02-20'],
      ['2026-04-30', null],
    ])
    await office.keep({
      title: 'Dagang lama',
      number: 'A-3',
      validFrom: '2024-01-01',
      validUntil: '2025-12-31',
    })
    await office.keep({ title: 'Edukasi hukum', number: 'A-4', realm: 'foreign', kind: 'treaty' })
    await keepAgreement(office.house, { satkerId: neighbour.id, title: 'Milik tetangga' }, [
      ['2026-02-01', null],
    ])
    await keepAgreement(office.house, { satkerId: kanwil.id, title: 'Milik kanwil' })
    void satker
  })
  afterAll(() => office.close())

  const list = () => paths.agreements(office.units.satker.id)
  const titles = async (query: string, who: Who = 'chair') =>
    titlesIn((await office.read(who, `${list()}${query}`)).text)

  it('has the most troubled first, and every other order', async () => {
    expect(await titles('')).toEqual(['Dagang lama', 'Edukasi hukum', 'Cetak paspor', 'Berobat bersama'])
    expect(await titles('?urut=judul')).toEqual([
      'Berobat bersama',
      'Cetak paspor',
      'Dagang lama',
      'Edukasi hukum',
    ])
    expect((await titles('?urut=berakhir'))[0]).toBe('Dagang lama')
    expect((await titles('?urut=-judul'))[0]).toBe('Edukasi hukum')
  })

  it.each([
    ['?keadaan=running', ['Berobat bersama']],
    ['?keadaan=expiring', ['Cetak paspor']],
    ['?keadaan=no-plan', ['Edukasi hukum']],
    ['?lingkup=foreign', ['Edukasi hukum']],
    ['?jenis=mou', ['Cetak paspor']],
    ['?cari=rsud', ['Berobat bersama']],
    ['?cari=A-2', ['Cetak paspor']],
    ['?cari=%25', []],
  ])('is narrowed by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  it.each([
    ['chair', 200],
    ['admin', 200],
    ['viewer', 200],
    ['companion', 200],
    ['centre', 200],
    ['evaluator', 404],
    ['stranger', 404],
    ['neighbour', 404],
  ] as const)('is, for the %s, answered with %i', async (who, status) => {
    const [row] = await office.agreements()
    for (const page of [
      list(),
      paths.agreementsPaper(office.units.satker.id),
      paths.agreementsTable(office.units.satker.id),
      paths.agreementPlansTable(office.units.satker.id),
      paths.agreementsReport(office.units.satker.id),
      paths.cooperation(row!.id),
    ])
      expect([page, (await office.read(who, page)).status]).toEqual([page, status])
  })

  it('offers no act to whoever only reads', async () => {
    const text = (await office.read('viewer', list())).text
    expect(text).not.toContain('Catat kerja sama')
    const [row] = await office.agreements()
    const entry = (await office.read('viewer', paths.cooperation(row!.id))).text
    for (const word of ['Tambah tugas', 'Catat evaluasi', 'Ubah kerja sama', 'Riwayat'])
      expect([word, entry.includes(word)]).toEqual([word, false])
  })

  it('is printed as it is narrowed', async () => {
    const { text } = await office.read('chair', `${paths.agreementsPaper(office.units.satker.id)}?jenis=mou`)
    expect(text).toContain('Daftar kerja sama Kanim Tanjung Kirana')
    expect(text).toContain('Cetak paspor')
    expect(text).not.toContain('Berobat bersama')
  })

  it('tells on the hub what waits', async () => {
    const { text } = await office.read('chair', paths.registers(office.units.satker.id))
    expect(text).toContain('4 kerja sama')
    expect(text).toContain('1 tanpa rencana kerja')
    expect(text).toContain(`${list()}?keadaan=expired-without-result`)
  })

  it('is reported by the year, to print and to sign', async () => {
    const report = (year: string) =>
      office.read('chair', `${paths.agreementsReport(office.units.satker.id)}?tahun=${year}`)
    const { text } = await report('2026')
    expect(text).toContain('Laporan tahunan kerja sama 2026')
    expect(text).toContain('Tugas</dt><dd>1 dari 3 terlaksana, 0 lewat tenggat')
    expect(text).not.toContain('Dagang lama')
    expect(text).toContain('Kepala Kanim Tanjung Kirana')
    const last = (await report('2025')).text
    expect(last).toContain('Dagang lama')
    expect(last).toContain('31 Desember 2025')
    expect(last).not.toContain('Cetak paspor')
    expect((await report('2031')).text).toContain('Laporan tahunan kerja sama 2026')
  })

  it('is summed up for whoever reads above, for their own units alone', async () => {
    const names = async (who: Who, query = '') =>
      titlesIn((await office.read(who, `${paths.agreementDashboard()}${query}`)).text)
    expect(await names('viewer')).toEqual(['Kanim Tanjung Kirana', 'Rutan Muara Bening', 'Kanwil Tirta Raya'])
    expect(await names('stranger')).toEqual([])
    expect(await names('chair')).toEqual(['Kanim Tanjung Kirana'])
    const whole = (await office.read('centre', paths.agreementDashboard())).text
    expect(whole).toContain('Per wilayah')
    expect(whole).toContain('6 kerja sama di 3 unit')
    const region = `?wilayah=${office.units.other.id}`
    expect((await office.read('centre', `${paths.agreementDashboard()}${region}`)).text).toContain(
      '0 kerja sama di 0 unit',
    )
    const paper = (await office.read('centre', `${paths.agreementDashboardPaper()}?keadaan=late`)).text
    expect(paper).toContain('Rutan Muara Bening')
    expect(paper).not.toContain('Kanwil Tirta Raya</td>')
  })

  it('takes one statement for a dashboard, however many units and agreements there are', async () => {
    const { house } = office
    const ask = async () => {
      const actor = await office.actor('centre')
      house.statements.length = 0
      await house.services.agreementDashboard.of(actor, {})
      return house.statements.length
    }
    expect(await ask()).toBe(1)
  })

  it('is left on the trail when it is carried away as a file', async () => {
    await office.read('viewer', paths.agreementsTable(office.units.satker.id))
    const events = await office.house.database.query<{ after: string; role: string }>(
      `SELECT after, role FROM audit_events WHERE action = 'export-agreements' AND role = 'kanwil-viewer' ORDER BY at`,
    )
    expect(JSON.parse(events.at(-1)?.after ?? '')).toEqual({ agreements: 4 })
  })

  it('asks nobody in who has not signed in, but for what is published', async () => {
    const nobody = browser(office.house)
    expect((await nobody.get(list())).status).toBe(303)
    expect((await nobody.get(paths.agreementDashboard())).status).toBe(303)
    expect((await nobody.get(paths.publicAgreements())).status).toBe(200)
  })
})

describe('the public page of the agreements', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const get = (query = '', tag = '') => {
    const asking = browser(office.house).get(`${paths.publicAgreements()}${query}`)
    return tag ? asking.set('If-None-Match', tag) : asking
  }

  it('shows what is published without names of people, and keeps what is not', async () => {
    await office.keep({ title: 'Terbuka', published: true }, [['2026-02-01', null]])
    await office.keep({ title: 'Tertutup' })
    const { text, headers } = await get()
    expect(text).toContain('Terbuka')
    expect(text).toContain('Kanim Tanjung Kirana')
    for (const word of ['Tertutup', 'Hendra', 'Subseksi', 'Terlambat', '_csrf'])
      expect([word, text.includes(word)]).toEqual([word, false])
    expect(headers['cache-control']).toBe('public, max-age=60')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('is the same for somebody who has signed in', async () => {
    await office.keep({ published: true })
    const own = await (await office.browserOf('chair')).get(paths.publicAgreements())
    expect(own.text).not.toContain('Sari Puspadewi')
    expect(own.headers['etag']).toBe((await get()).headers['etag'])
  })

  it('is not sent again while nothing changed, and is once an act changed something', async () => {
    await addByForm(office, 'chair')
    const first = await get()
    const tag = String(first.headers['etag'])
    expect([first.status, (await get('', tag)).status]).toEqual([200, 304])
    office.house.statements.length = 0
    await get()
    expect(office.house.statements).toHaveLength(1)
    await addByForm(office, 'chair', { ...FORM, number: 'B-2', title: 'Yang kedua' })
    const second = await get('', tag)
    expect(second.status).toBe(200)
    expect(second.text).toContain('Yang kedua')
    const [row] = await office.agreements()
    const { agreements } = office.house.services
    await agreements.change(await office.actor('chair'), row!.id, 1, {
      ...row!,
      published: false,
      areas: [],
    })
    expect((await get('', String(second.headers['etag']))).status).toBe(200)
    await agreements.remove(await office.actor('chair'), row!.id)
    expect((await get()).text).not.toContain('Yang kedua')
  })

  it('bears the present name of a unit, also once it was renamed', async () => {
    await office.keep({ published: true })
    expect((await get()).text).toContain('Kanim Tanjung Kirana')
    const { satker } = office.house.services
    const centre = await office.actor('centre')
    const { version, level, kind, code, region, city, timeZone, letterhead, employees, parentCode } =
      await satker.get(centre, office.units.satker.id)
    const facts = {
      level,
      kind,
      code,
      region,
      city,
      timeZone,
      letterhead,
      employees,
      parent: parentCode ?? '',
    }
    const name = 'Kanim Tanjung Kirana Baru'
    await satker.edit(centre, office.units.satker.id, version, { ...facts, name })
    expect((await get()).text).toContain('Kanim Tanjung Kirana Baru')
    expect((await get('?urut=judul')).text).toContain('Kanim Tanjung Kirana Baru')
  })

  it('is searched, narrowed, ordered and paged', async () => {
    for (let place = 1; place <= 30; place++)
      await office.keep({
        published: true,
        title: `Kerja sama ${String(place).padStart(2, '0')}`,
        partner: place === 7 ? 'Universitas Nusa' : 'Dinas Kota',
        validFrom: '2024-01-01',
        validUntil: place <= 3 ? '2026-03-11' : '2026-03-12',
      })
    const titles = async (query: string) =>
      [...(await get(query)).text.matchAll(/<th scope="row">([^<]+)</g)].map(match => match[1])
    expect(await titles('?urut=judul')).toHaveLength(25)
    expect(await titles('?urut=judul&hal=2')).toHaveLength(5)
    expect(await titles('?cari=universitas')).toEqual(['Kerja sama 07'])
    expect(await titles('?masa=berakhir&urut=judul')).toEqual([
      'Kerja sama 01',
      'Kerja sama 02',
      'Kerja sama 03',
    ])
    expect(await titles('?lingkup=foreign')).toEqual([])
  })
})

describe('agreements of one area', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    const satkerId = office.units.satker.id
    await keepAgreement(office.house, { satkerId, title: 'Berobat bersama' }, [], ['6', '1'])
    await keepAgreement(office.house, { satkerId, title: 'Cegah gratifikasi' }, [], ['5'])
    await keepAgreement(office.house, { satkerId, title: 'Tanpa area' }, [], [])
  })
  afterAll(() => office.close())

  const list = (query: string) => `${paths.agreements(office.units.satker.id)}${query}`

  it.each([
    ['?area=1', ['Berobat bersama']],
    ['?area=5', ['Cegah gratifikasi']],
    ['?area=2', []],
    ['?area=5&jenis=mou', []],
    ['?area=77&urut=judul', ['Berobat bersama', 'Cegah gratifikasi', 'Tanpa area']],
  ])('are those of %s', async (query, expected) => {
    expect(titlesIn((await office.read('viewer', list(query))).text)).toEqual(expected)
  })

  it('keep to it in the file, on paper and on the next page of filters', async () => {
    const { text } = await office.read('chair', list('?area=5'))
    expect(text).toMatch(/<option value="5" selected[^>]*>Area 5/)
    expect(text).toContain(list('?keadaan=no-plan&area=5'))
    const table = `${paths.agreementsTable(office.units.satker.id)}?area=5&format=csv`
    expect(text).toContain(table)
    const file = (await (await office.browserOf('chair')).get(table)).text
    expect([file.includes('Cegah gratifikasi'), file.includes('Berobat bersama')]).toEqual([true, false])
    const paper = (await office.read('viewer', `${paths.agreementsPaper(office.units.satker.id)}?area=5`))
      .text
    expect([paper.includes('Cegah gratifikasi'), paper.includes('Berobat bersama')]).toEqual([true, false])
    expect(paper).toMatch(/<dt>Area<\/dt><dd>Area 5/)
  })
})
