import { join } from 'node:path'
import compression from 'compression'
import express, { type Express } from 'express'
import session from 'express-session'
import type { Logger } from 'pino'
import { activitiesImportRoutes } from './activities/activities-import.routes'
import { activitiesRoutes } from './activities/activities.routes'
import { activityRoutes } from './activities/activity.routes'
import { participantsRoutes } from './activities/participants.routes'
import { pointsRoutes } from './activities/points.routes'
import { goalRoutes } from './action-plan/goal.routes'
import { ownPlanRoutes } from './action-plan/own-plan.routes'
import { planImportRoutes } from './action-plan/plan-import.routes'
import { planRoutes } from './action-plan/plan.routes'
import { membershipRoutes } from './accounts/memberships.routes'
import { ownAccountRoutes } from './accounts/own-account.routes'
import { peopleImportRoutes } from './accounts/people-import.routes'
import { peopleRoutes } from './accounts/people.routes'
import { signInRoutes } from './accounts/sign-in.routes'
import { assessmentRoutes } from './assessments/assessments.routes'
import { attestationRoutes } from './attestations/attestations.routes'
import { submissionRoutes } from './attestations/submission.routes'
import { agreementEntryRoutes } from './agreements/agreement.routes'
import { agreementImportRoutes } from './agreements/agreement-import.routes'
import { agreementsRoutes } from './agreements/agreements.routes'
import { agreementDashboardRoutes } from './agreements/dashboard.routes'
import { agreementPlanRoutes } from './agreements/plan.routes'
import { publicAgreementRoutes } from './agreements/public-agreements.routes'
import { agreementRoutes } from './calibration/agreement.routes'
import { samplesRoutes } from './calibration/samples.routes'
import { secondScoringRoutes } from './calibration/second-scoring.routes'
import { cyclesRoutes } from './cycles/cycles.routes'
import { extensionsRoutes } from './cycles/extensions.routes'
import { openingsRoutes } from './cycles/openings.routes'
import { evaluatorAssignmentRoutes } from './evaluation/assignments.routes'
import { overviewRoutes } from './evaluation/overview.routes'
import { comparisonRoutes } from './evaluation/comparison.routes'
import { queueRoutes } from './evaluation/queue.routes'
import { repairsRoutes } from './evaluation/repairs.routes'
import { returnRoutes } from './evaluation/return.routes'
import { teamsRoutes } from './evaluation/teams.routes'
import { judgingRoutes } from './evaluation/judging.routes'
import { evidenceRoutes } from './evidence/evidence.routes'
import { carryOverRoutes } from './carry-over/carry-over.routes'
import { prerequisiteRoutes } from './prerequisites/prerequisites.routes'
import { findingsRoutes } from './findings/findings.routes'
import { trailRoutes } from './assessments/trail.routes'
import { guideRoutes } from './guide/guide.routes'
import { commitmentRoutes } from './performance/commitment.routes'
import { followUpsRoutes } from './performance/follow-ups.routes'
import { performanceImportRoutes } from './performance/performance-import.routes'
import { performanceRoutes } from './performance/performance.routes'
import { matrixRoutes } from './findings/matrix.routes'
import { regionRoutes } from './performance/region.routes'
import { homeRoutes } from './home.routes'
import { instrumentsRoutes } from './instruments/instruments.routes'
import { noteRoutes } from './notes/note.routes'
import { notesRoutes } from './notes/notes.routes'
import { messagesRoutes } from './messages/messages.routes'
import { projectRoot } from './project-root'
import { reportsRoutes } from './reports/reports.routes'
import { outcomesRoutes } from './results/outcomes.routes'
import { resultsRoutes } from './results/results.routes'
import { verificationRoutes } from './results/verification.routes'
import { entryRoutes } from './registers/entry.routes'
import { offersRoutes } from './registers/offers.routes'
import { registersRoutes } from './registers/registers.routes'
import { inputRoutes } from './inputs/input.routes'
import { inputsImportRoutes } from './inputs/inputs-import.routes'
import { inputsRoutes } from './inputs/inputs.routes'
import { innovationRoutes } from './innovations/innovation.routes'
import { innovationsImportRoutes } from './innovations/innovations-import.routes'
import { innovationsRoutes } from './innovations/innovations.routes'
import { heldPredicatesRoutes } from './profile/held-predicates.routes'
import { profileRoutes } from './profile/profile.routes'
import { profilesImportRoutes } from './profile/profiles-import.routes'
import { profilesRoutes } from './profile/profiles.routes'
import { employeeRoutes } from './roster/employee.routes'
import { rosterImportRoutes } from './roster/roster-import.routes'
import { rosterRoutes } from './roster/roster.routes'
import { surveyRoutes } from './surveys/survey.routes'
import { surveysImportRoutes } from './surveys/surveys-import.routes'
import { surveysRoutes } from './surveys/surveys.routes'
import { ruleBookRoutes } from './rule-books/rule-books.routes'
import { satkerImportRoutes } from './satker/satker-import.routes'
import { satkerLogoRoutes } from './satker/satker-logo.routes'
import { satkerRoutes } from './satker/satker.routes'
import type { Services } from './services'
import { assetsRouter, createAssets, type Assets } from './web/assets'
import { baseShell } from './web/base-shell'
import { csrfProtection, formTokens, sameOrigin } from './web/csrf'
import { currentActor } from './web/current-actor'
import { errorHandler, notFoundHandler } from './web/error-handler'
import { createPassport } from './web/passport'
import { readableInput } from './web/readable-input'
import { requestLog } from './web/request-log'
import { securityHeaders } from './web/security-headers'
import { redirectAfterSave } from './web/sessions/redirect-after-save'
import type { SessionStore } from './web/sessions/session-store'
import { loadTemplates, type Templates } from './web/templates'
import { createPages } from './web/view'
import { frozenWorksheetRoutes } from './frozen/frozen-worksheet.routes'
import { answersRoutes } from './worksheets/answers.routes'
import { assignmentsRoutes } from './worksheets/assignments.routes'
import { worksheetsRoutes } from './worksheets/worksheets.routes'

export interface AppParts {
  readonly services: Services
  readonly sessions: SessionStore
  readonly secret: string
  readonly logger: Logger
  /** Folder of the compiled browser modules; `dist/browser` unless said otherwise. */
  readonly browserModules?: string
  /** What was read before; several applications of one process may wear the same. */
  readonly look?: Look
}

/** What pages are made with: templates, styles, browser modules. */
export interface Look {
  readonly templates: Templates
  readonly assets: Assets
}

export const readLook = (reload: boolean, browserModules?: string): Look => ({
  templates: loadTemplates(join(projectRoot, 'views'), { reload }),
  assets: createAssets({
    styles: join(projectRoot, 'views/styles'),
    files: join(projectRoot, 'views/static'),
    browser: browserModules ?? join(projectRoot, 'dist/browser'),
  }),
})

/** The contents page: what every request passes through, then one line per feature. */
export function createApp({ services, sessions, secret, logger, browserModules, look }: AppParts): Express {
  const { config, accounts, clock } = services
  const https = config.baseUrl.startsWith('https:')
  const { assets, templates } = look ?? readLook(config.mode === 'development', browserModules)
  const passport = createPassport({
    authenticate: (login, password) => accounts.authenticate(login, password),
    actorOf: (userId, startedAt, requestId) => {
      const over = clock().getTime() - Date.parse(startedAt) > config.session.absoluteHours * 3_600_000
      return over ? Promise.resolve(undefined) : accounts.actorOf(userId, { startedAt }, requestId)
    },
  })

  const app = express()
  app.locals['pages'] = createPages(templates, assets)
  app.set('trust proxy', config.trustProxy ? 1 : false)
  app.set('etag', false)

  app.use(requestLog(logger))
  app.use(securityHeaders(https))
  app.use(assetsRouter(assets))
  app.use(sameOrigin(new URL(config.baseUrl).origin))
  app.use(compression())
  app.use(express.urlencoded({ extended: false, limit: '1mb' }))
  app.use(express.json({ limit: '1mb' }))
  app.use(
    session({
      name: 'zi.sid',
      secret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: https },
    }),
  )
  app.use(redirectAfterSave)
  app.use(passport.session())
  app.use(currentActor)
  app.use(baseShell)
  app.use(formTokens(secret, https))
  app.use(csrfProtection)
  app.use(readableInput)

  // The busiest first: the router tries one address after the other.
  app.use(answersRoutes(services))
  app.use(judgingRoutes(services))
  app.use(homeRoutes(services))
  app.use(guideRoutes(services))
  app.use(signInRoutes(services))
  app.use(ownAccountRoutes(services))
  app.use(messagesRoutes(services))
  app.use(peopleImportRoutes(services))
  app.use(peopleRoutes(services))
  app.use(membershipRoutes(services))
  app.use(satkerImportRoutes(services))
  app.use(satkerLogoRoutes(services))
  app.use(satkerRoutes(services))
  app.use(registersRoutes(services))
  app.use(planImportRoutes(services))
  app.use(planRoutes(services))
  app.use(ownPlanRoutes(services))
  app.use(goalRoutes(services))
  app.use(entryRoutes(services))
  app.use(offersRoutes(services))
  app.use(rosterImportRoutes(services))
  app.use(rosterRoutes(services))
  app.use(inputsImportRoutes(services))
  app.use(inputsRoutes(services))
  app.use(inputRoutes(services))
  app.use(surveysImportRoutes(services))
  app.use(surveysRoutes(services))
  app.use(surveyRoutes(services))
  app.use(employeeRoutes(services))
  app.use(activitiesImportRoutes(services))
  app.use(activitiesRoutes(services))
  app.use(activityRoutes(services))
  app.use(pointsRoutes(services))
  app.use(participantsRoutes(services))
  app.use(performanceImportRoutes(services))
  app.use(performanceRoutes(services))
  app.use(regionRoutes(services))
  app.use(matrixRoutes(services))
  app.use(commitmentRoutes(services))
  app.use(followUpsRoutes(services))
  app.use(agreementImportRoutes(services))
  app.use(agreementsRoutes(services))
  app.use(publicAgreementRoutes(services))
  app.use(agreementDashboardRoutes(services))
  app.use(agreementPlanRoutes(services))
  app.use(agreementEntryRoutes(services))
  app.use(innovationsImportRoutes(services))
  app.use(innovationsRoutes(services))
  app.use(innovationRoutes(services))
  app.use(profilesImportRoutes(services))
  app.use(profilesRoutes(services))
  app.use(profileRoutes(services))
  app.use(heldPredicatesRoutes(services))
  app.use(instrumentsRoutes(services))
  app.use(ruleBookRoutes(services))
  app.use(cyclesRoutes(services))
  app.use(openingsRoutes(services))
  app.use(extensionsRoutes(services))
  app.use(queueRoutes(services))
  app.use(overviewRoutes(services))
  app.use(returnRoutes(services))
  app.use(repairsRoutes(services))
  app.use(comparisonRoutes(services))
  app.use(teamsRoutes(services))
  app.use(evaluatorAssignmentRoutes(services))
  app.use(samplesRoutes(services))
  app.use(secondScoringRoutes(services))
  app.use(agreementRoutes(services))
  app.use(assessmentRoutes(services))
  app.use(prerequisiteRoutes(services))
  app.use(carryOverRoutes(services))
  app.use(trailRoutes(services))
  app.use(evidenceRoutes(services))
  app.use(findingsRoutes(services))
  app.use(reportsRoutes(services))
  app.use(worksheetsRoutes(services))
  app.use(assignmentsRoutes(services))
  app.use(attestationRoutes(services))
  app.use(submissionRoutes(services))
  app.use(frozenWorksheetRoutes(services))
  app.use(notesRoutes(services))
  app.use(noteRoutes(services))
  app.use(resultsRoutes(services))
  app.use(outcomesRoutes(services))
  app.use(verificationRoutes(services))

  app.use(notFoundHandler)
  app.use(errorHandler(logger))
  return app
}
