import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'

const LOWERED = { 'A.I.1.i.a': 'Tidak', 'A.II.5.i.a': 'lowest' }

describe('Berita Acara and LHE', () => {
  let inspection: Inspection
  beforeEach(async () => {
    inspection = await openInspection()
    await scoredBy(inspection, LOWERED)
  })
  afterEach(() => inspection.close())

  const read = async (address: string, who: Parameters<Inspection['browserOf']>[0] = 'head') =>
    (await inspection.browserOf(who)).get(address)
  const finalise = async () => {
    const { results } = inspection.house.services
    const actor = await inspection.actor('controller')
    const seen = () => inspection.seen('controller')
    const grounds = 'Ambang WBK terpenuhi; dua pertanyaan diturunkan.'
    await results.recommend(actor, await seen(), { recommendation: 'diusulkan WBK', grounds, base: 0 })
    return results.finalise(actor, await seen())
  }
  const letters = () => [paths.minutes(inspection.assessment), paths.evaluationReport(inspection.assessment)]

  it('are drafts until the result is final, and then carry the seal and where it is looked up', async () => {
    for (const address of letters()) {
      const { status, text } = await read(address)
      expect([status, text.includes('>DRAF</text>')]).toEqual([200, true])
      expect(text).not.toContain('Segel ')
    }
    const code = await finalise()
    for (const address of letters()) {
      const { text } = await read(address)
      expect(text).not.toContain('DRAF')
      expect(text).toContain(`Segel ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`)
      expect(text).toContain('http://127.0.0.1/verifikasi')
    }
  })

  it('name both sides, the worksheets with their totals, and every lowered question with its reason', async () => {
    const { text } = await read(paths.minutes(inspection.assessment))
    for (const said of [
      'Nirmala Sekarwangi',
      'Bramantyo Wicaksana',
      'Retno Palupi',
      'Hendra Wiguna',
      'Sari Puspadewi',
      'Dalnis, putaran 1',
      '2 pertanyaan dinilai berbeda',
      'Tidak terbukti. (Nirmala Sekarwangi)',
    ])
      expect(text).toContain(said)
    const rows = [...text.matchAll(/<th scope="row"[^>]*>(A\.[\w.]+)<\/th>/g)].map(match => match[1])
    expect(rows.sort()).toEqual(Object.keys(LOWERED).sort())
  })

  it('state in the LHE what is recommended, on which grounds, under the head of the inspectorate', async () => {
    await finalise()
    const { text } = await read(paths.evaluationReport(inspection.assessment))
    for (const said of [
      'Inspektorat Jenderal',
      'Diusulkan WBK',
      'dua pertanyaan diturunkan',
      'Lampiran: daftar selisih',
      'Nomor: ....',
    ])
      expect(text).toContain(said)
  })

  it('are there for whoever sees the result, in a constant number of statements, and for nobody else', async () => {
    for (const address of letters()) {
      for (const who of ['outsider', 'second'] as const) expect((await read(address, who)).status).toBe(404)
      await read(address)
      inspection.house.statements.length = 0
      expect((await read(address)).status).toBe(200)
      expect(inspection.house.statements.length).toBeLessThanOrEqual(17)
    }
  })

  it('are tagged PDF with the same words, the seal on every page, and DRAF until then', async () => {
    const wordsOf = async (address: string) => {
      const agent = await inspection.browserOf('head')
      const { status, body, headers } = await agent.get(address).buffer().parse(bytes)
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
      const pdf = body as Buffer
      expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1<')
      const file = join(inspection.house.dataDir, 'surat.pdf')
      writeFileSync(file, pdf)
      return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    }
    const { assessment } = inspection
    const draft = await wordsOf(paths.minutesPdf(assessment))
    expect(draft.match(/DRAF/g)!.length).toBeGreaterThan(draft.split('\f').length - 1)
    expect(draft).toContain('Nirmala Sekarwangi')
    const code = await finalise()
    const printed = code.replace(/(.{4})(?=.)/g, '$1-')
    for (const address of [paths.minutesPdf(assessment), paths.evaluationReportPdf(assessment)]) {
      const pages = (await wordsOf(address)).split('\f').filter(page => page.trim() !== '')
      expect(pages.length).toBeGreaterThan(1)
      for (const [place, page] of pages.entries()) {
        expect(page).toContain(`Segel ${printed}`)
        expect(page).toContain('http://127.0.0.1/verifikasi')
        expect(page).toContain(`Halaman ${place + 1} dari ${pages.length}`)
        expect(page).not.toContain('DRAF')
      }
    }
  })
})

type Parser = Parameters<ReturnType<Awaited<ReturnType<Inspection['browserOf']>>['get']>['parse']>[0]

const bytes: Parser = (res, done) => {
  const pieces: Buffer[] = []
  res.on('data', (piece: Buffer) => void pieces.push(Buffer.from(piece)))
  res.on('end', () => done(null, Buffer.concat(pieces)))
}
