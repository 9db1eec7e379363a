import type { Facts } from './facts'
import type { Finding } from './finding'
import type { Rule } from './rule'
import type { RuleBook } from './rule-book'

/** What is read where a rule throws: its name, why, and that the rest stands. */
export const failed = (
  { id, title }: Pick<Rule<unknown>, 'id' | 'title'>,
  error: unknown,
): Finding<'gagal'> => ({
  rule: id,
  about: '',
  title,
  level: 'gagal',
  sentence: `Tidak dapat dihitung: ${error instanceof Error ? error.message : 'sebab tidak diketahui'}`,
  measures: [],
  records: [],
  questions: [],
  remedy: 'Laporkan kepada administrator pusat; aturan lain tetap dihitung.',
})

/** Reads each rule by the book; one that throws becomes a finding of its own and the rest still comes. */
export function runRules<Result>(
  rules: readonly Rule<Result>[],
  facts: Facts,
  book: RuleBook,
): (Result | Finding<'gagal'>)[] {
  return rules.map(one => {
    const settings = book.rules[one.id]
    try {
      if (!settings) throw new RangeError('buku aturan tidak memuat ambangnya.')
      return one.read(facts, { settings, questions: book.questions })
    } catch (error) {
      return failed(one, error)
    }
  })
}
