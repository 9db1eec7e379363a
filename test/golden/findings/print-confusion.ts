import { ruleBook } from '../../engine/rules/facts-of'
import { compareAll, neverExpected, report } from './confusion'
import { OUT_OF_REACH } from './out-of-reach'
import { workedUnits } from './worked-units'

const units = workedUnits()
const compared = compareAll(units, ruleBook())
const different = compared.filter(one => one.expected !== one.found)

process.stdout.write(
  `${units.length} worked units by level: expected and found alike, then the differences\n\n`,
)
process.stdout.write(`${report(compared)}\n`)

const outOfReach = Object.values(OUT_OF_REACH).flat()
const holes = neverExpected(compared).filter(one => !outOfReach.includes(one))
process.stdout.write(
  `\nnever expected: ${holes.join(', ') || 'none'} (${outOfReach.length} levels are out of reach)\n`,
)
for (const { unit, rule, expected, found } of different)
  process.stdout.write(`\n${unit}: ${rule} expected ${expected}, found ${found}`)
process.stdout.write(`\n${different.length} of ${compared.length} differ\n`)
process.exitCode = different.length + holes.length > 0 ? 1 : 0
