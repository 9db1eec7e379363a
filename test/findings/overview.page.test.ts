import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { Contradiction } from '../../src/engine/rules/finding'
import type { ReadinessVerdict } from '../../src/engine/rules/readiness'
import type { ShownFindings } from '../../src/findings/findings.service'
import { overviewPage } from '../../src/findings/overview.page'
import type { LastWord } from '../../src/findings/ruling-words'

const contradiction = (about: string, level: Contradiction['level'] = 'waspada'): Contradiction => ({
  rule: 'contradiction-placeholder',
  about,
  title: 'Catatan tanpa isi',
  level,
  sentence: '',
  measures: [],
  records: [],
  questions: [],
  remedy: '',
})

const DISMISSED: LastWord = {
  outcome: 'dismissed',
  reason: 'Memang begitu namanya.',
  by: 'Meutia Rahardja',
  at: '',
  grounds: '',
}

function shown(
  verdict: ReadinessVerdict,
  contradictions: readonly Contradiction[] = [],
  dismissed: readonly string[] = [],
) {
  const seen = {
    document: {
      book: { id: 'b', code: 'zi-2026', version: 1 },
      day: '2026-03-12',
      findings: { pitfalls: [], contradictions, recommendations: [], keys: [], factors: [] },
      readiness: {
        verdict,
        claimed: '80',
        substantiated: '70',
        gates: [],
        grounds: [],
        looked: [],
        recommendations: { done: 0, of: 0 },
        keys: [],
      },
    },
    readAt: '2026-03-12T01:00:00.000Z',
    isFrozen: false,
    hasOther: false,
    rulings: [],
    words: new Map(dismissed.map(about => [`contradiction-placeholder ${about}`, DISMISSED])),
  } as unknown as ShownFindings
  const assessment = {
    id: 'a',
    year: 2026,
    targetPredicate: 'WBK',
    satkerName: 'Kanim Tanjung Kirana',
    timeZone: 'Asia/Jakarta',
    instrument: { predicates: [] },
  } as unknown as AssessmentContext
  return overviewPage(assessment, { seen, said: [] })
}

describe('the page of the readiness', () => {
  it.each([
    ['siap-diajukan', 'Yang sudah dilihat'],
    ['siap-bersyarat', 'Yang akan ditanyakan'],
    ['belum-siap', 'Yang perlu diselesaikan'],
  ] as const)('calls the grounds of %s what they are', (verdict, title) => {
    expect(shown(verdict).groundsTitle).toBe(title)
  })

  it.each([
    ['none', [], [], '0', 'Tidak ada pertentangan'],
    ['those that are open', ['x', 'y'], [], '2', '2 pertentangan terbuka'],
    ['those that were dismissed apart', ['x', 'y'], ['y'], '1', '1 pertentangan terbuka, 1 diabaikan'],
    ['no open one', ['y'], ['y'], '0', 'Tidak ada pertentangan terbuka, 1 diabaikan'],
  ])('counts of the contradictions %s', (_, found, dismissed, count, title) => {
    const page = shown(
      'siap-bersyarat',
      found.map(about => contradiction(about)),
      dismissed,
    )
    expect(page.contradictionsTitle).toBe(title)
    expect(page.facts.at(-1)).toMatchObject({ label: 'Pertentangan terbuka', value: count })
  })

  it('does not count as a contradiction a rule that could not be computed', () => {
    const page = shown('siap-bersyarat', [contradiction('', 'gagal')])
    expect(page.contradictionsTitle).toBe('Tidak ada pertentangan')
    expect(page.contradictions).toHaveLength(1)
  })
})
