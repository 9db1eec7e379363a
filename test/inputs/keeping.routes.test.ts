import { paths } from '../../src/paths'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'
import {
  addComplaints,
  addInput,
  complaints,
  COMPLAINTS,
  inputEvents,
  inputRows,
  meeting,
  MEETING,
  putInputs,
} from './inputs-office'

describe('keeping what stakeholders told', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const fieldFault = (text: string, field: string) =>
    new RegExp(`id="f-${field}-error"[^>]*>(?:<svg.*?</svg>)?(?:<span>)?([^<]+)`).exec(text)?.[1]
  const edit = async (id: string, fields: Record<string, unknown>, who: Who = 'chair') =>
    post(await office.browserOf(who), paths.editInput(id), paths.editInput(id), fields)

  it('writes down the complaints of a month, with what they serve and a trail', async () => {
    const answer = await addComplaints(office)
    const [row] = await inputRows(office)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.input(row!.id)])
    expect(row).toMatchObject({
      kind: 'pengaduan',
      month: '2026-01',
      happenedOn: '2026-01-01',
      received: 6,
      done: 5,
      inProcess: 1,
      averageDays: '3.5',
      version: 1,
    })
    const [entry] = await office.house.database.query(
      'SELECT register, title, summary, happened_on AS "from", happened_until AS "until" FROM register_entries',
    )
    expect(entry).toEqual({
      register: 'inputs',
      title: 'Pengaduan Januari 2026',
      summary: '6 diterima, 5 selesai, 1 diproses; rata-rata 3,5 hari',
      from: '2026-01-01',
      until: '2026-01-31',
    })
    const [event] = await inputEvents(office)
    expect([event?.action, event?.role]).toEqual(['add-input', 'chair'])
    expect(JSON.parse(event?.after ?? '')).toMatchObject({
      month: '2026-01',
      received: 6,
      supportedAreas: '5',
    })
    const page = await office.read('kanwil', paths.input(row!.id))
    expect(page.text).toContain('1 diproses')
    expect(page.text).not.toContain('Ubah masukan')
  })

  it('writes down a consultation, which a member keeps as well', async () => {
    expect((await addInput(office, 'member')).status).toBe(303)
    const [row] = await inputRows(office)
    expect(row).toMatchObject({
      kind: 'konsultasi',
      month: null,
      people: 24,
      followedUpOn: null,
      received: null,
    })
    const supports = await office.house.services.entries.supportsOf([row!.id])
    expect(supports.get(row!.id)?.areas).toEqual(['1', '6'])
    expect((await office.read('chair', paths.input(row!.id))).text).toContain('Belum ditindaklanjuti')
  })

  it.each([
    [
      'received',
      { received: '7' },
      'Angka bertentangan: diterima 7, tetapi selesai 5 dan diproses 1 berjumlah 6.',
    ],
    ['received', { received: 'enam' }, 'Tulis bilangan bulat, misalnya 120.'],
    ['done', { done: '' }, 'Isi jumlahnya; tulis 0 bila tidak ada.'],
    ['averageDays', { averageDays: 'lama' }, 'Tulis angka saja, misalnya 87,5.'],
    ['averageDays', { averageDays: '-2' }, 'Rata-rata hari paling sedikit 0.'],
    [
      'averageDays',
      { averageDays: '1.250' },
      'Titik di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1,234.',
    ],
    ['averageDays', { received: '1', done: '0' }, 'Belum ada yang selesai; kosongkan rata-rata harinya.'],
    ['month', { month: '12' }, 'Bulan ini belum tiba.'],
    ['month', { month: '13' }, 'Pilih bulan.'],
    ['areas', { areas: '99' }, 'Area ini tidak dikenal.'],
  ])('refuses complaints at %s for %o', async (field, wrong, message) => {
    const answer = await addComplaints(office, { ...COMPLAINTS, ...wrong })
    expect(answer.status).toBe(422)
    if (field === 'areas') expect(answer.text).toContain(message)
    else expect(fieldFault(answer.text, field)).toBe(message)
    expect(answer.text).toContain(`name="inProcess" type="text" value="1"`)
    expect(await inputRows(office)).toEqual([])
    expect(await inputEvents(office)).toEqual([])
  })

  it.each([
    ['kind', { kind: 'pengaduan' }, 'Pilih jenisnya.'],
    ['happenedOn', { happenedOn: '' }, 'Isi tanggalnya.'],
    ['happenedOn', { happenedOn: '2099-01-01' }, 'Tanggal ini belum tiba.'],
    ['happenedOn', { happenedOn: '0202-01-01' }, 'Periksa tahunnya.'],
    ['subject', { subject: ' ' }, 'Isi perihalnya.'],
    ['stakeholder', { stakeholder: '' }, 'Pilih pihaknya.'],
    ['people', { people: '0' }, 'Isi jumlah orang, paling sedikit 1.'],
    ['asked', { asked: '' }, 'Isi apa yang disampaikan.'],
    ['followedUpOn', { followUp: 'Loket dibuka.' }, 'Isi kapan tindak lanjutnya dilakukan.'],
    [
      'followedUpOn',
      { followUp: 'Loket.', followedUpOn: '2026-01-29' },
      'Tindak lanjut mendahului masukannya.',
    ],
    ['followedUpOn', { followUp: 'Loket.', followedUpOn: '2099-01-01' }, 'Tanggal ini belum tiba.'],
    ['followUp', { followedUpOn: '2026-02-01' }, 'Isi apa yang dilakukan.'],
  ])('refuses a meeting at %s for %o', async (field, wrong, message) => {
    const answer = await addInput(office, 'chair', { ...MEETING, ...wrong })
    expect(answer.status).toBe(422)
    expect(fieldFault(answer.text, field)).toBe(message)
    expect(answer.text).toContain('Loket dibuka sampai pukul 16.00.')
    expect(await inputRows(office)).toEqual([])
  })

  it('takes a month once', async () => {
    await addComplaints(office)
    const again = await addComplaints(office)
    expect(again.status).toBe(422)
    expect(fieldFault(again.text, 'month')).toBe(
      'Pengaduan bulan ini sudah dilaporkan. Ubah laporan yang ada.',
    )
    const [, february] = await putInputs(office.house, office.satker.id, [
      meeting(),
      complaints('2026-02', [2, 2]),
    ])
    const moved = await edit(february!, { ...COMPLAINTS, version: '1' })
    expect(moved.status).toBe(422)
    expect(await inputRows(office)).toHaveLength(3)
    await putInputs(office.house, office.neighbour.id, [complaints('2026-01', [1, 1])])
  })

  it('changes what stands and says from what to what', async () => {
    const [id] = await putInputs(office.house, office.satker.id, [meeting()])
    const { text } = await office.read('head', paths.editInput(id!))
    expect(text).toContain('Antrean terlalu panjang.')
    const fields = { ...MEETING, followUp: 'Loket baru dibuka.', followedUpOn: '2026-02-01', version: '1' }
    const answer = await edit(id!, fields, 'head')
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.input(id!)])
    expect((await inputRows(office))[0]).toMatchObject({ kind: 'konsultasi', version: 2, people: 24 })
    const [event] = await inputEvents(office)
    expect([event?.action, event?.role]).toEqual(['change-input', 'head'])
    expect(JSON.parse(event?.before ?? '')).toMatchObject({ attendance: 4, followUp: '' })
    const page = await office.read('chair', paths.input(id!))
    expect(page.text).toContain('Ditindaklanjuti')
    expect(page.text).toContain('Mengubah masukan')
  })

  it('writes nothing when nothing changed', async () => {
    const [id] = await putInputs(office.house, office.satker.id, [complaints('2026-01', [6, 5])])
    const same = { ...COMPLAINTS, averageDays: '', version: '1' }
    expect((await edit(id!, same)).status).toBe(303)
    expect((await inputRows(office))[0]?.version).toBe(1)
    expect(await inputEvents(office)).toEqual([])
  })

  it('shows both texts when somebody else saved first', async () => {
    const [id] = await putInputs(office.house, office.satker.id, [complaints('2026-01', [6, 5])])
    await edit(id!, { ...COMPLAINTS, received: '9', done: '8', version: '1' })
    const late = await edit(id!, { ...COMPLAINTS, received: '7', inProcess: '2', version: '1' }, 'head')
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Diterima<\/th><td[^>]*>7<\/td><td[^>]*>9</)
    expect(late.text).toContain('name="version" value="2"')
    expect((await inputRows(office))[0]).toMatchObject({ received: 9, version: 2 })
  })

  it('takes a mistake away with everything about it', async () => {
    const [id] = await putInputs(office.house, office.satker.id, [meeting()])
    const chair = await office.browserOf('chair')
    const answer = await post(chair, paths.editInput(id!), paths.inputRemoval(id!), {})
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.inputs(office.satker.id)])
    expect(await inputRows(office)).toEqual([])
    expect(await office.house.database.query('SELECT id FROM register_entries')).toEqual([])
    expect((await inputEvents(office)).map(event => event.action)).toEqual(['remove-input'])
    expect((await office.read('chair', paths.input(id!))).status).toBe(404)
  })

  it.each([
    ['kanwil', 403, 200],
    ['admin', 403, 200],
    ['neighbour', 404, 404],
    ['stranger', 403, 404],
  ] as const)('answers the %s with %d where it is kept and %d where it is read', async (who, keep, read) => {
    const [id] = await putInputs(office.house, office.satker.id, [meeting()])
    const { satker } = office
    const kept = [paths.newInput(satker.id), paths.newComplaints(satker.id), paths.editInput(id!)]
    for (const address of kept) expect((await office.read(who, address)).status).toBe(keep)
    for (const address of [paths.inputs(satker.id), paths.input(id!), paths.inputsPaper(satker.id)])
      expect((await office.read(who, address)).status).toBe(read)
    const agent = await office.browserOf(who)
    expect((await post(agent, paths.ownAccount(), paths.inputRemoval(id!), {})).status).toBe(keep)
    expect((await post(agent, paths.ownAccount(), paths.newInput(satker.id), MEETING)).status).toBe(keep)
    expect(await inputRows(office)).toHaveLength(1)
  })
})
