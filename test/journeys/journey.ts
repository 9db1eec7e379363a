import { readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { projectRoot } from '../../src/project-root'
import { openHouse, type House } from '../support/house'
import { transpiledBrowserModules } from './browser-modules'

/** The whole application on a port of its own, and a real browser in front of it. */
export interface Journey {
  readonly house: House
  readonly address: string
  /** A page in a browser of its own: its cookies and its store are nobody else's. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  /** What scripts threw and what the content policy refused, on any page. */
  readonly faults: string[]
  close(): Promise<void>
}

export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const

/** For one thing on a page to appear; a journey of many pages takes longer. */
const WAIT_MS = 20_000
jest.setTimeout(6 * WAIT_MS)

export async function openJourney(): Promise<Journey> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browserModules = transpiledBrowserModules()
  const house = await openHouse({ BASE_URL: address }, { browserModules })
  server.on('request', house.app)
  const browser = await launch()
  const faults: string[] = []
  return {
    house,
    address,
    faults,
    visitor: async options => {
      const context = await browser.newContext({ baseURL: address, locale: 'id-ID', ...options })
      context.setDefaultTimeout(WAIT_MS)
      const page = await context.newPage()
      page.on('pageerror', error => faults.push(error.message))
      page.on('console', message => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text())
      })
      return page
    },
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await house.close()
      rmSync(browserModules, { recursive: true })
    },
  }
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['TEST_BROWSER'] ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })

const AXE = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
}

/** What axe finds against WCAG 2.2 A and AA. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run({ runOnly: ${JSON.stringify(WCAG)}, resultTypes: ['violations'] })`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary.slice(0, 300)}`),
  )
}

/** Keeps a picture of what stands on the screen, for those who want to look: in the folder TEST_PICTURES. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['TEST_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** By how many pixels the page is wider than its window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
