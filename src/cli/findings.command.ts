import { z } from 'zod'
import { findingsOf } from '../engine/rules/findings'
import { readinessOf } from '../engine/rules/readiness'
import { EXIT, type CommandIo } from './command-io'
import { loadFacts } from './facts-file'
import { factsSchema } from './facts-schema'
import { DEFAULT_RULE_BOOK, loadRuleBook } from './rule-book-file'
import { ScoreFaults } from './score-faults'

export interface FindingsArguments {
  /** Facts as JSON. */
  readonly file?: string | undefined
  /** A rule book as YAML; without it the one of the seeds. */
  readonly book?: string | undefined
  readonly schema?: boolean | undefined
}

/**
 * Prints all findings and the readiness of the facts in a file as one JSON object, or the schema of such a file. Exit code
 * 0; or 2 with every fault on stderr and nothing on stdout when file or book is not of the form it should have.
 */
export async function findingsCommand(
  { file, book = DEFAULT_RULE_BOOK, schema = false }: FindingsArguments,
  io: CommandIo,
): Promise<number> {
  if (schema) return print(z.toJSONSchema(factsSchema), io)
  if (file === undefined) {
    io.stderr('Sebutkan berkas JSON yang berisi fakta, atau --schema.\n')
    return EXIT.malformed
  }
  const [ofFacts, ofBook] = [new ScoreFaults(file), new ScoreFaults(book)]
  const [facts, rules] = [await loadFacts(file, ofFacts), await loadRuleBook(book, ofBook)]
  for (const line of [...ofFacts.lines(), ...ofBook.lines()]) io.stderr(line)
  if (!facts || !rules) return EXIT.malformed
  const findings = findingsOf(facts, rules)
  const { id, version } = rules
  return print({ book: { id, version }, ...findings, readiness: readinessOf(facts, findings, rules) }, io)
}

function print(output: unknown, io: CommandIo): number {
  io.stdout(`${JSON.stringify(output, null, 2)}\n`)
  return EXIT.done
}
