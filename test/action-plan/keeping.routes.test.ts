import { paths } from '../../src/paths'
import { NIP } from '../roster/roster-office'
import { post } from '../support/house'
import {
  addByForm,
  addGoal,
  eventsOf,
  faultAt,
  FORM,
  goalsOf,
  openOffice,
  report,
  type Office,
  type Who,
} from './plan-office'

describe('keeping the action plan of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.ownAccount(), paths.editGoal(id), { ...FORM, ...fields })
  const remove = async (who: Who, id: string) =>
    post(await office.browserOf(who), paths.ownAccount(), paths.goalRemoval(id), {})

  it('does not move a first day behind a report that does not say why it came earlier', async () => {
    const goal = await addGoal(office)
    await report(office, goal, { reportedOn: '2026-02-15', percent: '10' })
    await report(office, goal, { reportedOn: '2026-01-20', percent: '5', note: 'Dimulai lebih awal.' })
    const late = await edit('chair', goal, { startsOn: '2026-02-16', version: '1' })
    expect(late.status).toBe(422)
    expect(faultAt(late.text, 'startsOn')).toBe(
      'Ada kemajuan tanpa catatan per 15 Februari 2026, sebelum tanggal ini.',
    )
    expect(await goalsOf(office)).toMatchObject([{ startsOn: '2026-02-01', version: 1 }])
    expect((await edit('chair', goal, { startsOn: '2026-02-15', version: '1' })).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ startsOn: '2026-02-15', percent: 10, version: 2 }])
  })

  it.each(['chair', 'head', 'member'] as const)(
    'is done by the %s, who finds the goal in the list',
    async who => {
      const answer = await addByForm(office, {}, who)
      expect(answer.status).toBe(303)
      expect(await goalsOf(office)).toEqual([
        {
          title: 'Memangkas waktu tunggu loket paspor',
          year: 2026,
          serves: 'outcome',
          served: 'Layanan paspor lebih cepat',
          ownerId: null,
          owner: 'Pokja Pelayanan Publik',
          startsOn: '2026-02-01',
          dueOn: '2026-09-30',
          indicator: 'Rata-rata waktu tunggu',
          unit: 'menit',
          baseline: '40',
          target: '12.5',
          percent: 0,
          reportedOn: null,
          doneOn: null,
          version: 1,
        },
      ])
      const { text } = await office.read(who, paths.actionPlan(office.satker.id))
      expect(text).toContain('1 sasaran tahun 2026: 0 selesai.')
      expect(text).toContain('>Area 2, 6<')
      const page = await office.read(who, String(answer.headers['location']))
      expect(page.text).toContain('40 → 12,5 menit')
      expect(page.text).toContain('Hasil bagi publik: Layanan paspor lebih cepat')
    },
  )

  it.each(['admin', 'kanwil', 'centre'] as const)('is not done by the %s, who reads it', async who => {
    const id = await addGoal(office)
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newGoal(office.satker.id),
      paths.importActionPlan(office.satker.id),
      paths.actionPlanCopy(office.satker.id),
      paths.ownActionPlan(office.satker.id),
      paths.editGoal(id),
      paths.goalActivities(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 403])
    expect((await edit(who, id, { version: 1 })).status).toBe(403)
    expect((await remove(who, id)).status).toBe(403)
    const { text } = await office.read(who, paths.goal(id))
    for (const words of ['Ubah sasaran', 'Laporkan kemajuan', 'Riwayat']) expect(text).not.toContain(words)
    expect(await goalsOf(office)).toMatchObject([{ version: 1 }])
  })

  it('is not done from the next satker, which learns of nothing', async () => {
    const id = await addGoal(office)
    const agent = await office.browserOf('neighbour')
    for (const page of [
      paths.newGoal(office.satker.id),
      paths.goal(id),
      paths.editGoal(id),
      paths.goalActivities(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 404])
    expect((await edit('neighbour', id, { version: 1 })).status).toBe(404)
    expect((await remove('neighbour', id)).status).toBe(404)
    expect(await goalsOf(office)).toHaveLength(1)
  })

  it.each([
    ['title', { title: ' ' }, 'Isi sasaran atau kegiatannya.'],
    ['title', { title: 'x'.repeat(201) }, 'Tulis paling banyak 200 karakter.'],
    ['year', { year: '26' }, 'Tulis tahun rencana, misalnya 2026.'],
    ['year', { year: '2025' }, 'Mulai dan tenggatnya berada di luar tahun rencana ini.'],
    ['served', { served: '' }, 'Sebutkan sasaran atau hasil yang didukung.'],
    ['serves', { serves: 'none' }, 'Pilih jenis yang didukung, atau kosongkan uraiannya.'],
    ['startsOn', { startsOn: '' }, 'Isi tanggal mulai.'],
    ['startsOn', { startsOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['startsOn', { startsOn: '0202-01-02' }, 'Periksa tahunnya.'],
    ['dueOn', { dueOn: '2026-01-31' }, 'Tenggat mendahului tanggal mulai.'],
    ['indicator', { indicator: '' }, 'Isi indikator dari angka-angka ini.'],
    ['target', { target: '' }, 'Isi target indikator ini.'],
    ['target', { target: 'dua belas' }, 'Tulis angka saja, misalnya 87,5.'],
    [
      'baseline',
      { baseline: '1.500' },
      'Titik di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1,234.',
    ],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await addByForm(office, wrong)
    expect(answer.status).toBe(422)
    expect(faultAt(answer.text, field)).toBe(message)
    const typed = Object.entries({ ...FORM, ...wrong }).filter(
      ([name]) => !['serves', 'areas'].includes(name),
    )
    for (const [name, value] of typed)
      expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]*value="${String(value)}"`))
    expect(answer.text).toMatch(/value="6" checked/)
    expect(await goalsOf(office)).toEqual([])
  })

  it('refuses a second goal of the same words in one plan, and takes it in another', async () => {
    await addGoal(office)
    const again = await addByForm(office, { title: 'memangkas  Waktu tunggu loket paspor' })
    expect([again.status, faultAt(again.text, 'title')]).toEqual([
      422,
      'Sasaran ini sudah ada dalam rencana 2026.',
    ])
    expect((await addByForm(office, { year: '2027', dueOn: '2027-03-31' })).status).toBe(303)
  })

  it('may leave open what is not known yet', async () => {
    await addGoal(office, {
      serves: 'none',
      served: '',
      owner: '',
      indicator: '',
      baseline: '',
      target: '',
      unit: '',
      areas: [],
    })
    expect(await goalsOf(office)).toMatchObject([{ serves: 'none', owner: '', baseline: null, target: null }])
    const { text } = await office.read('kanwil', `${paths.actionPlan(office.satker.id)}?area=tanpa`)
    expect(text).toContain('Memangkas waktu tunggu loket paspor')
  })

  it('names somebody of the roster, who stays the owner when the name is taken away', async () => {
    const person = await office.keep({ name: 'Bagas Hendrawan', nip: NIP, leftOn: '2021-01-01' })
    const id = await addGoal(office, { owner: 'bagas  hendrawan' })
    expect(await goalsOf(office)).toMatchObject([{ ownerId: person, owner: '' }])
    await office.house.services.leavers.anonymise()
    const { text } = await office.read('chair', paths.goal(id))
    expect(text).toContain('Pegawai yang sudah keluar')
    const form = await office.read('chair', paths.editGoal(id))
    expect(form.text).toContain('value="Pegawai yang sudah keluar"')
    await edit('chair', id, { owner: 'Pegawai yang sudah keluar', unit: 'jam', version: 1 })
    expect(await goalsOf(office)).toMatchObject([{ ownerId: person, unit: 'jam' }])
    expect(JSON.stringify(await eventsOf(office))).not.toContain('Bagas')
  })

  it('tells two people of one name apart by their position', async () => {
    await office.keep({ name: 'Dewi Lestari', position: 'Analis' })
    const second = await office.keep({ name: 'Dewi Lestari', position: 'Bendahara' })
    const answer = await addByForm(office, { owner: 'Dewi Lestari' })
    expect([answer.status, faultAt(answer.text, 'owner')]).toEqual([
      422,
      'Beberapa pegawai bernama ini. Tulis jabatannya dalam kurung di belakang nama, seperti di register Pegawai.',
    ])
    await addGoal(office, { owner: 'Dewi Lestari (Bendahara)' })
    expect(await goalsOf(office)).toMatchObject([{ ownerId: second }])
  })

  it('shows both texts when somebody else saved meanwhile', async () => {
    const id = await addGoal(office)
    expect((await edit('head', id, { unit: 'jam', version: 1 })).status).toBe(303)
    const clash = await edit('chair', id, { unit: 'hari', version: 1 })
    expect(clash.status).toBe(409)
    expect(clash.text).toMatch(/data-l="Isian Anda">hari<[\s\S]*data-l="Yang tersimpan">jam</)
    expect(clash.text).toContain('name="version" value="2"')
    expect((await edit('chair', id, { unit: 'hari', version: 2 })).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ unit: 'hari', version: 3 }])
  })

  it('writes nothing when nothing was changed', async () => {
    const id = await addGoal(office)
    expect((await edit('chair', id, { version: 1 })).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ version: 1 }])
    expect((await eventsOf(office)).map(event => event.action)).toEqual(['add-goal'])
  })

  it('is told in the trail with what changed, and of the owner that it changed', async () => {
    const id = await addGoal(office)
    await edit('head', id, { dueOn: '2026-10-31', owner: 'Hendra Wiguna', version: 1 })
    await remove('member', id)
    const events = await eventsOf(office)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-goal', 'chair'],
      ['change-goal', 'head'],
      ['remove-goal', 'member'],
    ])
    expect(JSON.parse(events[1]?.after ?? '')).toMatchObject({ dueOn: '2026-10-31', ownerChanged: true })
    expect(JSON.stringify(events)).not.toMatch(/Hendra|Pokja Pelayanan/)
  })

  it('is taken away with its reports and its entry, and the plan says so', async () => {
    const id = await addGoal(office)
    await post(await office.browserOf('chair'), paths.ownAccount(), paths.goalProgress(id), {
      reportedOn: '2026-03-01',
      percent: '10',
    })
    const answer = await remove('chair', id)
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `${paths.actionPlan(office.satker.id)}?tahun=2026`,
    ])
    const left = await Promise.all(
      ['action_goals', 'goal_progress', 'entry_supports'].map(table =>
        office.house.database.query(`SELECT * FROM ${table}`),
      ),
    )
    expect(left).toEqual([[], [], []])
    expect((await office.read('chair', paths.goal(id))).status).toBe(404)
  })
})
