import { paths } from '../../src/paths'
import { post } from '../support/house'
import { addByForm, eventsOf, FORM, NIP, openOffice, OTHER_NIP, type Office, type Who } from './roster-office'

describe('keeping the roster of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editEmployee(id), paths.editEmployee(id), fields)
  const remove = async (who: Who, id: string) =>
    post(await office.browserOf(who), paths.ownAccount(), paths.employeeRemoval(id), {})

  it.each(['chair', 'head', 'admin'] as const)(
    'is done by the %s, who finds the person in the list',
    async who => {
      const answer = await addByForm(office, who)
      expect(answer.status).toBe(303)
      expect(answer.headers['location']).toBe(paths.roster(office.satker.id))
      const [row] = await office.rows()
      expect(row).toMatchObject({
        satkerId: office.satker.id,
        name: 'Bagas Hendrawan, S.H.',
        nip: NIP,
        position: 'Analis Keimigrasian',
        pokja: '1',
        agentFrom: '2026-01-05',
        agentUntil: '2026-12-31',
        joinedOn: '2020-01-02',
        leftOn: null,
        version: 1,
      })
      expect(Boolean(row?.frontLine)).toBe(true)
      const { text } = await office.read(who, paths.roster(office.satker.id))
      expect(text).toContain('1 pegawai bekerja hari ini, 1 di garis depan, 1 agen perubahan.')
    },
  )

  it.each(['member', 'kanwil', 'centre', 'evaluator'] as const)('is not done by the %s', async who => {
    const id = await office.keep()
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newEmployee(office.satker.id),
      paths.importRoster(office.satker.id),
      paths.editEmployee(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 403])
    expect((await remove(who, id)).status).toBe(403)
    expect((await post(agent, paths.ownAccount(), paths.editEmployee(id), FORM)).status).toBe(403)
    expect((await office.rows()).map(row => row.version)).toEqual([1])
  })

  it('is not done from the next satker, which learns of nobody', async () => {
    const id = await office.keep()
    const agent = await office.browserOf('neighbour')
    for (const page of [
      paths.newEmployee(office.satker.id),
      paths.importRoster(office.satker.id),
      paths.editEmployee(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 404])
    expect((await remove('neighbour', id)).status).toBe(404)
    expect(await office.rows()).toHaveLength(1)
  })

  it('is told in the trail without name, NIP and position', async () => {
    await addByForm(office, 'admin')
    const [row] = await office.rows()
    await edit('chair', row!.id, {
      ...FORM,
      name: 'Bagas H. Hendrawan',
      nip: OTHER_NIP,
      pokja: '2',
      version: 1,
    })
    const events = await eventsOf(office.house)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-employee', 'satker-admin'],
      ['change-employee', 'chair'],
    ])
    expect(JSON.parse(events[1]?.after ?? '')).toMatchObject({ personal: ['Nama', 'NIP'], pokja: '2' })
    const told = JSON.stringify(events)
    for (const word of [NIP, OTHER_NIP, 'Bagas', 'Analis'])
      expect([word, told.includes(word)]).toEqual([word, false])
    const page = (await office.read('chair', paths.employee(row!.id))).text
    expect(page).toContain('Mencatat pegawai')
    expect(page).toContain('Nama, NIP')
    expect((await office.read('member', paths.employee(row!.id))).text).not.toContain('Mencatat pegawai')
  })

  it.each([
    ['name', { name: ' ' }, 'Isi nama.'],
    ['nip', { nip: '12345' }, 'NIP terdiri atas 18 angka.'],
    ['position', { position: '' }, 'Isi jabatan.'],
    ['pokja', { pokja: '9' }, 'Pokja ini tidak dikenal.'],
    ['joinedOn', { joinedOn: '' }, 'Isi hari masuk di satker ini.'],
    ['joinedOn', { joinedOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['joinedOn', { joinedOn: '0202-01-02' }, 'Periksa tahunnya.'],
    ['leftOn', { leftOn: '2019-12-31' }, 'Hari terakhir mendahului hari masuk.'],
    ['agentFrom', { agentFrom: '' }, 'Isi sejak kapan menjadi agen perubahan.'],
    ['agentFrom', { agentFrom: '2019-01-01' }, 'Masa agen perubahan mendahului hari masuk.'],
    ['agentFrom', { leftOn: '2025-12-31' }, 'Masa agen perubahan dimulai setelah hari terakhir.'],
    ['agentUntil', { agentUntil: '2026-01-04' }, 'Akhir masa mendahului mulainya.'],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await addByForm(office, 'chair', { ...FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(
      new RegExp(`id="f-${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/\./g, '\\.')}`),
    )
    const typed = Object.entries({ ...FORM, ...wrong }).filter(
      ([name]) => !['frontLine', 'pokja'].includes(name),
    )
    for (const [name, value] of typed)
      expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]* value="${value}"`))
    expect(await office.rows()).toEqual([])
    expect(await eventsOf(office.house)).toEqual([])
  })

  it('refuses a NIP that stands here already, not one that stands elsewhere', async () => {
    await office.keep({ satkerId: office.neighbour.id, nip: NIP })
    expect((await addByForm(office, 'chair')).status).toBe(303)
    const again = await addByForm(office, 'chair', { ...FORM, name: 'Orang Lain' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('NIP ini sudah tercatat di satker ini.')
    expect(again.text).toContain('value="Orang Lain"')
    const id = await office.keep({ nip: OTHER_NIP })
    const changed = await edit('chair', id, { ...FORM, version: 1 })
    expect(changed.status).toBe(422)
    expect(changed.text).toContain('NIP ini sudah tercatat di satker ini.')
  })

  it('shows both texts to whoever typed over what somebody else saved, and takes the next save', async () => {
    const id = await office.keep({ nip: NIP })
    expect((await edit('head', id, { ...FORM, position: 'Kepala Seksi', version: 1 })).status).toBe(303)
    const clash = await edit('chair', id, {
      ...FORM,
      position: 'Kepala Subseksi',
      frontLine: '',
      leftOn: '2026-03-01',
      version: 1,
    })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Pegawai ini diubah orang lain sejak Anda membukanya.')
    const told = /<caption>Perbedaan<\/caption>([\s\S]*?)<\/table>/.exec(clash.text)?.[1] ?? ''
    expect(told).toMatch(/Jabatan<\/th><td[^>]*>Kepala Subseksi<\/td><td[^>]*>Kepala Seksi</)
    expect(told).toMatch(/Garis depan<\/th><td[^>]*>Tidak<\/td><td[^>]*>Ya</)
    expect(told).toMatch(/Hari terakhir<\/th><td[^>]*>1 Maret 2026<\/td><td[^>]*>\(kosong\)</)
    expect(clash.text).toContain('name="version" value="2"')
    expect((await edit('chair', id, { ...FORM, position: 'Kepala Subseksi', version: 2 })).status).toBe(303)
    expect((await office.rows())[0]).toMatchObject({ position: 'Kepala Subseksi', version: 3 })
  })

  it('writes nothing when nothing was changed', async () => {
    await addByForm(office, 'chair')
    const [row] = await office.rows()
    await edit('chair', row!.id, { ...FORM, version: 1 })
    expect((await office.rows())[0]?.version).toBe(1)
    expect(await eventsOf(office.house)).toHaveLength(1)
  })

  it('takes away a row that was a mistake, and remembers that it did', async () => {
    const id = await office.keep({ nip: NIP })
    const answer = await remove('head', id)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.roster(office.satker.id)])
    expect(await office.rows()).toEqual([])
    expect((await eventsOf(office.house)).map(event => event.action)).toEqual(['remove-employee'])
    expect((await office.read('head', paths.employee(id))).status).toBe(404)
  })
})
