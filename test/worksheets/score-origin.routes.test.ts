import { paths } from '../../src/paths'
import { lookup } from '../../src/engine/instrument/lookup'
import { attestAll, submit } from '../attestations/hand-in'
import { addPiece, answered, satkerAtWork, TEAM } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { answer, answerAll, contextOf, prove } from '../assessments/filled'
import { addAssessment, addPerson, addSatker, PASSWORD } from '../support/cast'
import { signedIn } from '../support/house'
import { openFilling, type Filling } from './filling'

describe('where a score comes from', () => {
  let filling: Filling
  beforeAll(async () => {
    filling = await openFilling()
    const { house, assessment, person } = filling
    const { instrument } = await contextOf(house, assessment)
    await prove(house, assessment, person.id, [lookup(instrument).questions.get('A.II.1.i.a')!.question])
    await answer(house, assessment, {
      'A.I.1.i.a': { option: 'Ya' },
      'A.II.1.i.a': { inputs: { agents: '7', changes: '5' } },
      'A.II.1.i.b': { inputs: { changes: '0', integrated: '4' } },
      'A.I.2.i.a': { option: 'A', carried: true },
    })
  })
  afterAll(() => filling.house.close())

  const origin = (section: string, agent = filling.chair) =>
    agent.get(paths.scoreOrigin(filling.assessment.id, section))
  /** The cells of a row, without markup. */
  const row = (html: string, code: string): string[] => {
    const found = new RegExp(
      `<tr[^>]*><th[^>]*><a[^>]*>${code.replaceAll('.', '\\.')}</a>.*?</tr>`,
      's',
    ).exec(html)
    const cells = (found?.[0] ?? '').split(/<\/t[hd]>/).map(cell => cell.replace(/<[^>]+>/g, '').trim())
    return cells.filter(Boolean)
  }

  it('is told of a joined area down to its questions, each with its rule, its evidence and its flags', async () => {
    const { text, status } = await origin('A.1')
    expect(status).toBe(200)
    expect(text).toContain('Asal nilai Area 1 Manajemen Perubahan')
    expect(text).toContain('Jumlah 2 bagian di bawahnya.')
    expect(row(text, 'A.I.1.i').slice(1)).toEqual([
      '0,50',
      '0,25',
      '0,00',
      'Bobot 0,50 dikali rata-rata nilai 2 pertanyaan: diklaim 0,50, terbukti 0,00.',
    ])
    expect(row(text, 'A.I.1.i.a').slice(1, 4)).toEqual(['0,25', '0,25', '0,00'])
    expect(row(text, 'A.I.1.i.a')[4]).toMatch(/^Nilai 1,00, menurut kriteria yang dipilih\. .*Tanpa bukti$/s)
    expect(row(text, 'A.II.1.i.a')[4]).toContain('Nilai 0,71, hasil bagi angka yang diisi (5 ÷ 7).')
    expect(row(text, 'A.II.1.i.a')[4]).toContain('Terbukti 0,71: bukti menunjukkan')
    expect(row(text, 'A.II.1.i.b')[4]).toContain('belum dihitung: angkanya bertentangan')
    expect(row((await origin('A.I.2.i')).text, 'A.I.2.i.a')[4]).toBe('Belum ditinjau ulang, dihitung 0.')
  })

  it('leads up to the total and down to each section and question', async () => {
    const { assessment } = filling
    const links = async (section: string, within: RegExp) => {
      const html = within.exec((await origin(section)).text)?.[0] ?? ''
      return [...html.matchAll(/<a[^>]* href="([^"]+)"/g)].map(match => match[1])
    }
    const of = (section: string) => paths.scoreOrigin(assessment.id, section)
    const crumbs = /<ol class="crumbs">.*?<\/ol>/s
    expect(await links('A.I.1.i', crumbs)).toEqual([
      paths.wholeWorksheet(assessment.id),
      ...['total', 'A', 'A.1', 'A.I', 'A.I.1'].map(of),
    ])
    expect(await links('A.1', crumbs)).toEqual([paths.wholeWorksheet(assessment.id), of('total'), of('A')])
    expect(await links('total', crumbs)).toEqual([paths.wholeWorksheet(assessment.id)])
    const down = await links('total', /<table.*?<\/table>/s)
    expect(down).toEqual(
      expect.arrayContaining([of('A.I.1'), of('B'), paths.question(assessment.id, 'A.I.1.i.a')]),
    )
    const { questions, sections } = lookup((await contextOf(filling.house, assessment)).instrument)
    expect(down).toHaveLength(questions.size + sections.size)
    for (const href of new Set(down.filter(one => one?.includes('asal-nilai'))))
      expect((await filling.chair.get(href ?? '')).status).toBe(200)
  })

  it('is one link away from every score and gate', async () => {
    const { assessment, chair } = filling
    for (const [page, sections] of [
      [paths.assessment(assessment.id), ['total', 'A', 'A.1', 'A.6', 'B.I', 'B']],
      [paths.missing(assessment.id), ['total', 'A', 'A.1', 'B.I.ii']],
      [paths.wholeWorksheet(assessment.id), ['total', 'A.1', 'A.I.1', 'A.I.1.i', 'B']],
      [paths.worksheetPart(assessment.id, '1'), ['A.1', 'A.I.1', 'A.I.1.i']],
      [paths.question(assessment.id, 'A.I.1.i.a'), ['A.I.1.i']],
    ] as const) {
      const { text } = await chair.get(page)
      const missing = sections.filter(
        one => !text.includes(`href="${paths.scoreOrigin(assessment.id, one)}"`),
      )
      expect({ page, missing }).toEqual({ page, missing: [] })
    }
  })

  it('is nowhere for a section that does not exist, and for another satker', async () => {
    for (const section of ['A.7', 'A.I.1.i.a', 'constructor'])
      expect((await origin(section)).status).toBe(404)
    const { house, ministry } = filling
    const elsewhere = await addPerson(
      house,
      'Joko Widarto',
      'chair',
      await addSatker(house, 'Rutan', ministry),
    )
    expect((await origin('total', await signedIn(house, elsewhere.login, PASSWORD))).status).toBe(404)
  })

  it('takes as many statements for a full worksheet as for an empty one', async () => {
    const { house, chair, satker, person } = filling
    const cycle = await house.database.one<{ id: string }>('SELECT id FROM cycles')
    const unit = await addSatker(house, 'Kanim Penuh', satker)
    const full = await addAssessment(house, unit, cycle!.id)
    await answerAll(house, full, person.id)
    const agent = await signedIn(
      house,
      (await addPerson(house, 'Ketua Penuh', 'chair', unit)).login,
      PASSWORD,
    )
    const count = async (who: typeof chair, id: string) => {
      house.statements.length = 0
      expect((await who.get(paths.scoreOrigin(id, 'total'))).status).toBe(200)
      return house.statements.length
    }
    expect(await count(agent, full.id)).toBe(await count(chair, filling.assessment.id))
  })
})

describe('where the score of a frozen worksheet comes from', () => {
  it('is what it was at the hand-in, whatever becomes of the evidence', async () => {
    const work = await satkerAtWork()
    const { house, chair, assessment } = work
    const head = await work.browserOf('head')
    await answered(work, TEAM, 'Ya')
    const piece = await addPiece(work, chair, TEAM, {
      fields: { stages: ['planning', 'implementation'] },
      files: [[samples.pdf, 'SK Tim.pdf']],
    })
    await attestAll(work, head)
    expect((await submit(work, head)).status).toBe(303)
    const page = paths.scoreOrigin(assessment, 'A.I.1.i')
    const shown = async () => /<section class="panel".*<\/table>/s.exec((await chair.get(page)).text)?.[0]
    const before = await shown()
    expect(before).toContain('diklaim 0,50, terbukti 0,50')
    await house.database.inTransaction(() =>
      house.database
        .writing()
        .query(`UPDATE evidence SET withdrawn_at = $1, nature = 'trace' WHERE id = $2`, [
          '2026-03-13T00:00:00.000Z',
          piece.id,
        ]),
    )
    expect(await shown()).toBe(before)
    await work.close()
  })
})
