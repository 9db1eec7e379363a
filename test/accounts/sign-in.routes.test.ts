import { addPerson, addSatker, PASSWORD } from '../support/cast'
import { browser, openHouse, post, signedIn, tokenIn, type House } from '../support/house'

describe('signing in', () => {
  let house: House

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
  })
  afterEach(() => house.close())

  const login = 'sari.puspadewi@contoh.go.id'
  const actions = async () =>
    (await house.database.query<{ action: string }>('SELECT action FROM audit_events ORDER BY at, id')).map(
      e => e.action,
    )

  it('leads a stranger to the sign-in page and back to where they wanted to go', async () => {
    const agent = browser(house)
    const first = await agent.get('/akun')
    expect(first.status).toBe(303)
    expect(first.headers['location']).toBe('/masuk?kembali=%2Fakun')
    const page = await agent.get(String(first.headers['location']))
    const answer = await agent
      .post('/masuk')
      .type('form')
      .send({ _csrf: tokenIn(page.text), login, password: PASSWORD, kembali: '/akun' })
    expect(answer.headers['location']).toBe('/akun')
    expect((await agent.get('/akun')).text).toContain('Sari Puspadewi')
    expect(await actions()).toEqual(['sign-in'])
  })

  it('answers a wrong password and an unknown account alike, and keeps what was typed but the password', async () => {
    const agent = browser(house)
    const wrong = await post(agent, '/masuk', '/masuk', { login, password: 'salah' })
    const unknown = await post(agent, '/masuk', '/masuk', { login: 'siapa@contoh.go.id', password: 'salah' })
    for (const answer of [wrong, unknown]) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('NIP atau kata sandi tidak cocok.')
      expect(answer.text).not.toContain('salah"')
    }
    expect(wrong.text).toContain(`value="${login}"`)
  })

  it('never sends anybody to another site after the sign-in', async () => {
    for (const back of ['https://contoh.com', '//contoh.com', '/\\contoh.com']) {
      const answer = await post(browser(house), '/masuk', '/masuk', {
        login,
        password: PASSWORD,
        kembali: back,
      })
      expect(answer.headers['location']).toBe('/')
    }
  })

  it('gives every sign-in a session of its own, whatever id the browser came with', async () => {
    const idIn = (answer: { headers: Record<string, unknown> }) =>
      /zi\.sid=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1]
    const agent = browser(house)
    expect(idIn(await agent.get('/masuk'))).toBeUndefined()
    const first = idIn(await post(agent, '/masuk', '/masuk', { login, password: PASSWORD })) ?? ''
    await post(agent, '/akun', '/keluar', {})
    const again = browser(house)
    const form = await again.get('/masuk')
    const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
    const second = await again
      .post('/masuk')
      .set('cookie', `${cookie}; zi.sid=${first}`)
      .type('form')
      .send({ _csrf: tokenIn(form.text), login, password: PASSWORD })
    expect(second.status).toBe(303)
    expect(idIn(second)).toMatch(/./)
    expect(idIn(second)).not.toBe(first)
  })

  it('gives one form token to pages that are opened at once', async () => {
    const desk = await signedIn(house, login, PASSWORD)
    const pages = await Promise.all(
      ['/akun', '/akun/kata-sandi', '/pengguna'].map(address => desk.get(address)),
    )
    expect(new Set(pages.map(page => tokenIn(page.text))).size).toBe(1)
  })

  it('refuses a form without its token and a form from another site', async () => {
    const agent = browser(house)
    const bare = await agent.post('/masuk').type('form').send({ login, password: PASSWORD })
    expect(bare.status).toBe(403)
    const { text } = await agent.get('/masuk')
    const foreign = await agent
      .post('/masuk')
      .set('Origin', 'https://contoh.com')
      .type('form')
      .send({ _csrf: tokenIn(text), login, password: PASSWORD })
    expect(foreign.status).toBe(403)
  })

  it('slows guessing from one place without locking the person out elsewhere', async () => {
    const guesser = browser(house)
    const { text } = await guesser.get('/masuk')
    const guess = () =>
      guesser
        .post('/masuk')
        .type('form')
        .send({ _csrf: tokenIn(text), login, password: 'tebakan' })
    for (let time = 0; time < 10; time++) expect((await guess()).status).toBe(422)
    expect((await guess()).status).toBe(429)
  })

  it('counts logins that differ only after what any login is long as one', async () => {
    const guesser = browser(house)
    const { text } = await guesser.get('/masuk')
    const guess = (end: number) =>
      guesser
        .post('/masuk')
        .type('form')
        .send({ _csrf: tokenIn(text), login: `${'a'.repeat(200)}${end}`, password: 'tebakan' })
    for (let time = 0; time < 10; time++) expect((await guess(time)).status).toBe(422)
    expect((await guess(10)).status).toBe(429)
  })

  it('counts a login that is typed with spaces before it as the same', async () => {
    const guesser = browser(house)
    const { text } = await guesser.get('/masuk')
    const guess = (spaces: number) =>
      guesser
        .post('/masuk')
        .type('form')
        .send({ _csrf: tokenIn(text), login: `${' '.repeat(spaces)}${login}`, password: 'tebakan' })
    for (let time = 0; time < 10; time++) expect((await guess(170 + 3 * time)).status).toBe(422)
    expect((await guess(500)).status).toBe(429)
  })

  it('says once, as its heading, that login and password do not match', async () => {
    const refused = await post(browser(house), '/masuk', '/masuk', { login, password: 'salah' })
    expect(refused.text.match(/NIP atau kata sandi tidak cocok\./g)).toHaveLength(1)
    expect(refused.text).toContain('<h2>NIP atau kata sandi tidak cocok.</h2>')
    const empty = await post(browser(house), '/masuk', '/masuk', { login: '', password: '' })
    expect(empty.text).toContain('<h2>Belum dapat masuk</h2>')
    const asked = await post(browser(house), '/lupa-kata-sandi', '/lupa-kata-sandi', { login: '' })
    expect(asked.text).toContain('<h2>Permintaan belum terkirim</h2>')
  })

  it('changes the own e-mail address only with the present password', async () => {
    const desk = await signedIn(house, login, PASSWORD)
    const ministry = await addSatker(house, 'Kantor Lain', undefined)
    const other = await addPerson(house, 'Dewi Anggraini', 'head', ministry)
    const change = (current: string, email: string) =>
      post(desk, '/akun/surel', '/akun/surel', { current, email })
    const own = async () =>
      (
        await house.database.one<{ email: string }>('SELECT email FROM users WHERE name = $1', [
          'Sari Puspadewi',
        ])
      )?.email
    const wrong = await change('tebakan', 'baru@contoh.go.id')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kata sandi saat ini tidak cocok.')
    expect((await change(PASSWORD, '')).text).toContain('Isi surel.')
    expect((await change(PASSWORD, other.login)).text).toContain('Surel ini sudah dipakai akun lain.')
    expect(await own()).toBe(login)
    expect((await change(PASSWORD, 'Baru@contoh.go.id')).status).toBe(303)
    expect(await own()).toBe('baru@contoh.go.id')
    const [act] = await house.database.query<{ before: string; after: string }>(
      `SELECT before, after FROM audit_events WHERE action = 'change-email'`,
    )
    expect([act?.before, act?.after].map(json => JSON.parse(json ?? '') as unknown)).toEqual([
      { email: login },
      { email: 'baru@contoh.go.id' },
    ])
    for (let time = 0; time < 8; time++) await change(`tebakan ${time}`, 'lain@contoh.go.id')
    expect((await change(PASSWORD, 'lain@contoh.go.id')).status).toBe(429)
  })

  it('slows guessing the present password from a browser that stands open', async () => {
    const desk = await signedIn(house, login, PASSWORD)
    const next = 'gajah kecil di ladang'
    const guess = (current: string) =>
      post(desk, '/akun/kata-sandi', '/akun/kata-sandi', { current, password: next, repeat: next })
    for (let time = 0; time < 10; time++) expect((await guess(`tebakan ${time}`)).status).toBe(422)
    const refused = await guess(PASSWORD)
    expect(refused.status).toBe(429)
    expect(refused.text).toContain('Terlalu banyak percobaan')
    await signedIn(house, login, PASSWORD)
  })

  it('ends every session when the person says so, and when they are idle or signed in too long', async () => {
    const desk = await signedIn(house, login, PASSWORD)
    const phone = await signedIn(house, login, PASSWORD)
    house.now = new Date(house.now.getTime() + 1000)
    expect((await post(desk, '/akun', '/akun/sesi', {})).status).toBe(303)
    expect((await phone.get('/akun')).status).toBe(303)

    const idle = await signedIn(house, login, PASSWORD)
    house.now = new Date(house.now.getTime() + 121 * 60_000)
    expect((await idle.get('/akun')).status).toBe(303)

    const long = await signedIn(house, login, PASSWORD)
    for (let hour = 0; hour < 12; hour++) {
      house.now = new Date(house.now.getTime() + 61 * 60_000)
      const { status } = await long.get('/akun')
      expect(status).toBe(hour < 11 ? 200 : 303)
    }
  })

  it('changes the password only with the present one, ends other sessions and keeps this one', async () => {
    const desk = await signedIn(house, login, PASSWORD)
    const phone = await signedIn(house, login, PASSWORD)
    const next = 'gajah kecil di ladang'
    const wrong = await post(desk, '/akun/kata-sandi', '/akun/kata-sandi', {
      current: 'salah',
      password: next,
      repeat: next,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kata sandi saat ini tidak cocok.')
    house.now = new Date(house.now.getTime() + 1000)
    const right = await post(desk, '/akun/kata-sandi', '/akun/kata-sandi', {
      current: PASSWORD,
      password: next,
      repeat: next,
    })
    expect(right.status).toBe(303)
    expect((await desk.get('/akun')).status).toBe(200)
    expect((await phone.get('/akun')).status).toBe(303)
    await signedIn(house, login, next)
    expect(await actions()).toContain('change-password')
  })

  it('mails a reset link from the configured address that works once', async () => {
    const agent = browser(house)
    await post(agent, '/lupa-kata-sandi', '/lupa-kata-sandi', { login })
    await house.services.errands.settle()
    const link = /http:\/\/127\.0\.0\.1(\/tautan\/\S+)/.exec(house.mailer.sent[0]?.text ?? '')?.[1] ?? ''
    const next = 'gajah kecil di ladang'
    expect((await post(agent, link, link, { password: next, repeat: next })).status).toBe(303)
    await signedIn(house, login, next)
    expect((await agent.get(link)).status).toBe(404)
  })
})
