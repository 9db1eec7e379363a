import { findingsOf } from '../../../../src/engine/rules/findings'
import type { EvidenceFacts } from '../../../../src/engine/rules/facts'
import { factsOf, piece, ruleBook } from '../facts-of'

const SECRET = /pelapor|rahasia|scan0007|30 Januari|2 Februari|2020|2027/i

const told = (...evidence: readonly EvidenceFacts[]) =>
  findingsOf(factsOf({ evidence }), ruleBook()).contradictions

const restricted = (id: string, known: Partial<EvidenceFacts>): EvidenceFacts =>
  piece(id, { restricted: true, questions: ['A.I.5.i.a'], ...known })

describe('a restricted piece', () => {
  it.each<[string, readonly EvidenceFacts[]]>([
    [
      'contradiction-evidence-after-period',
      [
        restricted('e1', {
          title: 'Laporan pelapor triwulan I 2025',
          nature: 'formal',
          happenedOn: '2027-02-02',
          uploadedOn: '2027-02-03',
        }),
      ],
    ],
    ['contradiction-copied-elsewhere', [restricted('e1', { title: 'Surat pelapor', elsewhere: 3 })]],
    [
      'contradiction-file-names',
      [restricted('e1', { files: [{ name: 'scan0007.pdf', kind: 'pdf', sha256: 'a' }] })],
    ],
    [
      'contradiction-meeting-papers',
      [
        restricted('e1', { title: 'Notula rapat pelapor', happenedOn: '2020-01-30' }),
        piece('e2', { title: 'Daftar hadir rapat pelapor', happenedOn: '2020-02-02' }),
      ],
    ],
    ['contradiction-weekday', [restricted('e1', { title: 'Aduan pelapor, Selasa, 30 Januari 2020' })]],
    [
      'contradiction-evidence-ahead',
      [restricted('e1', { happenedOn: '2027-02-02', uploadedOn: '2026-02-02' })],
    ],
  ])('is told of by %s without its title, its files and its days', (rule, evidence) => {
    const seen = told(...evidence).filter(one => one.rule === rule)
    expect(seen.map(one => one.records.map(({ id }) => id))).toContainEqual(expect.arrayContaining(['e1']))
    for (const one of seen) {
      expect(`${one.about} ${one.sentence}`).not.toMatch(SECRET)
      expect(JSON.stringify(one.measures)).not.toMatch(SECRET)
      expect(one.sentence).toMatch(/^\S.*\.$/)
    }
  })

  it('leaves the example of a poor name to one that everybody reads', () => {
    const [seen] = told(
      restricted('e1', { files: [{ name: 'scan0007.pdf', kind: 'pdf', sha256: 'a' }] }),
      piece('e2', { files: [{ name: 'scan0008.pdf', kind: 'pdf', sha256: 'b' }] }),
    ).filter(({ rule }) => rule === 'contradiction-file-names')
    expect(seen?.sentence).toContain('misalnya “scan0008.pdf”')
  })
})
