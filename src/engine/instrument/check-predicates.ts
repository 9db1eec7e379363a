import { compare, exact, ZERO, type Exact } from '../exact'
import type { InstrumentFault } from './instrument-fault'
import type { Instrument, Predicate, Section, Threshold } from './instrument'
import { withDescendants } from './check-tree'

const HUNDRED = exact(100)

/** Thresholds exist, are possible, and rise with the predicates, which stand from the lower to the higher. */
export function predicateFaults(instrument: Instrument, incomplete: ReadonlySet<object>): InstrumentFault[] {
  const sections = new Map(
    instrument.sections.flatMap(withDescendants).map(section => [section.code, section]),
  )
  return instrument.predicates.flatMap((predicate, position) => [
    ...(instrument.predicates.findIndex(other => other.id === predicate.id) < position
      ? [
          {
            code: 'duplicate-predicate',
            at: predicate.id,
            subject: predicate,
            message: 'predikat ditulis dua kali.',
          },
        ]
      : []),
    ...predicate.thresholds.flatMap(threshold =>
      [
        ...thresholdProblems(threshold, predicate, sections, incomplete),
        ...lowerThanBefore(threshold, instrument.predicates.slice(0, position), incomplete),
      ].map(([code, message]) => ({
        code,
        at: `${predicate.id}, ambang ${threshold.section}`,
        subject: threshold,
        message,
      })),
    ),
  ])
}

type Problem = readonly [code: string, message: string]

function thresholdProblems(
  threshold: Threshold,
  predicate: Predicate,
  sections: ReadonlyMap<string, Section>,
  incomplete: ReadonlySet<object>,
): Problem[] {
  if (incomplete.has(threshold)) return []
  const problems: Problem[] = []
  const section = sections.get(threshold.section)
  if (threshold.section !== 'total' && !section) {
    problems.push(['threshold-unknown-section', `bagian "${threshold.section}" tidak ada.`])
  }
  if (predicate.thresholds.find(other => sameGate(other, threshold)) !== threshold) {
    problems.push(['duplicate-threshold', 'ambang ini ditulis dua kali.'])
  }
  if (compare(minimumOf(threshold), ZERO) < 0) {
    problems.push(['threshold-out-of-range', 'ambang tidak boleh di bawah nol.'])
  }
  if (!('per' in threshold)) return problems
  if (compare(threshold.minPercent, HUNDRED) > 0) {
    problems.push(['threshold-out-of-range', 'min_percent tidak boleh di atas 100.'])
  }
  const areas = section?.sections.flatMap(block => block.sections) ?? []
  if (areas.length === 0 && (section || threshold.section === 'total')) {
    problems.push(['threshold-without-areas', 'bagian ini tidak mempunyai area.'])
  }
  return problems
}

function lowerThanBefore(
  threshold: Threshold,
  lower: readonly Predicate[],
  incomplete: ReadonlySet<object>,
): Problem[] {
  const below = lower.find(predicate =>
    predicate.thresholds.some(
      other =>
        sameGate(other, threshold) &&
        !incomplete.has(other) &&
        !incomplete.has(threshold) &&
        compare(minimumOf(threshold), minimumOf(other)) < 0,
    ),
  )
  return below
    ? [['threshold-below-lower-predicate', `ambang lebih rendah daripada ambang ${below.id}.`]]
    : []
}

const minimumOf = (threshold: Threshold): Exact => ('per' in threshold ? threshold.minPercent : threshold.min)

const sameGate = (a: Threshold, b: Threshold): boolean => a.section === b.section && 'per' in a === 'per' in b
