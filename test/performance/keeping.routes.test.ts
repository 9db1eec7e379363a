import { paths } from '../../src/paths'
import { post } from '../support/house'
import {
  addByForm,
  commitments,
  entries,
  eventsOf,
  faultAt,
  FORM,
  openOffice,
  promise,
  quarters,
  report,
  standings,
  type Office,
  type Who,
} from './performance-office'

describe('keeping the commitments of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editCommitment(id), paths.editCommitment(id), fields)

  it.each(['chair', 'head', 'member'] as const)(
    'is done by the %s, who finds it in the year, with its entry and its counts',
    async who => {
      const answer = await addByForm(office, who)
      expect([answer.status, answer.headers['location']]).toEqual([
        303,
        `${paths.performance(office.satker.id)}?tahun=2026`,
      ])
      const [row] = await commitments(office.house)
      expect(row).toMatchObject({ year: 2026, number: 1, yearTarget: '95.5', version: 1 })
      expect((await quarters(office.house)).map(one => [one.quarter, one.target, one.realisation])).toEqual([
        [1, '90', null],
        [2, '92', null],
        [3, '94', null],
        [4, '95.5', null],
      ])
      const counts = (await standings(office.house)).map(one => [one['targeted'], one['reported']])
      expect(counts).toEqual([
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 0],
      ])
      expect(await entries(office.house)).toEqual([
        {
          id: row!.id,
          title: 'Perjanjian kinerja 2026: Persentase layanan tepat waktu',
          summary: 'Target 95,5 persen; triwulan I 90, II 92, III 94, IV 95,5.',
        },
      ])
      const supported = await office.house.services.entries.supportsOf([row!.id])
      expect(supported.get(row!.id)?.areas).toEqual(['4', '6'])
      const { text } = await office.read(who, `${paths.performance(office.satker.id)}?tahun=2026`)
      expect(text).toContain('Persentase layanan tepat waktu')
      expect(text).toContain('1 indikator.')
    },
  )

  it.each([
    ['admin', 403],
    ['kanwil', 403],
    ['centre', 403],
    ['neighbour', 404],
  ] as const)('is not done by the %s', async (who, status) => {
    const id = await promise(office)
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newCommitment(office.satker.id),
      paths.importPerformance(office.satker.id),
      paths.editCommitment(id),
      paths.quarterReport(id, '1'),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, status])
    for (const act of [
      paths.newCommitment(office.satker.id),
      paths.editCommitment(id),
      paths.commitmentRemoval(id),
      paths.quarterReport(id, '1'),
      paths.quarterWithdrawal(id, '1'),
      paths.commitmentsCarryOver(office.satker.id),
    ]) {
      const answer = await post(agent, paths.ownAccount(), act, { ...FORM, tahun: '2026' })
      expect([act, answer.status]).toEqual([act, status])
    }
    expect((await commitments(office.house)).map(row => row.version)).toEqual([1])
  })

  it.each([
    ['year', { year: '26' }, 'Tulis tahun antara 2015 dan 2100.'],
    ['year', { year: undefined }, 'Isi tahun perjanjian kinerja.'],
    ['indicator', { indicator: ' ' }, 'Isi indikator.'],
    ['unit', { unit: '' }, 'Isi satuan.'],
    ['direction', { direction: 'sideways' }, 'Pilih arahnya.'],
    ['counting', { counting: undefined }, 'Pilih cara menghitungnya.'],
    ['yearTarget', { yearTarget: '' }, 'Isi target tahun.'],
    ['yearTarget', { yearTarget: '95' }, 'Target triwulan terakhir 95,5, sedangkan target tahun 95.'],
    ['yearTarget', { counting: 'sum' }, 'Jumlah target triwulan 371,5, sedangkan target tahun 95,5.'],
    ['yearTarget', { counting: 'mean' }, 'Rata-rata target triwulan 92,875, sedangkan target tahun 95,5.'],
    ['target1', { target1: 'banyak' }, 'Tulis angka saja, misalnya 87,5.'],
    ['target1', { target1: '-3' }, 'Target paling sedikit 0.'],
    ['target2', { target2: '1.234' }, 'Titik di sini dapat berarti ribuan atau desimal.'],
    [
      'target4',
      { target1: '', target2: '', target3: '', target4: '' },
      'Isi target paling sedikit satu triwulan.',
    ],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const fields = { ...FORM, ...wrong }
    const answer = await addByForm(office, 'chair', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    for (const name of ['unit', 'target1', 'target2', 'target3', 'target4', 'yearTarget'] as const)
      expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]*value="${fields[name]}"`))
    expect(await commitments(office.house)).toEqual([])
  })

  it('refuses an area that the worksheet does not have', async () => {
    const answer = await addByForm(office, 'chair', { ...FORM, areas: ['9'] })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Area ini tidak dikenal.')
  })

  it('holds an indicator once in a year, whatever its capitals', async () => {
    await promise(office)
    const twin = await addByForm(office, 'head', { ...FORM, indicator: 'PERSENTASE  layanan tepat waktu' })
    expect(twin.status).toBe(422)
    expect(twin.text).toMatch(faultAt('indicator', 'Indikator ini sudah ada pada tahun itu.'))
    expect((await addByForm(office, 'head', { ...FORM, year: '2025' })).status).toBe(303)
    expect(await commitments(office.house)).toHaveLength(2)
  })

  it('judges what was reported anew when a target changes, and tells the trail from what to what', async () => {
    const id = await promise(office)
    await report(office, id, ['25'])
    const answer = await edit('member', id, {
      ...FORM,
      target1: '40',
      target4: '',
      yearTarget: '94',
      areas: '5',
      version: 1,
    })
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.commitment(id)])
    expect((await quarters(office.house)).map(one => [one.quarter, one.target, one.state])).toEqual([
      [1, '40', 'missed'],
      [2, '92', ''],
      [3, '94', ''],
    ])
    const [first, ...others] = await standings(office.house)
    expect(first).toMatchObject({ targeted: 1, reported: 1, missed: 1, reached: 0 })
    expect(others).toHaveLength(2)
    const events = await eventsOf(office.house)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-commitment', 'chair'],
      ['report-quarter', 'chair'],
      ['change-commitment', 'member'],
    ])
    expect(JSON.parse(events[2]?.before ?? '')).toMatchObject({
      quarterTargets: 'I: 25; II: 50; III: 75; IV: 100',
      areas: '4',
    })
    expect(JSON.parse(events[2]?.after ?? '')).toMatchObject({
      quarterTargets: 'I: 40; II: 92; III: 94; IV: –',
      areas: '5',
    })
    const reported = (await entries(office.house)).find(one => one.title.startsWith('Triwulan'))
    expect(reported?.summary).toBe('Realisasi 25 dari target 40 persen (62,50%), tidak tercapai.')
  })

  it('does not take the target from a quarter that was reported', async () => {
    const id = await promise(office)
    await report(office, id, ['25'])
    const answer = await edit('chair', id, { ...FORM, target1: '', version: 1 })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt('target1', 'Triwulan I sudah dilaporkan. Tarik laporannya dahulu.'))
    expect(await quarters(office.house)).toHaveLength(4)
  })

  it('shows both texts when two people change one commitment', async () => {
    const id = await promise(office)
    expect((await edit('head', id, { ...FORM, unit: 'poin', version: 1 })).status).toBe(303)
    const late = await edit('chair', id, { ...FORM, unit: 'indeks', version: 1 })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/data-l="Isian Anda">indeks<\/td><td[^>]*>poin</)
    expect(late.text).toContain('name="version" value="2"')
    expect((await edit('chair', id, { ...FORM, unit: 'indeks', version: 2 })).status).toBe(303)
  })

  it('writes nothing when nothing changed', async () => {
    await addByForm(office, 'chair')
    const [row] = await commitments(office.house)
    expect((await edit('chair', row!.id, { ...FORM, version: 1 })).status).toBe(303)
    expect((await commitments(office.house))[0]?.version).toBe(1)
    expect(await eventsOf(office.house)).toHaveLength(1)
  })

  it('takes a mistake away with everything reported of it', async () => {
    const id = await promise(office)
    await report(office, id, ['25'])
    const head = await office.browserOf('head')
    const answer = await post(head, paths.editCommitment(id), paths.commitmentRemoval(id), {})
    expect(answer.status).toBe(303)
    for (const rows of [commitments, quarters, standings, entries])
      expect(await rows(office.house)).toEqual([])
    expect((await office.read('chair', paths.commitment(id))).status).toBe(404)
  })

  it('brings the commitments of a year into the next, once, with what they support', async () => {
    const id = await promise(office, { areas: ['4', '5'] })
    await promise(office, {
      indicator: 'Pengaduan yang terbukti',
      direction: 'down',
      counting: 'sum',
      yearTarget: '4',
      targets: ['1', '1', '1', '1'],
    })
    await report(office, id, ['25'])
    const list = paths.performance(office.satker.id)
    const carry = async () =>
      post(await office.browserOf('chair'), list, paths.commitmentsCarryOver(office.satker.id), {
        tahun: '2026',
      })
    const answer = await carry()
    expect([answer.status, answer.headers['location']]).toEqual([303, `${list}?tahun=2027`])
    const next = (await commitments(office.house)).filter(({ year }) => year === 2027)
    expect(next.map(({ number, indicator }) => [number, indicator])).toEqual([
      [1, 'Persentase layanan tepat waktu'],
      [2, 'Pengaduan yang terbukti'],
    ])
    const copied = await office.house.database.query<{ target: string; realisation: string | null }>(
      'SELECT target, realisation FROM performance_quarters WHERE commitment_id = $1 ORDER BY quarter',
      [next[0]!.id],
    )
    expect(copied.map(one => [one.target, one.realisation])).toEqual([
      ['25', null],
      ['50', null],
      ['75', null],
      ['100', null],
    ])
    const supported = await office.house.services.entries.supportsOf([next[0]!.id])
    expect(supported.get(next[0]!.id)?.areas).toEqual(['4', '5'])
    await carry()
    expect(await commitments(office.house)).toHaveLength(4)
    const events = await eventsOf(office.house)
    expect(events.filter(({ action }) => action === 'carry-commitment')).toHaveLength(2)
    expect((await office.read('chair', `${list}?tahun=2027`)).text).toContain('Tidak ada yang disalin.')
  })
})
