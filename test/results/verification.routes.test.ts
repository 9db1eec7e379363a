import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'
import { browser } from '../support/house'

describe('a code that somebody reads off a paper', () => {
  let inspection: Inspection
  let code: string
  beforeAll(async () => {
    inspection = await openInspection()
    await scoredBy(inspection, { 'A.I.1.i.a': 'Tidak' })
    const { results } = inspection.house.services
    const actor = await inspection.actor('controller')
    await results.recommend(actor, await inspection.seen('controller'), {
      recommendation: 'diusulkan WBK',
      grounds: 'Rahasia dasar rekomendasi.',
      base: 0,
    })
    code = await results.finalise(actor, await inspection.seen('controller'))
  })
  afterAll(() => inspection.close())

  const ask = (typed: string) =>
    browser(inspection.house).get(`${paths.verification()}?kode=${encodeURIComponent(typed)}`)

  it('is asked for by a form that needs no script, no account and no session', async () => {
    const { status, text, headers } = await browser(inspection.house).get(paths.verification())
    expect([status, headers['set-cookie']]).toEqual([200, undefined])
    expect(text).toContain(`<form method="get" action="${paths.verification()}">`)
  })

  it('stands for unit, year, recommendation and SHA-256, however it is typed, and for nothing else', async () => {
    const typed = code.toLowerCase().replace(/(.{4})(?=.)/g, '$1 - ')
    inspection.house.statements.length = 0
    const { status, text, headers } = await ask(typed)
    expect([status, headers['set-cookie']]).toEqual([200, undefined])
    expect(inspection.house.statements).toHaveLength(1)
    const seal = await inspection.house.database.one<{ hash: string }>('SELECT hash FROM seals')
    for (const told of ['Kanim Tanjung Kirana', '2026', 'Diusulkan WBK', seal!.hash, 'Berlaku, utuh'])
      expect(text).toContain(told)
    for (const kept of ['Rahasia', 'Retno', 'Nirmala', inspection.assessment])
      expect(text).not.toContain(kept)
  })

  it('is unknown in clear words when it stands for nothing, and refused when it can be no code', async () => {
    const unknown = await ask('2222-2222-2222')
    expect([unknown.status, unknown.text.includes('Kode ini tidak dikenal.')]).toEqual([404, true])
    expect(unknown.text).toContain('value="2222-2222-2222"')
    expect((await ask('<b>')).status).toBe(422)
  })

  it('says that a seal is broken when its row was changed', async () => {
    const { database } = inspection.house
    const change = (from: string, to: string) =>
      database.inTransaction(() =>
        database.writing().query('UPDATE seals SET document = REPLACE(document, $1, $2)', [from, to]),
      )
    await change('"diusulkan WBK"', '"diusulkan WBBM"')
    expect((await ask(code)).text).toContain('Segel rusak.')
    await change('"diusulkan WBBM"', '"diusulkan WBK"')
    expect((await ask(code)).text).toContain('Berlaku, utuh')
  })

  it('says since when it is not valid any more once the result was opened again', async () => {
    const { results } = inspection.house.services
    const actor = await inspection.actor('lead')
    await results.reopen(actor, await inspection.seen('lead'), 'Pengaduan masyarakat terbukti.')
    const { text } = await ask(code)
    expect(text).toContain('Tidak berlaku lagi sejak 12 Maret 2026 10.45 WIB.')
    expect(text).not.toContain('Pengaduan')
  })

  it('is slowed after thirty wrong tries from one place', async () => {
    const answers: number[] = []
    for (let tried = 0; tried < 32; tried++) answers.push((await ask('3333-3333-3333')).status)
    expect(answers.at(-1)).toBe(429)
  })
})
