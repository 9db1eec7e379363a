import { Membership } from '../../src/accounts/membership.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, PASSWORD } from '../support/cast'
import { post, signedIn, type Browser } from '../support/house'
import { evaluators } from './acting'
import { openInspection, submitAs, type Inspection } from './inspection'

describe('the teams of a cycle', () => {
  let inspection: Inspection
  let centre: Browser
  let page: string
  beforeEach(async () => {
    inspection = await openInspection({}, { submitted: false })
    centre = await inspection.browserOf('admin')
    page = paths.teams(inspection.cycle)
  })
  afterEach(() => inspection.close())

  const database = () => inspection.house.database
  const seatsNow = () =>
    database().query<{ name: string; seat: string; team: string }>(
      `SELECT u.name, x.seat, t.name AS team FROM team_seats x JOIN users u ON u.id = x.user_id
         JOIN evaluation_teams t ON t.id = x.team_id WHERE x.ended_at IS NULL ORDER BY t.name, x.seat, u.name`,
    )
  const seat = (team: string, user: string, kind: string) =>
    post(centre, page, paths.teamSeats(inspection.cycle, team), { user, seat: kind })
  const newTeam = async (name: string) => {
    await post(centre, page, page, { name })
    return (await database().one<{ id: string }>('SELECT id FROM evaluation_teams WHERE name = $1', [name]))!
      .id
  }
  const roleAt = (user: string, unit: string, validFrom: string, validUntil: string | null) =>
    database().inTransaction(() =>
      database().insert(Membership, [
        {
          id: newId(),
          userId: user,
          satkerId: unit,
          role: 'chair',
          acting: false,
          validFrom,
          validUntil,
          createdAt: '2024-01-01T00:00:00.000Z',
        },
      ]),
    )

  it('are linked from the cycle and list who sits where with how many units', async () => {
    const { text: cycle } = await centre.get(paths.cycle(inspection.cycle))
    expect(cycle).toContain(`href="${page}"`)
    const { text } = await centre.get(page)
    expect(text).toContain('Tim 1')
    expect(text).toMatch(
      /Nirmala Sekarwangi<\/th><td data-l="Kedudukan">Anggota<\/td><td data-l="Menilai">1 satker/,
    )
    expect(text).toMatch(
      /Yoga Pranata<\/th><td data-l="Kedudukan">Anggota<\/td><td data-l="Menilai">0 satker/,
    )
    expect(text).toMatch(/Retno Palupi<\/th><td data-l="Kedudukan">Pengendali teknis<\/td>/)
    expect(text).toContain('class="tbl tbl-dense stack"')
  })

  it('ask the database as often for twelve teams as for one', async () => {
    const count = async () => {
      inspection.house.statements.length = 0
      await centre.get(page)
      return inspection.house.statements.length
    }
    const one = await count()
    for (let number = 2; number <= 12; number++) await newTeam(`Tim ${number}`)
    expect(await count()).toBe(one)
  })

  it('are added under a name of their own, with an event', async () => {
    expect((await post(centre, page, page, { name: 'Tim Timur' })).status).toBe(303)
    const again = await post(centre, page, page, { name: 'Tim Timur' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Nama tim ini sudah ada di siklus ini.')
    expect(again.text).toContain('value="Tim Timur"')
    expect((await post(centre, page, page, { name: ' ' })).text).toContain('Tulis nama tim.')
    const acts = await database().query<{ action: string; role: string }>(
      "SELECT action, role FROM audit_events WHERE action = 'add-team' ORDER BY at",
    )
    expect(acts.length).toBe(2)
    expect(acts[1]).toEqual({ action: 'add-team', role: 'centre-admin' })
  })

  it('take an evaluator on a seat once, and one ketua and one dalnis', async () => {
    const { people, team } = inspection
    const other = await newTeam('Tim 2')
    expect((await seat(other, people.outsider.id, 'lead')).status).toBe(303)
    expect((await seatsNow()).filter(row => row.team === 'Tim 2')).toEqual([
      { name: 'Lestari Ayuningtyas', seat: 'lead', team: 'Tim 2' },
    ])
    const second = await seat(other, people.second.id, 'lead')
    expect(second.status).toBe(422)
    expect(second.text).toContain('Kedudukan ini sudah terisi.')
    expect((await seat(team, people.member.id, 'lead')).text).toContain('sudah ada di tim ini')
    expect((await seat(team, people.chair.id, 'member')).text).toContain(
      'Pilih seorang evaluator yang masih berperan.',
    )
    expect((await seat(team, '', 'member')).text).toContain('Pilih evaluator.')
    expect((await seat('tidak-ada', people.outsider.id, 'member')).status).toBe(404)
  })

  it('let nobody go who still scores a unit, and keep the seat that was left', async () => {
    const { people, team } = inspection
    const end = async (name: string) => {
      const row = await database().one<{ id: string }>(
        'SELECT x.id FROM team_seats x JOIN users u ON u.id = x.user_id WHERE u.name = $1',
        [name],
      )
      return post(centre, page, paths.teamSeatEnd(inspection.cycle, team, row!.id), {})
    }
    expect((await end(people.member.name)).status).toBe(303)
    expect((await centre.get(page)).text).toContain(
      'Nirmala Sekarwangi masih menilai 1 satker. Alihkan dahulu penugasannya kepada anggota lain.',
    )
    expect((await end(people.second.name)).status).toBe(303)
    expect((await seatsNow()).map(row => row.name)).not.toContain('Yoga Pranata')
    expect((await database().query('SELECT id FROM team_seats')).length).toBe(4)
  })

  it.each<[string, string, string | null, boolean]>([
    ['a role now', '2026-02-01', null, false],
    ['a role in the last cycle', '2025-01-01', '2025-01-01', false],
    ['a role two cycles ago', '2023-01-01', '2024-12-31', true],
  ])(
    'take no ketua with %s in a unit that the team scores already: %s–%s, may: %s',
    async (_, from, until, may) => {
      const { people, team, satker } = inspection
      const lead = (await database().one<{ id: string }>("SELECT id FROM team_seats WHERE seat = 'lead'"))!
      await post(centre, page, paths.teamSeatEnd(inspection.cycle, team, lead.id), {})
      await roleAt(people.outsider.id, satker.id, from, until)
      const answer = await seat(team, people.outsider.id, 'lead')
      expect(answer.status).toBe(may ? 303 : 422)
      if (!may)
        expect(answer.text).toContain(
          'Lestari Ayuningtyas berperan di Kanim Tanjung Kirana, yang dinilai tim ini, atau satker di bawahnya',
        )
      expect((await seatsNow()).some(row => row.seat === 'lead')).toBe(may)
      // As a plain member, the same person may join: single units are barred when they are assigned.
      if (!may) expect((await seat(team, people.outsider.id, 'member')).status).toBe(303)
    },
  )

  it('pass a sheet that a ketua began on to the one who hands it in', async () => {
    const { people, team, assessment } = inspection
    const { begin, agree, handIn } = evaluators(inspection)
    await submitAs(inspection)
    await begin('member')
    await agree('member')
    await handIn('member')
    await begin('lead')
    const lead = (await database().one<{ id: string }>("SELECT id FROM team_seats WHERE seat = 'lead'"))!
    await post(centre, page, paths.teamSeatEnd(inspection.cycle, team, lead.id), {})
    expect((await seat(team, people.outsider.id, 'lead')).status).toBe(303)
    const { evaluations, judgements } = inspection.house.services
    const actor = await inspection.actor('outsider')
    await judgements.agreeWithRest(actor, await inspection.seen('outsider'))
    await evaluations.handIn(actor, await inspection.seen('outsider'))
    const { text } = await (await inspection.browserOf('outsider')).get(paths.evaluation(assessment))
    expect(text).toMatch(/Ketua tim<\/th><td[^>]*>Lestari Ayuningtyas</)
    expect(
      await database().one('SELECT assessor_id AS assessor FROM worksheets WHERE seat = $1', ['lead']),
    ).toEqual({ assessor: people.outsider.id })
  })

  it('are for the centre alone', async () => {
    for (const who of ['member', 'lead', 'head', 'chair', 'companion'] as const) {
      const agent = await inspection.browserOf(who)
      expect((await agent.get(page)).status).toBe(403)
    }
    expect((await centre.get(paths.teams('tidak-ada'))).status).toBe(404)
  })

  it('of another cycle are not found through this one', async () => {
    const { instrumentId } = (await database().one<{ instrumentId: string }>(
      'SELECT instrument_id AS "instrumentId" FROM cycles',
    ))!
    const earlier = await addCycle(inspection.house, instrumentId, 2025)
    const answer = await post(centre, page, paths.teamSeats(earlier, inspection.team), {
      user: inspection.people.outsider.id,
      seat: 'member',
    })
    expect(answer.status).toBe(404)
  })

  describe('and their assignments', () => {
    let list: string
    beforeEach(() => void (list = paths.evaluatorAssignments(inspection.cycle)))

    const addUnit = async (name: string, under = inspection.kanwil) => {
      const unit = await addSatker(inspection.house, name, under)
      return { unit, ...(await addAssessment(inspection.house, unit, inspection.cycle)) }
    }
    const assign = (assessments: string[], member: string, more: Record<string, string> = {}) =>
      post(centre, list, list, { assessment: assessments, member: `${inspection.team} ${member}`, ...more })
    const assigned = () =>
      database().query<{ satker: string; member: string }>(
        `SELECT s.name AS satker, u.name AS member FROM evaluator_assignments ea
           JOIN assessments a ON a.id = ea.assessment_id JOIN satker s ON s.id = a.satker_id
           JOIN users u ON u.id = ea.user_id WHERE ea.ended_at IS NULL ORDER BY s.name`,
      )

    it('show who scores what, filtered by region, name and whether anybody does', async () => {
      const east = await addSatker(inspection.house, 'Kanwil Nusa Timur', inspection.ministry, {
        level: 'kanwil',
      })
      await addUnit('Rutan Muara Bening', east)
      await addUnit('Lapas 100% Siap')
      const { text } = await centre.get(list)
      expect(text).toContain('3 satker, 2 belum bertim')
      expect(text).toMatch(
        /Kanim Tanjung Kirana[\s\S]*data-l="Tim">Tim 1<[\s\S]*data-l="Anggota">Nirmala Sekarwangi/,
      )
      const regional = (await centre.get(`${list}?kanwil=${east.id}`)).text
      expect(regional).toContain('Rutan Muara Bening')
      expect(regional).not.toContain('Kanim Tanjung Kirana')
      expect((await centre.get(`${list}?tampil=belum`)).text).toContain('2 satker, 2 belum bertim')
      const found = (await centre.get(`${list}?cari=${encodeURIComponent('0% s')}`)).text
      expect(found).toContain('1 satker, 1 belum bertim')
      expect((await centre.get(`${list}?cari=zzz`)).text).toContain('Tidak ada satker yang cocok.')
    })

    it('ask the database as often for 120 units as for one, and show 50', async () => {
      const count = async () => {
        inspection.house.statements.length = 0
        const { text } = await centre.get(list)
        return [inspection.house.statements.length, text.match(/name="assessment"/g)?.length]
      }
      const [statements] = await count()
      for (let number = 1; number < 120; number++) await addUnit(`Lapas ${String(number).padStart(3, '0')}`)
      expect(await count()).toEqual([statements, 50])
      expect((await centre.get(`${list}?hal=3`)).text).toContain('101–120 dari 120')
    }, 60_000)

    it('give many ticked units to one member at once, each with its event', async () => {
      const units = [await addUnit('Lapas A'), await addUnit('Lapas B')]
      const answer = await assign(
        units.map(unit => unit.id),
        inspection.people.second.id,
      )
      expect(answer.status).toBe(303)
      expect((await centre.get(list)).text).toContain('2 satker ditugaskan.')
      expect((await assigned()).filter(row => row.member === 'Yoga Pranata').length).toBe(2)
      const events = await database().query(
        "SELECT id FROM audit_events WHERE action = 'assign-evaluator' AND role = 'centre-admin'",
      )
      expect(events.length).toBe(3)
    })

    it('want a reason to take a unit from somebody, and keep what was typed and ticked', async () => {
      const { assessment, people } = inspection
      const refused = await assign([assessment], people.second.id)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Tulis alasan pengalihan.')
      expect(refused.text).toContain(`value="${assessment}" checked`)
      expect((await assigned())[0]?.member).toBe('Nirmala Sekarwangi')
      expect((await assign([assessment], people.second.id, { reason: 'Cuti melahirkan' })).status).toBe(303)
      expect((await assigned())[0]?.member).toBe('Yoga Pranata')
      const ended = await database().query(
        'SELECT ended_because AS because FROM evaluator_assignments WHERE ended_at IS NOT NULL',
      )
      expect(ended).toEqual([{ because: 'Cuti melahirkan' }])
    })

    it('refuse a form without a unit or with a stranger as member', async () => {
      expect((await assign([], inspection.people.second.id)).text).toContain(
        'Centang paling sedikit satu satker.',
      )
      expect((await assign([inspection.assessment], inspection.people.outsider.id)).text).toContain(
        'Pilih seorang anggota dari tim ini.',
      )
      expect((await assign(['tidak-ada'], inspection.people.second.id)).status).toBe(404)
    })

    it.each<[string, string, string | null, 'same' | 'below' | 'above', boolean]>([
      ['a role there now', '2026-02-01', null, 'same', false],
      ['a role below it now', '2026-02-01', null, 'below', false],
      ['a role above it', '2026-02-01', null, 'above', true],
      ['a role there in the last cycle', '2024-06-01', '2025-01-01', 'same', false],
      ['a role below it in the last cycle', '2024-06-01', '2025-06-01', 'below', false],
      ['a role there two cycles ago', '2023-01-01', '2024-12-31', 'same', true],
    ])('bar a member with %s (%s–%s, %s), may: %s', async (_, from, until, where, may) => {
      const { people, kanwil } = inspection
      const own = await addUnit('Lapas Induk')
      const below = await addSatker(inspection.house, 'Pos Lapas', own.unit)
      const units = { same: own.unit, below, above: kanwil }
      await roleAt(people.second.id, units[where].id, from, until)
      expect((await assign([own.id], people.second.id)).status).toBe(303)
      const { text } = await centre.get(list)
      if (!may) expect(text).toContain('Lapas Induk (Yoga Pranata)')
      expect((await assigned()).some(row => row.satker === 'Lapas Induk')).toBe(may)
    })

    it('bar a whole team whose ketua has a role there, and give the others all the same', async () => {
      const barred = await addUnit('Lapas Kenalan')
      const free = await addUnit('Lapas Lain')
      await roleAt(inspection.people.lead.id, barred.unit.id, '2026-01-01', null)
      await assign([barred.id, free.id], inspection.people.second.id)
      expect((await centre.get(list)).text).toContain('1 satker ditugaskan.')
      expect((await assigned()).map(row => row.satker)).toEqual(['Kanim Tanjung Kirana', 'Lapas Lain'])
    })

    it('are spread evenly over the members of chosen teams, and name what nobody may score', async () => {
      const units = []
      for (let number = 1; number <= 6; number++) units.push(await addUnit(`Lapas ${number}`))
      const last = units.at(-1)!
      await roleAt(inspection.people.controller.id, last.unit.id, '2025-02-01', '2025-02-02')
      const spreading = paths.evaluatorSpread(inspection.cycle)
      const none = await post(centre, list, spreading, { tampil: 'semua' })
      expect(none.status).toBe(422)
      expect(none.text).toContain('Pilih paling sedikit satu tim.')
      expect((await post(centre, list, spreading, { teams: inspection.team })).status).toBe(303)
      const { text } = await centre.get(list)
      expect(text).toContain('5 satker diratakan.')
      expect(text).toContain('Tidak ada anggota tim ini yang boleh menilai: Lapas 6.')
      const loads = (await assigned()).map(row => row.member)
      expect(loads.filter(name => name === 'Nirmala Sekarwangi').length).toBe(3)
      expect(loads.filter(name => name === 'Yoga Pranata').length).toBe(3)
    })

    it('spread what the filter lets through, in as many statements whatever the number', async () => {
      const spreadOver = async (count: number, word: string) => {
        for (let number = 1; number <= count; number++) await addUnit(`${word} ${number}`)
        inspection.house.statements.length = 0
        await post(centre, list, paths.evaluatorSpread(inspection.cycle), {
          teams: inspection.team,
          cari: word,
        })
        return inspection.house.statements.length
      }
      await addUnit('Kanim Lain')
      const two = await spreadOver(2, 'Lapas')
      expect(await spreadOver(9, 'Rutan')).toBe(two)
      expect((await assigned()).some(row => row.satker === 'Kanim Lain')).toBe(false)
      expect((await assigned()).length).toBe(12)
    }, 30_000)

    it('are for the centre alone', async () => {
      const agent = await signedIn(inspection.house, inspection.people.lead.login, PASSWORD)
      expect((await agent.get(list)).status).toBe(403)
      const admin = await addPerson(inspection.house, 'Asep', 'satker-admin', inspection.satker)
      expect((await (await signedIn(inspection.house, admin.login, PASSWORD)).get(list)).status).toBe(403)
    })
  })
})
