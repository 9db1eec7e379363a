import { paths } from '../../src/paths'
import { furnish, type Furnished, type Who } from '../journeys/furnished'
import { upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { tinyPng } from '../satker/tiny-png'
import { PASSWORD } from '../support/cast'
import { browser, openHouse, signedIn, tokenIn, type Browser, type House } from '../support/house'
import { routesOf } from '../support/routes'
import { grow } from './grown'

/** Asks no row, or leads on to another page. */
const APART: readonly string[] = ['/aset/*path', paths.components.pattern]

const matches = (pattern: string, address: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(
    address.split('?')[0] ?? '',
  )

describe('the number of statements of a page', () => {
  let house: House
  let furnished: Furnished
  let addresses: readonly (readonly [Who, string])[]
  const agents = new Map<Who, Browser>()

  beforeAll(async () => {
    house = await openHouse()
    furnished = await furnish(house)
    for (const who of ['admin', 'chair', 'head', 'viewer', 'companion', 'lead', 'dalnis', 'second'] as const)
      agents.set(who, await signedIn(house, furnished.people[who].login, PASSWORD))
    agents.set('nobody', browser(house))
    addresses = [...furnished.pages, ...(await files())]
  }, 180_000)
  afterAll(() => house.close())

  /** Addresses that are no pages for eyes. */
  async function files(): Promise<readonly (readonly [Who, string])[]> {
    const admin = agents.get('admin')!
    const satker = await house.database.one<{ id: string }>(`SELECT id FROM satker WHERE code = 'KTK'`)
    const page = paths.satker(satker!.id)
    const token = tokenIn((await admin.get(page)).text)
    await admin.post(paths.satkerLogo(satker!.id)).field('_csrf', token).attach('files', tinyPng, 'logo.png')
    await upload(agents.get('chair')!, paths.evidenceUses(furnished.assessment, 'A.I.1.i.b'), {
      files: [[samples.heic, 'rapat.heic']],
    })
    const file = await house.database.one<{ id: string }>(
      `SELECT id FROM evidence_files WHERE name = 'rapat.heic'`,
    )
    const instrument = await house.database.one<{ id: string }>('SELECT id FROM instruments')
    const book = await house.database.one<{ id: string }>('SELECT id FROM rule_books')
    const final = await house.database.one<{ id: string }>(`SELECT id FROM assessments WHERE stage = 'final'`)
    return [
      ['dalnis', paths.resultExport(final!.id)],
      ['dalnis', paths.minutesPdf(final!.id)],
      ['dalnis', paths.evaluationReportPdf(final!.id)],
      ['nobody', paths.health()],
      ['chair', paths.home()],
      ['admin', paths.importAccountsTemplate()],
      ['admin', paths.importSatkerTemplate()],
      ['chair', paths.importRosterTemplate(furnished.satker)],
      ['chair', paths.rosterTable(furnished.satker)],
      ['chair', paths.importActivitiesTemplate(furnished.satker)],
      ['chair', paths.activitiesTable(furnished.satker)],
      ['chair', paths.importPointsTemplate(furnished.satker)],
      ['chair', paths.satkerPointsTable(furnished.satker)],
      ['chair', paths.importActionPlanTemplate(furnished.satker)],
      ['chair', paths.actionPlanTable(furnished.satker)],
      ['chair', paths.importInputsTemplate(furnished.satker)],
      ['chair', paths.inputsTable(furnished.satker)],
      ['chair', paths.importSurveysTemplate(furnished.satker)],
      ['chair', paths.surveysTable(furnished.satker)],
      ['chair', paths.importPerformanceTemplate(furnished.satker)],
      ['chair', `${paths.performanceTable(furnished.satker)}?tahun=2025`],
      ['chair', paths.importAgreementsTemplate(furnished.satker)],
      ['chair', paths.importAgreementPlansTemplate(furnished.satker)],
      ['chair', paths.agreementsTable(furnished.satker)],
      ['chair', paths.agreementPlansTable(furnished.satker)],
      ['chair', paths.importAgreementEvaluationsTemplate(furnished.satker)],
      ['chair', paths.agreementEvaluationsTable(furnished.satker)],
      ['chair', paths.importInnovationsTemplate(furnished.satker)],
      ['chair', paths.innovationsTable(furnished.satker)],
      ['chair', paths.importProfilesTemplate(furnished.satker)],
      ['chair', paths.profilesTable(furnished.satker)],
      ['chair', paths.importPredicatesTemplate(furnished.satker)],
      ['chair', paths.predicatesTable(furnished.satker)],
      ['admin', paths.satkerLogo(satker!.id)],
      ['admin', paths.instrumentSource(instrument!.id)],
      ['admin', paths.ruleBookSource(book!.id)],
      ['chair', paths.evidenceFile(file!.id)],
      ['chair', paths.evidenceFilePreview(file!.id)],
      ['chair', paths.readinessPdf(furnished.assessment)],
      ...besides(paths.result.pattern, '.json'),
      ...besides(paths.comparison.pattern, '.xlsx'),
      ...besides(paths.agreement.pattern, '.csv', 'admin'),
      ...besides(paths.minutes.pattern, '.pdf'),
      ...besides(paths.evaluationReport.pattern, '.pdf'),
    ]
  }

  /** What a page of the ketua shows, as a file; the result of the dalnis is not final yet. */
  const besides = (
    pattern: string,
    ending: string,
    reader: Who = 'lead',
  ): readonly (readonly [Who, string])[] =>
    furnished.pages
      .filter(([who, address]) => who === reader && matches(pattern, address))
      .map(([who, address]) => [who, `${address}${ending}`])

  async function counts(): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    for (const [who, address] of addresses) {
      house.statements.length = 0
      const { status } = await agents.get(who)!.get(address)
      found[`${who} ${address}`] = `${status}: ${house.statements.length} statements`
    }
    return found
  }

  it('is looked at for every route that reads', () => {
    const patterns = routesOf(house.app)
      .filter(({ method, pattern }) => method === 'GET' && !APART.includes(pattern))
      .map(({ pattern }) => pattern)
    const visited = addresses.map(([, address]) => address)
    expect(patterns.filter(pattern => !visited.some(address => matches(pattern, address)))).toEqual([])
  })

  it('is the same when there is twice as much of everything', async () => {
    // What the rules say is read anew by a job, not by whoever looks at a page.
    await house.services.findings.refreshChanged()
    // Frozen documents stay in memory once they were read.
    await counts()
    const small = await counts()
    expect(Object.values(small).filter(found => !/^(200|303)/.test(found))).toEqual([])
    await grow(house, furnished)
    await house.services.findings.refreshChanged()
    expect(await counts()).toEqual(small)
  }, 180_000)
})
