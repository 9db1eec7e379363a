import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'
import { addPerson, addSatker, PASSWORD } from '../support/cast'
import { post, signedIn, type Browser } from '../support/house'

const GROUNDS = 'Semua ambang WBK terpenuhi pada nilai yang dinilai.'
const LOWERED = { 'A.I.1.i.a': 'Tidak' }

describe('the page of a result', () => {
  let inspection: Inspection
  beforeEach(async () => (inspection = await openInspection()))
  afterEach(() => inspection.close())

  const page = () => paths.result(inspection.assessment)
  const get = async (who: Parameters<Inspection['browserOf']>[0]) =>
    (await inspection.browserOf(who)).get(page())
  const send = (agent: Browser, action: string, fields: Record<string, unknown> = {}) =>
    post(agent, page(), action, fields)
  const recommend = async (fields: Record<string, unknown> = {}) =>
    send(await inspection.browserOf('controller'), page(), {
      recommendation: 'diusulkan WBK',
      grounds: GROUNDS,
      version: '0',
      ...fields,
    })
  const finalise = async () =>
    send(await inspection.browserOf('controller'), paths.resultFinalisation(inspection.assessment))
  const reopen = async (reason: string) =>
    send(await inspection.browserOf('lead'), paths.resultReopening(inspection.assessment), { reason })
  const one = (sql: string) => inspection.house.database.one<Record<string, unknown>>(sql)

  it('is there for nobody before the dalnis handed in', async () => {
    for (const who of ['lead', 'head', 'admin', 'companion'] as const)
      expect((await get(who)).status).toBe(404)
  })

  it('leads to the comparison that it comes from', async () => {
    await scoredBy(inspection, LOWERED)
    expect((await get('controller')).text).toContain(`href="${paths.comparison(inspection.assessment)}">`)
    const { text } = await get('controller')
    expect(text.slice(text.indexOf('result-figures'))).toContain('Perbandingan</a>')
  })

  it('is then there for the satker, the region, the centre and the seats, and for nobody else', async () => {
    await scoredBy(inspection, LOWERED)
    const { house, kanwil, ministry } = inspection
    for (const who of [
      'chair',
      'head',
      'pokja',
      'companion',
      'member',
      'lead',
      'controller',
      'admin',
    ] as const)
      expect([who, (await get(who)).status]).toEqual([who, 200])
    const reader = await addPerson(house, 'Dimas Prabowo', 'reader', ministry)
    const viewer = await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil)
    const neighbour = await addPerson(house, 'Dewi Anjani', 'head', await addSatker(house, 'Rutan', kanwil))
    const asked = async (login: string) => (await (await signedIn(house, login, PASSWORD)).get(page())).status
    expect([await asked(reader.login), await asked(viewer.login), await asked(neighbour.login)]).toEqual([
      200, 200, 404,
    ])
    for (const who of ['outsider', 'second'] as const) expect((await get(who)).status).toBe(404)
  })

  it('says how every rule stands, and lets the dalnis alone choose one that holds', async () => {
    const reforms = await inspection.house.database.query<{ question: string }>(
      `SELECT question FROM answers WHERE option IS NOT NULL AND question LIKE 'A.I%.1.%'`,
    )
    await scoredBy(inspection, Object.fromEntries(reforms.map(({ question }) => [question, 'lowest'])))
    const dalnis = (await get('controller')).text
    expect(dalnis).toMatch(/value="diusulkan WBK"[^>]* disabled/)
    expect(dalnis).not.toMatch(/value="pembinaan"[^>]* disabled/)
    expect(dalnis).toMatch(/Area 1 Manajemen Perubahan: dinilai [\d,]+ dari ambang 4,80, kurang [\d,]+\./)
    expect(dalnis).toMatch(/8 prasyarat belum diisi: Temuan APIP/)
    expect((await get('lead')).text).not.toContain('name="recommendation"')
    const refused = await recommend()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('bertentangan dengan ambang')
    expect(refused.text).toContain(GROUNDS)
    expect(await one('SELECT * FROM final_recommendations')).toBeUndefined()
    expect((await recommend({ recommendation: 'pembinaan' })).status).toBe(303)
  })

  it('gives a form without grounds, or typed over what somebody else set, back as it was typed', async () => {
    await scoredBy(inspection, LOWERED)
    const empty = await recommend({ grounds: ' ' })
    expect([empty.status, empty.text.includes('Tulis dasar rekomendasi.')]).toEqual([422, true])
    expect(empty.text).toMatch(/value="diusulkan WBK" checked/)
    expect((await recommend()).status).toBe(303)
    const late = await recommend({ recommendation: 'pembinaan', grounds: 'Masih perlu dibina.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Rekomendasi diubah Retno Palupi sejak halaman dibuka.')
    expect(late.text).toContain('Masih perlu dibina.')
    expect(late.text).toContain('name="version" value="1"')
    expect(await one('SELECT recommendation, version FROM final_recommendations')).toEqual({
      recommendation: 'diusulkan WBK',
      version: 1,
    })
  })

  it('makes it final, shows the seal, and hands the sealed file to those who may open all evidence', async () => {
    await scoredBy(inspection, LOWERED)
    expect((await finalise()).status).toBe(422)
    await recommend()
    expect((await get('controller')).text).toContain('Finalkan hasil dengan rekomendasi Diusulkan WBK?')
    expect((await finalise()).status).toBe(303)
    const seal = (await one('SELECT code, hash FROM seals')) as { code: string; hash: string }
    const shown = (await get('head')).text
    expect(shown).toContain(seal.code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3'))
    expect(shown).toContain(seal.hash)
    expect(shown).toContain('Berlaku')
    const exported = paths.resultExport(inspection.assessment)
    const file = await (await inspection.browserOf('head')).get(exported)
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="Hasil 2026 .*\.json"/)
    expect(inspection.house.services.results.faultsOf(JSON.parse(file.text))).toEqual([])
    expect((await (await inspection.browserOf('companion')).get(exported)).status).toBe(403)
    expect((await (await inspection.browserOf('outsider')).get(exported)).status).toBe(404)
  })

  it('opens a final result again only with a reason, and names the old seal as not valid any more', async () => {
    await scoredBy(inspection, LOWERED)
    await recommend()
    await finalise()
    const refused = await reopen('  ')
    expect([refused.status, refused.text.includes('Tulis alasan pembukaan kembali.')]).toEqual([422, true])
    expect(await one('SELECT stage FROM assessments')).toEqual({ stage: 'final' })
    expect((await reopen('Pengaduan masyarakat terbukti.')).status).toBe(303)
    expect(await one('SELECT stage FROM assessments')).toEqual({ stage: 'dinilai' })
    const { text } = await get('head')
    expect(text).toContain('Segel yang tidak berlaku lagi')
    expect(text).toContain('Pengaduan masyarakat terbukti.')
    const exported = await (await inspection.browserOf('head')).get(paths.resultExport(inspection.assessment))
    expect(exported.status).toBe(404)
  })

  it('leaves every act in the trail, in words', async () => {
    await scoredBy(inspection, LOWERED)
    await recommend()
    await finalise()
    await reopen('Pengaduan masyarakat terbukti.')
    const trail = (
      await (await inspection.browserOf('head')).get(paths.assessmentTrail(inspection.assessment))
    ).text
    for (const words of [
      'Menetapkan rekomendasi',
      'Memfinalkan dan menyegel hasil',
      'Membuka kembali hasil final',
      'Dasar rekomendasi',
    ])
      expect(trail).toContain(words)
  })

  it('reads the same number of statements whatever was lowered, and stacks its tables on a phone', async () => {
    await scoredBy(inspection, LOWERED)
    const agent = await inspection.browserOf('head')
    inspection.house.statements.length = 0
    const { text } = await agent.get(page())
    expect(inspection.house.statements.length).toBeLessThanOrEqual(15)
    expect([...text.matchAll(/<table class="([^"]+)"/g)].map(match => match[1])).toEqual(
      expect.arrayContaining(['tbl stack']),
    )
    expect(text).not.toMatch(/<table class="tbl(?! stack)/)
  })
})
