import type { Role } from './roles'

/** Everybody who reads worksheets within their scope. */
const READERS: readonly Role[] = [
  'centre-admin',
  'head',
  'chair',
  'member',
  'kanwil-viewer',
  'pendamping',
  'evaluator',
  'reader',
]

/** Which roles may do what; where each role reaches is decided by the scope of the row. */
export const POLICIES = {
  'read-assessment': READERS,
  'read-evidence': READERS,
  /** The files alone, without the shelf around them. */
  'read-evidence-file': [...READERS, 'second-scorer'],
  /** One piece: of what one reads, and what stands on agreements that one keeps. */
  'open-evidence': [...READERS, 'satker-admin'],
  'open-evidence-file': [...READERS, 'second-scorer', 'satker-admin'],
  answer: ['chair', 'member'],
  'keep-evidence': ['chair', 'member'],
  /** Attaching to a question, or to a prerequisite that the head or the centre fills. */
  'use-evidence': ['chair', 'member', 'head', 'centre-admin'],
  /** Changing a piece; whoever keeps agreements those that they brought to them. */
  'change-evidence': ['chair', 'member', 'head', 'centre-admin', 'satker-admin', 'pendamping'],
  /** Papers of access `terbatas`; members only where their own parts use them. */
  'open-restricted': ['head', 'chair', 'member', 'evaluator', 'second-scorer'],
  'assign-question': ['chair'],
  'carry-over': ['chair'],
  'fill-prerequisite': ['chair', 'head', 'centre-admin'],
  attest: ['head'],
  submit: ['head'],
  /** Scoring again: evaluators what is assigned to them, pendamping as pre-assessors of their kanwil. */
  evaluate: ['evaluator', 'pendamping'],
  /** Writing notes to a satker and judging what came of them; evaluators where they have a seat. */
  'keep-notes': ['evaluator', 'pendamping'],
  /** Members those of their own parts. */
  'answer-notes': ['chair', 'member', 'head'],
  /** Scoring a unit of a sample a second time, blind. */
  'score-second': ['second-scorer'],
  /** Who works at a satker; NIPs are masked for whoever does not administer it. */
  'read-roster': [...READERS, 'satker-admin'],
  'keep-roster': ['chair', 'head', 'satker-admin'],
  'read-nip': ['chair', 'head', 'satker-admin', 'centre-admin'],
  /** What a satker did and has; the people of the satker keep it, whatever their part. */
  'read-registers': [...READERS, 'satker-admin'],
  'keep-registers': ['chair', 'member', 'head'],
  /** Saying how far a recommendation is; that it is verified is said by those who keep notes. */
  'keep-recommendations': ['chair', 'member', 'head', 'evaluator', 'pendamping'],
  /** Bringing evidence to an entry: whoever keeps its register, agreements among them. */
  'prove-entries': ['chair', 'member', 'head', 'satker-admin', 'pendamping', 'centre-admin'],
  /** What satker promised and reached, beside each other. */
  'watch-performance': ['centre-admin', 'kanwil-viewer', 'pendamping', 'evaluator', 'reader'],
  /** What the rules say of satker, and how far their recommendations are, beside each other. */
  'watch-findings': ['centre-admin', 'kanwil-viewer', 'pendamping', 'evaluator', 'reader'],
  /** Asking a satker about a quarter, and closing what came of it. */
  'follow-performance': ['centre-admin', 'kanwil-viewer', 'pendamping'],
  /** Cooperation agreements of any unit of the tree; above the unit they are only read, see docs/decisions/0019. */
  'read-agreements': [...READERS, 'satker-admin'],
  'keep-agreements': ['chair', 'head', 'member', 'satker-admin', 'pendamping', 'centre-admin'],
  'manage-teams': ['centre-admin'],
  'manage-accounts': ['centre-admin', 'satker-admin'],
  'manage-satker': ['centre-admin'],
  'manage-cycles': ['centre-admin'],
  'manage-instruments': ['centre-admin'],
  /** The thresholds of the rules over the facts, and how often evaluators agree with what they say. */
  'manage-rules': ['centre-admin'],
} as const satisfies Record<string, readonly Role[]>

export type RolePolicy = keyof typeof POLICIES
/** `public`: also without signing in. `signed-in`: any account. */
export type Policy = 'public' | 'signed-in' | RolePolicy
