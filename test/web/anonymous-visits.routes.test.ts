import { paths } from '../../src/paths'
import type { Database } from '../../src/db/database'
import { openSessions } from '../../src/web/sessions/open-sessions'
import { addPerson, addSatker, PASSWORD, type Person } from '../support/cast'
import { postgresUrl } from '../support/database'
import { browser, openHouse, post, signedIn, tokenIn, type House } from '../support/house'

describe('visits in which nobody signs in', () => {
  let house: House
  let sessions: Database
  let sari: Person
  beforeEach(async () => {
    house = await openHouse()
    sessions = await openSessions(house.dataDir, await postgresUrl())
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
  })
  afterEach(async () => {
    await sessions.close()
    await house.close()
  })

  const rows = async () => (await sessions.query('SELECT id FROM sessions')).length
  const linkPath = async () => paths.oneTimeLink(await house.services.links.issue(await actor(), sari.id))
  const actor = async () =>
    (await house.services.accounts.actorOf(sari.id, { startedAt: house.now.toISOString() }, 'tes'))!

  it('leave no session behind, whatever is asked for, sent and refused', async () => {
    const before = await rows()
    const link = await linkPath()
    const password = 'gajah kecil di ladang'
    const visits = [
      () => browser(house).get(paths.signIn()),
      () => browser(house).get(paths.forgottenPassword()),
      () => browser(house).get(link),
      () => browser(house).get(paths.guide()),
      () => browser(house).get('/tidak-ada'),
      () => browser(house).get(paths.home()),
      () => browser(house).post(paths.signIn()).type('form').send({ login: 'a', password: 'b' }),
      () => post(browser(house), paths.signIn(), paths.signIn(), { login: 'a', password: 'b' }),
      () => post(browser(house), paths.forgottenPassword(), paths.forgottenPassword(), { login: 'a@b.id' }),
      () => post(browser(house), link, link, { password, repeat: password }),
    ]
    const statuses: number[] = []
    for (const visit of visits) statuses.push((await visit()).status)
    expect(statuses).toEqual([200, 200, 200, 200, 404, 303, 403, 422, 303, 303])
    expect(await rows()).toBe(before)
    await signedIn(house, sari.login, password)
    expect(await rows()).toBe(before + 1)
  })

  it('get a cookie only with a form', async () => {
    for (const address of [paths.guide(), '/tidak-ada'])
      expect((await browser(house).get(address)).headers['set-cookie']).toBeUndefined()
    const form = await browser(house).get(paths.signIn())
    expect(String(form.headers['set-cookie'])).toMatch(
      /^zi\.form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('are told on the next page what came of a form', async () => {
    const agent = browser(house)
    const asked = await post(agent, paths.forgottenPassword(), paths.forgottenPassword(), { login: 'a@b.id' })
    expect((await agent.get(String(asked.headers['location']))).text).toContain('Permintaan diterima.')
    const link = await linkPath()
    const password = 'gajah kecil di ladang'
    const used = await post(agent, link, link, { password, repeat: password })
    expect((await agent.get(String(used.headers['location']))).text).toContain('Kata sandi tersimpan.')
    expect((await agent.get(`${paths.signIn()}?kabar=toString`)).text).not.toContain('class="notice"')
  })

  describe('whose form is sent', () => {
    const send = (cookie: string, token: string) =>
      browser(house)
        .post(paths.signIn())
        .set('cookie', cookie)
        .type('form')
        .send({ _csrf: token, login: sari.login, password: PASSWORD })
    const pair = async () => {
      const { headers, text } = await browser(house).get(paths.signIn())
      return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', token: tokenIn(text) }
    }

    it('need the token that was signed for the cookie of this very browser', async () => {
      const [own, other] = [await pair(), await pair()]
      const value = own.cookie.slice('zi.form='.length)
      for (const [cookie, token] of [
        ['', own.token],
        [own.cookie, ''],
        [own.cookie, value],
        [own.cookie, other.token],
        [other.cookie, own.token],
        ['zi.form=', own.token],
        [own.cookie, `${own.token}A`],
      ] as const)
        expect((await send(cookie, token)).status).toBe(403)
      expect((await send(own.cookie, own.token)).status).toBe(303)
    })

    it('keep one token for every form and tab of a browser', async () => {
      const agent = browser(house)
      const first = await agent.get(paths.signIn())
      expect(tokenIn((await agent.get(paths.forgottenPassword())).text)).toBe(tokenIn(first.text))
    })

    it('have a token that is worth nothing once somebody has signed in', async () => {
      const agent = browser(house)
      const before = tokenIn((await agent.get(paths.signIn())).text)
      await agent
        .post(paths.signIn())
        .type('form')
        .send({ _csrf: before, login: sari.login, password: PASSWORD })
      expect((await agent.post(paths.ownSessions()).type('form').send({ _csrf: before })).status).toBe(403)
      expect((await post(agent, paths.ownAccount(), paths.ownSessions(), {})).status).toBe(303)
    })
  })

  it('keep the cookie to this host alone under https', async () => {
    const safe = await openHouse({ BASE_URL: 'https://zi.contoh.go.id', TRUST_PROXY: 'true' })
    const { headers } = await browser(safe).get(paths.signIn())
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-zi\.form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    await safe.close()
  })
})
