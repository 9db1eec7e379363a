import express from 'express'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { COMPONENTS_SHELL, componentsPage } from '../../src/web/components/components.page'
import { failedPage, notFoundPage } from '../../src/web/error.page'
import { EMPTY_SHELL } from '../../src/web/shell'
import { loadTemplates } from '../../src/web/templates'
import { view } from '../../src/web/view'
import { testAssets, testPages } from './components/rendering'

const data = {
  shell: EMPTY_SHELL,
  assets: { styles: '', script: '', icons: '/i.svg', favicon: '', savingModules: [] },
}

const stranger = { signedIn: false, centre: false, reading: true }

describe('a page', () => {
  it('carries the frame: title, assets, the current item, the name, the sign-out form with its token', () => {
    const shell = { ...COMPONENTS_SHELL, csrfToken: 'tanda-uji', signOutHref: '/keluar' }
    const html = testPages.render('components/components', componentsPage(), shell)
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">/)
    expect(html).toContain('<title>Komponen dan keadaannya · Zona Integritas</title>')
    expect(html).toContain(`href="${testAssets.url('app.css')}"`)
    expect(html).toContain('<a href="#komponen" aria-current="page">Komponen</a>')
    expect(html).toContain('Ketua Pokja 1 · Kanim Tanjung Kirana')
    expect(html).toMatch(/action="\/keluar".*name="_csrf" value="tanda-uji"/s)
  })

  it('shows a notice once it is given and escapes what people wrote', () => {
    const notice = { tone: 'ok', lead: 'Tersimpan.', text: '<b>Area</b> 1' } as const
    const html = testPages.render('errors/not-found', notFoundPage(stranger), { ...EMPTY_SHELL, notice })
    expect(html).toContain('role="status"')
    expect(html).toContain('&lt;b&gt;Area&lt;/b&gt; 1')
  })

  it('has no navigation where nobody is signed in', () => {
    const html = testPages.render('errors/not-found', notFoundPage(stranger), EMPTY_SHELL)
    expect(html).not.toContain('<nav')
    expect(html).not.toContain('Keluar')
  })

  it('has neither scripts nor styles of its own, so that the content policy can forbid them', () => {
    const html = testPages.render('components/components', componentsPage(), COMPONENTS_SHELL)
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
  })

  it('answers with its status, its length and without being kept by caches', async () => {
    const app = express().get('/', (_req, res) => {
      res.locals.shell = EMPTY_SHELL
      view(res, 'errors/failed', failedPage('permintaan-7'), 500)
    })
    app.locals['pages'] = testPages
    const answer = await request(app).get('/').expect(500)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(Number(answer.headers['content-length'])).toBe(Buffer.byteLength(answer.text))
    expect(answer.text).toContain('permintaan-7')
    const head = await request(app).head('/').expect(500)
    expect(head.text).toBeUndefined()
  })
})

describe('the templates', () => {
  let folder: string
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'views-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('refuse a field that the model lacks instead of printing nothing', () => {
    write('page.hbs', '{{title}} {{titel}}')
    expect(() => loadTemplates(folder, { reload: false }).render('page', { title: 'A' }, data)).toThrow(
      'titel',
    )
  })

  it('give a partial only what it is handed', () => {
    write('page.hbs', '{{> part name=title}}')
    write('part.hbs', '{{title}}')
    expect(() => loadTemplates(folder, { reload: false }).render('page', { title: 'A' }, data)).toThrow(
      'title',
    )
  })

  it('are read again after a change in development, and not in production', () => {
    write('page.hbs', 'satu')
    const development = loadTemplates(folder, { reload: true })
    const production = loadTemplates(folder, { reload: false })
    expect(development.render('page', {}, data)).toBe('satu')
    write('page.hbs', 'dua')
    utimesSync(join(folder, 'page.hbs'), new Date(), new Date(Date.now() + 5000))
    expect(development.render('page', {}, data)).toBe('dua')
    expect(production.render('page', {}, data)).toBe('satu')
  })

  it('name the one that is missing', () => {
    expect(() => loadTemplates(folder, { reload: false }).render('nowhere', {}, data)).toThrow('"nowhere"')
  })
})
