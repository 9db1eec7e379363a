import { add, compare, isZero, min, sub, sum, ZERO, type Exact } from '../exact'
import { gainOf, indexFor, type Candidate, type IndexRange } from './candidates'
import { Gains, type OpenGate } from './gains'

/** The most a gate can gain. */
export const reachOf = (gate: OpenGate, candidates: readonly Candidate[]): Exact =>
  sum(
    candidates
      .filter(candidate => gate.questions.has(candidate.code))
      .map(candidate => add(candidate.gain, candidate.index?.reserve ?? ZERO)),
  )

/**
 * Chooses the fewest questions that close the gates, which come inside out. Within nested gates the largest gains of the
 * inner gate belong to some shortest list, so taking them first is optimal; across gates that are not nested the list is
 * right and irreducible, though perhaps not the shortest. An index rises above its claim only where nothing else closes
 * the gate.
 */
export function chooseGains(gates: readonly OpenGate[], candidates: readonly Candidate[]): Gains {
  const gains = new Gains(gates)
  const ranked = [...candidates].sort((a, b) => compare(b.gain, a.gain) || byCode(a, b))
  for (const gate of gates) {
    const inside = ranked.filter(candidate => gate.questions.has(candidate.code))
    const raised = raiseIndexes(gate, inside, gains)
    for (const candidate of inside) {
      if (gains.closes(gate)) break
      if (!gains.has(candidate.code) && compare(candidate.gain, ZERO) > 0)
        gains.set(candidate.code, candidate.gain)
    }
    // As low as this gate allows: a gate further out may be closed by other steps.
    for (const { candidate, index, before } of raised) {
      const needed = add(gains.get(candidate.code) ?? ZERO, min(ZERO, gains.lackingIn(gate)))
      const least =
        compare(needed, before) > 0 ? gainOf(candidate, indexFor(candidate, index, needed).value) : before
      gains.set(candidate.code, least)
    }
  }
  return prune(gains)
}

interface Raised {
  readonly candidate: Candidate
  readonly index: IndexRange
  /** The gain below which it never falls back. */
  readonly before: Exact
}

/** Raises as few indexes as the gate needs beyond all other steps: those chosen already first, then the largest. */
function raiseIndexes(gate: OpenGate, inside: readonly Candidate[], gains: Gains): Raised[] {
  const untouched = inside.filter(candidate => !gains.has(candidate.code)).map(candidate => candidate.gain)
  let short = sub(gains.lackingIn(gate), sum(untouched))
  const rooms = inside
    .flatMap(candidate => (candidate.index ? [{ candidate, index: candidate.index }] : []))
    .map(({ candidate, index }) => ({ candidate, index, room: roomOf(candidate, index, gains) }))
    .filter(({ room }) => compare(room, ZERO) > 0)
    .sort(
      (a, b) =>
        chosenFirst(a.candidate, b.candidate, gains) ||
        compare(b.room, a.room) ||
        byCode(a.candidate, b.candidate),
    )
  const raised: Raised[] = []
  for (const { candidate, index, room } of rooms) {
    if (compare(short, ZERO) <= 0) break
    raised.push({ candidate, index, before: gains.get(candidate.code) ?? candidate.gain })
    gains.set(candidate.code, add(candidate.gain, index.reserve))
    short = sub(short, room)
  }
  return raised
}

/** How much an index can rise above what is counted for it. */
function roomOf(candidate: Candidate, index: IndexRange, gains: Gains): Exact {
  const used = sub(gains.get(candidate.code) ?? candidate.gain, candidate.gain)
  return sub(index.reserve, used)
}

const chosenFirst = (a: Candidate, b: Candidate, gains: Gains): number =>
  Number(gains.has(b.code)) - Number(gains.has(a.code))

const byCode = (a: Candidate, b: Candidate): number => (a.code < b.code ? -1 : 1)

/** Drops, latest first, every step without which all gates still close. */
function prune(gains: Gains): Gains {
  for (const code of gains.codes().reverse()) {
    if (isZero(gains.neededFrom(code))) gains.drop(code)
  }
  return gains
}
