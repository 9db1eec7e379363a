import { exact } from '../../../src/engine/exact'
import { markDifferences } from '../../../src/web/components/conflict'
import { coverageDots, evidenceKind } from '../../../src/web/components/evidence'
import { pagination } from '../../../src/web/components/pagination'
import { gateStatus } from '../../../src/web/components/status'
import { assessmentTrack } from '../../../src/web/components/track'
import { renderPartial } from './rendering'

describe('a gate in words', () => {
  it.each([
    [true, '0.11', 'Terpenuhi'],
    [true, '0', 'Terpenuhi, tepat'],
    [false, '-1.1', 'Kurang 1,10'],
    [false, '-0.001', 'Kurang 0,001'],
    [false, '-0.0000001', 'Kurang 0,0001'],
  ])('passes %p at distance %s: %s', (passes, distance, text) =>
    expect(gateStatus({ passes, distance: exact(distance) }).text).toBe(text),
  )
})

describe('the stages of an assessment', () => {
  it('shows what is done, where it stands and what is to come', () => {
    const { items } = assessmentTrack('dievaluasi', 1)
    expect(items.map(item => item.icon)).toEqual(['check', 'check', 'dot', 'ring', 'ring'])
    expect(items.filter(item => item.current).map(item => item.label)).toEqual(['Dievaluasi'])
  })

  it('shows the round after a return, and the lock at the end', () => {
    expect(assessmentTrack('dikembalikan', 2).items.at(-1)).toMatchObject({
      label: 'Dikembalikan, putaran 2',
      current: true,
    })
    expect(assessmentTrack('draf', 2).items[0]?.label).toBe('Draf, putaran 2')
    expect(assessmentTrack('final', 1).items.at(-1)).toMatchObject({ icon: 'lock', current: true })
  })
})

describe('coverage', () => {
  it('names only the expected stages and says which are missing', () => {
    const html = renderPartial('coverage', coverageDots(['planning', 'impact'], ['impact', 'monitoring']))
    expect(html.replace(/<svg.*?<\/svg>/g, '').replace(/<[^>]+>/g, '|')).toContain('Rencana|| belum ada|')
    expect(html).not.toContain('Pemantauan')
    expect(html).toContain('Dampak</span><span class="visually-hidden"> sudah ada')
  })

  it('puts nature and stages of a piece into words', () => {
    expect(evidenceKind('trace', ['implementation', 'follow_up'])).toBe(
      'Kegiatan · Pelaksanaan, Tindak lanjut',
    )
    expect(evidenceKind('formal', [])).toBe('Formal')
  })
})

describe('the foot of a list', () => {
  const list = { pageSize: 50, total: 120, hrefOf: (page: number) => `?h=${page}` }

  it('leads both ways in the middle and stops at the ends', () => {
    expect(pagination({ ...list, page: 2 })).toEqual({
      text: '51–100 dari 120',
      previousHref: '?h=1',
      nextHref: '?h=3',
    })
    expect(pagination({ ...list, page: 1 })?.previousHref).toBeNull()
    expect(pagination({ ...list, page: 3 })).toMatchObject({ text: '101–120 dari 120', nextHref: null })
  })

  it('is absent when everything fits', () => expect(pagination({ ...list, total: 50, page: 1 })).toBeNull())
})

describe('two texts of one note', () => {
  const marks = (html: string) => [...html.matchAll(/<mark>(.*?)<\/mark>/gs)].map(match => match[1])

  it('marks only the words that differ and loses none', () => {
    const [mine, theirs] = markDifferences('naik dari 71% ke 96%', 'naik dari 70% ke 96% hal. 2')
    expect(marks(String(mine))).toEqual(['71%'])
    expect(marks(String(theirs))).toEqual(['70%', ' hal. 2'])
    expect(String(theirs).replace(/<[^>]+>/g, '')).toBe('naik dari 70% ke 96% hal. 2')
  })

  it('marks nothing in equal texts and escapes what people type', () => {
    const [mine] = markDifferences('a <b> c', 'a <b> c')
    expect(String(mine)).toBe('a &lt;b&gt; c')
  })

  it('stays quick with long texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ')
    const [mine] = markDifferences(long('a'), long('b'))
    expect(String(mine)).toBe(`<mark>${long('a')}</mark>`)
  })
})
