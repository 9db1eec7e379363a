import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'

describe('the navigation of an assessment', () => {
  let inspection: Inspection
  beforeEach(async () => {
    inspection = await openInspection()
  })
  afterEach(() => inspection.close())

  const read = async (who: Parameters<Inspection['browserOf']>[0], address: string) => {
    const { text } = await (await inspection.browserOf(who)).get(address)
    const nav = /<nav class="mainnav"[\s\S]*?<\/nav>/.exec(text)?.[0] ?? ''
    const [bar = '', aside = ''] = nav.split('<details')
    return { bar: labels(bar), aside: labels(aside), nav, menu: labels(menuOf(text)) }
  }
  const labels = (html: string) =>
    [...html.matchAll(/<a href="[^"]+"[^>]*>([^<]+)<\/a>/g)].map(([, word]) => word)
  const menuOf = (html: string) => /<ul class="menu-nav">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''

  it('keeps six words and a menu where it offers more than seven', async () => {
    const { bar, aside, nav, menu } = await read('member', paths.assessment(inspection.assessment))
    expect(bar).toEqual(['Antrean', 'Beranda', 'Lembar kerja', 'Catatan', 'Evaluasi', 'Perbandingan'])
    expect(aside).toEqual(['Kesiapan', 'Bukti', 'Pengesahan', 'Laporan', 'Register'])
    expect(nav).toContain('<summary>Lainnya')
    expect([...menu].sort()).toEqual([...bar, ...aside].sort())
  })

  it('names its menu after the page that is open in it', async () => {
    const { nav, bar } = await read('member', paths.readiness(inspection.assessment))
    expect(nav).toContain('<summary>Laporan')
    expect(nav).toMatch(/aria-current="page">Laporan</)
    expect(bar).not.toContain('Laporan')
  })

  it('keeps what a team works with in the bar before anything is handed in', async () => {
    const draft = await openInspection({}, { submitted: false })
    const chair = await (await draft.browserOf('chair')).get(paths.assessment(draft.assessment))
    const [bar = '', aside = ''] = (/<nav class="mainnav"[\s\S]*?<\/nav>/.exec(chair.text)?.[0] ?? '').split(
      '<details',
    )
    const own = ['Beranda', 'Lembar kerja', 'Apa yang kurang', 'Kesiapan', 'Catatan', 'Register']
    expect(labels(bar)).toEqual(own)
    expect(labels(aside)).toEqual(['Bukti', 'Pengesahan', 'Laporan'])
    await draft.close()
  })

  it('has no menu in it where everything has its place', async () => {
    const { nav, bar } = await read('admin', paths.cycles())
    expect(bar.length).toBeGreaterThan(3)
    expect(nav).not.toContain('aside-nav')
  })
})
