import { Activity, ActivityGuests, ActivityParticipant, ActivityPoint } from './activities/activity.entity'
import { User } from './accounts/user.entity'
import { GoalProgress } from './action-plan/goal-progress.entity'
import { Goal } from './action-plan/goal.entity'
import { Membership } from './accounts/membership.entity'
import { OneTimeLink } from './accounts/one-time-link.entity'
import { AgreementEvaluation } from './agreements/agreement-evaluation.entity'
import { AgreementTask } from './agreements/agreement-task.entity'
import { Agreement } from './agreements/agreement.entity'
import { Assessment } from './assessments/assessment.entity'
import { PrerequisiteValue } from './prerequisites/prerequisite-value.entity'
import { Attestation } from './attestations/attestation.entity'
import { Submission } from './attestations/submission.entity'
import { AuditEvent } from './audit/audit.entity'
import { Sample, SampledUnit } from './calibration/sample.entity'
import { Cycle } from './cycles/cycle.entity'
import { CycleWindow } from './cycles/cycle-window.entity'
import { Extension } from './cycles/extension.entity'
import { Evidence } from './evidence/evidence.entity'
import { EvidenceFile } from './evidence/evidence-file.entity'
import { EvidenceUseRow } from './evidence/evidence-use.entity'
import { DecisionRow } from './evaluation/decision.entity'
import { EvaluatorAssignment } from './evaluation/evaluator-assignment.entity'
import { EvidenceVerdictRow } from './evaluation/evidence-verdict.entity'
import { FlagRuling } from './evaluation/flag-ruling.entity'
import { ReturnedQuestion } from './evaluation/returned-question.entity'
import { TeamPhrase } from './evaluation/team-phrase.entity'
import { EvaluationTeam, TeamSeat } from './evaluation/team.entity'
import {
  FindingChange,
  FindingLevelRow,
  FindingRuling,
  FindingSet,
  FrozenFindings,
} from './findings/finding.entity'
import { RecommendationEvidence, RecommendationState } from './findings/recommendation.entity'
import { RuleBookVersion } from './rule-books/rule-book.entity'
import { InstallationFact } from './installation/installation-fact.entity'
import { InstrumentVersion } from './instruments/instrument.entity'
import { NoteEntry, NoteEvidence } from './notes/note-entry.entity'
import { Note } from './notes/note.entity'
import { MessagePreference } from './messages/message-preference.entity'
import { Message } from './messages/message.entity'
import { OutboxEntry } from './messages/outbox-entry.entity'
import { StakeholderInput } from './inputs/stakeholder-input.entity'
import { CommitmentQuarter } from './performance/commitment-quarter.entity'
import { Commitment } from './performance/commitment.entity'
import { FollowUp } from './performance/follow-up.entity'
import { PerformanceStanding } from './performance/standing.entity'
import { Employee } from './roster/employee.entity'
import { Innovation } from './innovations/innovation.entity'
import { HeldPredicate } from './profile/held-predicate.entity'
import { UnitProfile } from './profile/unit-profile.entity'
import { EntryEvidence, EntryLink, EntrySupport, RegisterEntryRow } from './registers/register-entry.entity'
import { FinalRecommendation } from './results/final-recommendation.entity'
import { Seal } from './results/seal.entity'
import { ScheduledJobRow } from './schedule/scheduled-job.entity'
import { Satker } from './satker/satker.entity'
import { SurveyRound } from './surveys/survey-round.entity'
import { Answer } from './worksheets/answer.entity'
import { Assignment } from './worksheets/assignment.entity'
import { FrozenWorksheet } from './frozen/frozen-worksheet.entity'
import { SectionScoreRow } from './worksheets/section-score.entity'
import { Worksheet } from './worksheets/worksheet.entity'

/** Every table of the application, in an order in which each refers only to those before it. */
export const entities = [
  InstallationFact,
  User,
  Satker,
  Membership,
  OneTimeLink,
  Employee,
  Activity,
  ActivityGuests,
  ActivityParticipant,
  ActivityPoint,
  StakeholderInput,
  SurveyRound,
  Commitment,
  CommitmentQuarter,
  PerformanceStanding,
  FollowUp,
  Innovation,
  UnitProfile,
  HeldPredicate,
  InstrumentVersion,
  Cycle,
  CycleWindow,
  Assessment,
  PrerequisiteValue,
  Extension,
  Worksheet,
  FrozenWorksheet,
  Answer,
  SectionScoreRow,
  Assignment,
  Evidence,
  EvidenceFile,
  EvidenceUseRow,
  RegisterEntryRow,
  EntrySupport,
  EntryEvidence,
  EntryLink,
  Goal,
  GoalProgress,
  Agreement,
  AgreementTask,
  AgreementEvaluation,
  RuleBookVersion,
  FindingSet,
  FindingLevelRow,
  FindingChange,
  FindingRuling,
  FrozenFindings,
  RecommendationState,
  RecommendationEvidence,
  Attestation,
  Submission,
  EvaluationTeam,
  TeamSeat,
  TeamPhrase,
  EvaluatorAssignment,
  DecisionRow,
  EvidenceVerdictRow,
  FlagRuling,
  ReturnedQuestion,
  FinalRecommendation,
  Seal,
  Note,
  NoteEntry,
  NoteEvidence,
  Message,
  OutboxEntry,
  MessagePreference,
  ScheduledJobRow,
  Sample,
  SampledUnit,
  AuditEvent,
]
