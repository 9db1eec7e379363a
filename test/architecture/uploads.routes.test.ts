import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../src/paths'
import { addPiece, satkerAtWork, TEAM, type SatkerAtWork } from '../evidence/satker-at-work'
import { RosterEntries } from '../../src/roster/roster-entries'
import { tinyPng } from '../satker/tiny-png'
import { tokenIn, type Browser } from '../support/house'
import { policyOf, routesOf } from '../support/routes'

/** Where a form with files stands, where it goes, and who may send it. */
interface Example {
  readonly page: string
  readonly action: string
  readonly agent: Browser
}

describe('every route that takes files', () => {
  let work: SatkerAtWork
  let examples: Readonly<Record<string, Example>>
  beforeAll(async () => {
    work = await satkerAtWork()
    const { chair } = work
    const admin = await work.browserOf('admin')
    const piece = await addPiece(work, chair, TEAM, { files: [[tinyPng, 'rapat.png']] })
    const same = (address: string, agent: Browser): Example => ({ page: address, action: address, agent })
    await work.house.database.inTransaction(() =>
      new RosterEntries(work.house.services.entries, work.house.services.instruments).keep(work.satker.id),
    )
    examples = {
      [paths.evidenceUses.pattern]: same(paths.evidenceUses(work.assessment, TEAM), chair),
      [paths.newEvidence.pattern]: same(paths.newEvidence(work.satker.id), chair),
      [paths.evidenceFiles.pattern]: {
        page: paths.evidence(piece.id),
        action: paths.evidenceFiles(piece.id),
        agent: chair,
      },
      [paths.evidenceFileReplacement.pattern]: same(paths.evidenceFileReplacement(piece.file), chair),
      [paths.satkerLogo.pattern]: {
        page: paths.satker(work.satker.id),
        action: paths.satkerLogo(work.satker.id),
        agent: admin,
      },
      [paths.newInstrument.pattern]: same(paths.newInstrument(), admin),
      [paths.newRuleBook.pattern]: same(paths.newRuleBook(), admin),
      [paths.importAccounts.pattern]: same(paths.importAccounts(), admin),
      [paths.importSatker.pattern]: same(paths.importSatker(), admin),
      [paths.entryEvidence.pattern]: same(paths.entryEvidence(work.satker.id), chair),
      [paths.importActionPlan.pattern]: same(paths.importActionPlan(work.satker.id), chair),
      [paths.importRoster.pattern]: same(paths.importRoster(work.satker.id), chair),
      [paths.importActivities.pattern]: same(paths.importActivities(work.satker.id), chair),
      [paths.importPoints.pattern]: same(paths.importPoints(work.satker.id), chair),
      [paths.importInputs.pattern]: same(paths.importInputs(work.satker.id), chair),
      [paths.importSurveys.pattern]: same(paths.importSurveys(work.satker.id), chair),
      [paths.importPerformance.pattern]: same(paths.importPerformance(work.satker.id), chair),
      [paths.importAgreements.pattern]: same(paths.importAgreements(work.satker.id), chair),
      [paths.importAgreementPlans.pattern]: same(paths.importAgreementPlans(work.satker.id), chair),
      [paths.importAgreementEvaluations.pattern]: same(
        paths.importAgreementEvaluations(work.satker.id),
        chair,
      ),
      [paths.importInnovations.pattern]: same(paths.importInnovations(work.satker.id), chair),
      [paths.importProfiles.pattern]: same(paths.importProfiles(work.satker.id), chair),
      [paths.importPredicates.pattern]: same(paths.importPredicates(work.satker.id), chair),
    }
  })
  afterAll(() => work.close())

  const uploads = () =>
    routesOf(work.house.app)
      .filter(route => policyOf(route)?.upload)
      .map(route => route.pattern)

  const stored = () => {
    const folder = join(work.house.dataDir, 'files')
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => entry.name)
      .sort()
  }
  const rows = () =>
    Promise.all(
      ['evidence_files', 'audit_events', 'users', 'satker', 'instruments', 'employees', 'action_goals'].map(
        table => work.house.database.one(`SELECT COUNT(*) AS n FROM ${table}`),
      ),
    )
  const send = (example: Example, token: string | undefined) => {
    const posting = example.agent.post(example.action).attach('files', tinyPng, 'rapat.png')
    return token === undefined ? posting : posting.field('_csrf', token)
  }

  it('has an example here', () => {
    expect(uploads().sort()).toEqual(Object.keys(examples).sort())
  })

  it.each([
    ['without', undefined],
    ['with a foreign', 'x'.repeat(64)],
  ])('refuses a form %s token and keeps nothing of it', async (_, token) => {
    const before = { files: stored(), rows: await rows() }
    for (const pattern of uploads()) {
      const answer = await send(examples[pattern]!, token)
      expect({ pattern, status: answer.status }).toEqual({ pattern, status: 403 })
      expect(answer.text).toContain('Formulir ini sudah kedaluwarsa')
    }
    expect({ files: stored(), rows: await rows() }).toEqual(before)
  })

  it('hears a form that carries the token of its page', async () => {
    for (const pattern of uploads()) {
      const example = examples[pattern]!
      const token = tokenIn((await example.agent.get(example.page)).text)
      expect(token).not.toBe('')
      const { status } = await send(example, token)
      expect({ pattern, heard: [200, 201, 303, 409, 422].includes(status) }).toEqual({ pattern, heard: true })
    }
  })
})
