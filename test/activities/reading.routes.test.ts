import { paths } from '../../src/paths'
import { openActivities, titlesIn, type ActivitiesOffice } from './activities-office'

describe('reading the activities of a satker', () => {
  let office: ActivitiesOffice
  let id: string
  beforeAll(async () => {
    office = await openActivities()
    id = await office.hold({
      title: 'Rapat monitoring Maret',
      heldOn: '2026-03-03',
      startsAt: '09:00',
      endsAt: '11:30',
      areas: ['1', '4'],
      counted: 24,
      agenda: 'Capaian 100%\nKendala',
    })
    await office.hold({
      kind: 'launch',
      title: 'Pencanangan ZI',
      heldOn: '2025-01-15',
      counted: 80,
      areas: ['1'],
    })
    await office.hold({
      kind: 'study-visit',
      title: 'Studi tiru antrean',
      heldOn: '2026-03-30',
      heldUntil: '2026-04-01',
      place: 'Kantor Pertanahan',
      guests: { agency: 3 },
    })
    await office.hold({ kind: 'award', title: 'Pegawai teladan', heldOn: '2026-02-28' })
    await office.hold({ title: 'Rapat tetangga' }, 'next')
    const chair = await office.actor('chair')
    for (const name of ['Ayu Lestari', 'Bagas Hendrawan']) await office.keep({ name })
    const everybody = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(chair, id, everybody, 'all')
    await office.house.services.activityPoints.add(chair, id, {
      text: 'Perbaiki antrean',
      owner: 'Ketua Pokja 6',
      dueOn: '2026-03-10',
      doneOn: null,
    })
  })
  afterAll(() => office.close())

  const list = async (query = '') =>
    (await office.read('kanwil', `${paths.activities(office.satker.id)}${query}`)).text

  it.each(['stranger', 'neighbour', 'evaluator'] as const)('is nothing to the %s', async who => {
    const { satker } = office
    for (const address of [
      paths.activities,
      paths.activitiesTable,
      paths.activitiesPaper,
      paths.activityCalendar,
      paths.satkerPoints,
    ].map(path => path(satker.id)))
      expect([address, (await office.read(who, address)).status]).toEqual([address, 404])
    for (const address of [paths.activity(id), paths.activityRecord(id)])
      expect([address, (await office.read(who, address)).status]).toEqual([address, 404])
  })

  it.each(['chair', 'head', 'member', 'admin', 'kanwil', 'centre'] as const)(
    'shows the %s the list and each of them',
    async who => {
      const { text } = await office.read(who, paths.activities(office.satker.id))
      expect(titlesIn(text)).toHaveLength(4)
      expect(text).not.toContain('Rapat tetangga')
      expect((await office.read(who, paths.activity(id))).text).toContain('Capaian 100%')
    },
  )

  const [march, launch, visit, award] = [
    'Rapat monitoring Maret',
    'Pencanangan ZI',
    'Studi tiru antrean',
    'Pegawai teladan',
  ]
  it.each([
    ['', [visit, march, award, launch]],
    ['?urut=-terbaru', [launch, award, march, visit]],
    ['?urut=judul', [award, launch, march, visit]],
    ['?urut=peserta', [launch, march, visit, award]],
    ['?urut=-peserta', [award, visit, march, launch]],
    ['?urut=butir', [march, visit, award, launch]],
    ['?jenis=award', [award]],
    ['?tahun=2025', [launch]],
    ['?tahun=2026&triwulan=1', [visit, march, award]],
    ['?triwulan=2', []],
    ['?area=1', [march, launch]],
    ['?area=4', [march]],
    ['?keadaan=akan', [visit]],
    ['?keadaan=terbuka', [march]],
    ['?keadaan=lewat', [march]],
    ['?cari=PERTANAHAN', [visit]],
    ['?cari=100%25', [march]],
    ['?cari=_', []],
    ['?jenis=x&tahun=1800&triwulan=9&area=77&urut=x&hal=x', [visit, march, award, launch]],
  ])('is filtered, searched and ordered by the address: %s', async (query, expected) => {
    expect(titlesIn(await list(query))).toEqual(expected)
  })

  it('derives every weekday from its date', async () => {
    const text = await list()
    expect(text).toContain('Sel, 3 Mar 2026')
    expect(text).toContain('30 Mar – 1 Apr 2026')
    expect((await office.read('kanwil', paths.activity(id))).text).toContain('Selasa, 3 Maret 2026')
  })

  it('says on the heads of the columns what stands first', async () => {
    expect(await list()).toMatch(/aria-sort="descending"><a [^>]*>Tanggal/)
    expect(await list('?urut=-terbaru')).toMatch(/aria-sort="ascending"><a [^>]*>Tanggal/)
    expect(await list('?urut=judul')).toMatch(/aria-sort="ascending"><a [^>]*>Kegiatan/)
  })

  it('is a calendar by month, with what lasts several days on each of them', async () => {
    const month = async (query: string) =>
      (await office.read('kanwil', `${paths.activityCalendar(office.satker.id)}${query}`)).text
    const cells = (text: string) =>
      [...text.matchAll(/<td([^>]*)data-l="([^"]+)"[^>]*>([\s\S]*?)<\/td>/g)]
        .filter(match => match[3]?.includes('<a '))
        .map(match => [match[2], [...(match[3] ?? '').matchAll(/<a [^>]*>([^<]+)</g)].map(link => link[1])])
    const march = await month('?bulan=2026-03')
    expect(march).toContain('Kalender kegiatan Maret 2026')
    expect(cells(march)).toEqual([
      ['Sel, 3 Mar', ['Rapat monitoring Maret']],
      ['Sen, 30 Mar', ['Studi tiru antrean']],
      ['Sel, 31 Mar', ['Studi tiru antrean']],
    ])
    expect(march).toMatch(/aria-current="date"[^>]*><div><span class="cal-n">12</)
    expect(march).toContain('?bulan=2026-02')
    expect(march).toContain('?bulan=2026-04')
    expect(cells(await month('?bulan=2026-04'))).toEqual([['Rab, 1 Apr', ['Studi tiru antrean']]])
    expect(await month('')).toContain('Kalender kegiatan Maret 2026')
    for (const wrong of ['2026-13', 'maret', '2026-3'])
      expect(await month(`?bulan=${wrong}`)).toContain('Kalender kegiatan Maret 2026')
    expect(await month('?bulan=2026-05')).toContain('Tidak ada kegiatan pada Mei 2026.')
  })

  it('is printed as a list of what the address names, and each as a record to sign', async () => {
    const paper = (
      await office.read('kanwil', `${paths.activitiesPaper(office.satker.id)}?tahun=2026&triwulan=1`)
    ).text
    expect(paper).toContain('Daftar kegiatan Kanim Tanjung Kirana')
    expect(paper).toMatch(/Masa<\/dt><dd>Triwulan I 2026</)
    expect(paper).toContain('3 kegiatan')
    expect(paper).not.toContain('Pencanangan ZI')
    const record = (await office.read('kanwil', paths.activityRecord(id))).text
    for (const part of [
      'Catatan kegiatan',
      'Selasa, 3 Maret 2026',
      'Perbaiki antrean',
      'Lewat',
      'Pemimpin kegiatan',
      'Area 1 Manajemen Perubahan',
    ])
      expect(record).toContain(part)
  })

  it('offers an excerpt with its facts, points and people', async () => {
    const source = office.house.services.registerSources.activities!
    const paper = await source.document(await office.actor('kanwil'), id)
    expect(paper.facts).toContainEqual({ label: 'Hari', value: 'Selasa, 3 Maret 2026' })
    expect(paper.tables[0]?.rows).toEqual([['Perbaiki antrean', '10 Mar 2026', 'Lewat']])
    expect(paper.tables[1]).toMatchObject({ header: ['Jabatan', 'Orang'], rows: [['Petugas Loket', '2']] })
    await expect(source.document(await office.actor('stranger'), id)).rejects.toThrow(
      'Kegiatan tidak ditemukan.',
    )
  })

  it('begins empty, and says so', async () => {
    const empty = await office.read('neighbour', `${paths.activities(office.neighbour.id)}?cari=zzz`)
    expect(empty.text).toContain('Tidak ada kegiatan yang cocok.')
    const other = await office.house.services.registerSources.activities!.summary(
      {
        ...(await office.house.services.registerUnits.toRead(await office.actor('centre'), office.satker.id)),
        satkerId: 'x',
      },
      '2026-03-12',
    )
    expect(other).toEqual({ count: 'Belum ada kegiatan yang tercatat', alerts: [] })
  })
})
