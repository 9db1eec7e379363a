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

/** Consistency checks; each gives what it found, and nothing where nothing contradicts. */
export const CONTRADICTIONS: readonly Rule<readonly Contradiction[]>[] = [
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
