import { AccountsService } from './accounts/accounts.service'
import { MembershipsService } from './accounts/memberships.service'
import { OneTimeLinks } from './accounts/one-time-links'
import { PeopleImportService } from './accounts/people-import.service'
import { PeopleService } from './accounts/people.service'
import { AssessmentListService } from './assessments/assessment-list.service'
import { AssessmentsService } from './assessments/assessments.service'
import { CarryOverService } from './carry-over/carry-over.service'
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
import { countedWhere } from './findings/entry-marks'
import { createFindings } from './findings/create-findings'
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
import { createRegisterRooms } from './register-rooms'
import { createRegisters } from './registers/create-registers'
import type { Storage } from './storage/storage'
import { OutcomesService } from './results/outcomes.service'
import { ResultsService } from './results/results.service'
import { sealKey } from './results/seal-key'
import { ReportsService } from './reports/reports.service'
import { AnswersService } from './worksheets/answers.service'
import { AssignmentsService } from './worksheets/assignments.service'
import { EditionsService } from './worksheets/editions.service'
import { FrozenWorksheetsService } from './frozen/frozen-worksheet.service'
import { ScoringService } from './worksheets/scoring.service'
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
  const registerRooms = createRegisterRooms({ config, database, audit, satker, instruments, messages, clock })
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
  const worksheets = new WorksheetsService(database, evidenceServices.evidence)
  const noteAnnouncements = new NoteAnnouncements(database, messages, clock)
  const notes = new NotesService(
    database,
    audit,
    assessments,
    noteAnnouncements,
    evidenceServices.evidenceShelf,
    clock,
  )
  const findingServices = createFindings({
    database,
    audit,
    assessments,
    worksheets,
    prerequisites,
    shelf: evidenceServices.evidenceShelf,
    notes,
    clock,
  })
  const submissions = new SubmissionsService(
    database,
    audit,
    assessments,
    scoring,
    attestations,
    frozenWorksheets,
    editions,
    announcements,
    findingServices.findings,
    clock,
  )
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
      now => findingServices.recommendationDeadlines.of(now),
      ...registerRooms.deadlines,
    ],
    [now => minimumWarnings.of(now), ...registerRooms.warnings],
    clock,
  )
  const answers = new AnswersService(database, audit, scoring, attestations, clock)
  const assignments = new AssignmentsService(database, audit, clock)
  const registers = createRegisters({
    config,
    database,
    storage,
    clock,
    audit,
    entries: registerRooms.services.entries,
    answers,
    evidence: evidenceServices.evidence,
    pieces: evidenceServices.evidencePieces,
    uses: evidenceServices.evidenceUses,
    units: registerRooms.services.registerUnits,
    sources: registerRooms.sources,
    countedWhere: (actor, entry) =>
      countedWhere({ assessments, findings: findingServices.findings }, actor, entry),
  })
  const reports = new ReportsService(
    database,
    scoring,
    frozenWorksheets,
    storage,
    findingServices.findings,
    clock,
  )
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
    ...registerRooms.services,
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
    ...registers,
    ...findingServices,
    reports,
    clock,
    config,
    storage,
    database,
  }
}
