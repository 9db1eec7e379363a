import type { Contradiction } from '../finding'
import type { Rule } from '../rule'
import { agents } from './agents'
import { allAtMaximum } from './all-at-maximum'
import { betterThanBefore } from './better-than-before'
import { complaints } from './complaints'
import { copiedElsewhere } from './copied-elsewhere'
import { drafts } from './drafts'
import { evidenceAfterPeriod } from './evidence-after-period'
import { evidenceAhead } from './evidence-ahead'
import { evidenceOutsideCycle } from './evidence-outside-cycle'
import { externalIndex } from './external-index'
import { fileNames } from './file-names'
import { impossibleInputs } from './impossible-inputs'
import { integratedChanges } from './integrated-changes'
import { meetingPapers } from './meeting-papers'
import { oneFileManyMeetings } from './one-file-many-meetings'
import { peopleTwice } from './people-twice'
import { placeholders } from './placeholders'
import { registerCounts } from './register-counts'
import { sameNote } from './same-note'
import { surveyFrequency } from './survey-frequency'
import { weekdays } from './weekdays'

type ContradictionRule = Rule<readonly Contradiction[]>

/** What one rule found stands by what it is about, whatever the order of the facts. */
const sorted = (one: ContradictionRule): ContradictionRule => ({
  ...one,
  read: (facts, means) =>
    [...one.read(facts, means)].sort((a, b) => (a.about < b.about ? -1 : a.about > b.about ? 1 : 0)),
})

const ALL: readonly ContradictionRule[] = [
  surveyFrequency,
  betterThanBefore,
  externalIndex,
  agents,
  integratedChanges,
  complaints,
  peopleTwice,
  impossibleInputs,
  registerCounts,
  sameNote,
  placeholders,
  allAtMaximum,
  evidenceAhead,
  evidenceOutsideCycle,
  evidenceAfterPeriod,
  weekdays,
  meetingPapers,
  drafts,
  fileNames,
  copiedElsewhere,
  oneFileManyMeetings,
]

/** Consistency checks; each gives what it found, and nothing where nothing contradicts. */
export const CONTRADICTIONS: readonly ContradictionRule[] = ALL.map(sorted)
