import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { projectRoot } from '../../src/project-root'
import { assetsRouter, createAssets } from '../../src/web/assets'
import { COMPONENTS_SHELL, componentsPage } from '../../src/web/components/components.page'
import { securityHeaders } from '../../src/web/security-headers'
import { loadTemplates } from '../../src/web/templates'
import { createPages, view } from '../../src/web/view'
import { transpiledBrowserModules } from './browser-modules'

const AXE = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

let browser: Browser
let server: Server
let address: string
let modules: string

beforeAll(async () => {
  modules = transpiledBrowserModules()
  const views = join(projectRoot, 'views')
  const assets = createAssets({
    styles: join(views, 'styles'),
    files: join(views, 'static'),
    browser: modules,
  })
  const app = express().use(securityHeaders(false)).use(assetsRouter(assets))
  app.locals['pages'] = createPages(loadTemplates(views, { reload: false }), assets)
  app.get('/', (_req, res) => {
    res.locals.shell = COMPONENTS_SHELL
    view(res, 'components/components', componentsPage())
  })
  server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch({
    executablePath: process.env['TEST_BROWSER'] ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  })
})

afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  rmSync(modules, { recursive: true })
})

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  return page
}

const focused = (page: Page) => page.evaluate('document.activeElement.id || document.activeElement.className')
const menuIsOpen = (page: Page) =>
  page.evaluate(`document.querySelector('details.menu:not(.aside-nav)').open`)

describe('every component', () => {
  it.each<[string, BrowserContextOptions]>([
    ['on a desktop', { viewport: { width: 1280, height: 900 } }],
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
    ['in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
    ['in forced colours', { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }],
  ])('is accessible and never scrolls sideways %s', async (_name, options) => {
    const page = await open({ ...options, bypassCSP: true })
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await page.evaluate(AXE)
    const found = await page.evaluate<AxeResult>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`)
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`),
    ).toEqual([])
    await page.context().close()
  })

  it('needs nothing that the content policy refuses', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', message => message.type() === 'error' && refused.push(message.text()))
    page.on('pageerror', error => refused.push(error.message))
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(refused).toEqual([])
    await context.close()
  })

  it('reaches the menu without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    await page.getByText('Menu', { exact: true }).click()
    expect(await page.getByRole('link', { name: 'Lembar kerja' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Keluar' }).isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('the keyboard', () => {
  it('starts at the summary of a refused form and goes from there to the field', async () => {
    const page = await open()
    await page.waitForFunction("document.activeElement.className === 'errsum'")
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('f-agents')
    await page.context().close()
  })

  it('closes the menu with Escape and by leaving it', async () => {
    const page = await open()
    await page.locator('details.menu:not(.aside-nav) > summary').click()
    expect(await menuIsOpen(page)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await menuIsOpen(page)).toBe(false)
    await page.keyboard.press('Enter')
    expect(await menuIsOpen(page)).toBe(true)
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab')
    expect(await menuIsOpen(page)).toBe(false)
    await page.context().close()
  })

  it('skips to the content first', async () => {
    const page = await open()
    await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('isi')
    await page.context().close()
  })
})
