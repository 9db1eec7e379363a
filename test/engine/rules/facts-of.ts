import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { RULE_NEEDS } from '../../../src/engine/rules/findings'
import type {
  ActivityFacts,
  AnswerFacts,
  EvidenceFacts,
  Facts,
  GoalFacts,
  InnovationFacts,
  SurveyFacts,
} from '../../../src/engine/rules/facts'
import type { Finding } from '../../../src/engine/rules/finding'
import type { Rule } from '../../../src/engine/rules/rule'
import { readRuleBook, type RuleBook } from '../../../src/engine/rules/rule-book'
import { runRules } from '../../../src/engine/rules/run-rules'
import { projectRoot } from '../../../src/project-root'

const EMPTY: Facts = {
  today: '2026-05-20',
  cycle: { year: 2026, predicate: 'WBK', submittedOn: null },
  staff: { employees: null, frontLine: null, agents: [] },
  profiles: [],
  predicates: [],
  activities: [],
  goals: [],
  innovations: [],
  agreements: [],
  quarters: [],
  inputs: [],
  complaints: [],
  surveys: [],
  evidence: [],
  uploads: [],
  contributions: [],
  attestations: [],
  worksheet: {
    claimed: '0',
    substantiated: '0',
    gates: [],
    prerequisites: [],
    answers: [],
    failedPrerequisites: [],
  },
  notes: [],
  frontLineStaff: [],
}

/** A satker of which nothing is known but what is said here. */
export const factsOf = (known: Partial<Facts> = {}): Facts => ({ ...EMPTY, ...known })

export const answering = (...answers: readonly AnswerFacts[]): Pick<Facts, 'worksheet'> => ({
  worksheet: { ...EMPTY.worksheet, answers },
})

export const answer = (code: string, known: Partial<AnswerFacts> = {}): AnswerFacts => ({
  code,
  part: code.startsWith('B') ? 'B' : (code.split('.')[2] ?? ''),
  block: code.startsWith('B') ? 'hasil' : code.startsWith('A.II.') ? 'reform' : 'pemenuhan',
  state: 'answered',
  value: '1',
  option: null,
  inputs: {},
  note: '',
  asksAbout: 'practice',
  flags: [],
  expects: [],
  ...known,
})

export const activity = (id: string, known: Partial<ActivityFacts> = {}): ActivityFacts => ({
  id,
  kind: 'other',
  title: 'Kegiatan',
  heldOn: '2026-02-10',
  heldUntil: known.heldOn ?? '2026-02-10',
  leaderPresent: true,
  ziDiscussed: true,
  participants: [],
  frontLineParticipants: 0,
  counted: null,
  guests: 0,
  areas: [],
  points: 0,
  pointsDone: 0,
  pointsLate: 0,
  proofs: 0,
  ...known,
})

export const goal = (id: string, known: Partial<GoalFacts> = {}): GoalFacts => ({
  id,
  title: 'Antrean layanan lebih pendek',
  serves: 'public',
  plannedOn: '2026-01-05',
  startsOn: '2026-01-10',
  dueOn: '2026-12-01',
  percent: 0,
  doneOn: null,
  areas: ['6'],
  activities: [],
  needInputs: 0,
  ...known,
})

export const innovation = (id: string, known: Partial<InnovationFacts> = {}): InnovationFacts => ({
  id,
  name: 'Antrean dari rumah',
  startedOn: '2026-01-15',
  need: 'Antrean lebih dari dua jam',
  needProofs: 1,
  needInputs: 1,
  before: '120',
  after: '35',
  better: 'lower',
  atm: '',
  sourceUnit: '',
  replications: 0,
  integratedOn: null,
  agents: [],
  ...known,
})

export const survey = (id: string, known: Partial<SurveyFacts> = {}): SurveyFacts => ({
  id,
  kind: 'SKM',
  heldFrom: known.heldUntil ?? '2026-03-01',
  heldUntil: '2026-03-31',
  population: 100,
  respondents: 100,
  scale: '1-4',
  index: '3.5',
  ...known,
})

export const piece = (id: string, known: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id,
  title: `Bukti ${id}`,
  restricted: false,
  nature: 'trace',
  happenedOn: null,
  happenedUntil: null,
  uploadedOn: '2026-04-01',
  questions: [],
  files: [],
  elsewhere: 0,
  links: 0,
  ...known,
})

const book = { read: undefined as RuleBook | undefined }

/** The rule book that is delivered. */
export const ruleBook = (): RuleBook => (book.read ??= readDelivered())

function readDelivered(): RuleBook {
  const reading = readRuleBook(
    parse(readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')),
    RULE_NEEDS,
  )
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults, null, 1))
  return reading.book
}

/** What one rule says by that book. */
export function reading<Result>(one: Rule<Result>, known: Partial<Facts> = {}): Result {
  const [said] = runRules([one], factsOf(known), ruleBook())
  if (said === undefined || (said as { level?: unknown }).level === 'gagal')
    throw new Error(`${one.id}: ${JSON.stringify(said)}`)
  return said as Result
}

/** The level of one measure of a finding; undefined where it was not taken at all. */
export const levelOf = (finding: Finding<string>, key: string): string | undefined =>
  finding.measures.find(one => one.key === key)?.level

const WORSE = ['aman', 'belum-cukup-data', 'waspada', 'bahaya']
export const badness = ({ level }: Finding<string>): number => WORSE.indexOf(level)

/** The same facts in another order. */
export const shuffled = <One>(list: readonly One[]): fc.Arbitrary<One[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })

/** What a consistency check found, each as `about level`. */
export const seenBy = (one: Rule<readonly Finding<string>[]>, known: Partial<Facts> = {}): string[] =>
  reading(one, known)
    .map(({ about, level }) => `${about} ${level}`.trim())
    .sort()
