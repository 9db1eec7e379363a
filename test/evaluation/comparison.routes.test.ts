import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { add, compare, mul, ratio, round, sub, ZERO, type Exact } from '../../src/engine/exact'
import { lookup } from '../../src/engine/instrument/lookup'
import { paths } from '../../src/paths'
import { readWorkbook } from '../../src/spreadsheets/read-workbook'
import { evaluators, goThroughRounds, ROUNDS, score } from './acting'
import { openInspection, type Inspection } from './inspection'

type Who = Parameters<Inspection['browserOf']>[0]

describe('the comparison of worksheets', () => {
  let inspection: Inspection
  let page: string
  afterEach(() => inspection.close())

  const read = async (who: Who, query = '') =>
    (await (await inspection.browserOf(who)).get(`${page}${query}`)).text
  const open = async (settings: Parameters<typeof openInspection>[0] = {}) => {
    inspection = await openInspection(settings)
    page = paths.comparison(inspection.assessment)
  }
  /** The rows of the list of differences: code and what each cell says. */
  const rowsOf = (html: string) => {
    const list = html.slice(html.indexOf('id="h-selisih"')).split('<details')[0] ?? ''
    return [...list.matchAll(/<tr><th scope="row"><a href[^>]*>([^<]+)<[\s\S]*?<\/tr>/g)].map(row => ({
      code: row[1] ?? '',
      cells: [...row[0].matchAll(/<td class="v([^"]*)" data-l="([^"]+)">([\s\S]*?)<\/td>/g)].map(cell => ({
        way: (cell[1] ?? '').replace('chg-', '').trim(),
        column: cell[2] ?? '',
        text: (cell[3] ?? '')
          .replace(/<svg[\s\S]*?<\/svg>/g, '')
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      })),
      points: /data-l="Poin"><b>([^<]*)</.exec(row[0])?.[1] ?? '',
      why: [...row[0].matchAll(/<p>([^<]*)<span class="by">([^<]*)</g)].map(one => [one[1], one[2]]),
    }))
  }

  describe('of two rounds with every seat', () => {
    beforeEach(async () => {
      await open({ preAssessment: true })
      await goThroughRounds(inspection)
    }, 30_000)

    it('is a table to download: the same rows, every column, and nothing that a spreadsheet runs', async () => {
      const { lowered } = ROUNDS
      await inspection.house.database.inTransaction(() =>
        inspection.house.database
          .writing()
          .query(`UPDATE frozen_worksheets SET document = REPLACE(document, $1, $2)`, [
            'Dua yang terbukti.',
            '=HYPERLINK(1)',
          ]),
      )
      const answer = await (
        await inspection.browserOf('controller')
      )
        .get(`${paths.comparisonTable(inspection.assessment)}?saring=turun`)
        .responseType('blob')
      expect(answer.headers['content-type']).toContain('spreadsheetml')
      const folder = mkdtempSync(join(tmpdir(), 'zi-compare-'))
      const file = join(folder, 'daftar.xlsx')
      writeFileSync(file, answer.body as Buffer)
      const { header, rows } = await readWorkbook(file)
      rmSync(folder, { recursive: true })
      expect(header).toHaveLength(18)
      expect(header.slice(0, 4)).toEqual(['Kode', 'Pertanyaan', 'Mandiri r1: jawaban', 'Mandiri r1: nilai'])
      expect(rows.map(row => row.cells[0]).sort()).toEqual(Object.values(ROUNDS).sort())
      const cells = rows.find(row => row.cells[0] === lowered)!.cells
      expect([cells[3], cells[15]]).toEqual(['1,0000', '0,5000'])
      expect(cells[16]).toMatch(/^-\d,\d{4}$/)
      expect(cells[17]).toContain('=HYPERLINK(1)')
      expect(
        (await (await inspection.browserOf('outsider')).get(paths.comparisonTable(inspection.assessment)))
          .status,
      ).toBe(404)
    })

    it('puts all seven columns side by side, the biggest loss of points first, each change with its reason', async () => {
      const html = await read('controller')
      const rows = rowsOf(html)
      const titles = [
        'Mandiri r1',
        'Kanwil r1',
        'TPI r1',
        'Mandiri r2',
        'TPI r2',
        'Ketua tim r2',
        'Dalnis r2',
      ]
      expect(rows[0]?.cells.map(cell => cell.column)).toEqual(titles)
      const { instrument } = await inspection.seen('controller')
      const share = (code: string) => lookup(instrument).questions.get(code)!.share
      const option = (key: string) => {
        const { question } = lookup(instrument).questions.get(ROUNDS.raised)!
        return question.kind === 'choice' ? question.options.find(one => one.key === key)!.value : ZERO
      }
      const points: Record<string, Exact> = {
        [ROUNDS.lowered]: mul(share(ROUNDS.lowered), sub(ratio(2, 4), ratio(4, 4))),
        [ROUNDS.raised]: mul(share(ROUNDS.raised), sub(option('B'), option('A'))),
        [ROUNDS.repaired]: ZERO,
      }
      const worst = Object.keys(points).sort((a, b) => compare(points[a]!, points[b]!))
      expect(rows.map(row => row.code)).toEqual(worst)
      const words = (code: string) => round(points[code]!, 2).replace('-', '−').replace('.', ',')
      expect(rows.map(row => row.points)).toEqual(worst.map(words))
      const lowered = rows.find(row => row.code === ROUNDS.lowered)!
      expect(lowered.cells.map(cell => [cell.text, cell.way])).toEqual([
        ['1,00', ''],
        ['1,00', ''],
        ['0,75 turun 0,25', 'down'],
        // The satker goes on with what it claimed: it raised nothing.
        ['1,00', ''],
        ['0,75 turun 0,25', 'down'],
        ['0,50 turun 0,25', 'down'],
        ['0,50', ''],
      ])
      expect(lowered.why[0]).toEqual([
        'Dua yang terbukti.',
        'Ketua tim Bramantyo Wicaksana, 12 Maret 2026 10.45 WIB',
      ])
      expect(lowered.why[1]?.[0]).toBe('Tiga perubahan.')
      const raised = rows.find(row => row.code === ROUNDS.raised)!
      expect(raised.why[0]?.[0]).toBe('Notulen tiga triwulan ada.')
      const lost = add(points[ROUNDS.lowered]!, points[ROUNDS.raised]!)
      expect(html).toContain(
        `turun ${round(lost, 2).replace('-', '').replace('.', ',')} poin, naik 0,00 poin`,
      )
      expect(html).toContain('110 pertanyaan tanpa perbedaan')
    }, 30_000)

    it('sums every block and area for each column, with the failing gates and who handed in when', async () => {
      const html = await read('lead')
      const line = (label: string) =>
        new RegExp(`<th scope="row"[^>]*>${label}[\\s\\S]*?</tr>`).exec(html)?.[0].match(/<td/g)?.length
      for (const label of ['Nilai total', 'Pengungkit', 'Pemenuhan', 'Reform', 'Area 1 ', 'Area 6 ', 'Hasil'])
        expect([label, line(label)]).toEqual([label, 7])
      expect(line('Ambang WBK gagal, diklaim / dinilai')).toBe(7)
      expect(html).toContain('Tidak ada')
      expect(html).toMatch(
        /Diserahkan<\/th>[\s\S]*Hendra Wiguna[\s\S]*Meutia Rahardja[\s\S]*Nirmala[\s\S]*Retno Palupi/,
      )
    })

    it('filters what fell, what the ketua or dalnis changed, and shows everything on demand', async () => {
      expect(rowsOf(await read('lead', '?saring=turun')).length).toBe(3)
      const changed = rowsOf(await read('lead', '?saring=ketua')).map(row => row.code)
      expect(changed.sort()).toEqual([ROUNDS.lowered, ROUNDS.raised].sort())
      const all = await read('lead', '?saring=semua')
      expect(rowsOf(all).length).toBe(113)
      expect(all).not.toContain('tanpa perbedaan')
    })

    it('is read by the satker whole once the score is settled', async () => {
      const rows = rowsOf(await read('chair'))
      expect(rows[0]?.cells.length).toBe(7)
      expect(await read('chair')).toContain(`href="${paths.question(inspection.assessment, ROUNDS.lowered)}"`)
    })

    it('asks the database no oftener for seven columns than for two', async () => {
      const count = async () => {
        await read('lead')
        inspection.house.statements.length = 0
        await read('lead')
        return inspection.house.statements.length
      }
      const seven = await count()
      await inspection.close()
      await open()
      const { begin, agree, handIn } = evaluators(inspection)
      await begin('member')
      await agree('member')
      await handIn('member')
      expect(await count()).toBe(seven)
    }, 30_000)
  })

  it('keeps the columns of evaluators, and what they say, from the satker until it comes back', async () => {
    await open()
    const { begin, agree, handIn, sendBack } = evaluators(inspection)
    const trail = async (who: Who) =>
      (await (await inspection.browserOf(who)).get(paths.assessmentTrail(inspection.assessment))).text
    const question = async () =>
      (await (await inspection.browserOf('chair')).get(paths.question(inspection.assessment, ROUNDS.lowered)))
        .text
    await begin('member')
    await score(inspection, 'member', ROUNDS.lowered, { inputs: { agents: '4', changes: '2' } }, 'Rahasia.')
    await agree('member')
    await handIn('member')
    for (const who of ['chair', 'head', 'pokja'] as const) {
      const html = await read(who)
      expect(html).toContain('Penilaian sedang berlangsung.')
      expect(html).not.toContain('Rahasia.')
      expect(html).not.toContain('>TPI<')
      expect(await trail(who)).not.toContain('Rahasia.')
    }
    expect(await question()).not.toContain('Rahasia.')
    expect(await trail('companion')).toContain('Rahasia.')
    expect(await read('companion')).toContain('Rahasia.')
    await sendBack([{ question: ROUNDS.repaired, note: 'Lampirkan SK.' }])
    expect(await read('chair')).toContain('Rahasia.')
    expect(await trail('chair')).toContain('Rahasia.')
  })

  it('is not there before the hand-in, nor for whoever may not read the assessment', async () => {
    inspection = await openInspection({}, { submitted: false })
    page = paths.comparison(inspection.assessment)
    const status = async (who: Who) => (await (await inspection.browserOf(who)).get(page)).status
    expect(await status('chair')).toBe(404)
    await inspection.close()
    await open()
    expect(await status('outsider')).toBe(404)
    const html = await read('chair')
    expect(html).toContain('Baru satu lembar diserahkan')
    expect(html).toContain('class="tbl cmp stack grid3"')
    expect(html).toContain('<body class="comparison"')
  })
})
