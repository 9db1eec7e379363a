import { Dice } from '../../seeds/demo/dice'
import { dashboardOf } from '../../src/agreements/dashboard'
import { agreementState, planStanding } from '../../src/engine/agreements/agreement-state'
import { daysAfter } from '../../src/engine/civil-days'
import { agreementQuery } from '../../src/agreements/agreement-list'
import { keepAgreement, openOffice, TODAY, type Office } from './agreement-office'

const DRAWN = 240

describe('the state of agreements in the database', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office.close())

  /** Days around every threshold come often. */
  const dayNear = (dice: Dice, day: string) =>
    daysAfter(day, dice.pick([-400, -181, -180, -179, -91, -90, -1, 0, 1, 30, 89, 90, 91, 300]))

  it('is that of the pure rule for every one of a random sample, and so are the sums of a dashboard', async () => {
    const dice = new Dice('agreements', 'standing')
    const { satker, neighbour, kanwil } = office.units
    const expected = new Map<string, string>()
    let late = 0
    for (let place = 0; place < DRAWN; place++) {
      const validFrom = dayNear(dice, TODAY)
      const end = dayNear(dice, TODAY)
      const validUntil = end < validFrom ? validFrom : end
      const tasks = Array.from({ length: dice.below(4) }, () => {
        const dueOn = dayNear(dice, TODAY)
        return [dueOn, dice.chance(45) ? dayNear(dice, TODAY) : null] as const
      })
      const satkerId = dice.pick([satker, neighbour, kanwil]).id
      const id = await keepAgreement(office.house, { satkerId, validFrom, validUntil }, tasks)
      const standing = planStanding(
        tasks.map(([dueOn, doneOn]) => ({ dueOn, doneOn })),
        TODAY,
      )
      late += standing.late
      expected.set(id, agreementState({ validFrom, validUntil }, standing, TODAY))
    }
    const actor = await office.actor('centre')
    const found = new Map<string, string>()
    for (const { id } of [satker, neighbour, kanwil]) {
      const unit = await office.house.services.agreements.unit(actor, id)
      const rows = await office.house.services.agreements.all(unit, agreementQuery(new Map(), {}))
      for (const row of rows) found.set(row.id, row.state)
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
    expect(new Set(found.values()).size).toBe(7)

    const { sum, units, regions } = await office.house.services.agreementDashboard.of(actor, {})
    const states = [...expected.values()]
    expect(sum.agreements).toBe(DRAWN)
    expect(sum.tasksLate).toBe(late)
    for (const [state, count] of Object.entries(sum.counts))
      expect([state, count]).toEqual([state, states.filter(one => one === state).length])
    expect(units).toHaveLength(3)
    expect(regions.map(({ sum: of }) => of.agreements)).toEqual([DRAWN, 0])
  }, 60_000)
})

describe('a dashboard', () => {
  const unit = (name: string, more: Partial<Parameters<typeof dashboardOf>[0][number]> = {}) => ({
    id: name,
    name,
    level: 'satker' as const,
    path: `r/${name}/`,
    agreements: 1,
    tasksLate: 0,
    evaluationsLate: 0,
    counts: {
      'expired-without-result': 0,
      'signed-only': 0,
      late: 0,
      'no-plan': 0,
      expiring: 0,
      running: 1,
      done: 0,
    },
    ...more,
  })
  const calm = unit('Aman').counts
  const units = [
    unit('Kanwil', { level: 'kanwil', path: 'r/k/', id: 'k', agreements: 0 }),
    unit('Aman', { path: 'r/k/a/' }),
    unit('Terlambat', { tasksLate: 3, counts: { ...calm, late: 1 } }),
    unit('Lupa', { evaluationsLate: 1 }),
    unit('Parah', { counts: { ...calm, 'signed-only': 1, 'no-plan': 1 } }),
  ]
  const names = (address: Record<string, string>) => dashboardOf(units, address).units.map(({ name }) => name)

  it('has the most troubled units first and leaves out those without agreements', () => {
    expect(names({})).toEqual(['Parah', 'Terlambat', 'Lupa', 'Aman'])
    expect(names({ urut: '-masalah' })).toEqual(['Aman', 'Lupa', 'Terlambat', 'Parah'])
  })

  it('is narrowed by region, state, name and what is recorded', () => {
    expect(names({ wilayah: 'k' })).toEqual(['Aman'])
    expect(names({ keadaan: 'late' })).toEqual(['Terlambat'])
    expect(names({ cari: 'lup' })).toEqual(['Lupa'])
    expect(names({ unit: 'kosong' })).toEqual(['Kanwil'])
    expect(names({ unit: 'semua', urut: 'nama' })).toEqual(['Aman', 'Kanwil', 'Lupa', 'Parah', 'Terlambat'])
    expect(names({ urut: 'lewat' })[0]).toBe('Terlambat')
  })
})
