import { paths } from '../../src/paths'
import { monthsBefore } from '../../src/roster/leavers.service'
import { Scheduler } from '../../src/schedule/scheduler'
import { standingJobs } from '../../src/standing-jobs'
import type { SessionStore } from '../../src/web/sessions/session-store'
import { Membership } from '../../src/accounts/membership.entity'
import { User } from '../../src/accounts/user.entity'
import { newId } from '../../src/db/ids'
import type { Unit } from '../support/cast'
import { post } from '../support/house'
import { nameThem } from './named-people'
import { eventsOf, FORM, namesIn, NIP, openOffice, OTHER_NIP, type Office } from './roster-office'

/** A year of months after the last day; the house stands at 12 March 2026. */
const MONTHS = { ROSTER_KEEP_NAMES_MONTHS: '12' }

describe('those who left', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(MONTHS)
  })
  afterEach(() => office.close())

  const left = (name: string, leftOn: string | null, more = {}) =>
    office.keep({
      name,
      leftOn,
      position: 'Kepala Seksi',
      frontLine: true,
      pokja: '3',
      joinedOn: '2018-01-02',
      ...more,
    })
  const rowOf = async (id: string) => (await office.rows()).find(row => row.id === id)!

  it('lose name, NIP and position after the set time, and are counted as before', async () => {
    const gone = await left('Dimas Anggoro', '2025-03-12', { nip: NIP, agentFrom: '2024-01-01' })
    const recent = await left('Eka Prasetya', '2025-03-13', { nip: OTHER_NIP })
    const here = await left('Fajar Nugroho', null)
    const list = `${paths.roster(office.satker.id)}?keadaan=semua`
    const countsIn = (html: string) => [...html.matchAll(/<span class="n">(\d+)</g)].map(found => found[1])
    const before = countsIn((await office.read('chair', list)).text)
    expect(await office.house.services.leavers.anonymise()).toBe(1)
    expect(await rowOf(gone)).toMatchObject({
      name: '',
      nip: null,
      position: '',
      pokja: '3',
      agentFrom: '2024-01-01',
      joinedOn: '2018-01-02',
      leftOn: '2025-03-12',
      anonymisedAt: office.house.now.toISOString(),
      version: 2,
    })
    expect(await rowOf(recent)).toMatchObject({ name: 'Eka Prasetya', nip: OTHER_NIP, version: 1 })
    expect(await rowOf(here)).toMatchObject({ name: 'Fajar Nugroho' })
    const after = (await office.read('chair', list)).text
    expect(countsIn(after)).toEqual(before)
    expect(namesIn(after)).toEqual(['Eka Prasetya', 'Fajar Nugroho', 'Pegawai yang sudah keluar'])
    expect(await eventsOf(office.house)).toEqual([
      { action: 'anonymise-employee', role: 'system', before: null, after: null },
    ])
  })

  it('lose it once, however often the job runs', async () => {
    await left('Dimas Anggoro', '2024-03-12', { nip: NIP })
    const { leavers } = office.house.services
    expect([await leavers.anonymise(), await leavers.anonymise()]).toEqual([1, 0])
    expect(await eventsOf(office.house)).toHaveLength(1)
  })

  it('lose it by the job of the night', async () => {
    const id = await left('Dimas Anggoro', '2024-03-12', { nip: NIP })
    const { house } = office
    const sessions = { sweep: () => Promise.resolve() } as unknown as SessionStore
    const jobs = standingJobs(house.services, sessions).filter(job => job.name === 'anonymise-leavers')
    const failures: unknown[] = []
    await new Scheduler(
      house.database,
      jobs,
      () => house.now,
      error => failures.push(error),
    ).tick()
    expect(failures).toEqual([])
    expect((await rowOf(id)).name).toBe('')
  })

  it('get no name back, not even from a form that stood open', async () => {
    const id = await left('Dimas Anggoro', '2024-03-12', { nip: NIP })
    const chair = await office.browserOf('chair')
    await office.house.services.leavers.anonymise()
    expect((await chair.get(paths.editEmployee(id))).status).toBe(403)
    const answer = await post(chair, paths.ownAccount(), paths.editEmployee(id), { ...FORM, version: 1 })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Identitas pegawai ini sudah dihapus')
    expect((await rowOf(id)).name).toBe('')
    const page = (await office.read('chair', paths.employee(id))).text
    expect(page).toContain('Nama, NIP, dan jabatan dihapus 12 Maret 2026.')
    expect(page).not.toContain('Ubah data')
  })

  it('leave their NIP free for the day on which they come back', async () => {
    await left('Dimas Anggoro', '2024-03-12', { nip: NIP })
    await office.house.services.leavers.anonymise()
    const page = paths.newEmployee(office.satker.id)
    expect((await post(await office.browserOf('chair'), page, page, FORM)).status).toBe(303)
    expect((await office.rows()).map(row => row.nip)).toEqual([null, NIP])
  })

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-03-12', 24, '2024-03-12'],
    ['2024-02-29', 12, '2023-02-28'],
  ])('left by the day that lies before %s by %i months: %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected)
  })
})

describe('what a satker keeps about somebody', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(MONTHS)
  })
  afterEach(() => office.close())

  const bear = (who: 'evaluator' | 'member', nip: string) =>
    office.house.database.inTransaction(async () => {
      await office.house.database.writing().update(User, { id: office.people[who].id }, { nip })
    })

  const served = (
    { id: satkerId }: Unit,
    validUntil: string | null,
    who: 'evaluator' | 'member' = 'evaluator',
  ) =>
    office.house.database.inTransaction(() =>
      office.house.database.insert(Membership, [
        {
          id: newId(),
          userId: office.people[who].id,
          satkerId,
          role: 'member',
          acting: false,
          validFrom: '2024-01-02',
          validUntil,
          createdAt: '2024-01-02T00:00:00.000Z',
        },
      ]),
    )

  it('is shown to them on the page of their account, wherever it is kept and they have or had a role', async () => {
    await served(office.satker, '2025-12-31')
    await served(office.neighbour, null)
    await office.keep({ name: 'Nirmala S.', nip: NIP, position: 'Auditor', pokja: '5', leftOn: '2025-12-31' })
    await office.keep({
      name: 'Nirmala Sekarwangi',
      nip: NIP,
      position: 'Auditor Muda',
      satkerId: office.neighbour.id,
    })
    await bear('evaluator', NIP)
    const { text } = await office.read('evaluator', paths.ownAccount())
    expect(text).toContain('Register pegawai Kanim Tanjung Kirana')
    expect(text).toContain('Register pegawai Rutan Muara Bening')
    for (const word of [
      'Auditor Muda',
      'Nirmala S.',
      'Penguatan Pengawasan',
      '31 Desember 2025',
      '•••••••••••••• 1004',
      'dihapus 12 bulan',
    ])
      expect(text).toContain(word)
    expect(text).not.toContain(NIP)
  })

  it('is said with where the other registers name them, and leads there whoever may read', async () => {
    const { house, satker, neighbour } = office
    const agent = { nip: NIP, agentFrom: '2025-01-01', agentUntil: '2026-12-31' }
    const own = await office.keep({ name: 'Joko Wasesa', ...agent })
    const away = await office.keep({ name: 'Joko Wasesa', ...agent, satkerId: neighbour.id })
    const named = await nameThem(house, satker.id, own)
    await nameThem(house, neighbour.id, away)
    await served(neighbour, '2025-12-31', 'member')
    await bear('member', NIP)
    const { text } = await office.read('member', paths.ownAccount())
    expect(text.match(/Memangkas antrean \(2026\)/g)).toHaveLength(2)
    expect(text.match(/Antrean daring/g)).toHaveLength(2)
    for (const link of [
      `<a href="${paths.activities(satker.id)}?peserta=${own}">1 kegiatan</a>`,
      `<a href="${paths.goal(named.goal)}">Memangkas antrean (2026)</a>`,
      `<a href="${paths.innovation(named.innovation)}">Antrean daring</a>`,
    ])
      expect(text.split(link)).toHaveLength(2)
    expect(text).toContain('<dd>1 kegiatan</dd>')
    expect(text).not.toContain(paths.activities(neighbour.id))
  })

  it('is not shown to an account that bears the NIP and never had a role there', async () => {
    await office.keep({ name: 'Nirmala S.', nip: NIP })
    await bear('evaluator', NIP)
    expect((await office.read('evaluator', paths.ownAccount())).text).not.toContain('Register pegawai')
  })

  it('is nobody else’s, and nothing where no NIP is known', async () => {
    await office.keep({ name: 'Nirmala Sekarwangi', nip: NIP })
    await bear('evaluator', OTHER_NIP)
    for (const who of ['evaluator', 'member'] as const)
      expect((await office.read(who, paths.ownAccount())).text).not.toContain('Register pegawai')
  })
})
