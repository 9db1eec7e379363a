import { monthColumns } from '../../../src/web/charts/month-columns'

const chart = (months: Parameters<typeof monthColumns>[0]['months']) =>
  String(monthColumns({ id: 'bulan', title: 'Pengaduan 2026', description: 'Angkanya di tabel.', months }))

describe('columns of months', () => {
  it('stand on one line, the hatched part on the solid one, the number above both', () => {
    const drawn = chart([{ label: 'Jan', value: '6', solid: 0.5, hatched: 0.25 }])
    expect(drawn).toContain('y="75" width="20" height="55" fill="var(--proven)"')
    expect(drawn).toContain('y="47.5" width="20" height="27.5" fill="var(--surface)"')
    expect(drawn).toMatch(/y="42\.5"[^>]*>6<\/text>/)
    expect(drawn).toContain('x1="0" x2="32" y1="130" y2="130"')
  })

  it('leave a month that was not reported empty, and one of nil with its number', () => {
    const drawn = chart([
      { label: 'Jan', value: '', solid: 0, hatched: 0 },
      { label: 'Feb', value: '0', solid: 0, hatched: 0 },
    ])
    expect(drawn).not.toContain('<rect')
    expect([...drawn.matchAll(/>([^<]+)<\/text>/g)].map(match => match[1])).toEqual(['Jan', '0', 'Feb'])
  })

  it('are named for readers', () => {
    expect(chart([])).toContain('role="img" aria-labelledby="bulan-t bulan-d"')
  })
})
