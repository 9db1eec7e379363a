import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { RULE_NEEDS } from '../../../src/engine/rules/findings'
import { readRuleBook } from '../../../src/engine/rules/rule-book'
import { projectRoot } from '../../../src/project-root'

type Json = Record<string, unknown>
const seed = () => parse(readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')) as Json
const faults = (given: unknown) => {
  const reading = readRuleBook(given, RULE_NEEDS)
  return reading.ok ? [] : reading.faults.map(({ at, message }) => `${at}: ${message}`)
}
const readiness = (change: (section: { bands: Json; words: Json } & Json) => void) => {
  const book = seed()
  change(book['readiness'] as { bands: Json; words: Json } & Json)
  return faults(book)
}

describe('the readiness of a rule book', () => {
  it('is whole in the one that is delivered', () => expect(faults(seed())).toEqual([]))

  it('is read as strictly as a rule', () => {
    expect(faults({ ...seed(), readiness: undefined })).toContain(
      'readiness: Bagian ini harus berisi nama dan nilai.',
    )
    expect(readiness(({ bands }) => void (bands['pitfals'] = { is: '<', waspada: 1 }))).toEqual([
      'readiness.bands.pitfals: Nama ini tidak dikenal aturannya.',
    ])
    expect(readiness(({ bands }) => void delete bands['keys_worse'])).toEqual([
      'readiness.bands.keys_worse: Nilai ini belum ditulis.',
    ])
    expect(readiness(({ bands }) => void (bands['keys_worse'] = { is: '=', waspada: 'dua' }))).toEqual([
      'readiness.bands.keys_worse.is: Tulis salah satu: < <= > >=.',
      'readiness.bands.keys_worse.waspada: Tulis bilangan, misalnya 0.8.',
    ])
    expect(readiness(({ words }) => void (words['must_be_proven'] = 'total'))).toContain(
      'readiness.words.must_be_proven: Tulis daftar kata.',
    )
    expect(readiness(section => void (section['level'] = 1))).toEqual([
      'readiness.level: Bagian ini tidak dikenal.',
    ])
  })
})
