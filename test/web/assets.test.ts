import { gunzipSync } from 'node:zlib'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { assetsRouter, createAssets } from '../../src/web/assets'
import { testAssets } from './components/rendering'

const CSS_BUDGET = 14 * 1024
const SHEET_BUDGET = 6 * 1024

let folder: string
const folders = () => ({
  styles: join(folder, 'styles'),
  files: join(folder, 'files'),
  browser: join(folder, 'browser'),
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aset-'))
  mkdirSync(join(folder, 'styles'))
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'styles/20-b.css'), '.b { color: red }\n')
  writeFileSync(join(folder, 'styles/10-a.css'), '/* why */\n.a { color: blue }\n')
  writeFileSync(join(folder, 'files/icons.svg'), '<svg/>')
})
afterEach(() => rmSync(folder, { recursive: true }))

const serve = (assets = createAssets(folders())) => ({ assets, app: express().use(assetsRouter(assets)) })

describe('the assets', () => {
  it('join the styles in the order of their names, without comments and spare signs', async () => {
    const { app, assets } = serve()
    const answer = await request(app).get(assets.url('app.css')).expect(200)
    expect(answer.text).toBe('.a{color:blue}.b{color:red}')
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8')
  })

  it('may be kept for a year, since another content has another address', async () => {
    const { app, assets } = serve()
    const answer = await request(app).get(assets.url('icons.svg')).expect(200)
    expect(answer.headers['cache-control']).toContain('public, max-age=31536000, immutable')
    writeFileSync(join(folder, 'styles/20-b.css'), '.b { color: green }\n')
    expect(createAssets(folders()).url('icons.svg')).not.toBe(assets.url('icons.svg'))
  })

  it('come packed to those who ask, plain to the others', async () => {
    const { app, assets } = serve()
    const packed = await request(app).get(assets.url('app.css')).set('Accept-Encoding', 'gzip, br')
    expect(packed.headers['content-encoding']).toBe('gzip')
    const plain = await request(app).get(assets.url('app.css')).set('Accept-Encoding', 'identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.text).toBe(packed.text)
    expect(gunzipSync(assets.find(assets.url('app.css'))!.gzip).toString()).toBe(plain.text)
  })

  it('answer HEAD with the same length and no body', async () => {
    const { app, assets } = serve()
    const answer = await request(app)
      .head(assets.url('app.css'))
      .set('Accept-Encoding', 'identity')
      .expect(200)
    expect(Number(answer.headers['content-length'])).toBe(assets.find(assets.url('app.css'))!.body.length)
    expect(answer.text).toBeUndefined()
  })

  it('know no other file, and no way out of their folders', async () => {
    const { app, assets } = serve()
    await request(app).get(`${assets.prefix}/package.json`).expect(404)
    await request(app).get(`${assets.prefix}/..%2f..%2fpackage.json`).expect(404)
    await request(app).get('/aset/000000000000/app.css').expect(404)
    expect(() => assets.url('missing.css')).toThrow('missing.css')
  })

  it('give the browser modules their place, also before the first build', async () => {
    const { app, assets } = serve()
    await request(app).get(assets.url('browser/main.js')).expect(200)
    mkdirSync(join(folder, 'browser'))
    writeFileSync(join(folder, 'browser/main.js'), 'import("./menu.js")\n')
    writeFileSync(join(folder, 'browser/menu.js'), 'export {}\n')
    writeFileSync(join(folder, 'browser/menu.js.map'), '{}')
    const built = serve()
    const main = await request(built.app).get(built.assets.url('browser/main.js'))
    expect(main.text).toContain('menu.js')
    expect(main.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(() => built.assets.url('browser/menu.js.map')).toThrow('menu.js.map')
  })
})

describe('a browser module', () => {
  it('is named with everything that it imports, so that a page can fetch it at once', () => {
    mkdirSync(join(folder, 'browser/worksheet'), { recursive: true })
    writeFileSync(
      join(folder, 'browser/worksheet/main.js'),
      "import { a } from './a.js';\nimport { b } from '../b.js';\n",
    )
    writeFileSync(
      join(folder, 'browser/worksheet/a.js'),
      "import { b } from '../b.js';\nimport('./later.js')\n",
    )
    writeFileSync(join(folder, 'browser/b.js'), 'export const b = 1\n')
    const assets = createAssets(folders())
    expect(assets.modules('browser/worksheet/main.js')).toEqual(
      ['worksheet/main.js', 'worksheet/a.js', 'b.js'].map(name => assets.url(`browser/${name}`)),
    )
    expect(assets.modules('browser/missing.js')).toEqual([])
  })
})

describe('the stylesheet of the application', () => {
  it('stays within its budget of 14 KB packed', () => {
    expect(testAssets.find(testAssets.url('app.css'))!.gzip.length).toBeLessThanOrEqual(CSS_BUDGET)
  })

  it('leaves 6 KB packed to what the pages of the registers have beside it', () => {
    const { gzip } = testAssets.find(testAssets.url('registers.css'))!
    expect(gzip.length).toBeGreaterThan(0)
    expect(gzip.length).toBeLessThanOrEqual(SHEET_BUDGET)
  })
})
