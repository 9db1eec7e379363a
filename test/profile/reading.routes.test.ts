import { paths } from '../../src/paths'
import { PROFILE_TEMPLATE } from '../../src/profile/profile-columns'
import { faultAt, importDesk } from '../innovations/import-desk'
import { openOffice, type Office } from '../roster/roster-office'
import { keepPredicate, keepProfiles, profileEvents, profileRows } from './profile-office'

describe('the profile of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
    await keepProfiles(office, office.satker.id, [
      { year: 2024, quarter: 4, employees: 48 },
      { year: 2025, quarter: 1, employees: 50, services: 13, onlineServices: 4 },
      { year: 2025, quarter: 4, employees: 52, services: 13, onlineServices: 8 },
    ])
  })
  afterEach(() => office.close())

  it.each(['chair', 'member', 'admin', 'kanwil', 'centre'] as const)('is read by the %s', async who => {
    const { status, text } = await office.read(who, paths.profiles(office.satker.id))
    expect(status).toBe(200)
    expect(text).toContain('3 triwulan tercatat, terakhir Triwulan IV 2025.')
    expect(text).toContain('8 (62%)')
    expect(text).toContain(
      'aria-label="Layanan yang selesai daring dari triwulan ke triwulan: 4, tidak ada data, tidak ada data, 8, tidak ada data"',
    )
    expect(text.includes('Isi triwulan')).toBe(who === 'chair' || who === 'member')
    expect(text.includes('?triwulan=2026-1')).toBe(who === 'chair' || who === 'member')
  })

  it.each(['stranger', 'neighbour'] as const)('is nothing that the %s learns of', async who => {
    for (const page of [
      paths.profiles(office.satker.id),
      paths.profilesPaper(office.satker.id),
      paths.profilesTable(office.satker.id),
    ])
      expect([page, (await office.read(who, page)).status]).toEqual([page, 404])
  })

  it('shows two years that one asks for, and none that has not begun', async () => {
    const of = async (year: string) =>
      (await office.read('kanwil', `${paths.profiles(office.satker.id)}?tahun=${year}`)).text
    expect(await of('2024')).toContain('TW IV 2024')
    expect(await of('2024')).not.toContain('TW I 2025')
    expect(await of('2026')).toContain('TW I 2026')
    expect(await of('2026')).not.toContain('TW II 2026')
    expect(await of('2099')).toContain('TW I 2026')
    expect(await of('kemarin')).toContain('TW I 2026')
  })

  it('stands on paper with the predicates', async () => {
    await keepPredicate(office, office.satker.id)
    const { text } = await office.read('kanwil', `${paths.profilesPaper(office.satker.id)}?tahun=2025`)
    expect(text).toContain('Profil Kanim Tanjung Kirana')
    expect(text).toContain('Sejak 10 Desember 2024')
    expect(text).toContain('TW IV 2025')
  })

  it('stands in the hub with the quarter that is wanting', async () => {
    const hub = async (satkerId: string) => (await office.read('kanwil', paths.registers(satkerId))).text
    const filled = await hub(office.satker.id)
    expect(filled).toContain('3 triwulan, terakhir Triwulan IV 2025')
    expect(filled).not.toContain('belum diisi')
    const empty = await hub(office.neighbour.id)
    expect(empty).toContain('Belum ada triwulan yang tercatat')
    expect(empty).toContain('Triwulan IV 2025 belum diisi')
  })

  describe('as a file', () => {
    const HEADER = PROFILE_TEMPLATE.header.join(';')
    const desk = async () =>
      importDesk(
        await office.browserOf('chair'),
        paths.importProfiles(office.satker.id),
        paths.importProfilesRun(office.satker.id),
      )

    it('is read again as it was given out, which the trail remembers', async () => {
      for (const format of ['csv', 'xlsx']) {
        const at = await desk()
        const file = await at.download(`${paths.profilesTable(office.satker.id)}?format=${format}`)
        const preview = await at.upload(file, `profil.${format}`, { update: 'ya' })
        expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
      }
      expect((await profileEvents(office)).map(event => event.action)).toEqual([
        'export-profiles',
        'export-profiles',
      ])
    })

    it('names every fault by row and column, and keeps nothing', async () => {
      const at = await desk()
      const answer = await at.csv([
        'Tahun;Triwulan;Pegawai;Pegawai garis depan;Jenis layanan;Layanan yang selesai daring;Area',
        '2025;I;50;1;;;',
        '2025;2;50;51;;;',
        '2025;TW II;50;1;;;',
        '2025;V;50;1;;;',
        'dulu;1;50;1;;;',
        '2026;2;50;1;;;',
        '2025;3;;;;;',
        '2023;1;lima;;;;',
        '2023;2;50;;;3;',
        '2023;3;50;;;;9',
      ])
      expect(answer.status).toBe(422)
      for (const expected of [
        faultAt(2, 'Triwulan', 'Triwulan I 2025 sudah tercatat.'),
        faultAt(3, 'Pegawai garis depan', 'Tidak dapat melebihi jumlah pegawai, 50.'),
        faultAt(4, 'Triwulan', 'Triwulan II 2025 sudah ada di baris 3.'),
        faultAt(5, 'Triwulan', 'Tulis triwulan 1 sampai 4.'),
        faultAt(6, 'Tahun', 'Tulis tahun seperti 2026'),
        faultAt(7, 'Triwulan', 'Triwulan ini belum dimulai.'),
        faultAt(8, 'Pegawai', 'Isi jumlah pegawai.'),
        faultAt(9, 'Pegawai', 'Tulis bilangan bulat, misalnya 120.'),
        faultAt(10, 'Layanan yang selesai daring', 'Isi dahulu jumlah jenis layanan.'),
        faultAt(11, 'Area', 'Area “9” tidak dikenal.'),
      ])
        expect(answer.text).toMatch(expected)
      expect(await profileRows(office)).toHaveLength(3)
    })

    it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
      const at = await desk()
      const preview = await at.csv(['Tahun;Triwulan;Pegawai;Lantai', '2025;1;51;3', '2025;2;51;'], {
        update: 'ya',
      })
      expect(preview.text).toContain('Simpan 2 baris')
      expect((await at.run(preview.text)).headers['location']).toBe(paths.profiles(office.satker.id))
      expect(
        (await profileRows(office)).map(row => [
          row.year,
          row.quarter,
          row.employees,
          row.floors,
          row.services,
        ]),
      ).toEqual([
        [2024, 4, 48, null, null],
        [2025, 1, 51, 3, 13],
        [2025, 2, 51, null, null],
        [2025, 4, 52, null, 13],
      ])
      expect((await profileEvents(office)).map(event => event.action)).toEqual([
        'change-profile',
        'add-profile',
      ])
    })

    it('takes the template as it is downloaded, and refuses a wrong header', async () => {
      const at = await desk()
      const template = await at.download(`${paths.importProfilesTemplate(office.satker.id)}?format=xlsx`)
      expect((await at.upload(template, 'templat.xlsx')).text).toContain('Simpan 1 baris')
      const wrong = await at.csv([`${HEADER};Anggaran`, 'x'])
      expect([wrong.status, wrong.text.includes('Kolom “Anggaran” tidak dikenal.')]).toEqual([422, true])
    })

    it('of many years takes the statements of one quarter', async () => {
      const at = await desk()
      const statementsOf = async (rows: readonly string[]) => {
        const preview = await at.csv(['Tahun;Triwulan;Pegawai;Area', ...rows], { update: 'ya' })
        office.house.statements.length = 0
        expect((await at.run(preview.text)).status).toBe(303)
        return office.house.statements.length
      }
      const few = await statementsOf(['2015;1;9;6'])
      const many = Array.from(
        { length: 36 },
        (_, place) => `${2016 + Math.floor(place / 4)};${1 + (place % 4)};9;6`,
      )
      expect(await statementsOf(many)).toBe(few)
    })
  })
})
