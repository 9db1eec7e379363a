import { paths } from '../../src/paths'
import { addPiece, GRATIFICATION, satkerAtWork, type SatkerAtWork } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { loadRules } from './rules-at-work'

const SECRET = /Laporan pelapor|scan0007|2 (Jan|Juni)(uari)? 2025/

describe('a restricted piece behind findings', () => {
  let work: SatkerAtWork

  beforeAll(async () => {
    work = await satkerAtWork()
    await loadRules(work.house)
    await addPiece(work, work.chair, GRATIFICATION, {
      fields: {
        title: 'Laporan pelapor triwulan I 2024',
        access: 'terbatas',
        nature: 'formal',
        happenedOn: '2025-06-02',
      },
      files: [[samples.pdf, 'scan0007.pdf']],
    })
    await work.house.services.findings.refreshChanged()
  })
  afterAll(() => work.close())

  const rules = ['contradiction-evidence-after-period', 'contradiction-file-names']
  const pagesOf = async () => {
    const rows = await work.house.database.query<{ rule: string; about: string }>(
      `SELECT rule, about FROM finding_levels WHERE rule LIKE 'contradiction-%'`,
    )
    expect(rows.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules))
    return rows.map(
      ({ rule, about }) => `${paths.finding(work.assessment, rule)}?tentang=${encodeURIComponent(about)}`,
    )
  }

  it('is named on no page to those who may not open it, and to those who may with its day', async () => {
    const pages = [
      paths.findings(work.assessment),
      paths.findingsPaper(work.assessment),
      paths.readiness(work.assessment),
      paths.question(work.assessment, GRATIFICATION),
      paths.worksheetPart(work.assessment, '5'),
      ...(await pagesOf()),
    ]
    for (const who of ['one', 'viewer', 'admin'] as const)
      for (const page of pages) {
        const { status, text } = await (await work.browserOf(who)).get(page)
        expect([who, page, status]).toEqual([who, page, 200])
        expect([who, page, SECRET.exec(text)?.[0]]).toEqual([who, page, undefined])
      }
    const [first = ''] = (await pagesOf()).filter(page => page.includes('after-period'))
    const { text } = await (await work.browserOf('five')).get(first)
    expect(text).toContain('Laporan pelapor triwulan I 2024')
    expect(text).toContain('2 Jun 2025')
  })
})
