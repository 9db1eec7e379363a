import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { someone } from '../roster/roster-office'
import { post } from '../support/house'
import { openActivities, type ActivitiesOffice, type Who } from './activities-office'

describe('the participants of an activity', () => {
  let office: ActivitiesOffice
  let id: string
  let people: Record<string, string>
  beforeEach(async () => {
    office = await openActivities()
    id = await office.hold({ heldOn: '2026-03-03', heldUntil: '2026-03-04' })
    people = {
      ayu: await office.keep({ name: 'Ayu Lestari', pokja: '1' }),
      bagas: await office.keep({ name: 'Bagas Hendrawan', pokja: '1', position: 'Analis' }),
      citra: await office.keep({ name: 'Citra Maharani', pokja: '2' }),
      last: await office.keep({ name: 'Dimas Hari Pertama', leftOn: '2026-03-03' }),
      first: await office.keep({ name: 'Eka Hari Terakhir', joinedOn: '2026-03-04' }),
      gone: await office.keep({ name: 'Fajar Sudah Keluar', leftOn: '2026-03-02' }),
      later: await office.keep({ name: 'Gita Belum Masuk', joinedOn: '2026-03-05' }),
      nobody: await office.keep({ name: '', position: '', anonymisedAt: '2026-01-01T00:00:00.000Z' }),
    }
  })
  afterEach(() => office.close())

  const page = () => paths.activityParticipants(id)
  const send = async (fields: Record<string, unknown>, who: Who = 'member') =>
    post(await office.browserOf(who), page(), page(), fields)
  const shown = async (query = '') => {
    const { text } = await office.read('chair', `${page()}${query}`)
    return [...text.matchAll(/name="employee" value="[^"]+"><span>([^<]+)</g)].map(match => match[1])
  }

  it('are found among those who worked there on some day of it, by name, position and pokja', async () => {
    expect(await shown()).toEqual([
      'Ayu Lestari',
      'Bagas Hendrawan',
      'Citra Maharani',
      'Dimas Hari Pertama',
      'Eka Hari Terakhir',
    ])
    expect(await shown('?cari=LESTARI')).toEqual(['Ayu Lestari'])
    expect(await shown('?cari=analis')).toEqual(['Bagas Hendrawan'])
    expect(await shown('?pokja=1')).toEqual(['Ayu Lestari', 'Bagas Hendrawan'])
    expect(await shown('?pokja=tanpa')).toEqual(['Dimas Hari Pertama', 'Eka Hari Terakhir'])
    expect(await shown('?cari=zzz')).toEqual([])
  })

  it('are ticked and put on the list, one or several, and taken off it again', async () => {
    const one = await send({ scope: 'chosen', employee: people['ayu'], cari: 'ayu' })
    expect([one.status, one.headers['location']]).toEqual([303, `${page()}?cari=ayu`])
    await send({ scope: 'chosen', employee: [people['citra'], people['last']], cari: 'zzz' })
    expect(await office.participantsOf(id)).toEqual(['Ayu Lestari', 'Citra Maharani', 'Dimas Hari Pertama'])
    expect(await shown()).toEqual(['Bagas Hendrawan', 'Eka Hari Terakhir'])
    expect(await shown('?daftar=peserta')).toEqual(['Ayu Lestari', 'Citra Maharani', 'Dimas Hari Pertama'])
    expect((await office.entryOf(id))?.summary).toContain('3 pegawai')
    await send({ scope: 'chosen', employee: [people['citra']], daftar: 'peserta' }, 'head')
    expect(await office.participantsOf(id)).toEqual(['Ayu Lestari', 'Dimas Hari Pertama'])
    const { text } = await office.read('kanwil', paths.activity(id))
    expect(text).toContain('Ayu Lestari')
    expect(text).not.toContain('Citra Maharani')
  })

  it('are put on the list all at once: a whole pokja, or everybody who worked there', async () => {
    await send({ scope: 'all', pokja: '1' })
    expect(await office.participantsOf(id)).toEqual(['Ayu Lestari', 'Bagas Hendrawan'])
    await send({ scope: 'all' })
    expect(await office.participantsOf(id)).toHaveLength(5)
    await send({ scope: 'all', daftar: 'peserta', pokja: '1' })
    expect(await office.participantsOf(id)).toHaveLength(3)
  })

  it.each([
    ['somebody who had left', 'gone'],
    ['somebody who came later', 'later'],
    ['somebody without a name', 'nobody'],
    ['somebody who never was', 'x'],
  ])('are not %s: nobody is put on the list, and the ticks stay', async (_, key) => {
    const answer = await send({ scope: 'chosen', employee: [people['ayu'], people[key] ?? 'x'] })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('1 orang tidak ada di register pegawai satker ini pada hari kegiatan.')
    expect(answer.text).toMatch(new RegExp(`value="${people['ayu']}" checked`))
    expect(await office.participantsOf(id)).toEqual([])
  })

  it('are not people of the next satker', async () => {
    const foreign = await office.keep({ satkerId: office.neighbour.id, name: 'Orang Sebelah' })
    expect((await send({ scope: 'chosen', employee: foreign })).status).toBe(422)
    await send({ scope: 'all' })
    expect(await office.participantsOf(id)).not.toContain('Orang Sebelah')
  })

  it('are nobody when nobody was ticked', async () => {
    const answer = await send({ scope: 'chosen' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Pilih paling sedikit satu orang.')
  })

  it('may be named twice by two people at once', async () => {
    await send({ scope: 'chosen', employee: people['ayu'] })
    expect((await send({ scope: 'chosen', employee: [people['ayu'], people['bagas']] }, 'head')).status).toBe(
      303,
    )
    expect(await office.participantsOf(id)).toEqual(['Ayu Lestari', 'Bagas Hendrawan'])
  })

  it('stand in the trail as a number, never by name', async () => {
    await send({ scope: 'all' })
    await send({ scope: 'all', daftar: 'peserta' })
    const events = (await office.events()).slice(1)
    expect(events.map(({ action, after }) => [action, after])).toEqual([
      ['add-participants', '{"participants":5}'],
      ['remove-participants', '{"participants":5}'],
    ])
    expect(JSON.stringify(await office.events())).not.toMatch(/Ayu|Bagas|Citra/)
  })

  it('lose their names with the roster, and are counted still', async () => {
    await send({ scope: 'chosen', employee: [people['ayu'], people['last']] })
    await office.house.database.inTransaction(() =>
      office.house.database
        .writing()
        .update(Employee, { id: people['ayu']! }, { name: '', anonymisedAt: '2026-03-10T00:00:00.000Z' }),
    )
    for (const address of [paths.activity(id), paths.activityRecord(id)]) {
      const { text } = await office.read('kanwil', address)
      expect(text).toContain('Pegawai yang sudah keluar')
      expect(text).toContain('2 pegawai')
      expect(text).not.toContain('Ayu Lestari')
    }
  })

  it('of ten thousand on the roster take the statements of a few', async () => {
    const count = async (act: () => Promise<unknown>) => {
      office.house.statements.length = 0
      await act()
      return office.house.statements.length
    }
    const agent = await office.browserOf('member')
    const measure = async () => [
      await count(() => agent.get(page())),
      await count(() => agent.get(`${page()}?daftar=peserta`)),
      await count(() => send({ scope: 'all' })),
      await count(() => agent.get(paths.activity(id))),
      await count(() => send({ scope: 'all', daftar: 'peserta' })),
    ]
    await measure()
    const few = await measure()
    const many = Array.from({ length: 10_000 }, (_, place) => ({
      ...someone(office.satker.id),
      name: `Orang ${place}`,
    }))
    await office.house.database.inTransaction(() => office.house.database.insert(Employee, many))
    expect(await measure()).toEqual(few)
  }, 60_000)
})
