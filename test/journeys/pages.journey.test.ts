import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { PARTS } from '../attestations/hand-in'
import { routesOf } from '../support/routes'
import { astray, furnish, type Furnished, type Who } from './furnished'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

let journey: Journey
let furnished: Furnished
const visitors = new Map<Who, Page>()
beforeAll(async () => {
  journey = await openJourney()
  furnished = await furnish(journey.house)
}, 120_000)
afterAll(() => journey.close())

async function visitor(who: Who): Promise<Page> {
  const known = visitors.get(who)
  if (known) return known
  const page = await journey.visitor(DESKTOP)
  if (who !== 'nobody') await signIn(page, furnished.people[who])
  visitors.set(who, page)
  return page
}

/** A window of 1280 px at four times the size: what WCAG 1.4.10 asks of reflow. */
const NARROWEST = { width: 320, height: 640 }

/** What is wrong with the page that stands there, wide in the light, narrow in the dark, and at its narrowest. */
async function faultsOf(page: Page): Promise<string[]> {
  const look = async (name: string, faults: Promise<string[]>) =>
    (await faults).map(fault => `${name}: ${fault}`)
  const sideways = async (name: string) => {
    const pixels = await tooWide(page)
    return pixels > 0 ? [`${name}: ${pixels} px too wide`] : []
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESKTOP.viewport)
  const faults = [...(await look('1280', violationsOn(page))), ...(await sideways('1280'))]
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize(PHONE.viewport)
  faults.push(...(await look('390 dark', violationsOn(page))), ...(await sideways('390')))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(NARROWEST)
  faults.push(...(await sideways('320')))
  return faults
}

/** Answers that are files or figures, not pages. */
const FILES: readonly string[] = [
  '/aset/*path',
  paths.health.pattern,
  paths.importAccountsTemplate.pattern,
  paths.importSatkerTemplate.pattern,
  paths.importRosterTemplate.pattern,
  paths.rosterTable.pattern,
  paths.importActionPlanTemplate.pattern,
  paths.actionPlanTable.pattern,
  paths.importAgreementsTemplate.pattern,
  paths.importAgreementPlansTemplate.pattern,
  paths.agreementsTable.pattern,
  paths.agreementPlansTable.pattern,
  paths.importAgreementEvaluationsTemplate.pattern,
  paths.agreementEvaluationsTable.pattern,
  paths.importActivitiesTemplate.pattern,
  paths.activitiesTable.pattern,
  paths.satkerPointsTable.pattern,
  paths.importPointsTemplate.pattern,
  paths.importInputsTemplate.pattern,
  paths.inputsTable.pattern,
  paths.importSurveysTemplate.pattern,
  paths.surveysTable.pattern,
  paths.importPerformanceTemplate.pattern,
  paths.performanceTable.pattern,
  paths.importInnovationsTemplate.pattern,
  paths.innovationsTable.pattern,
  paths.importProfilesTemplate.pattern,
  paths.importPredicatesTemplate.pattern,
  paths.predicatesTable.pattern,
  paths.profilesTable.pattern,
  paths.satkerLogo.pattern,
  paths.instrumentSource.pattern,
  paths.ruleBookSource.pattern,
  paths.evidenceFile.pattern,
  paths.evidenceFilePreview.pattern,
  paths.readinessPdf.pattern,
  paths.resultExport.pattern,
  paths.comparisonTable.pattern,
  paths.agreementTable.pattern,
  paths.minutesPdf.pattern,
  paths.evaluationReportPdf.pattern,
]
/** Leads on to the first page of whoever asks. */
const WAYS: readonly string[] = [paths.home.pattern]

const matches = (pattern: string, address: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(
    address.split('?')[0] ?? '',
  )

/** Whether what a tint says in colours has a line or a fill of its own in forced ones. */
const OUTLINED = `(() => {
  const line = element => {
    const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) ||
      (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0)
  }
  const option = document.querySelector('.opt:has(input:checked)')
  const fill = element => getComputedStyle(element).fill
  return {
    chosen: line(option),
    other: line(option.parentElement.querySelector('.opt:not(:has(input:checked))')),
    current: line(document.querySelector('.ws-side a[aria-current]')),
    flag: line(document.querySelector('.flag')),
    proven: fill(document.querySelector('.ws-side .pb-proven')) !== fill(document.querySelector('.ws-side .pb-track')),
  }
})()`

/** How many questions stand at least partly in the window below the filters, while one scrolls through them all. */
const QUESTIONS_IN_A_WINDOW = `(() => {
  const rows = [...document.querySelectorAll('.q[data-question]')]
  const bar = document.querySelector('.bar').getBoundingClientRect().height
  const places = rows.map(row => row.getBoundingClientRect()).map(({ top, bottom }) => [top + scrollY, bottom + scrollY])
  const windows = []
  for (let top = places[0][0]; top + innerHeight - bar <= places.at(-1)[1]; top += 50) {
    const below = top + innerHeight - bar
    windows.push({
      seen: places.filter(([start, end]) => end > top && start < below).length,
      whole: places.filter(([start, end]) => start >= top && end <= below).length,
    })
  }
  return { ...windows[0], usually: windows.reduce((sum, { seen }) => sum + seen, 0) / windows.length }
})()`

describe('every page', () => {
  it('is visited here', () => {
    const patterns = routesOf(journey.house.app)
      .filter(({ method, pattern }) => method === 'GET' && ![...FILES, ...WAYS].includes(pattern))
      .map(({ pattern }) => pattern)
    const visited = furnished.pages.map(([, address]) => address)
    expect(patterns.filter(pattern => !visited.some(address => matches(pattern, address)))).toEqual([])
  })

  it('meets WCAG 2.2 AA, in the light and in the dark, and never scrolls sideways', async () => {
    const faults: Record<string, string[]> = {}
    for (const [who, address] of furnished.pages) {
      const page = await visitor(who)
      const answer = await page.goto(address)
      const found = await faultsOf(page)
      if (answer?.status() !== 200 || !page.url().endsWith(address))
        found.push(`${answer?.status()} ${page.url()}`)
      if (found.length > 0) faults[`${who} ${address}`] = found
    }
    expect(faults).toEqual({})
    expect(journey.faults).toEqual([])
  }, 600_000)

  it('that says no meets them too', async () => {
    const faults: Record<string, string[]> = {}
    for (const [who, address, status] of astray(furnished.assessment)) {
      const page = await visitor(who)
      const answer = await page.goto(address)
      expect([address, answer?.status()]).toEqual([address, status])
      const found = await faultsOf(page)
      if (found.length > 0) faults[`${who} ${address}`] = found
    }
    const page = await visitor('nobody')
    await page.goto(paths.signIn())
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.locator('.errsum').waitFor()
    const refused = await faultsOf(page)
    if (refused.length > 0) faults['a refused form'] = refused
    expect(faults).toEqual({})
  }, 120_000)
})

describe('a page whose scripts never arrive', () => {
  it('meets them as well', async () => {
    const { assessment } = furnished
    const page = await journey.visitor(DESKTOP)
    await page.route('**/*.js', route => route.abort())
    await signIn(page, furnished.people.chair)
    const faults: Record<string, string[]> = {}
    for (const address of [
      paths.worksheetPart(assessment, '1'),
      paths.question(assessment, 'A.II.1.i.b'),
      paths.evidenceUses(assessment, 'A.I.1.i.a'),
      paths.missing(assessment),
    ]) {
      await page.goto(address)
      expect(await page.locator('.is-live').count()).toBe(0)
      const found = await faultsOf(page)
      if (found.length > 0) faults[address] = found
    }
    expect(faults).toEqual({})
  }, 120_000)
})

describe('a part of the worksheet', () => {
  it('says everything in forced colours too, where neither tint nor shade is left', async () => {
    const page = await journey.visitor(DESKTOP)
    await signIn(page, furnished.people.chair)
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(paths.worksheetPart(furnished.assessment, '1'))
    await page.locator('.ws.is-live').waitFor()
    expect(await violationsOn(page)).toEqual([])
    const outlined = await page.evaluate<Record<string, boolean>>(OUTLINED)
    expect(outlined).toEqual({ chosen: true, other: false, current: true, flag: true, proven: true })
    await page.context().close()
  })

  it('shows about six questions at once on a screen of 900 px, once its head is scrolled away', async () => {
    const page = await journey.visitor(DESKTOP)
    await signIn(page, furnished.people.chair)
    const inWindow = async (part: string) => {
      await page.goto(paths.worksheetPart(furnished.assessment, part))
      return page.evaluate<{ seen: number; whole: number; usually: number }>(QUESTIONS_IN_A_WINDOW)
    }
    const first = await inWindow('1')
    expect(first.seen).toBeGreaterThanOrEqual(6)
    expect(first.whole).toBeGreaterThanOrEqual(5)
    const fewer: string[] = []
    for (const part of PARTS.filter(one => one !== 'B')) {
      const { usually } = await inWindow(part)
      if (Math.round(usually) < 6) fewer.push(`${part}: ${usually}`)
    }
    expect(fewer).toEqual([])
    await page.context().close()
  })

  it('weighs at most 100 KB on a first visit', async () => {
    const page = await journey.visitor(DESKTOP)
    await signIn(page, furnished.people.chair)
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.setCacheDisabled', { cacheDisabled: true })
    let bytes = 0
    network.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
    const heavy: string[] = []
    for (const part of PARTS) {
      bytes = 0
      await page.goto(paths.worksheetPart(furnished.assessment, part), { waitUntil: 'networkidle' })
      expect(bytes).toBeGreaterThan(10_000)
      if (bytes > 100 * 1024) heavy.push(`${part}: ${bytes} bytes`)
    }
    expect(heavy).toEqual([])
  }, 120_000)
})
