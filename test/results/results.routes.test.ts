import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyCommand } from '../../src/cli/verify.command'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../../src/refusals'
import { readSealCode } from '../../src/results/seal-key'
import { heard } from '../cli/heard-io'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'

const GROUNDS = 'Semua ambang terpenuhi pada nilai yang dinilai.'

describe('the result of an evaluation', () => {
  let inspection: Inspection
  let folder: string
  beforeEach(async () => {
    inspection = await openInspection()
    folder = mkdtempSync(join(tmpdir(), 'zi-segel-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await inspection.close()
  })

  const results = () => inspection.house.services.results
  const as = async (who: 'controller' | 'lead' | 'member') =>
    [await inspection.actor(who), await inspection.seen(who)] as const
  const recommend = async (recommendation: string, base = 0, grounds = GROUNDS) =>
    results().recommend(...(await as('controller')), {
      recommendation: recommendation as never,
      grounds,
      base,
    })
  const exported = async () => results().exported(await inspection.seen('lead'))
  const verify = async (file: string) => {
    const io = heard()
    const code = await verifyCommand({ file }, inspection.house.services.config, io)
    return { code, said: io.errors + io.text }
  }

  it('is not there before the dalnis handed in', async () => {
    await expect(results().of(await inspection.seen('lead'))).rejects.toThrow(NotFound)
  })

  it('takes no recommendation against the gates or the prerequisites, and one with them only with grounds', async () => {
    await scoredBy(inspection, { 'A.I.1.i.a': 'Tidak' })
    const { standings } = await results().of(await inspection.seen('lead'))
    expect(standings.map(({ recommendation, holds }) => [recommendation, holds])).toEqual([
      ['diusulkan WBBM', true],
      ['diusulkan WBK', true],
      ['pembinaan', true],
      ['tidak diusulkan', true],
    ])
    await expect(recommend('diusulkan WBK', 0, ' ')).rejects.toThrow(Invalid)
    await recommend('diusulkan WBK')
    await expect(recommend('pembinaan')).rejects.toThrow(Conflict)
    await recommend('pembinaan', 1)
    const [actor, seen] = await as('lead')
    await expect(
      results().recommend(actor, seen, { recommendation: 'pembinaan', grounds: GROUNDS, base: 2 }),
    ).rejects.toThrow(Refused)
  })

  it('refuses to propose a unit whose evaluated score fails a gate', async () => {
    const { house } = inspection
    const questions = await house.database.query<{ question: string }>(
      `SELECT question FROM answers WHERE option IS NOT NULL AND question LIKE 'A.I.1.%'`,
    )
    const reforms = await house.database.query<{ question: string }>(
      `SELECT question FROM answers WHERE option IS NOT NULL AND question LIKE 'A.II.1.%'`,
    )
    await scoredBy(
      inspection,
      Object.fromEntries([...questions, ...reforms].map(({ question }) => [question, 'lowest'])),
    )
    const { standings } = await results().of(await inspection.seen('lead'))
    const wbk = standings.find(one => one.recommendation === 'diusulkan WBK')!
    expect(wbk.holds).toBe(false)
    expect(wbk.failingGates.map(gate => gate.section)).toEqual(['A.1'])
    await expect(recommend('diusulkan WBK')).rejects.toThrow('bertentangan dengan ambang')
    await recommend('pembinaan')
  })

  it('is sealed when it is made final: the export verifies, and with one byte changed it is refused', async () => {
    await scoredBy(inspection, { 'A.I.1.i.a': 'Tidak' })
    const finalise = async () => results().finalise(...(await as('controller')))
    await expect(finalise()).rejects.toThrow('Tetapkan rekomendasi')
    await recommend('diusulkan WBK')
    const code = await finalise()
    expect(readSealCode(code.toLowerCase())).toBe(code)
    expect(await inspection.house.database.one('SELECT stage FROM assessments')).toEqual({ stage: 'final' })
    await expect(recommend('pembinaan', 1)).rejects.toThrow(Closed)
    const verified = await results().verified(code)
    expect(verified).toMatchObject({ intact: true, reopenedAt: null })
    expect(verified.seal).toMatchObject({
      satker: { name: 'Kanim Tanjung Kirana' },
      cycle: { year: 2026 },
      recommendation: { value: 'diusulkan WBK', grounds: GROUNDS },
    })
    expect(verified.seal.worksheets.map(({ seat, round }) => `${seat} ${round}`)).toEqual([
      'satker 1',
      'member 1',
      'lead 1',
      'controller 1',
    ])
    const file = join(folder, 'hasil.json')
    const text = JSON.stringify(await exported(), null, 1)
    writeFileSync(file, text)
    expect(await verify(file)).toMatchObject({ code: 0, said: expect.stringContaining('SAH') })
    // Another order and other spaces are the same facts; any other byte is not.
    const notes = text.indexOf('Sudah berjalan.')
    writeFileSync(file, `${text.slice(0, notes)}T${text.slice(notes + 1)}`)
    expect(await verify(file)).toMatchObject({ code: 1, said: expect.stringContaining('DITOLAK') })
    writeFileSync(file, text.replace('"diusulkan WBK"', '"diusulkan WBBM"'))
    expect((await verify(file)).said).toContain('Tanda tangan segel tidak sah.')
    writeFileSync(file, '{"format":"x"}')
    expect((await verify(file)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('{"format":"x"}')
  })

  it('is opened again only with a reason, and its seal then says that it no longer holds', async () => {
    await scoredBy(inspection, {})
    await recommend('diusulkan WBBM')
    const code = await results().finalise(...(await as('controller')))
    await expect(results().reopen(...(await as('lead')), '  ')).rejects.toThrow(Invalid)
    await expect(results().reopen(...(await as('member')), 'Keliru.')).rejects.toThrow(Refused)
    await results().reopen(...(await as('lead')), 'Pengaduan masyarakat terbukti.')
    expect(await inspection.house.database.one('SELECT stage FROM assessments')).toEqual({ stage: 'dinilai' })
    expect((await results().verified(code)).reopenedAt).not.toBeNull()
    await recommend('tidak diusulkan', 1, 'Pengaduan masyarakat terbukti.')
    const second = await results().finalise(...(await as('controller')))
    expect(second).not.toBe(code)
    expect((await exported()).seal.code).toBe(second)
  })
})
