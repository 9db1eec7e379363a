import { RULE_NEEDS } from '../../src/engine/rules/findings'
import { exact, toText } from '../../src/engine/exact'
import { loadRuleBookYaml } from '../../src/rule-books/rule-book-yaml'
import { editedSource } from '../../src/rule-books/rule-book-edit'
import { senselessThresholds } from '../../src/rule-books/senseless-thresholds'
import { SETTING_WORDS } from '../../src/rule-books/setting-words'
import { thresholdFields } from '../../src/rule-books/threshold-fields'
import { readThreshold, typedThreshold } from '../../src/rule-books/typed-thresholds'
import { KNOWN_RULES } from '../../src/rule-books/known-rules'
import { RULE_BOOK } from '../findings/rules-at-work'

const bookOf = (source: string) => {
  const loaded = loadRuleBookYaml(source)
  if (!loaded.ok) throw new Error(loaded.faults[0]?.message)
  return loaded.book
}

describe('a number written into the text of a rule book', () => {
  const AT = ['rules', 'pitfall-2', 'bands', 'plans_after_the_fact', 'bahaya']
  const BAND = "{ is: '>=', waspada: 1, bahaya: null }"
  const written = (source: string) => {
    const text = editedSource(source, [{ at: AT, value: '3' }])
    return { text, bound: bookOf(text).rules['pitfall-2']?.bands['plans_after_the_fact']?.bahaya }
  }

  it.each([
    ['in the place of none', BAND, "{ is: '>=', waspada: 1, bahaya: 3 }"],
    [
      'in the place of a quoted one',
      "{ is: '>=', waspada: 1, bahaya: '9' }",
      "{ is: '>=', waspada: 1, bahaya: 3 }",
    ],
    ['at the end of a band without it', "{ is: '>=', waspada: 1 }", "{ is: '>=', waspada: 1, bahaya: 3 }"],
    [
      'on a line of its own',
      "\n        is: '>='\n        waspada: 1 # satu saja",
      "\n        is: '>='\n        waspada: 1\n        bahaya: 3 # satu saja",
    ],
    [
      'after a name without a value',
      "\n        is: '>='\n        bahaya:\n        waspada: 1",
      "\n        is: '>='\n        bahaya: 3\n        waspada: 1",
    ],
  ])('stands %s, and all else as it was', (_where, before, after) => {
    const { text, bound } = written(RULE_BOOK.replace(BAND, before))
    expect(text).toBe(RULE_BOOK.replace(BAND, after))
    expect(bound && toText(bound)).toBe('3')
  })

  it('is nothing where a bound that is not written is to be none', () => {
    const source = RULE_BOOK.replace(BAND, "{ is: '>=', waspada: 1 }")
    expect(editedSource(source, [{ at: AT, value: null }])).toBe(source)
  })
})

describe('the words of the settings', () => {
  it('are there for every band, number and list of words of every rule, and for no other', () => {
    const named = Object.entries({ ...RULE_NEEDS.rules, readiness: RULE_NEEDS.readiness })
    for (const [rule, { bands, numbers, words }] of named) {
      const said = SETTING_WORDS[rule] ?? {}
      expect([rule, Object.keys(said.bands ?? {})]).toEqual([rule, [...bands]])
      expect([rule, Object.keys(said.numbers ?? {}).sort()]).toEqual([rule, [...numbers].sort()])
      expect([rule, Object.keys(said.words ?? {})]).toEqual([rule, [...words]])
    }
    expect(Object.keys(SETTING_WORDS).filter(rule => !named.some(([name]) => name === rule))).toEqual([])
  })

  it('find sense in every number that is delivered, and give it back as it is typed', () => {
    const book = bookOf(RULE_BOOK)
    expect(senselessThresholds(book)).toEqual([])
    for (const { id } of KNOWN_RULES)
      for (const { unit, value } of thresholdFields(book, id)) {
        const read = readThreshold(unit, value)
        if (!read.ok) throw new Error(`${id}: ${value}`)
        expect(typedThreshold(unit, read.value)).toBe(value)
      }
  })

  it('hold no more words than every text can be searched for', () => {
    const words = Array.from({ length: 501 }, (_, place) => `kata${place}`)
    const loaded = loadRuleBookYaml(RULE_BOOK.replace(/papers: \[[^\]]*\]/, `papers: [${words.join(', ')}]`))
    expect(loaded.ok && senselessThresholds(loaded.book)).toEqual([
      { at: 'rules.contradiction-meeting-papers.words.papers', message: 'Tulis paling banyak 500 kata.' },
    ])
  })

  it.each([
    ['75', '3/4'],
    ['75%', '3/4'],
    ['0,1 %', '1/1000'],
    ['37,5', '3/8'],
    ['100', '1'],
    ['0', '0'],
  ])('read %s as the share %s', (typed, share) => {
    const read = readThreshold('share', typed)
    expect(read.ok && read.value && toText(read.value)).toBe(share)
    expect(typedThreshold('share', exact('0.375'))).toBe('37,5%')
  })
})
