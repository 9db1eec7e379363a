import type {
  ComplaintFacts,
  ContributionFacts,
  NoteFacts,
  ProfileFacts,
  QuarterFacts,
} from '../../../src/engine/rules/facts'

/** A profile that tells nothing but what is said here; of the last quarter that has ended where none is named. */
export const profile = (known: Partial<ProfileFacts> = {}): ProfileFacts => ({
  id: `f${known.year ?? 2026}${known.quarter ?? 1}`,
  year: 2026,
  quarter: 1,
  employees: null,
  frontLine: null,
  services: null,
  onlineServices: null,
  floors: null,
  floorsWithMotto: null,
  rooms: null,
  roomsWithMotto: null,
  signatures: null,
  gratificationReports: null,
  violations: null,
  lhkpnDue: null,
  lhkpnFiled: null,
  lhkasnDue: null,
  lhkasnFiled: null,
  ...known,
})

/** The complaints of a month. */
export const complaints = (month: string, received: number, done: number): ComplaintFacts => ({
  id: `c${month}`,
  month,
  received,
  done,
  inProcess: received - done,
})

/** A commitment with a target of 100. */
export const reported = (
  id: string,
  year: number,
  quarter: number,
  realisation: string | null,
): QuarterFacts => ({ id, indicator: id, year, quarter, better: 'higher', target: '100', realisation })

export const note = (id: string, known: Partial<NoteFacts> = {}): NoteFacts => ({
  id,
  origin: 'pendamping',
  isClosed: false,
  dueOn: null,
  ...known,
})

export const contribution = (pokja: string | null, year: number, quarter: number, acts = 1) =>
  ({ person: `p${pokja}`, pokja, year, quarter, acts }) satisfies ContributionFacts

/** `p1`, `p2`, … */
export const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at + 1}`)
