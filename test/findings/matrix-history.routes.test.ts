import { paths } from '../../src/paths'
import type { Who } from '../roster/roster-office'
import { PASSWORD } from '../support/cast'
import { signedIn } from '../support/house'
import { openOffice, type Office } from './matrix-office'

describe('the findings of units over time', () => {
  let office: Office
  let other: string
  beforeAll(async () => {
    office = await openOffice()
    other = await office.open('Lapas Tenang')
    await office.change(office.assessment, 'pitfall-1', 'bahaya', '2026-01-20T01:00:00.000Z')
    // The last hour of January in the western zone, the first of February there.
    await office.change(other, 'pitfall-1', 'bahaya', '2026-01-31T16:30:00.000Z')
    await office.change(other, 'pitfall-1', 'waspada', '2026-01-31T17:30:00.000Z')
    await office.change(office.assessment, 'pitfall-1', 'aman', '2026-03-05T01:00:00.000Z')
    await office.change(office.assessment, 'recommendation-5', 'belum', '2026-03-01T01:00:00.000Z')
    await office.change(office.assessment, 'recommendation-5', 'berjalan', '2026-03-06T01:00:00.000Z')
    await office.change(office.assessment, 'factor-1', 'aman', '2026-03-01T01:00:00.000Z')
    await office.change(office.assessment, 'factor-1', 'bahaya', '2026-03-06T01:00:00.000Z')
  })
  afterAll(() => office.close())

  const past = (who: Who, query = '') => office.read(who, `${paths.matrixHistory()}${query}`)
  const line = (html: string, pitfall: string, word: string): string[] => {
    const part = html
      .split('<section')
      .find(section => section.replaceAll('\u00ad', '').includes(`>${pitfall}<`))
    const row = part?.split('<tr>').find(one => one.includes(`</svg>${word}</span>`)) ?? ''
    return [...row.matchAll(/data-l="([^"]+)">([^<]+)</g)].map(([, month, count]) => `${month}: ${count}`)
  }

  it('are counted by level at the end of each month since anything is known', async () => {
    const { text } = await past('kanwil')
    expect(line(text, 'H1 Demi penghargaan', 'Bahaya')).toEqual(['Jan 2026: 2', 'Feb 2026: 1', 'Mar 2026: 0'])
    expect(line(text, 'H1 Demi penghargaan', 'Waspada')).toEqual([
      'Jan 2026: 0',
      'Feb 2026: 1',
      'Mar 2026: 1',
    ])
    expect(line(text, 'H1 Demi penghargaan', 'Aman')).toEqual(['Jan 2026: 0', 'Feb 2026: 0', 'Mar 2026: 1'])
    expect(line(text, 'H2 Instan', 'Aman')).toEqual(['Jan 2026: –', 'Feb 2026: –', 'Mar 2026: –'])
    expect(text).toContain('Mar 2026: 0 bahaya, 1 waspada, 1 aman, 0 belum cukup data.')
  })

  it('are told of the last thirty days, the newest first; a first reading is no change', async () => {
    const { text } = await past('kanwil')
    const changed = text.split('Perubahan 30 hari terakhir')[1] ?? ''
    const lines = changed
      .split('<tr>')
      .slice(2)
      .map(row =>
        row
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    expect(lines.map(words => words.replaceAll('\u00ad', ''))).toEqual([
      expect.stringContaining('Kanim Tanjung Kirana R5 Rapat berkala Belum Berjalan 6 Maret 2026 08.00 WIB'),
      expect.stringContaining('Kanim Tanjung Kirana H1 Demi penghargaan Bahaya Aman 5 Maret 2026 08.00 WIB'),
    ])
    expect(changed).toContain(
      `href="${paths.finding(office.assessment, 'recommendation-5')}?keadaan=sekarang"`,
    )
    office.house.now = new Date('2026-04-20T03:45:00.000Z')
    const later = await signedIn(office.house, office.people.kanwil.login, PASSWORD)
    expect((await later.get(paths.matrixHistory())).text).toContain('Tidak ada tingkat yang berubah.')
    office.house.now = new Date('2026-03-12T03:45:00.000Z')
  })

  it('are told of a cycle of an earlier year as they came about in it', async () => {
    office.house.now = new Date('2027-11-20T03:45:00.000Z')
    const later = await signedIn(office.house, office.people.kanwil.login, PASSWORD)
    const { text } = await later.get(paths.matrixHistory())
    office.house.now = new Date('2026-03-12T03:45:00.000Z')
    const months = line(text, 'H1 Demi penghargaan', 'Bahaya')
    expect(months).toHaveLength(12)
    expect([months[0], months[2], months[11]]).toEqual(['Jan 2026: 2', 'Mar 2026: 0', 'Des 2026: 0'])
  })

  it('show a kanwil nothing of another', async () => {
    const { text } = await past('stranger')
    expect(text).toContain('Belum ada temuan yang dibaca.')
    expect(text).not.toContain('Kanim Tanjung Kirana')
  })

  it('take the same statements for any number of changes, and name the newest hundred', async () => {
    const count = async () => {
      office.house.statements.length = 0
      const { text } = await past('kanwil')
      return { statements: office.house.statements.length, text }
    }
    const few = await count()
    for (let place = 0; place < 101; place++)
      await office.change(
        other,
        'pitfall-2',
        place % 2 ? 'aman' : 'waspada',
        `2026-03-11T0${place % 9}:${String(place % 60).padStart(2, '0')}:00.000Z`,
      )
    const many = await count()
    expect(many.statements).toBe(few.statements)
    expect(few.text).not.toContain('perubahan terbaru yang ditampilkan')
    expect(many.text).toContain('Hanya 100 perubahan terbaru yang ditampilkan.')
  })
})
