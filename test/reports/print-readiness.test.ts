import { exact, ratio } from '../../src/engine/exact'
import { printReadiness } from '../../src/reports/print-readiness'
import { percent, points, shortfall } from '../../src/reports/printed-numbers'
import type { ReadinessFacts } from '../../src/reports/readiness-facts'
import { composeReadiness } from '../../src/reports/readiness-report'
import {
  EMPTY,
  evidence,
  factsOf,
  FULFILLED,
  MIXED,
  ON_PAPER,
  PERFECT,
  SUBMISSION,
  UNSUPPORTED,
} from './readiness-cases'

const printed = (facts: ReadinessFacts) => printReadiness(composeReadiness(facts))

describe('the conclusion in words', () => {
  test('a claim that passes but is not proven says so, with the gates', () => {
    const { headline, text } = printed(factsOf(ON_PAPER)).conclusion
    expect(headline).toBe('Belum siap diajukan.')
    expect(text).toMatch(
      /^Nilai yang diklaim memenuhi semua ambang WBK, tetapi nilai yang terbukti belum memenuhi \d+ dari 12 ambang/,
    )
    expect(text).toMatch(/Selisih terbesar ada di Penguatan Pengawasan \(\d+,\d\d poin\)\./)
  })

  test('a claim that fails itself says so first', () => {
    const { text } = printed(factsOf(MIXED)).conclusion
    expect(text).toMatch(
      /^Nilai yang diklaim pun belum memenuhi 2 dari 12 ambang: Nilai total dan Pelayanan Publik yang Prima\./,
    )
    expect(text).toContain('5 pertanyaan belum dijawab dan dihitung nol.')
    expect(text).toContain('Prasyarat WBK di luar nilai yang belum terpenuhi: LHKASN')
  })

  test('nothing answered is not called a failure', () => {
    expect(printed(factsOf(EMPTY)).conclusion).toMatchObject({
      headline: 'Belum dapat dinilai.',
      text: expect.stringMatching(/^Belum ada pertanyaan yang dijawab, jadi semua nilai nol\./) as string,
    })
  })

  test('more failing gates than fit a sentence are counted, not named', () => {
    expect(printed(factsOf(UNSUPPORTED)).conclusion.text).toContain(
      'belum memenuhi 12 dari 12 ambang. Selisih',
    )
  })

  test('after submission nothing speaks of handing in', () => {
    const ready = { prerequisites: FULFILLED }
    expect(printed(factsOf(PERFECT, ready)).conclusion.headline).toBe('Siap diajukan untuk WBK.')
    const submitted = printed(factsOf(PERFECT, { ...ready, submission: SUBMISSION }))
    expect(submitted.conclusion.headline).toBe('Semua ambang dan prasyarat WBK terpenuhi.')
    expect(printed(factsOf(ON_PAPER, { submission: SUBMISSION })).conclusion.headline).not.toContain(
      'diajukan',
    )
  })
})

describe('a draft and a submitted report', () => {
  test('a draft says DRAF in status and foot and leaves the NIP open', () => {
    const draft = printed(factsOf(MIXED))
    expect(draft.signatures.intro).toBe('Laporan ini ditandatangani setelah penilaian diajukan.')
    expect(draft.foot.left).toBe('DRAF, putaran 1, edisi 1')
    expect(draft.meta.find(({ label }) => label === 'Status')?.value).toBe('DRAF, putaran 1, edisi 1')
    expect(draft.signatures.people.map(({ nip }) => /\d/.test(nip))).toEqual([false, false])
    expect(JSON.stringify(draft)).not.toContain('197503122000031002')
  })

  test('a submitted one carries NIP and hash, and no DRAF', () => {
    const submitted = printed(factsOf(MIXED, { submission: SUBMISSION, round: 2, edition: 3 }))
    expect(submitted.foot.left).toBe('Diajukan, putaran 2, edisi 3')
    expect(submitted.signatures.people[0]).toMatchObject({
      name: 'Lukman Adiwinata',
      nip: 'NIP 19750312 200003 1 002',
    })
    expect(submitted.reading.notes.at(-1)?.text).toContain(SUBMISSION.sha256)
    expect(submitted.meta.find(({ label }) => label === 'Status')?.value).toBe('Diajukan, putaran 2, edisi 3')
  })

  test('nobody named yet leaves dots to write on', () => {
    const [head] = printed(factsOf(EMPTY, { head: null, chair: null })).signatures.people
    expect(head?.name).toMatch(/^\.+$/)
  })

  test('an instant is written in the zone of the satker', () => {
    const facts = factsOf(MIXED)
    const jayapura = printed({ ...facts, satker: { ...facts.satker, zone: 'Asia/Jayapura' } })
    expect(jayapura.foot.middle).toBe('Dibuat 12 Maret 2026 12.46 WIT · ZI-2026-0417')
  })
})

describe('numbers', () => {
  test('a failing score never prints as its minimum, a passing one prints as it is', () => {
    const minimum = exact('4.8')
    expect(points(exact('4.7999'), minimum)).toBe('4,7999')
    expect(points(exact('4.8'), minimum)).toBe('4,80')
    expect(points(exact('4.801'), minimum)).toBe('4,80')
  })

  test('a failing share never prints as its minimum', () => {
    expect(percent(ratio(5996, 10000), ratio(60, 100))).toBe('59,96%')
    expect(percent(ratio(599999999, 1000000000), ratio(60, 100))).toBe('59,9999%')
    expect(percent(ratio(60, 100), ratio(60, 100))).toBe('60%')
    expect(percent(ratio(46, 100), ratio(60, 100))).toBe('46%')
  })

  test('a distance never prints as nothing', () => {
    expect(shortfall(exact('-1.1'))).toBe('1,10')
    expect(shortfall(exact('-0.004'))).toBe('0,004')
    expect(shortfall(exact('-0.000001'))).toBe('0,0001')
  })
})

describe('gates and areas', () => {
  test('the status of a gate is read on what is proven', () => {
    const [target] = printed(factsOf(ON_PAPER)).gates
    expect(target?.rows[0]).toMatchObject({
      name: 'Nilai total',
      claimed: '100,00',
      minimum: '75,00',
      status: { kind: 'failed' },
    })
    expect(target?.rows[0]?.status.word).toMatch(/^Kurang \d+,\d\d$/)
    expect(target?.rows[0]?.bar).toMatchObject({ claimed: 1, minimum: 0.75 })
  })

  test('the radar says in words which areas lie below the minimum', () => {
    const { radar } = printed(factsOf(UNSUPPORTED)).areas
    expect(radar.description).toContain(
      'Di bawah ambang: area 1 (0%), 2 (0%), 3 (0%), 4 (0%), 5 (0%), dan 6 (0%).',
    )
    expect(radar.svg).toContain('<title')
    expect(printed(factsOf(PERFECT)).areas.radar.description).toContain('Semua area memenuhi ambang.')
  })

  test('a prerequisite of the higher predicate alone has no verdict for the lower one', () => {
    const { columns, rows } = printed(factsOf(MIXED)).prerequisites
    expect(columns).toEqual(['Prasyarat', 'WBK', 'WBBM', 'Keterangan'])
    const held = rows.find(row => row.text.includes('Sudah berpredikat WBK'))
    expect(held?.verdicts.map(verdict => verdict.word)).toEqual(['–', 'Terpenuhi'])
    expect(rows.at(-1)?.verdicts[0]).toEqual({ kind: 'unknown', word: 'Belum diisi' })
  })
})

describe('flags and steps', () => {
  test('a flag says what was seen and what would clear it', () => {
    const rows = printed(factsOf(ON_PAPER)).flags.rows
    const flag = rows.find(row => row.code === 'A.I.1.ii.c')
    expect(flag).toMatchObject({
      kind: 'Hanya dokumen',
      answer: 'A',
      seen: '1 bukti formal; tahap rencana dan pelaksanaan.',
      toClear: 'Bukti berupa jejak kegiatan.',
    })
    const bare = printed(factsOf(UNSUPPORTED)).flags.rows[0]
    expect(bare).toMatchObject({ kind: 'Tanpa bukti', seen: 'Belum ada bukti yang dihitung.' })
    expect(bare?.toClear).toMatch(/^Bukti rencana dan pelaksanaan/)
  })

  test('every step says what to do, and the list says when there is nothing to do', () => {
    const [toWbk] = printed(factsOf(MIXED)).steps
    expect(toWbk?.rows.map(row => row.action)).toEqual([
      expect.stringMatching(/^Lampirkan bukti berupa hasil yang terukur\. Memenuhi ambang/),
      expect.stringMatching(
        /^Indeks survei eksternal perlu mencapai \d,\d\d; di luar kendali satker\. Setelah hasilnya terbit/,
      ),
    ])
    expect(toWbk?.rows[0]?.gain).toMatch(/^\+\d+,\d\d$/)
    expect(toWbk?.intro).toMatch(/^Paling sedikit 2 langkah agar nilai terbukti memenuhi ambang WBK/)
    expect(printed(factsOf(PERFECT)).steps[0]).toMatchObject({
      rows: [],
      intro: 'Nilai terbukti sudah memenuhi semua ambang WBK.',
    })
  })
})

describe('the index of evidence', () => {
  const [first] = evidence(1)
  const rowsOf = (piece: Partial<NonNullable<typeof first>>) =>
    printed(factsOf(EMPTY, { evidence: [{ ...first!, ...piece }] })).evidence.rows

  test('gives the first twelve digits of every hash, and counts links', () => {
    const [row] = rowsOf({ sha256: ['0123456789abcdef'.repeat(4), 'f'.repeat(64)], links: 2 })
    expect(row?.hashes).toEqual(['0123456789ab', 'ffffffffffff', '2 tautan'])
  })

  test('shows of a piece the reader may not open only that it exists', () => {
    const report = printed(
      factsOf(EMPTY, { evidence: [{ ...first!, title: 'Laporan pelapor', visible: false }] }),
    )
    expect(JSON.stringify(report)).not.toContain('Laporan pelapor')
    expect(report.evidence.rows[0]).toMatchObject({
      number: 'B-001',
      nature: '–',
      stages: '–',
      happened: '–',
    })
    expect(report.evidence.intro).toBe(
      '1 bukti dipakai. 1 di antaranya terbatas. Tahap: Ren rencana, Lak pelaksanaan, Pan pemantauan, TL tindak lanjut, Dam dampak.',
    )
  })

  test('writes stages short, with the key above the table', () => {
    expect(rowsOf({ stages: ['monitoring', 'follow_up', 'impact'] })[0]?.stages).toBe('Pan, TL, Dam')
    expect(rowsOf({ stages: [] })[0]?.stages).toBe('–')
  })

  test('writes one day, a period, or a dash', () => {
    expect(rowsOf({})[0]?.happened).toBe('12 Jan 2026')
    expect(rowsOf({ happened: { from: '2026-01-12', to: '2026-03-09' } })[0]?.happened).toBe(
      '12 Jan – 9 Mar 2026',
    )
    expect(rowsOf({ happened: null })[0]?.happened).toBe('–')
  })

  test('names a prerequisite by its place in the table', () => {
    expect(rowsOf({ questions: ['A.I.1.i.a', 'P.lhkpn'] })[0]?.questions).toBe('A.I.1.i.a, prasyarat 3')
  })

  test('goes on in a further row before a row outgrows a page', () => {
    const rows = rowsOf({ sha256: Array.from({ length: 60 }, (_, index) => String(index).padStart(64, '0')) })
    expect(rows.map(row => row.hashes.length)).toEqual([24, 24, 12])
    expect(rows.map(row => row.title)).toEqual([
      'SK Tim ZI Kanim Tanjung Kirana 2026',
      '(lanjutan)',
      '(lanjutan)',
    ])
    expect(new Set(rows.map(row => row.number))).toEqual(new Set(['B-001']))
  })

  test('says so when there is none', () => {
    expect(printed(factsOf(EMPTY, { evidence: [] })).evidence).toMatchObject({
      intro: 'Belum ada bukti yang dipakai.',
      rows: [],
    })
  })
})
