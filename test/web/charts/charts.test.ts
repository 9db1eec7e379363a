import { exact, ratio } from '../../../src/engine/exact'
import { hatchLines } from '../../../src/web/charts/hatch'
import { horizontalBars } from '../../../src/web/charts/horizontal-bars'
import { proofBar } from '../../../src/web/charts/proof-bar'
import { radar, type RadarAxis } from '../../../src/web/charts/radar'

const facts = {
  substantiated: exact('3.70'),
  claimed: exact('5.03'),
  weight: exact(8),
  minimum: exact('4.8'),
}

describe('the proof bar', () => {
  it('says in words what it shows', () => {
    expect(String(proofBar(facts))).toContain(
      'aria-label="Terbukti 3,70, diklaim 5,03, ambang 4,80 dari 8,00"',
    )
  })

  it('draws proven, claimed and minimum in their places', () => {
    const bar = String(proofBar(facts))
    expect(bar).toContain('class="pb-proven" y="1" width="46.25%"')
    expect(bar).toMatch(/class="pb-gap" x="46.25%" y="1.5" width="16.6[23]%"/)
    expect(bar).toContain('class="pb-min" x1="60.00%" x2="60.00%"')
    expect(bar).not.toContain('pb-eval')
  })

  it('has no hatch when everything claimed is proven, and a diamond once it was evaluated', () => {
    const bar = String(proofBar({ ...facts, claimed: facts.substantiated, evaluated: exact(4) }))
    expect(bar).not.toContain('pb-gap')
    expect(bar).toContain('x="50.00%"')
    expect(bar).toContain('dinilai 4,00')
  })

  it('never prints a failing value as its minimum, not even to a reader', () => {
    const close = { ...facts, substantiated: ratio(47999, 10000) }
    expect(String(proofBar(close))).toContain('Terbukti 4,7999')
  })

  it('stays inside its length and survives a section of no weight', () => {
    expect(String(proofBar({ ...facts, claimed: exact(9) }))).toContain('width="53.75%"')
    expect(String(proofBar({ ...facts, weight: exact(0) }))).toContain(
      'class="pb-proven" y="1" width="0.00%"',
    )
  })

  it('is drawn for the printer with real lines, in black, without classes or patterns', () => {
    const bar = String(proofBar(facts, { forPrint: true }))
    expect(bar).not.toMatch(/url\(|var\(|class="pb-(?!print)/)
    expect(bar).toMatch(/<path d="M[^"]+" fill="none" stroke="#000"/)
    expect(bar).toContain('xmlns="http://www.w3.org/2000/svg"')
  })
})

describe('the hatch', () => {
  it('never leaves its rectangle', () => {
    const numbers = [...hatchLines(10, 33, 4, 16).matchAll(/[ML]([\d.]+) ([\d.]+)/g)]
    expect(numbers.length).toBeGreaterThan(6)
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(10)
      expect(Number(x)).toBeLessThanOrEqual(33)
      expect(Number(y)).toBeGreaterThanOrEqual(4)
      expect(Number(y)).toBeLessThanOrEqual(16)
    }
  })
})

describe('the radar', () => {
  const axis = (name: string): RadarAxis => ({ name, substantiated: 0.5, claimed: 0.75, minimum: 0.6 })
  const chart = {
    id: 'r',
    title: 'Enam area',
    description: 'Uraian <uji>',
    axes: ['1 Satu', '2 Dua', '3 Tiga & tiga', '4 Empat'].map(axis),
  }

  it('has a title and a description that it points to', () => {
    const picture = String(radar(chart))
    expect(picture).toContain('aria-labelledby="r-t r-d"')
    expect(picture).toContain('<title id="r-t">Enam area</title>')
    expect(picture).toContain('<desc id="r-d">Uraian &lt;uji&gt;</desc>')
  })

  it('tells the series apart by dashes and markers, one marker of each kind per axis', () => {
    const picture = String(radar(chart))
    expect(picture.match(/<circle/g)).toHaveLength(4)
    expect(picture).toContain('stroke-dasharray="7 4"')
    expect(picture).toContain('stroke-dasharray="1.5 3.5"')
  })

  it('is a well-formed document of its own for the PDF, without tokens of the page', () => {
    const picture = String(radar(chart, { forPrint: true }))
    expect(picture).not.toContain('var(')
    expect(picture).toContain('font-family="Liberation Sans"')
    expect(picture).toContain('3 Tiga &amp;')
  })
})

describe('the rows of bars', () => {
  it('name every row and its number', () => {
    const rows = [{ label: 'Area <1>', value: '46%', substantiated: 0.46, claimed: 0.63, minimum: 0.6 }]
    const picture = String(horizontalBars({ id: 'b', title: 'Area', description: 'Uraian', rows }))
    expect(picture).toContain('>Area &lt;1&gt;</text>')
    expect(picture).toContain('>46%</text>')
    expect(picture).toContain('viewBox="0 0 400 38"')
  })
})
