import { paths } from '../../src/paths'
import { atField } from '../innovations/innovation-office'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'
import {
  addProfile,
  FORM,
  heldRows,
  keepPredicate,
  keepProfiles,
  profileEvents,
  profileRows,
} from './profile-office'

const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1]

describe('keeping the profile of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editProfile(id), paths.editProfile(id), fields)

  it.each(['chair', 'head', 'member'] as const)('is done by the %s, quarter by quarter', async who => {
    const answer = await addProfile(office, who, { ...FORM, areas: '6' })
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `${paths.profiles(office.satker.id)}?tahun=2026`,
    ])
    const [row] = await profileRows(office)
    expect(row).toMatchObject({
      year: 2026,
      quarter: 1,
      employees: 57,
      onlineServices: 8,
      gratificationReports: 0,
      violations: null,
      version: 1,
    })
    const entries = await office.house.database.query(
      `SELECT register, title, summary, happened_on AS "from", happened_until AS "to" FROM register_entries
        WHERE id = $1`,
      [row!.id],
    )
    expect(entries).toEqual([
      {
        register: 'profile',
        title: 'Profil satker Triwulan I 2026',
        summary:
          '57 pegawai, 21 di garis depan, 55 menandatangani komitmen bersama; 8 dari 13 layanan selesai daring',
        from: '2026-01-01',
        to: '2026-03-31',
      },
    ])
    const { text } = await office.read(who, paths.profile(row!.id))
    expect(text).toContain('8 (62%)')
    expect(text).toContain('Area 6')
    expect(text).toContain('Belum dicatat')
  })

  it.each(['admin', 'kanwil', 'centre', 'evaluator'] as const)('is not done by the %s', async who => {
    const [id] = await keepProfiles(office, office.satker.id, [{}])
    const held = await keepPredicate(office, office.satker.id)
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newProfile(office.satker.id),
      paths.importProfiles(office.satker.id),
      paths.editProfile(id!),
      paths.newPredicate(office.satker.id),
      paths.editPredicate(held),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 403])
    for (const action of [paths.profileRemoval(id!), paths.predicateRemoval(held), paths.editPredicate(held)])
      expect((await post(agent, paths.ownAccount(), action, {})).status).toBe(403)
    expect([await profileRows(office), await heldRows(office)].map(rows => rows.length)).toEqual([1, 1])
  })

  it('is not done from the next satker, which learns of nothing', async () => {
    const [id] = await keepProfiles(office, office.satker.id, [{}])
    const held = await keepPredicate(office, office.satker.id)
    const agent = await office.browserOf('neighbour')
    for (const page of [
      paths.profiles(office.satker.id),
      paths.newProfile(office.satker.id),
      paths.profile(id!),
      paths.editProfile(id!),
      paths.newPredicate(office.satker.id),
      paths.editPredicate(held),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 404])
    for (const action of [paths.profileRemoval(id!), paths.predicateRemoval(held)])
      expect((await post(agent, paths.ownAccount(), action, {})).status).toBe(404)
    expect([await profileRows(office), await heldRows(office)].map(rows => rows.length)).toEqual([1, 1])
  })

  it.each([
    ['quarter', { quarter: '' }, 'Pilih triwulannya.'],
    ['quarter', { quarter: '2026-5' }, 'Pilih triwulannya.'],
    ['quarter', { quarter: '2026-2' }, 'Triwulan ini belum dimulai.'],
    ['employees', { employees: '' }, 'Isi jumlah pegawai.'],
    ['employees', { employees: 'lima' }, 'Tulis bilangan bulat, misalnya 120.'],
    ['employees', { employees: '5,5' }, 'Tulis bilangan bulat, misalnya 120.'],
    ['employees', { employees: '-1' }, 'Tulis bilangan bulat, misalnya 120.'],
    ['frontLine', { frontLine: '58' }, 'Tidak dapat melebihi jumlah pegawai, 57.'],
    ['signatures', { signatures: '58' }, 'Tidak dapat melebihi jumlah pegawai, 57.'],
    ['onlineServices', { onlineServices: '14' }, 'Tidak dapat melebihi jumlah jenis layanan, 13.'],
    ['onlineServices', { services: '' }, 'Isi dahulu jumlah jenis layanan.'],
    ['floorsWithMotto', { floorsWithMotto: '4' }, 'Tidak dapat melebihi jumlah lantai, 3.'],
    ['roomsWithMotto', { roomsWithMotto: '7' }, 'Tidak dapat melebihi jumlah ruang layanan, 6.'],
    ['lhkpnFiled', { lhkpnFiled: '5' }, 'Tidak dapat melebihi jumlah wajib LHKPN, 4.'],
    ['lhkasnFiled', { lhkasnFiled: '54' }, 'Tidak dapat melebihi jumlah wajib LHKASN, 53.'],
    ['areas', { areas: '9' }, 'Area ini tidak dikenal.'],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await addProfile(office, 'chair', { ...FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(atField(field, message))
    for (const [name, value] of Object.entries({ ...FORM, ...wrong }).filter(
      ([name]) => !['quarter', 'areas'].includes(name),
    ))
      expect([name, valueIn(answer.text, name)]).toEqual([name, value])
    expect(await profileRows(office)).toEqual([])
    expect(await profileEvents(office)).toEqual([])
  })

  it('refuses a quarter that stands already', async () => {
    await keepProfiles(office, office.satker.id, [{ year: 2026, quarter: 1 }])
    const answer = await addProfile(office, 'chair')
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(atField('quarter', 'Triwulan I 2026 sudah tercatat.'))
    expect(await profileRows(office)).toHaveLength(1)
  })

  it('proposes what the roster counts on the last day of a quarter, and the quarter before', async () => {
    await office.keep({ joinedOn: '2020-01-01', frontLine: true })
    await office.keep({ joinedOn: '2020-01-01', leftOn: '2025-12-30' })
    await office.keep({ joinedOn: '2020-01-01', leftOn: '2025-12-31' })
    await office.keep({ joinedOn: '2026-01-01' })
    await keepProfiles(office, office.satker.id, [
      { year: 2025, quarter: 3, services: 13, onlineServices: 7, gratificationReports: 4, violations: 1 },
    ])
    const page = async (quarter: string) =>
      (await office.read('chair', `${paths.newProfile(office.satker.id)}?triwulan=${quarter}`)).text
    const last = await page('2025-4')
    expect(['employees', 'frontLine', 'services', 'onlineServices'].map(name => valueIn(last, name))).toEqual(
      ['2', '1', '13', '7'],
    )
    expect(['gratificationReports', 'violations'].map(name => valueIn(last, name))).toEqual(['', ''])
    expect(last).toContain('Register pegawai: 2 pada 31 Desember 2025.')
    expect(last).toContain('Triwulan III 2025: 4.')
    // The last day of the present quarter is still to come.
    expect(await page('2026-1')).toContain('Register pegawai: 2 pada 12 Maret 2026.')
    expect((await office.read('chair', paths.newProfile(office.satker.id))).text).toMatch(
      /value="2025-4" selected/,
    )
  })

  it('fills the fields with those figures without a script, and saves nothing by that', async () => {
    await office.keep({ joinedOn: '2020-01-01', frontLine: true })
    await keepProfiles(office, office.satker.id, [{ services: 13, rooms: 6, violations: 2 }])
    const fill = (from: string) =>
      addProfile(office, 'chair', { ...FORM, services: '', rooms: '9', fill: from })
    const roster = await fill('roster')
    expect(roster.status).toBe(200)
    expect(['employees', 'frontLine', 'services', 'rooms'].map(name => valueIn(roster.text, name))).toEqual([
      '1',
      '1',
      '',
      '9',
    ])
    const before = await fill('before')
    expect(['employees', 'services', 'rooms', 'violations'].map(name => valueIn(before.text, name))).toEqual([
      '50',
      '13',
      '6',
      '',
    ])
    expect(await profileRows(office)).toHaveLength(1)
  })

  it('keeps another number than the roster, and says how far it lies away', async () => {
    await office.keep({ joinedOn: '2020-01-01' })
    const refused = await addProfile(office, 'chair', { ...FORM, quarter: '2026-1', rooms: '' })
    expect(refused.text).toContain('Register pegawai: 1 pada 12 Maret 2026, berbeda 56 dari isian.')
    await addProfile(office, 'chair')
    const [row] = await profileRows(office)
    expect((await office.read('kanwil', paths.profile(row!.id))).text).toContain('Register pegawai: 1')
    expect((await office.read('kanwil', paths.profiles(office.satker.id))).text).toContain('Register: 1<')
  })

  it('shows two people what each of them wrote', async () => {
    const [id] = await keepProfiles(office, office.satker.id, [{}])
    await edit('member', id!, { ...FORM, services: '14', version: 1 })
    const late = await edit('chair', id!, { ...FORM, services: '15', version: 1 })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Jenis layanan[\s\S]*15[\s\S]*14/)
    expect((await edit('chair', id!, { ...FORM, services: '15', version: 2 })).status).toBe(303)
    expect((await edit('chair', id!, { ...FORM, services: '15', version: 3 })).status).toBe(303)
    expect((await profileRows(office)).map(row => [row.services, row.version])).toEqual([[15, 3]])
    expect((await profileEvents(office)).map(({ action, role }) => [action, role])).toEqual([
      ['change-profile', 'member'],
      ['change-profile', 'chair'],
    ])
  })

  it('takes away what was a mistake, with its entry', async () => {
    const [id] = await keepProfiles(office, office.satker.id, [{}])
    const answer = await post(
      await office.browserOf('head'),
      paths.editProfile(id!),
      paths.profileRemoval(id!),
      {},
    )
    expect(answer.headers['location']).toBe(paths.profiles(office.satker.id))
    expect(await profileRows(office)).toEqual([])
    expect(await office.house.database.query('SELECT id FROM register_entries WHERE id = $1', [id])).toEqual(
      [],
    )
  })
})
