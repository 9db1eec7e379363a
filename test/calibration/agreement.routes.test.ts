import { paths } from '../../src/paths'
import { handOf } from '../../src/calibration/agreement.page'
import { compareScorers, type ScoredTwice } from '../../src/calibration/compare-scorers'
import { exact, toText } from '../../src/engine/exact'
import { lookup } from '../../src/engine/instrument/lookup'
import { lke } from '../engine/support/lke'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'
import { drawOne, scoredTwice } from './sampled'

const LOWERED = 'A.I.1.i.a'

describe('the agreement of a cycle', () => {
  let inspection: Inspection
  let page: string
  beforeEach(async () => {
    inspection = await openInspection()
    page = paths.agreement(inspection.cycle)
    await drawOne(inspection)
  })
  afterEach(() => inspection.close())

  const read = async (query = '') => (await (await inspection.browserOf('admin')).get(`${page}${query}`)).text
  const table = async (query: string) => {
    const answer = await (
      await inspection.browserOf('admin')
    ).get(`${paths.agreementTable(inspection.cycle)}?${query}`)
    return { answer, lines: answer.text.replace('\ufeff', '').trim().split('\r\n') }
  }

  it('waits until both handed in', async () => {
    expect(await read()).toContain('Belum ada satker yang dinilai dua kali.')
    await scoredTwice(inspection, {})
    expect(await read()).toContain('Belum ada satker yang dinilai dua kali.')
    await scoredBy(inspection, {})
    expect(await read()).toContain('1 satker dinilai dua kali')
  })

  it('puts the questions they disagree on first, and says that one unit shows no habit', async () => {
    await scoredTwice(inspection, {})
    await scoredBy(inspection, { [LOWERED]: 'Tidak' })
    const text = await read()
    expect(text).toContain('Baru 1 satker.')
    const first = text.slice(text.indexOf('id="h-pertanyaan"')).split('</tr>')[1] ?? ''
    expect(first).toContain(LOWERED)
    expect(first).toMatch(/data-l="Sama">0%</)
    expect(first).toMatch(/data-l="Selisih rata-rata">\+1,00</)
    const evaluator = text.slice(text.indexOf('id="h-evaluator"')).split('</tr>')[1] ?? ''
    expect(evaluator).toContain('Nirmala Sekarwangi')
    expect(evaluator).toMatch(/data-l="n">113</)
    expect(evaluator).toMatch(/data-l="Sama">99%</)
    expect(evaluator).toContain('n kecil, belum dapat disimpulkan')
    expect(text).toContain('belum terukur')
    expect(text).toContain('Cohen, 1968')
    expect(text).toContain('0, 0,25, 0,5, 0,75, 1')
  })

  it('compares with the first worksheet of the member, whatever ketua and dalnis said', async () => {
    await scoredTwice(inspection, { [LOWERED]: 'Tidak' })
    await scoredBy(inspection, { [LOWERED]: 'Tidak' })
    const { lines } = await table('tabel=evaluator')
    expect(lines).toEqual([
      'Evaluator;Satker;n;Bagian yang sama;Selisih rata-rata;Kappa;Kecenderungan',
      'Nirmala Sekarwangi;1;113;"1,0000";"0,0000";"1,0000";"n kecil, belum dapat disimpulkan"',
    ])
  })

  it('is filtered by part, sample and evaluator', async () => {
    await scoredTwice(inspection, {})
    await scoredBy(inspection, {})
    const part = await read('?bagian=1')
    expect(part).toContain('A.II.1.i.a')
    expect(part).not.toContain('A.I.2.i.a')
    expect(await read('?sampel=7')).toContain('Tidak ada yang cocok dengan saringan ini.')
    expect(await read(`?evaluator=${inspection.people.lead.id}`)).toContain('Tidak ada yang cocok')
    expect(await read(`?evaluator=${inspection.people.member.id}&sampel=1`)).toContain('Nirmala Sekarwangi')
    expect((await table('tabel=pertanyaan&bagian=B')).lines).toHaveLength(4)
  })

  it('is a table to download, with numbers that a spreadsheet reads and nothing that it runs', async () => {
    await inspection.house.database.inTransaction(() =>
      inspection.house.database
        .writing()
        .query('UPDATE users SET name = $1 WHERE id = $2', ['=1+1', inspection.people.member.id]),
    )
    await scoredTwice(inspection, { [LOWERED]: 'Tidak' })
    await scoredBy(inspection, {})
    const { answer, lines } = await table('tabel=evaluator')
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.headers['content-disposition']).toContain('kesesuaian-evaluator-')
    expect(lines[1]).toMatch(/^'=1\+1;1;113;"0,9912";"-0,0088";/)
    const questions = await table('')
    expect(questions.lines[0]).toBe('Bagian;Kode;Pertanyaan;n;Bagian yang sama;Selisih rata-rata;Kappa')
    expect(questions.lines).toHaveLength(114)
    expect(questions.lines[1]).toMatch(/^1;A\.I\.1\.i\.a;.*;1;"0,0000";"-1,0000";"0,0000"$/)
  })

  it('knows nothing of a unit that its second scorer came to score as a member', async () => {
    await scoredTwice(inspection, {})
    await scoredBy(inspection, {})
    await inspection.house.database.inTransaction(() =>
      inspection.house.database
        .writing()
        .query(`UPDATE worksheets SET assessor_id = $1 WHERE seat = 'member'`, [
          inspection.people.outsider.id,
        ]),
    )
    expect(await read()).toContain('Belum ada satker yang dinilai dua kali.')
  })
})

describe('hands', () => {
  const codes = [...lookup(lke).questions.keys()]
  const all = (value: string) => new Map(codes.map(code => [code, { value: exact(value) }]))
  const units = (id: string, first: string, second: string, count = 5): ScoredTwice[] =>
    Array.from({ length: count }, () => ({
      sample: 1,
      evaluator: { id, name: id },
      first: all(first),
      second: all(second),
    }))

  it('stand from the hardest to the softest, and one seen seldom is not judged', () => {
    const { evaluators } = compareScorers(
      lke,
      [
        ...units('lunak', '1', '0.5'),
        ...units('keras', '0.5', '1'),
        ...units('sama', '1', '1'),
        ...units('jarang', '0', '1', 4),
      ],
      '',
    )
    expect(evaluators.map(one => [one.name, toText(one.difference!), handOf(one).text])).toEqual([
      ['jarang', '1', 'n kecil, belum dapat disimpulkan'],
      ['keras', '1/2', 'Lebih ketat 0,50'],
      ['sama', '0', 'Sama'],
      ['lunak', '-1/2', 'Lebih longgar 0,50'],
    ])
  })
})
