import { changesOf, trailEntry } from '../../src/audit/audit.page'
import type { TrailRow } from '../../src/audit/audit.repository'

const row = (more: Partial<TrailRow>): TrailRow => ({
  id: 'e1',
  at: '2026-03-12T03:45:00.000Z',
  userId: 'u1',
  userName: 'Sari Puspadewi',
  role: 'chair',
  action: 'save-value',
  question: 'A.I.1.i.a',
  before: null,
  after: null,
  ...more,
})

describe('an event in words', () => {
  it('says who did what as what role, at the time of the satker', () => {
    expect(trailEntry(row({ before: '{"option":null}', after: '{"option":"B"}' }), 'Asia/Jayapura')).toEqual({
      id: 'e1',
      when: '12 Maret 2026 12.45 WIT',
      who: 'Sari Puspadewi',
      role: 'Ketua tim ZI',
      act: 'Mengubah jawaban',
      question: 'A.I.1.i.a',
      changes: [{ label: 'Jawaban', before: '', after: 'B' }],
    })
  })

  it('shows an act and a role it has no words for by their names', () => {
    const entry = trailEntry(row({ action: 'new-act', role: 'guest', userName: '' }), 'Asia/Jakarta')
    expect([entry.act, entry.role, entry.who]).toEqual(['new-act', 'guest', 'Sistem'])
  })

  it('names what changed, in words, without ids and without what stayed', () => {
    const before = { title: 'Notula', stages: ['planning'], nature: 'formal', evidenceId: 'x', page: '2' }
    const after = {
      title: 'Notula',
      stages: ['planning', 'follow_up'],
      nature: 'trace',
      evidenceId: 'y',
      page: '',
      happenedOn: '2026-01-30',
    }
    expect(changesOf(JSON.stringify(before), JSON.stringify(after))).toEqual([
      { label: 'Tahap', before: 'Rencana', after: 'Rencana, Tindak lanjut' },
      { label: 'Sifat', before: 'Formal', after: 'Kegiatan' },
      { label: 'Halaman', before: '2', after: '' },
      { label: 'Tanggal kejadian', before: '', after: '30 Januari 2026' },
    ])
  })

  it('reads counts, single values and what only looks like a date', () => {
    expect(changesOf('{"inputs":{"agents":"7"}}', '{"inputs":{"agents":"7","changes":"5"}}')).toEqual([
      { label: 'Angka', before: 'agents 7', after: 'agents 7, changes 5' },
    ])
    expect(changesOf('"2026-02-31"', 'true')).toEqual([{ label: 'Nilai', before: '2026-02-31', after: 'Ya' }])
  })
})

describe('an act of an evaluator', () => {
  it('is told in words, without the ids and codes it is kept under', () => {
    const before = JSON.stringify({ use: '01a2', verdict: null, ruling: null })
    const after = JSON.stringify({
      use: '01a2',
      verdict: 'kurang',
      ruling: 'dismissed',
      flag: 'unsupported',
      seat: 'lead',
    })
    expect(changesOf(before, after)).toEqual([
      { label: 'Penilaian bukti', before: '', after: 'kurang' },
      { label: 'Putusan tanda', before: '', after: 'Diabaikan' },
      { label: 'Tanda', before: '', after: 'Tanpa bukti' },
      { label: 'Kedudukan', before: '', after: 'Ketua tim' },
    ])
  })
})
