import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { printReadiness } from '../../src/reports/print-readiness'
import { readinessPage } from '../../src/reports/readiness.page'
import type { ReadinessFacts } from '../../src/reports/readiness-facts'
import { composeReadiness } from '../../src/reports/readiness-report'
import { createAssets } from '../../src/web/assets'
import { EMPTY_SHELL } from '../../src/web/shell'
import { loadTemplates } from '../../src/web/templates'
import { createPages } from '../../src/web/view'
import { EMPTY, evidence, factsOf, MIXED, PERFECT, SUBMISSION, UNSUPPORTED } from './readiness-cases'

const views = join(projectRoot, 'views')
const assets = createAssets({
  styles: join(views, 'styles'),
  files: join(views, 'static'),
  browser: join(projectRoot, 'dist/browser'),
})
const pages = createPages(loadTemplates(views, { reload: false }), assets)
const htmlOf = (facts: ReadinessFacts) =>
  pages.render('reports/readiness', readinessPage('p1', composeReadiness(facts)), EMPTY_SHELL)

describe('the page of the readiness report', () => {
  test('carries the draft mark until submission', () => {
    expect(htmlOf(factsOf(MIXED))).toMatch(/class="report-draft"[^>]*><text[^>]*>DRAF</)
    const submitted = htmlOf(factsOf(MIXED, { submission: SUBMISSION }))
    expect(submitted).not.toContain('DRAF')
    expect(submitted).toContain(SUBMISSION.sha256)
  })

  test('shows the very words and figures of the PDF', () => {
    const facts = factsOf(MIXED)
    const html = htmlOf(facts)
    const printed = printReadiness(composeReadiness(facts))
    const figures = [
      ...printed.figures.map(figure => figure.value),
      ...printed.gates.flatMap(table =>
        table.rows.flatMap(row => [row.claimed, row.proven, row.status.word]),
      ),
      ...printed.breakdown.rows.flatMap(row => [row.answered, row.proven]),
      ...printed.steps.flatMap(table => table.rows.flatMap(row => [row.gain, row.total, row.action])),
      ...printed.flags.rows.flatMap(row => [row.code, row.seen, row.toClear]),
    ]
    expect(figures.filter(word => !html.includes(word))).toEqual([])
  })

  test('names every table and every column', () => {
    const html = htmlOf(factsOf(MIXED))
    const tables = html.match(/<table/g)?.length
    expect(tables).toBe(9)
    expect(html.match(/<caption class="visually-hidden">[^<]+</g)?.length).toBe(tables)
    expect(html).not.toMatch(/<th scope="col"[^>]*><\/th>|data-l=""/)
  })

  test('describes each picture in words', () => {
    const html = htmlOf(factsOf(MIXED))
    const pictures = html.match(/<svg[^>]*>/g) ?? []
    const silent = pictures.filter(
      tag => !/aria-hidden="true"|aria-label="[^"]+"|aria-labelledby="[^"]+"/.test(tag),
    )
    expect(silent).toEqual([])
    expect(html).toMatch(/aria-label="Terbukti 58,81, diklaim 73,34, ambang 75,00 dari 100,00"/)
  })

  test('has no style or script inside, and escapes what people typed', () => {
    const facts = factsOf(EMPTY, {
      evidence: evidence(1).map(piece => ({ ...piece, title: '<script>alert(1)</script>' })),
    })
    const html = htmlOf(facts)
    expect(html).not.toMatch(/ style="|<style|<script>/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test.each([
    ['empty', () => factsOf(EMPTY, { evidence: [], head: null, chair: null })],
    ['perfect', () => factsOf(PERFECT)],
    ['unsupported with 600 pieces', () => factsOf(UNSUPPORTED, { evidence: evidence(600) })],
  ])('renders a worksheet that is %s, without a gap', (_, facts) => {
    const html = htmlOf(facts())
    expect(html).toContain('</html>')
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })

  test('shows the logo of the satker in the place of our own mark', () => {
    const facts = factsOf(EMPTY)
    const html = htmlOf({ ...facts, satker: { ...facts.satker, logo: { kind: 'jpg', base64: 'AAAA' } } })
    expect(html).toContain(
      '<img src="data:image/jpeg;base64,AAAA" alt="Logo Kantor Imigrasi Tanjung Kirana">',
    )
  })
})
