import { paths } from '../../src/paths'
import { RULE_BOOK } from '../findings/rules-at-work'
import { openRulesOffice, textOf, type RulesOffice } from './rules-office'

/** The row of a rule. */
const rowOf = (html: string, rule: string) =>
  textOf(new RegExp(`<tr class="top" id="${rule}">.*?</tr>`, 's').exec(html)?.[0] ?? '')

describe('the rules before the administrator of the centre', () => {
  let office: RulesOffice
  beforeEach(async () => {
    office = await openRulesOffice()
  })
  afterEach(() => office.close())

  const page = async (query = '') => (await office.centre.get(`${paths.ruleBooks()}${query}`)).text

  it('are for nobody else', async () => {
    const addresses = [
      paths.ruleBooks(),
      paths.newRuleBook(),
      paths.ruleBook(office.book),
      paths.ruleBookSource(office.book),
    ]
    for (const who of ['chair', 'head', 'admin', 'member', 'kanwil', 'evaluator'] as const)
      for (const address of addresses) expect((await office.read(who, address)).status).toBe(403)
    expect((await office.read('chair', paths.instruments())).text).not.toContain('href="/aturan"')
    expect(await page()).toContain('href="/aturan"')
  })

  it('say from where on they speak, what they read and where they come from', async () => {
    const row = rowOf(await page(), 'pitfall-2')
    expect(row).toContain('Enam hal yang harus dihindari, nomor 2')
    expect(row).toContain('Membaca kegiatan, bukti, rencana aksi')
    expect(row).toContain('Waktu dari pencanangan sampai pengajuan')
    expect(row).toContain('waspada bila kurang dari 12 bulan, bahaya bila kurang dari 6 bulan')
    expect(row).toContain('waspada bila lebih dari 50%, bahaya bila lebih dari 80%')
    expect(row).toContain('Hari terakhir sebelum pengajuan 14 hari')
    expect(rowOf(await page(), 'recommendation-4')).toContain(
      'selesai bila paling sedikit 5%, belum bila kurang dari 0,1%',
    )
    expect(rowOf(await page(), 'readiness')).toContain(
      'bersyarat bila paling sedikit 1, belum siap bila paling sedikit 4',
    )
  })

  it('stand by family', async () => {
    const all = await page()
    expect(all.match(/<tr class="top" id="/g)).toHaveLength(49)
    const keys = await page('?keluarga=kunci')
    expect(keys.match(/<tr class="top" id="key-/g)).toHaveLength(3)
    expect(keys.match(/<tr class="top" id="/g)).toHaveLength(3)
    expect((await page('?keluarga=apa')).match(/<tr class="top" id="/g)).toHaveLength(49)
  })

  it('show how often evaluators agree, the last word on each finding alone, and draw nothing from few', async () => {
    await office.rule('pitfall-2', 'confirmed', 3, 'a')
    office.house.now = new Date(office.house.now.getTime() + 60_000)
    await office.rule('pitfall-2', 'dismissed', 2, 'a')
    await office.rule('pitfall-4', 'confirmed', 7)
    await office.rule('pitfall-4', 'dismissed', 3)
    const html = await page()
    expect(rowOf(html, 'pitfall-2')).toMatch(/Dibenarkan 1, diabaikan 2 Terlalu sedikit untuk disimpulkan/)
    expect(rowOf(html, 'pitfall-4')).toMatch(/Dibenarkan 7, diabaikan 3 Tepat 70% dari 10 putusan/)
    expect(rowOf(html, 'pitfall-6')).toContain('Belum ada putusan')
    expect(textOf(html)).toContain('Di bawah 10 putusan, tidak disimpulkan apa pun.')
  })

  it('begin with those that are dismissed most', async () => {
    expect(await page()).toContain('Belum ada aturan yang cukup diputus dan pernah diabaikan.')
    await office.rule('pitfall-5', 'confirmed', 6)
    await office.rule('pitfall-5', 'dismissed', 6)
    await office.rule('contradiction-draft', 'dismissed', 11)
    await office.rule('pitfall-1', 'dismissed', 9)
    await office.rule('pitfall-6', 'confirmed', 20)
    const html = await page()
    const doubted = textOf(/<ol class="doubted">.*?<\/ol>/s.exec(html)?.[0] ?? '')
    expect(doubted).toMatch(/Konsep di tempat.*Tepat 0%.*segelintir orang.*Tepat 50%/)
    expect(doubted).not.toMatch(/Demi imbalan|Inovasi sekadar/)
    expect(html).toContain(`${paths.newRuleBook()}?aturan&#x3D;pitfall-5`)
    expect(html.indexOf('id="pitfall-5"')).toBeLessThan(html.indexOf('id="pitfall-1"'))
  })

  it('show how many open assessments stand at each level, in one statement', async () => {
    await office.house.services.findings.refreshChanged()
    office.house.statements.length = 0
    const html = await page('?keluarga=hindari')
    expect(office.house.statements.filter(sql => sql.includes('FROM finding_levels'))).toHaveLength(1)
    expect(rowOf(html, 'pitfall-2')).toMatch(/Belum cukup data 1/)
    expect(rowOf(await page(), 'readiness')).toMatch(/Belum siap 1/)
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(`UPDATE assessments SET stage = 'final'`),
    )
    expect(rowOf(await page(), 'pitfall-2')).not.toMatch(/Belum cukup data/)
  })

  it('count an assessment once where a rule found several things, at the worst of them', async () => {
    const level = (about: string, is: string) =>
      `('${office.assessment}', 'contradiction-draft', '${about}', 'contradiction', '${is}', 'x', '')`
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query(
        `INSERT INTO finding_levels (assessment_id, rule, about, family, level, grounds, since)
           VALUES ${level('a', 'waspada')}, ${level('b', 'bahaya')}, ${level('c', 'waspada')}`,
      ),
    )
    expect(await office.house.services.findings.levelCounts()).toEqual([
      { rule: 'contradiction-draft', level: 'bahaya', assessments: 1 },
    ])
  })

  it('stand in versions, each with its thresholds and its YAML as it was loaded', async () => {
    const { text } = await office.centre.get(paths.ruleBook(office.book))
    expect(textOf(text)).toContain('Dipakai sekarang zi-2026 versi 1')
    expect(textOf(text)).toContain('Ini versi pertama.')
    expect(textOf(text)).toContain('waspada bila kurang dari 12 bulan, bahaya bila kurang dari 6 bulan')
    const file = await office.centre
      .get(paths.ruleBookSource(office.book))
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => done(null, Buffer.concat(parts).toString('utf8')))
      })
    expect(file.body).toBe(RULE_BOOK)
    expect(file.headers['content-type']).toContain('yaml')
    expect(file.headers['content-disposition']).toContain('attachment; filename=zi-2026-v1.yaml')
    expect((await office.centre.get(paths.ruleBook('tidak-ada'))).status).toBe(404)
    expect((await office.centre.get(paths.ruleBookSource('tidak-ada'))).status).toBe(404)
  })
})
