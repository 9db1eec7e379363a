import { activitiesSource } from './activities/activities-source'
import { createActivities } from './activities/create-activities'
import { createActionPlan } from './action-plan/create-action-plan'
import { planSource } from './action-plan/plan-source'
import { AccountsService } from './accounts/accounts.service'
import { MembershipsService } from './accounts/memberships.service'
import { OneTimeLinks } from './accounts/one-time-links'
import { PeopleImportService } from './accounts/people-import.service'
import { PeopleService } from './accounts/people.service'
import { AssessmentListService } from './assessments/assessment-list.service'
import { AssessmentsService } from './assessments/assessments.service'
import { CarryOverService } from './carry-over/carry-over.service'
import { createAgreements } from './agreements/create-agreements'
import { agreementSource } from './agreements/agreement-source'
import { PrerequisitesService } from './prerequisites/prerequisites.service'
import { StandingService } from './assessments/standing.service'
import { AttestationsService } from './attestations/attestations.service'
import { SubmissionsService } from './attestations/submissions.service'
import { AuditService } from './audit/audit.service'
import type { Clock } from './clock'
import type { Config } from './config'
import { AgreementService } from './calibration/agreement.service'
import { SamplesService } from './calibration/samples.service'
import { SecondScoringService } from './calibration/second-scoring.service'
import { CyclesService } from './cycles/cycles.service'
import { ExtensionsService } from './cycles/extensions.service'
import { OpeningsService } from './cycles/openings.service'
import { TargetsService } from './cycles/targets.service'
import type { Database } from './db/database'
import { createEvidence } from './evidence/create-evidence'
import { EvaluatedQuestionsService } from './evaluation/evaluated-questions.service'
import { EvaluationsService } from './evaluation/evaluations.service'
import { HandedInColumns } from './evaluation/handed-in-columns'
import { JudgementsService } from './evaluation/judgements.service'
import { QueueService } from './evaluation/queue.service'
import { PhrasesService } from './evaluation/phrases.service'
import { RepairsService } from './evaluation/repairs.service'
import { ReturnsService } from './evaluation/returns.service'
import type { ScoringDesk } from './evaluation/scoring-desk'
import { TeamsService } from './evaluation/teams.service'
import { createInputs } from './inputs/create-inputs'
import { InstallationService } from './installation/installation.service'
import { Announcements } from './messages/announcements.service'
import { DeliveriesService } from './messages/deliveries.service'
import { MessagesService } from './messages/messages.service'
import { MinimumWarnings } from './messages/minimum-warnings'
import { PostOffice } from './messages/post-office.service'
import { Reminders } from './messages/reminders.service'
import { StageDeadlines } from './messages/stage-deadlines'
import { InstrumentsService } from './instruments/instruments.service'
import { Errands } from './jobs/errands'
import type { Mailer } from './mail/mailer'
import { SatkerImportService } from './satker/satker-import.service'
import { SatkerService } from './satker/satker.service'
import { NoteListsService } from './notes/note-lists.service'
import { NoteAnnouncements } from './notes/note-announcements'
import { NoteOwnersService } from './notes/note-owners.service'
import { NotesService } from './notes/notes.service'
import { createInnovations } from './innovations/create-innovations'
import { innovationsSource } from './innovations/innovations-source'
import { createProfile } from './profile/create-profile'
import { profileSource } from './profile/profile-source'
import { createRegisters } from './registers/create-registers'
import { EntriesService } from './registers/entries.service'
import type { RegisterSources } from './registers/register-source'
import { RegisterUnits } from './registers/register-unit'
import { LeaversService } from './roster/leavers.service'
import { RosterEntries } from './roster/roster-entries'
import { RosterImportService } from './roster/roster-import.service'
import { rosterSource } from './roster/roster-source'
import { RosterService } from './roster/roster.service'
import type { Storage } from './storage/storage'
import { OutcomesService } from './results/outcomes.service'
import { ResultsService } from './results/results.service'
import { sealKey } from './results/seal-key'
import { createPerformance } from './performance/create-performance'
import { performanceSource } from './performance/performance-source'
import { ReportsService } from './reports/reports.service'
import { AnswersService } from './worksheets/answers.service'
import { AssignmentsService } from './worksheets/assignments.service'
import { EditionsService } from './worksheets/editions.service'
import { FrozenWorksheetsService } from './frozen/frozen-worksheet.service'
import { ScoringService } from './worksheets/scoring.service'
import { createSurveys } from './surveys/create-surveys'
import { WorksheetsService } from './worksheets/worksheets.service'

export interface Means {
  readonly config: Config
  readonly database: Database
  readonly storage: Storage
  readonly mailer: Mailer
  readonly clock: Clock
}

export type Services = ReturnType<typeof createServices>

/** Every use case of the application over the means it runs with; the pages and the command line share it. */
export function createServices({ config, database, storage, mailer, clock }: Means) {
  const logFailure = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)
  const errands = new Errands(logFailure)
  const audit = new AuditService(database, clock)
  const messages = new MessagesService(database, mailer, clock)
  const announcements = new Announcements(database, messages, clock)
  const deliveries = new DeliveriesService(database, audit, mailer, clock)
  const postOffice = new PostOffice(database, mailer, config.baseUrl, clock)
  const links = new OneTimeLinks(database, audit, clock, mailer, config.baseUrl)
  const accounts = new AccountsService(database, audit, clock, links)
  const satker = new SatkerService(database, audit, storage, clock)
  const satkerImport = new SatkerImportService(database, audit, clock)
  const instruments = new InstrumentsService(database, audit, clock)
  const registerUnits = new RegisterUnits(satker, clock)
  const entries = new EntriesService(database, audit, clock)
  const rosterEntries = new RosterEntries(entries, instruments)
  const roster = new RosterService(database, audit, satker, rosterEntries, clock)
  const rosterImport = new RosterImportService(database, audit, instruments, rosterEntries, clock)
  const activityServices = createActivities({ database, audit, entries, roster, instruments, clock })
  const registerMeans = { database, audit, instruments, registerUnits, entries, roster, clock }
  const innovationServices = createInnovations(registerMeans)
  const profileServices = createProfile(registerMeans)
  const leavers = new LeaversService(database, audit, clock, config.roster.keepNamesMonths)
  const performanceRoom = createPerformance({ database, audit, instruments, entries, messages, clock })
  const agreementServices = createAgreements({ database, audit, satker, instruments, entries, clock })
  const memberships = new MembershipsService(database, audit, clock, satker, links)
  const people = new PeopleService(database, audit, clock, links, memberships, satker)
  const peopleImport = new PeopleImportService(database, audit, clock, satker, instruments, links)
  const installation = new InstallationService(database, links, people, satker)
  const assessments = new AssessmentsService(database, instruments)
  const assessmentList = new AssessmentListService(database, instruments)
  const scoring = new ScoringService(database)
  const editions = new EditionsService(database)
  const cycles = new CyclesService(database, audit, instruments, clock)
  const openings = new OpeningsService(database, audit, cycles, instruments, scoring, clock, logFailure)
  const extensions = new ExtensionsService(database, audit, cycles, clock)
  const targets = new TargetsService(database, audit, assessments)
  const prerequisites = new PrerequisitesService(database, audit, assessments, clock)
  const standing = new StandingService(database, scoring, prerequisites, clock)
  const attestations = new AttestationsService(database, audit, assessments, scoring, announcements, clock)
  const frozenWorksheets = new FrozenWorksheetsService(database, scoring, editions)
  const submissions = new SubmissionsService(
    database,
    audit,
    assessments,
    scoring,
    attestations,
    frozenWorksheets,
    editions,
    announcements,
    clock,
  )
  const evidenceServices = createEvidence({
    config,
    database,
    storage,
    clock,
    audit,
    assessments,
    scoring,
    attestations,
    frozenWorksheets,
  })
  const teams = new TeamsService(database, audit, announcements, clock)
  const handedInColumns = new HandedInColumns(frozenWorksheets)
  const queue = new QueueService(database, instruments, handedInColumns)
  const evaluations = new EvaluationsService(
    database,
    audit,
    assessments,
    scoring,
    frozenWorksheets,
    editions,
    announcements,
    clock,
  )
  const samples = new SamplesService(database, audit, teams, clock)
  const secondScoring = new SecondScoringService(database, audit, assessments, evaluations)
  const agreement = new AgreementService(database, instruments, handedInColumns)
  const judgementsAt = (desk: ScoringDesk) =>
    new JudgementsService(database, audit, desk, evaluations, scoring, editions, clock)
  const questionsAt = (desk: ScoringDesk) =>
    new EvaluatedQuestionsService(database, desk, evaluations, frozenWorksheets, instruments, clock)
  const phrases = new PhrasesService(database, audit, clock)
  const returns = new ReturnsService(database, audit, evaluations, submissions, announcements, clock)
  const repairs = new RepairsService(database, audit, assessments, announcements, clock)
  const results = new ResultsService(
    database,
    audit,
    assessments,
    evaluations,
    announcements,
    sealKey(config.sealKeyFile),
    clock,
  )
  const outcomes = new OutcomesService(database, storage, config.baseUrl, clock)
  const noteAnnouncements = new NoteAnnouncements(database, messages, clock)
  const notes = new NotesService(database, audit, assessments, noteAnnouncements, clock)
  const noteOwners = new NoteOwnersService(database, audit, notes, noteAnnouncements)
  const noteLists = new NoteListsService(database, clock)
  const stageDeadlines = new StageDeadlines(database)
  const minimumWarnings = new MinimumWarnings(database, instruments)
  const reminders = new Reminders(
    database,
    messages,
    [
      now => stageDeadlines.ofSatker(now),
      now => stageDeadlines.ofEvaluators(now),
      now => noteAnnouncements.deadlines(now),
      now => actionPlan.goalDeadlines.of(now),
      now => performanceRoom.followUps.deadlines(now),
      now => agreementServices.agreementDeadlines.of(now),
    ],
    now => minimumWarnings.of(now),
    clock,
  )
  const answers = new AnswersService(database, audit, scoring, attestations, clock)
  const assignments = new AssignmentsService(database, audit, clock)
  const actionPlan = createActionPlan({ database, audit, instruments, units: registerUnits, entries, clock })
  const registerParts = { database, audit, entries, instruments, clock }
  const inputs = createInputs(registerParts)
  const surveys = createSurveys(registerParts)
  const registerSources: RegisterSources = {
    'action-plan': planSource(database, actionPlan, registerUnits, clock),
    roster: rosterSource(roster, instruments),
    activities: activitiesSource(activityServices),
    inputs: inputs.inputs.source,
    surveys: surveys.surveys.source,
    performance: performanceSource(performanceRoom.performance),
    agreements: agreementSource(agreementServices.agreements),
    profile: profileSource(profileServices.profiles),
    innovations: innovationsSource(innovationServices.innovations, instruments),
  }
  const registers = createRegisters({
    config,
    database,
    storage,
    clock,
    audit,
    entries,
    answers,
    evidence: evidenceServices.evidence,
    pieces: evidenceServices.evidencePieces,
    uses: evidenceServices.evidenceUses,
    units: registerUnits,
    sources: registerSources,
  })
  const worksheets = new WorksheetsService(database, evidenceServices.evidence)
  const reports = new ReportsService(database, scoring, frozenWorksheets, storage, clock)
  const carryOver = new CarryOverService(
    database,
    audit,
    instruments,
    assessments,
    scoring,
    attestations,
    clock,
  )
  return {
    errands,
    audit,
    installation,
    messages,
    deliveries,
    postOffice,
    reminders,
    links,
    accounts,
    people,
    memberships,
    peopleImport,
    satker,
    satkerImport,
    roster,
    rosterImport,
    leavers,
    ...activityServices,
    ...performanceRoom,
    ...agreementServices,
    instruments,
    cycles,
    openings,
    extensions,
    targets,
    assessments,
    assessmentList,
    scoring,
    standing,
    prerequisites,
    carryOver,
    attestations,
    frozenWorksheets,
    submissions,
    teams,
    queue,
    handedInColumns,
    evaluations,
    judgements: judgementsAt(evaluations),
    evaluatedQuestions: questionsAt(evaluations),
    samples,
    secondScoring,
    secondJudgements: judgementsAt(secondScoring),
    secondQuestions: questionsAt(secondScoring),
    agreement,
    phrases,
    returns,
    repairs,
    results,
    outcomes,
    notes,
    noteOwners,
    noteLists,
    answers,
    assignments,
    worksheets,
    ...evidenceServices,
    registerUnits,
    entries,
    ...innovationServices,
    ...profileServices,
    ...registers,
    ...actionPlan,
    ...inputs,
    ...surveys,
    reports,
    clock,
    config,
    storage,
    database,
  }
}
