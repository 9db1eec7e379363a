import { formatCount, formatPart } from '../web/format/number'
import type { QueuedUnit } from './queue.service'

/** How far one member of a team is with the units that the reader leads or controls. */
export interface MemberLine {
  readonly name: string
  readonly team: string
  readonly units: string
  /** Units whose member has handed in. */
  readonly handedIn: string
  readonly decided: string
  readonly value: number
  readonly max: number
}

/** One line per member, in the order of their names; empty for whoever leads nobody. */
export function memberProgress(units: readonly QueuedUnit[]): MemberLine[] {
  const led = units.filter(unit => unit.leading !== null && unit.memberId !== null)
  const keys = [...new Set(led.map(unit => `${unit.teamName} ${unit.memberId}`))]
  return keys
    .map(key => led.filter(unit => `${unit.teamName} ${unit.memberId}` === key))
    .map(own => {
      const scoring = own.filter(unit => unit.turn === 'member' || unit.turn === 'kanwil')
      const handedIn = own.filter(unit => isHandedIn(unit)).length
      const questions = sumOf(scoring, unit => unit.questions)
      const decided = sumOf(scoring, unit => (unit.turn === 'member' ? unit.decided : 0))
      return {
        name: own[0]?.memberName ?? '',
        team: own[0]?.teamName ?? '',
        units: formatCount(own.length),
        handedIn: formatPart(handedIn, own.length),
        decided: questions === 0 ? '–' : formatPart(decided, questions),
        value: decided,
        max: questions,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
}

const isHandedIn = ({ turn, stage }: QueuedUnit): boolean =>
  turn === 'lead' || turn === 'controller' || stage === 'dinilai' || stage === 'final'

const sumOf = (units: readonly QueuedUnit[], figure: (unit: QueuedUnit) => number): number =>
  units.reduce((sum, unit) => sum + figure(unit), 0)
