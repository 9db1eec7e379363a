import { compare, exact, ZERO, type Exact } from '../exact'
import type { InstrumentFault } from './instrument-fault'
import type { Instrument, Predicate, Section, Threshold } from './instrument'
import { withDescendants } from './check-tree'

const HUNDRED = exact(100)

/** From the lower to the higher; others of an instrument rise in its own order. */
const RISING = ['WBK', 'WBBM']

/** Thresholds exist, are possible, and rise with the predicates, none of which lacks what a lower one asks. */
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
    ...missingGates(predicate, instrument.predicates, sections, incomplete),
    ...predicate.thresholds.flatMap(threshold =>
      [
        ...thresholdProblems(threshold, predicate, sections, incomplete),
        ...belowLower(threshold, lowerThan(predicate, instrument.predicates), incomplete),
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

function belowLower(
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

/** The predicates below one, wherever the file has them. */
function lowerThan(predicate: Predicate, all: readonly Predicate[]): Predicate[] {
  const rank = RISING.indexOf(predicate.id)
  return all.filter(other => {
    const otherRank = RISING.indexOf(other.id)
    if (rank >= 0 && otherRank >= 0) return otherRank < rank
    return all.indexOf(other) < all.indexOf(predicate)
  })
}

function missingGates(
  predicate: Predicate,
  all: readonly Predicate[],
  sections: ReadonlyMap<string, Section>,
  incomplete: ReadonlySet<object>,
): InstrumentFault[] {
  if ([predicate, ...predicate.thresholds].some(one => incomplete.has(one))) return []
  return lowerThan(predicate, all).flatMap(lower =>
    lower.thresholds
      .filter(
        gate =>
          !incomplete.has(gate) &&
          (gate.section === 'total' || sections.has(gate.section)) &&
          !predicate.thresholds.some(own => sameGate(own, gate)),
      )
      .map(gate => ({
        code: 'threshold-missing',
        at: predicate.id,
        subject: predicate,
        message: `ambang ${gate.section}${'per' in gate ? ' per area' : ''} belum ada, padahal ${lower.id} memintanya.`,
      })),
  )
}

const minimumOf = (threshold: Threshold): Exact => ('per' in threshold ? threshold.minPercent : threshold.min)

const sameGate = (a: Threshold, b: Threshold): boolean => a.section === b.section && 'per' in a === 'per' in b
