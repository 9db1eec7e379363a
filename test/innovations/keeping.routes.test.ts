import { paths } from '../../src/paths'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'
import {
  addInnovation,
  atField,
  complaint,
  FORM,
  innovationEvents,
  innovationRows,
  keepInnovations,
  supports,
} from './innovation-office'

describe('keeping the innovations of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editInnovation(id), paths.editInnovation(id), fields)
  const keep = async (more = {}) => (await keepInnovations(office, office.satker.id, [more]))[0]!

  it.each(['chair', 'head', 'member'] as const)(
    'is done by the %s, and the whole of it stands',
    async who => {
      const agent = await office.keep({ agentFrom: '2025-01-01' })
      const answer = await addInnovation(office, who, { ...FORM, agents: agent })
      expect(answer.status).toBe(303)
      const [row] = await innovationRows(office)
      expect(answer.headers['location']).toBe(paths.innovation(row!.id))
      expect(row).toMatchObject({
        satkerId: office.satker.id,
        name: 'Antrean daring',
        atm: 'modified',
        better: 'lower',
        beforeValue: '40',
        afterValue: '12.5',
        users: 1250,
        copies: [{ unit: 'Rutan Muara Bening', on: '2025-11-03' }],
        integratedOn: '2025-10-01',
        agents: [agent],
        version: 1,
      })
      expect(await supports(office, 'area')).toEqual(['2', '6'])
      const { text } = await office.read(who, paths.innovation(row!.id))
      expect(text).toContain('turun 27,5 menit (68,8%)')
      expect(text).toContain('Membaik')
      expect(text).toContain('Belum terbukti')
      expect(text).toContain('<title id="ubah-')
    },
  )

  it.each(['admin', 'kanwil', 'centre', 'evaluator'] as const)('is not done by the %s', async who => {
    const id = await keep()
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newInnovation(office.satker.id),
      paths.importInnovations(office.satker.id),
      paths.editInnovation(id),
      paths.innovationNeed(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 403])
    for (const action of [
      paths.innovationRemoval(id),
      paths.innovationNeedRemoval(id),
      paths.innovationNeed(id),
    ])
      expect((await post(agent, paths.ownAccount(), action, {})).status).toBe(403)
    expect((await innovationRows(office)).map(row => row.version)).toEqual([1])
  })

  it('is not done from the next satker, which learns of nothing', async () => {
    const id = await keep()
    const agent = await office.browserOf('neighbour')
    for (const page of [
      paths.innovations(office.satker.id),
      paths.newInnovation(office.satker.id),
      paths.innovation(id),
      paths.innovationSheet(id),
      paths.editInnovation(id),
      paths.innovationNeed(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 404])
    expect((await post(agent, paths.ownAccount(), paths.innovationRemoval(id), {})).status).toBe(404)
    expect(await innovationRows(office)).toHaveLength(1)
  })

  it.each([
    ['name', { name: ' ' }, 'Isi nama inovasi.'],
    ['need', { need: '' }, 'Isi kebutuhan atau masalah yang dijawab.'],
    ['proofLink', { proofLink: 'http://contoh.go.id' }, 'Tulis tautan lengkap yang diawali https://.'],
    ['proofLink', { proofLink: 'javascript:alert(1)' }, 'Tulis tautan lengkap yang diawali https://.'],
    ['startedOn', { startedOn: '' }, 'Isi hari mulainya.'],
    ['startedOn', { startedOn: '2025-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['startedOn', { startedOn: '0202-01-02' }, 'Periksa tahunnya.'],
    ['endedOn', { endedOn: '2025-03-02' }, 'Hari terakhir mendahului mulainya inovasi.'],
    ['areas', { areas: '9' }, 'Area ini tidak dikenal.'],
    ['atm', { atm: '', modification: '' }, 'Pilih amati, tiru, atau modifikasi.'],
    ['sourceUnit', { sourceUnit: '' }, 'Isi unit yang diamati atau ditiru.'],
    ['modification', { modification: '' }, 'Isi apa yang diubah.'],
    ['indicator', { indicator: '' }, 'Isi apa yang diukur.'],
    ['beforeValue', { beforeValue: '' }, 'Isi nilai sebelum'],
    ['beforeValue', { beforeValue: 'empat puluh' }, 'Tulis angka saja, misalnya 87,5.'],
    [
      'beforeValue',
      { beforeValue: '1.250' },
      'Titik di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1,234.',
    ],
    ['beforeOn', { beforeOn: '' }, 'Isi tanggal pengukurannya.'],
    ['afterOn', { afterOn: '2025-03-02' }, 'Pengukuran sesudah mendahului mulainya inovasi.'],
    ['afterOn', { beforeOn: '2025-09-13' }, 'Pengukuran sesudah mendahului pengukuran sebelum.'],
    ['afterOn', { afterOn: '2026-03-13' }, 'Pengukuran tidak dapat bertanggal setelah hari ini.'],
    ['users', { users: 'banyak' }, 'Tulis bilangan bulat, misalnya 120.'],
    ['copies.0.on', { 'copies.0.on': '' }, 'Isi tanggal replikasinya.'],
    ['copies.0.unit', { 'copies.0.unit': '' }, 'Isi unit yang mereplikasi.'],
    ['copies.0.on', { 'copies.0.on': '2025-03-02' }, 'Replikasi mendahului mulainya inovasi.'],
    ['integratedOn', { integratedOn: '' }, 'Isi sejak kapan menjadi bagian sistem manajemen.'],
    ['integratedOn', { integratedOn: '2025-03-02' }, 'Tanggal ini mendahului mulainya inovasi.'],
    ['integration', { integration: '' }, 'Isi dokumen yang menetapkannya.'],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await addInnovation(office, 'chair', { ...FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(atField(field, message))
    const typed = Object.entries({ ...FORM, ...wrong }).filter(
      ([name]) => !['areas', 'atm', 'better', 'need', 'modification'].includes(name),
    )
    for (const [name, value] of typed)
      expect(answer.text).toMatch(
        new RegExp(`name="${name}"[^>]* value="${String(value).replace(/[()]/g, '\\$&')}"`),
      )
    expect(await innovationRows(office)).toEqual([])
    expect(await innovationEvents(office)).toEqual([])
  })

  it('refuses makers who are no agents of change, and a name that stands already', async () => {
    await office.keep({ agentFrom: '2025-01-01' })
    const stranger = await addInnovation(office, 'chair', { ...FORM, agents: 'nobody' })
    expect(stranger.status).toBe(422)
    expect(stranger.text).toMatch(atField('agents', 'Pilih agen perubahan dari register pegawai.'))
    await keep()
    const twin = await addInnovation(office, 'chair', { ...FORM, name: 'ANTREAN  daring' })
    expect(twin.status).toBe(422)
    expect(twin.text).toMatch(atField('name', 'Inovasi dengan nama ini sudah tercatat di satker ini.'))
    expect(await innovationRows(office)).toHaveLength(1)
  })

  it('shows two people what each of them wrote', async () => {
    await addInnovation(office, 'chair')
    const [row] = await innovationRows(office)
    await edit('member', row!.id, { ...FORM, users: '2000', areas: '6', version: 1 })
    const late = await edit('chair', row!.id, { ...FORM, users: '3000', version: 1 })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Inovasi ini diubah orang lain')
    expect(late.text).toMatch(/Jumlah pengguna[\s\S]*3000[\s\S]*2000/)
    const again = await edit('chair', row!.id, { ...FORM, users: '3000', version: 2 })
    expect(again.status).toBe(303)
    expect((await innovationRows(office)).map(one => [one.users, one.version])).toEqual([[3000, 3]])
    expect((await innovationEvents(office)).map(({ action, role }) => [action, role])).toEqual([
      ['add-innovation', 'chair'],
      ['change-innovation', 'member'],
      ['change-innovation', 'chair'],
    ])
  })

  it('leaves no trace in the trail when nothing was changed', async () => {
    await addInnovation(office, 'chair')
    const [row] = await innovationRows(office)
    await edit('chair', row!.id, { ...FORM, version: 1 })
    expect(await innovationEvents(office)).toHaveLength(1)
  })

  it('takes away what was a mistake, with its entry', async () => {
    const id = await keep({ areas: ['2'] })
    const page = paths.editInnovation(id)
    const answer = await post(await office.browserOf('chair'), page, paths.innovationRemoval(id), {})
    expect(answer.headers['location']).toBe(paths.innovations(office.satker.id))
    expect(await innovationRows(office)).toEqual([])
    expect(await office.house.database.query('SELECT id FROM register_entries WHERE id = $1', [id])).toEqual(
      [],
    )
    expect(await supports(office, 'area')).toEqual([])
  })

  it('proves the need by an entry of the registers, found by its words and chosen', async () => {
    const id = await keep()
    const entry = await complaint(office, office.satker.id)
    await complaint(office, office.satker.id, 'Audiensi Maret 2025')
    const elsewhere = await complaint(office, office.neighbour.id)
    const chair = await office.browserOf('chair')
    const found = await office.read('chair', `${paths.innovationNeed(id)}?cari=januari`)
    expect(found.text).toContain('31 pengaduan, 22 tentang antrean')
    expect(found.text).not.toContain('Audiensi')
    expect(found.text.match(/name="entry"/g)).toHaveLength(1)
    const choose = (chosen: string) =>
      post(chair, paths.innovationNeed(id), paths.innovationNeed(id), { entry: chosen })
    expect((await choose(elsewhere)).status).toBe(404)
    expect((await choose('nothing')).status).toBe(404)
    expect((await choose(entry)).status).toBe(303)
    expect((await choose(entry)).status).toBe(303)
    const page = await office.read('chair', paths.innovation(id))
    expect(page.text).toContain('Terbukti')
    expect(page.text).not.toContain('Belum terbukti')
    expect(page.text).toContain('Pengaduan Januari 2025')
    const release = () => post(chair, paths.innovation(id), paths.innovationNeedRemoval(id), { entry })
    expect((await release()).status).toBe(303)
    expect((await release()).status).toBe(404)
    expect((await office.read('chair', paths.innovation(id))).text).toContain('Belum terbukti')
    expect((await innovationEvents(office)).map(event => event.action)).toEqual(['show-need', 'unshow-need'])
  })

  it('is no longer proven once the entry that showed the need is gone', async () => {
    const id = await keep()
    const entry = await complaint(office, office.satker.id)
    await post(await office.browserOf('chair'), paths.innovationNeed(id), paths.innovationNeed(id), { entry })
    await office.house.database.inTransaction(() => office.house.services.entries.remove([entry]))
    expect((await office.read('chair', paths.innovation(id))).text).toContain('Belum terbukti')
    await edit('chair', id, { ...FORM, proofLink: 'https://contoh.go.id/aduan', version: 1 })
    const { text } = await office.read('chair', paths.innovation(id))
    expect(text).toContain('href="https://contoh.go.id/aduan"')
    expect(text).not.toContain('Belum terbukti')
  })
})
