import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import session, { MemoryStore, type SessionData } from 'express-session'
import { redirectAfterSave } from '../../src/web/sessions/redirect-after-save'

/** A store that needs a moment to write, as a file does. */
class SlowStore extends MemoryStore {
  override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
    setTimeout(() => super.set(id, data, done), 100)
  }
}

let server: Server
let address: string
beforeAll(async () => {
  const app = express()
    .use(session({ secret: 'a secret', store: new SlowStore(), resave: false, saveUninitialized: false }))
    .use(redirectAfterSave)
    .post('/pesan', (req, res) => {
      req.session.notice = { tone: 'ok', lead: 'Tersimpan.', text: '' }
      res.redirect(303, '/')
    })
    .get('/', (req, res) => void res.json(req.session.notice ?? null))
  server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

describe('a redirect', () => {
  it('is followed to a page that knows the message, however fast the browser', async () => {
    const posted = await fetch(`${address}/pesan`, { method: 'POST', redirect: 'manual' })
    const cookie = posted.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(`${address}/`, { headers: { cookie } })
    expect(posted.status).toBe(303)
    expect(await page.json()).toEqual({ tone: 'ok', lead: 'Tersimpan.', text: '' })
  })
})
