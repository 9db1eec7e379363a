import { FirstHouse1766000000000 } from './0001-first-house'
import { Evaluation1766000000001 } from './0002-evaluation'
import { Results1766000000002 } from './0003-results'
import { Notes1766000000003 } from './0004-notes'
import { Messages1766000000004 } from './0005-messages'
import { Calibration1766000000005 } from './0006-calibration'
import { PrerequisiteFields1766000000006 } from './0007-prerequisite-fields'
import { Roster1766000000007 } from './0008-roster'
import { Registers1766000000008 } from './0009-registers'
import { Activities1766000000009 } from './0010-activities'
import { ActionPlan1766000000013 } from './0014-action-plan'
import { InputsAndSurveys1766000000012 } from './0013-inputs-and-surveys'
import { Performance1766000000011 } from './0012-performance'
import { Agreements1766000000010 } from './0011-agreements'
import { InnovationsAndProfile1766000000014 } from './0015-innovations-and-profile'
import { Findings1766000000015 } from './0016-findings'

/** In the order in which they run, the same list for both databases. */
export const migrations = [
  FirstHouse1766000000000,
  Evaluation1766000000001,
  Results1766000000002,
  Notes1766000000003,
  Messages1766000000004,
  Calibration1766000000005,
  PrerequisiteFields1766000000006,
  Roster1766000000007,
  Registers1766000000008,
  Activities1766000000009,
  ActionPlan1766000000013,
  InputsAndSurveys1766000000012,
  Performance1766000000011,
  Agreements1766000000010,
  InnovationsAndProfile1766000000014,
  Findings1766000000015,
]
