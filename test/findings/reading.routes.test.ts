import { paths } from '../../src/paths'
import { keptFindings } from '../../src/findings/finding-document'
import { promise, report } from '../performance/performance-office'
import { addByForm, openOffice, type Office } from '../roster/roster-office'
import { addAssessment } from '../support/cast'
import { post } from '../support/house'
import { loadRules, RULE_BOOK } from './rules-at-work'

const NO_QUARTERS = [null, null, null] as const

describe('what the rules say of a satker', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const opened = async () =>
    office.house.services.assessments.visibleTo(await office.actor('chair')).get(office.assessment)
  const read = async () => {
    const seen = await office.house.services.findings.of(await opened())
    if (!seen) throw new Error('nothing was read')
    return seen
  }
  const levelOf = async (rule: string) =>
    keptFindings((await read()).document.findings).find(one => one.rule === rule)?.level
  const refresh = () => office.house.services.findings.refreshChanged()

  it('is nothing before a rule book was loaded', async () => {
    expect(await office.house.services.findings.of(await opened())).toBeNull()
    expect(await refresh()).toBe(0)
  })

  it('is every rule, none of which fails, for a satker of which nothing is known', async () => {
    await loadRules(office.house)
    const { document } = await read()
    const { pitfalls, recommendations, keys, factors } = document.findings
    expect([pitfalls.length, recommendations.length, keys.length, factors.length]).toEqual([6, 11, 3, 7])
    expect(keptFindings(document.findings).filter(({ level }) => level === 'gagal')).toEqual([])
    expect(keptFindings(document.findings).filter(({ level }) => level === 'aman')).toEqual([])
    expect(document.readiness.verdict).toBe('belum-siap')
  })

  it('is kept once and read again only when an act changed a fact', async () => {
    await loadRules(office.house)
    expect(await refresh()).toBe(1)
    expect(await refresh()).toBe(0)
    office.house.statements.length = 0
    await read()
    const kept = office.house.statements.length
    await addByForm(office, 'chair')
    office.house.statements.length = 0
    await read()
    expect(office.house.statements.length).toBeGreaterThan(kept + 10)
    expect(await refresh()).toBe(1)
    office.house.statements.length = 0
    await read()
    expect(office.house.statements.length).toBe(kept)
  })

  it('is read again on the next day, and with a new rule book', async () => {
    await loadRules(office.house)
    await refresh()
    const id = await loadRules(
      office.house,
      RULE_BOOK.replace(/late_uploads: \{ ?is: '>'/, m => m.replace('>', '>=')),
    )
    expect(await refresh()).toBe(1)
    expect((await read()).document.book).toMatchObject({ id, version: 2 })
    office.house.now = new Date(office.house.now.getTime() + 24 * 3_600_000)
    expect((await read()).document.day).toBe('2026-03-13')
    expect(await office.house.services.findings.refreshOpen()).toBe(1)
  })

  it('remembers when a level changed', async () => {
    await loadRules(office.house)
    await refresh()
    const before = await levelOf('recommendation-11')
    const chair = await office.actor('chair')
    const assessment = await office.house.services.assessments.visibleTo(chair).get(office.assessment)
    const history = () => office.house.services.findings.history(chair, assessment, 'recommendation-11')
    expect((await history()).map(({ level }) => level)).toEqual([before])
    await addByForm(office, 'chair')
    await refresh()
    expect(await history()).toHaveLength(1)
  })

  it('takes a commitment as reached on the side on which it is better', async () => {
    await loadRules(office.house)
    const rising = { year: 2025, targets: [null, null, null, '90'] as const, yearTarget: '90' }
    await report(office, await promise(office, { ...rising, indicator: 'Layanan tepat waktu' }), [
      ...NO_QUARTERS,
      '95',
    ])
    const falling = { ...rising, direction: 'down' as const, indicator: 'Waktu tunggu' }
    await report(office, await promise(office, falling), [...NO_QUARTERS, '95'])
    const performance = (await read()).document.findings.keys.find(({ rule }) => rule === 'key-performance')
    expect(performance?.sentence).toContain('50%')
    await report(office, await promise(office, { ...rising, indicator: 'Kepuasan' }), [...NO_QUARTERS, '99'])
    const again = (await read()).document.findings.keys.find(({ rule }) => rule === 'key-performance')
    expect(again?.sentence).toContain('66,7%')
  })

  it('is not read for a final assessment', async () => {
    await loadRules(office.house)
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(`UPDATE assessments SET stage = 'final'`),
    )
    expect(await refresh()).toBe(0)
    expect(await office.house.services.findings.refreshOpen()).toBe(0)
  })

  it('stays of a final assessment as it was read last', async () => {
    await loadRules(office.house)
    await refresh()
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(`UPDATE assessments SET stage = 'final'`),
    )
    office.house.now = new Date(office.house.now.getTime() + 400 * 24 * 3_600_000)
    expect((await read()).document.day).toBe('2026-03-12')
    expect((await read()).readAt).toContain('2026-03-12')
  })

  it('is read of every other assessment where one cannot be read', async () => {
    await loadRules(office.house)
    const { database, services } = office.house
    const cycle = (await database.one<{ id: string }>('SELECT id FROM cycles'))!.id
    const { id } = await addAssessment(office.house, office.neighbour, cycle)
    // The first of both in their order.
    const broken = [id, office.assessment].sort()[0]!
    await database.inTransaction(() =>
      database.writing().query('UPDATE worksheets SET seat = $1 WHERE assessment_id = $2', ['lost', broken]),
    )
    await expect(services.findings.refreshChanged()).rejects.toThrow('1 of 2 assessments could not be read.')
    expect(await database.query('SELECT assessment_id FROM finding_sets')).toHaveLength(1)
  })

  it('takes the same statements for any amount of facts', async () => {
    await loadRules(office.house)
    const count = async () => {
      office.house.statements.length = 0
      await read()
      return office.house.statements.length
    }
    // The first look parses the rule book.
    await count()
    const few = await count()
    for (let place = 0; place < 5; place++) await office.keep({ name: `Pegawai ${place}` })
    await post(await office.browserOf('chair'), paths.ownAccount(), paths.newEmployee(office.satker.id), {})
    expect(await count()).toBe(few)
  })
})
