import { newId } from '../../src/db/ids'
import { Assessment } from '../../src/assessments/assessment.entity'
import { exact, mul, ratio, scaled, sub, toText, add, type Exact } from '../../src/engine/exact'
import { Satker } from '../../src/satker/satker.entity'
import { SectionScoreRow } from '../../src/worksheets/section-score.entity'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, type Browser, type House } from '../support/house'
import { answerAll, contextOf } from './filled'

const CREATED = '2026-01-01T00:00:00.000Z'
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr><th scope="row"><a href="[^"]+">([^<]+)<\/a>/g)].map(match => match[1])

describe('the list of assessments', () => {
  let house: House
  let ministry: Unit
  let kanwil: Unit
  let cycle: string
  let instrument: string
  let viewer: Browser

  beforeEach(async () => {
    house = await openHouse()
    ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    kanwil = await addSatker(house, 'Kanwil Nusa Timur', ministry, { level: 'kanwil' })
    instrument = await loadInstrument(house)
    cycle = await addCycle(house, instrument)
    viewer = await signedIn(
      house,
      (await addPerson(house, 'Wira Lesmana', 'kanwil-viewer', kanwil)).login,
      PASSWORD,
    )
  })
  afterEach(() => house.close())

  /** Many units whose every section holds the same share of its weight. */
  async function addMany(count: number, share: (index: number) => Exact, from = 0): Promise<void> {
    const units = Array.from({ length: count }, (_, position) => {
      const id = newId()
      return { id, index: from + position, assessment: newId(), worksheet: newId() }
    })
    const sample = await addAssessment(house, await addSatker(house, 'Lapas Contoh', kanwil), cycle)
    const { instrument: loaded, worksheetId } = await contextOf(house, sample)
    const sections = await house.database.query<{ section: string; questions: number }>(
      'SELECT section, questions FROM section_scores WHERE worksheet_id = $1',
      [worksheetId],
    )
    const standing = await house.services.standing.sectionsOf(await contextOf(house, sample))
    expect(loaded.id).toBe('lke-2021')
    await house.database.inTransaction(async () => {
      await house.database.insert(
        Satker,
        units.map(({ id, index }) => ({
          id,
          path: `${kanwil.path}${id}/`,
          parentId: kanwil.id,
          code: `L-${String(index).padStart(4, '0')}`,
          name: `Lapas ${String(index).padStart(4, '0')}`,
          level: 'satker' as const,
          region: index % 2 === 0 ? 'Nusa Timur' : 'Nusa Tengah',
          createdAt: CREATED,
        })),
      )
      await house.database.insert(
        Assessment,
        units.map(({ id, assessment, index }) => ({
          id: assessment,
          satkerId: id,
          cycleId: cycle,
          targetPredicate: 'WBK',
          stage: index % 5 === 0 ? ('diajukan' as const) : ('draf' as const),
          createdAt: CREATED,
        })),
      )
      await house.database.insert(
        Worksheet,
        units.map(({ assessment, worksheet }) => ({
          id: worksheet,
          assessmentId: assessment,
          seat: 'satker' as const,
          round: 1,
          createdAt: CREATED,
        })),
      )
      await house.database.insert(
        SectionScoreRow,
        units.flatMap(({ worksheet, index }) =>
          sections.map(({ section, questions }) => {
            const points = mul(share(index), standing.get(section)!.weight)
            return {
              worksheetId: worksheet,
              section,
              claimed: toText(points),
              substantiated: toText(points),
              claimedMicro: scaled(points),
              substantiatedMicro: scaled(points),
              questions: Number(questions),
              answered: 1,
              evidenced: 0,
              flagged: index % 7,
              contradictory: 0,
            }
          }),
        ),
      )
    })
  }

  it('asks the database as often for 1,000 satker as for one, and shows 50 of them', async () => {
    await addMany(1, () => ratio(9, 10))
    const count = async (query: string) => {
      house.statements.length = 0
      const page = await viewer.get(`/penilaian${query}`)
      expect(page.status).toBe(200)
      return { statements: house.statements.length, text: page.text }
    }
    const few = await count('')
    const fewBelow = await count('?ambang=belum')
    await addMany(999, index => ratio(index, 1000), 1)
    const many = await count('')
    const manyBelow = await count('?ambang=belum')
    expect(many.statements).toBe(few.statements)
    expect(manyBelow.statements).toBe(fewBelow.statements)
    expect(many.statements).toBeLessThanOrEqual(7)
    expect(rowsOf(many.text)).toHaveLength(50)
    expect(many.text).toContain('1–50 dari 1.002')
    const last = await count('?hal=21')
    expect(rowsOf(last.text)).toHaveLength(2)
  })

  it('sorts, searches and filters, and keeps the filter while turning pages', async () => {
    await addMany(120, index => ratio(index, 120))
    const list = async (query: string) => rowsOf((await viewer.get(`/penilaian?${query}`)).text)
    expect((await list('urut=-terbukti'))[0]).toBe('Lapas 0119')
    expect(await list('cari=l-0042')).toEqual(['Lapas 0042'])
    expect(await list('cari=LAPAS+0042')).toEqual(['Lapas 0042'])
    expect(await list('cari=%25')).toEqual([])
    expect((await list('wilayah=Nusa+Tengah')).every(name => Number(name?.slice(6)) % 2 === 1)).toBe(true)
    expect((await list('tahap=diajukan&urut=nama')).slice(0, 3)).toEqual([
      'Lapas 0000',
      'Lapas 0005',
      'Lapas 0010',
    ])
    const page = await viewer.get('/penilaian?tahap=draf&urut=-bertanda')
    expect(page.text.replaceAll('&#x3D;', '=')).toContain('tahap=draf&amp;urut=-bertanda&amp;hal=2')
  })

  it('decides a gate exactly where the rounded score cannot tell', async () => {
    const hair = ratio(1, 10n ** 12n)
    const passing = ratio(95, 100)
    // Every section far above its minimum but the total of the official scale, which needs 75 of 100.
    await addMany(3, () => passing)
    const nearly: readonly Exact[] = [sub(exact(75), hair), exact(75), add(exact(75), hair)]
    await house.database.inTransaction(async () => {
      for (const [index, total] of nearly.entries())
        await house.database.writing().query(
          `UPDATE section_scores SET substantiated = $1, substantiated_micro = 75000000 WHERE section = 'total'
              AND worksheet_id IN (SELECT w.id FROM worksheets w JOIN assessments a ON a.id = w.assessment_id
                                     JOIN satker s ON s.id = a.satker_id WHERE s.code = $2)`,
          [toText(total), `L-000${index}`],
        )
    })
    const list = async (query: string) => rowsOf((await viewer.get(`/penilaian?${query}`)).text)
    expect(await list('ambang=terpenuhi')).toEqual(['Lapas 0001', 'Lapas 0002'])
    expect(await list('ambang=belum')).toEqual(['Lapas 0000', 'Lapas Contoh'])
    expect((await viewer.get('/penilaian?cari=L-0000')).text).toContain('1 dari 12 gagal')
  })

  it('shows nobody what is not theirs to see, in rows, counts and regions', async () => {
    const foreign = await addSatker(house, 'Kanwil Nusa Barat', ministry, { level: 'kanwil' })
    const hidden = await addSatker(house, 'Rutan Tersembunyi', foreign, { region: 'Nusa Barat' })
    await addAssessment(house, hidden, cycle)
    await addAssessment(house, await addSatker(house, 'Rutan Terlihat', kanwil), cycle)
    const page = await viewer.get('/penilaian')
    expect(rowsOf(page.text)).toEqual(['Rutan Terlihat'])
    expect(page.text).not.toContain('Nusa Barat')
    expect(page.text).toContain('Siklus 2026 · 1 satker')
    const centre = await signedIn(
      house,
      (await addPerson(house, 'Nadia Rahmi', 'centre-admin', ministry)).login,
      PASSWORD,
    )
    expect(rowsOf((await centre.get('/penilaian')).text)).toEqual(['Rutan Terlihat', 'Rutan Tersembunyi'])
  })

  it('tells an empty list from a filter that matches nothing', async () => {
    const none = (await viewer.get('/penilaian')).text
    expect(none).toContain('Belum ada penilaian untuk Anda pada siklus ini.')
    expect(none).not.toContain('Hapus saringan')
    const filtered = (await viewer.get('/penilaian?cari=tidak-ada')).text
    expect(filtered).toContain('Tidak ada penilaian yang cocok.')
    expect(filtered).toContain('Hapus saringan')
  })

  it('holds another year apart, and says so when there is none at all', async () => {
    const satker = await addSatker(house, 'Rutan Terlihat', kanwil)
    const earlier = await addCycle(house, instrument, 2025)
    const opened = await addAssessment(house, satker, earlier)
    await answerAll(house, opened, (await addPerson(house, 'Sari Puspadewi', 'chair', satker)).id)
    expect(rowsOf((await viewer.get('/penilaian')).text)).toEqual([])
    const year = await viewer.get('/penilaian?siklus=2025')
    expect(rowsOf(year.text)).toEqual(['Rutan Terlihat'])
    expect(year.text).toContain('Terpenuhi')
    await house.database.inTransaction(async () => {
      for (const table of [
        'section_scores',
        'answers',
        'evidence_uses',
        'worksheets',
        'assessments',
        'cycle_windows',
        'cycles',
      ])
        await house.database.writing().query(`DELETE FROM ${table}`)
    })
    expect((await viewer.get('/penilaian')).text).toContain('Belum ada siklus.')
  })
})
