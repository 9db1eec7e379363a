import { againstWords } from '../../src/findings/readiness-words'
import type { Readiness, ReadinessGround } from '../../src/engine/rules/readiness'

const ground = (
  key: string,
  label: string,
  value: string,
  level: ReadinessGround['level'],
): ReadinessGround => ({
  level,
  sentence: '',
  measure: { key, label, value, shown: '', bounds: '', level },
  findings: [],
  gates: [],
})

describe('what speaks against a hand-in', () => {
  it('is one sentence, without what the scores tell themselves', () => {
    const looked = [
      ground('other_gates_unproven', 'Ambang lain yang belum terbukti', '2', 'waspada'),
      ground('contradictions_bahaya', 'Pertentangan berat yang terbuka', '5', 'bahaya'),
      ground('recommendations_open', 'Rekomendasi yang belum selesai', '10', 'waspada'),
      ground('keys_worse', 'Kunci perubahan yang memburuk', '0', 'aman'),
    ]
    expect(againstWords({ looked } as unknown as Readiness)).toBe(
      'Pertentangan berat yang terbuka 5, rekomendasi yang belum selesai 10.',
    )
  })
})
