import { CONTRADICTIONS } from '../../../src/engine/rules/contradictions/contradictions'
import { ruleBook } from '../../engine/rules/facts-of'
import { compareAll, report } from './confusion'
import { workedUnits } from './worked-units'

const units = workedUnits()
const compared = compareAll(
  units,
  ruleBook(),
  CONTRADICTIONS.map(({ id }) => id),
)
const different = compared.filter(one => one.expected !== one.found)

process.stdout.write(`${units.length} worked units; rows expected, columns found\n\n${report(compared)}\n`)
for (const { unit, rule, expected, found } of different)
  process.stdout.write(`\n${unit}: ${rule} expected ${expected}, found ${found}`)
process.stdout.write(`\n${different.length} of ${compared.length} differ\n`)
process.exitCode = different.length > 0 ? 1 : 0
