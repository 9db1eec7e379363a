import { Membership } from '../../src/accounts/membership.entity'
import { newId } from '../../src/db/ids'
import { drawSample, type DrawnFrom } from '../../src/engine/calibration/draw-sample'
import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { post, type Browser } from '../support/house'
import { drawOne } from './sampled'

describe('the samples of a cycle', () => {
  let inspection: Inspection
  let centre: Browser
  let page: string
  beforeEach(async () => {
    inspection = await openInspection()
    centre = await inspection.browserOf('admin')
    page = paths.samples(inspection.cycle)
  })
  afterEach(() => inspection.close())

  const draw = (fields: object) => post(centre, page, page, { kind: 'units', amount: '1', ...fields })
  const drawn = () =>
    inspection.house.database.query<{ assessment: string; name: string }>(
      `SELECT u.assessment_id AS assessment, p.name FROM sampled_units u JOIN users p ON p.id = u.user_id`,
    )
  const giveRole = (userId: string, satkerId: string, role: Membership['role'], validUntil: string | null) =>
    inspection.house.database.inTransaction(() =>
      inspection.house.database.insert(Membership, [
        {
          id: newId(),
          userId,
          satkerId,
          role,
          acting: false,
          validFrom: '2024-01-01',
          validUntil,
          createdAt: '2024-01-01T00:00:00.000Z',
        },
      ]),
    )

  it('are linked from the cycle, empty at first, and say what could be drawn', async () => {
    expect((await centre.get(paths.cycle(inspection.cycle))).text).toContain(`href="${page}"`)
    const { text } = await centre.get(page)
    expect(text).toContain('Belum ada uji petik.')
    expect(text).toContain('1 satker sudah diajukan dan belum pernah ditarik.')
  })

  it('give a unit to an evaluator without a seat in its team, with one event of the cycle', async () => {
    const answer = await draw({})
    expect([answer.status, answer.headers['location']]).toEqual([303, `${page}?sampel=1`])
    expect(await drawn()).toEqual([{ assessment: inspection.assessment, name: 'Lestari Ayuningtyas' }])
    const { text } = await centre.get(page)
    expect(text).toContain('Uji petik 1')
    expect(text).toMatch(/data-l="Penilai kedua">Lestari Ayuningtyas</)
    expect(text).toContain('Belum dimulai')
    const events = await inspection.house.database.query<{ after: string; subject: string }>(
      `SELECT after, subject_id AS subject FROM audit_events WHERE action = 'draw-sample'`,
    )
    expect(events.map(event => event.subject)).toEqual([inspection.cycle])
    expect(JSON.parse(events[0]!.after)).toMatchObject({ sample: 1, units: 1 })
    expect((await centre.get(paths.cycle(inspection.cycle))).text).toContain('Menarik sampel uji petik')
  })

  it('can be drawn again from what is kept of them', async () => {
    await draw({})
    const kept = await inspection.house.database.one<{ seed: string; wanted: number; facts: string }>(
      'SELECT seed, wanted, drawn_from AS facts FROM samples',
    )
    const facts = JSON.parse(kept!.facts) as DrawnFrom
    expect(drawSample(facts, kept!.wanted, kept!.seed).given).toEqual([
      { unit: inspection.assessment, evaluator: inspection.people.outsider.id },
    ])
    expect((await centre.get(page)).text).toContain(kept!.seed)
  })

  it('pass over whoever has or had a role at the unit, or reads it from above', async () => {
    await giveRole(inspection.people.outsider.id, inspection.satker.id, 'chair', '2025-06-30')
    const refused = await draw({})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tidak ada evaluator di luar tim yang boleh menilai satker itu.')
    expect(refused.text).toContain('value="1"')
    expect(await drawn()).toEqual([])
  })

  it('pass over whoever reads the unit by a role above it', async () => {
    await giveRole(inspection.people.outsider.id, inspection.ministry.id, 'reader', null)
    expect((await draw({})).status).toBe(422)
  })

  it('take a share rounded up, and no unit twice in a cycle', async () => {
    expect((await draw({ kind: 'percent', amount: '3' })).status).toBe(303)
    expect(await drawn()).toHaveLength(1)
    const again = await draw({})
    expect(again.status).toBe(422)
    expect(again.text).toContain('Belum ada satker yang diajukan dan belum pernah ditarik')
  })

  it.each([
    [{ amount: '' }, 'Tulis bilangan bulat'],
    [{ amount: 'sepuluh' }, 'Tulis bilangan bulat'],
    [{ amount: '0' }, 'Tulis bilangan dari 1 sampai 500.'],
    [{ amount: '101', kind: 'percent' }, 'Tulis bilangan dari 1 sampai 100.'],
    [{ kind: 'lusin' }, 'Pilih satuan besarnya.'],
  ])('come back with what was typed when it is %j', async (fields, words) => {
    const { status, text } = await draw(fields)
    expect([status, text.includes(words)]).toEqual([422, true])
    if ('amount' in fields && fields.amount) expect(text).toContain(`value="${fields.amount}"`)
    expect(await drawn()).toEqual([])
  })

  it('are closed once, with an event', async () => {
    await drawOne(inspection)
    const sample = await inspection.house.database.one<{ id: string }>('SELECT id FROM samples')
    const closing = paths.sampleClosing(inspection.cycle, sample!.id)
    expect((await centre.get(page)).text).toContain('1 lembar belum diserahkan dan tidak akan dihitung.')
    expect((await post(centre, page, closing, {})).status).toBe(303)
    expect((await centre.get(page)).text).toContain('Ditutup')
    await post(centre, page, closing, {})
    const events = await inspection.house.database.query(
      `SELECT id FROM audit_events WHERE action = 'close-sample'`,
    )
    expect(events).toHaveLength(1)
    expect((await post(centre, page, paths.sampleClosing(inspection.cycle, 'tidak-ada'), {})).status).toBe(
      404,
    )
  })

  it('are the centre’s alone', async () => {
    for (const who of ['lead', 'head', 'companion', 'outsider'] as const)
      for (const address of [page, paths.agreement(inspection.cycle)])
        expect((await (await inspection.browserOf(who)).get(address)).status).toBe(403)
    expect((await centre.get(paths.samples('tidak-ada'))).status).toBe(404)
  })
})
