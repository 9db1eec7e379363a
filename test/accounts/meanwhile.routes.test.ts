import type * as password from '../../src/accounts/password'
import { paths } from '../../src/paths'
import { addPerson, addSatker, PASSWORD, type Person } from '../support/cast'
import { browser, openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

/** What happens between the hashing of a password and what follows from it. */
let mockMeanwhile = () => Promise.resolve()
jest.mock('../../src/accounts/password', () => {
  const real = jest.requireActual<typeof password>('../../src/accounts/password')
  const thenMeanwhile =
    <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      const result = await work(...given)
      const meanwhile = mockMeanwhile
      mockMeanwhile = () => Promise.resolve()
      await meanwhile()
      return result
    }
  return {
    ...real,
    hashPassword: thenMeanwhile(real.hashPassword),
    passwordMatches: thenMeanwhile(real.passwordMatches),
  }
})

describe('while a password is being hashed', () => {
  let house: House
  let bagas: Person
  let centre: Browser
  const next = 'gajah kecil di ladang'

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara', undefined, { code: 'KLN' })
    const sari = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    bagas = await addPerson(house, 'Bagas Hendrawan', 'evaluator', ministry)
    centre = await signedIn(house, sari.login, PASSWORD)
  })
  afterEach(() => house.close())

  const actsOn = async (id: string) =>
    (
      await house.database.query<{ action: string }>(
        'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY at, id',
        [id],
      )
    ).map(event => event.action)
  const later = () => (house.now = new Date(house.now.getTime() + 1000))
  const page = () => `/pengguna/${bagas.id}`
  const newLink = async () =>
    /(\/tautan\/[\w-]+)/.exec((await post(centre, page(), `${page()}/tautan`, {})).text)?.[1] ?? ''
  const useLink = (link: string, password = next) =>
    post(browser(house), link, link, { password, repeat: password })
  const changeOwn = (desk: Browser) =>
    post(desk, '/akun/kata-sandi', '/akun/kata-sandi', { current: PASSWORD, password: next, repeat: next })

  it('a one-time link is used up by the first of four who send it at once', async () => {
    const link = await newLink()
    const people = await Promise.all(
      [1, 2, 3, 4].map(async number => {
        const agent = browser(house)
        const _csrf = tokenIn((await agent.get(link)).text)
        const password = `gajah kecil nomor ${number}`
        return {
          password,
          send: () => agent.post(link).type('form').send({ _csrf, password, repeat: password }),
        }
      }),
    )
    const answers = await Promise.all(people.map(({ send }) => send()))
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 404, 404, 404])
    expect((await actsOn(bagas.id)).filter(action => action === 'use-link')).toHaveLength(1)
    const winner = people[answers.findIndex(answer => answer.status === 303)]
    await signedIn(house, bagas.login, winner?.password ?? '')
  })

  it('a link that a newer one replaces is worth nothing any more', async () => {
    const link = await newLink()
    mockMeanwhile = async () => void (await newLink())
    expect((await useLink(link)).status).toBe(404)
    await signedIn(house, bagas.login, PASSWORD)
  })

  it('a link of an account that is closed sets no password', async () => {
    const link = await newLink()
    mockMeanwhile = async () => void (await post(centre, page(), `${page()}/penonaktifan`, {}))
    expect((await useLink(link)).status).toBe(404)
    await post(centre, page(), `${page()}/pengaktifan`, {})
    await signedIn(house, bagas.login, PASSWORD)
  })

  it.each([
    ['changed', async () => void (await changeOwn(await signedIn(house, bagas.login, PASSWORD)))],
    [
      'called back',
      async () => void (await post(await signedIn(house, bagas.login, PASSWORD), '/akun', '/akun/sesi', {})),
    ],
    ['closed', async () => void (await post(centre, page(), `${page()}/penonaktifan`, {}))],
  ])('a sign-in comes too late when the account is %s', async (_how, change) => {
    const agent = browser(house)
    let others = 0
    mockMeanwhile = async () => {
      later()
      await change()
      others = (await actsOn(bagas.id)).filter(action => action === 'sign-in').length
    }
    const answer = await post(agent, '/masuk', '/masuk', { login: bagas.login, password: PASSWORD })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('NIP atau kata sandi tidak cocok.')
    expect((await agent.get('/akun')).status).toBe(303)
    expect((await actsOn(bagas.id)).filter(action => action === 'sign-in')).toHaveLength(others)
  })

  it('the present password no longer counts once all sessions were ended elsewhere', async () => {
    const desk = await signedIn(house, bagas.login, PASSWORD)
    const phone = await signedIn(house, bagas.login, PASSWORD)
    mockMeanwhile = async () => {
      later()
      await post(phone, '/akun', '/akun/sesi', {})
    }
    expect((await changeOwn(desk)).status).toBe(422)
    expect((await desk.get('/akun')).status).toBe(303)
    await signedIn(house, bagas.login, PASSWORD)
  })
})

describe('a sign-in that cannot be recorded', () => {
  it('lets nobody in', async () => {
    const house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    const { login } = await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)
    const agent = browser(house)
    jest.spyOn(house.services.audit, 'record').mockRejectedValueOnce(new Error('no room left'))
    const answer = await post(agent, paths.signIn(), paths.signIn(), { login, password: PASSWORD })
    expect(answer.status).toBe(500)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await agent.get(paths.ownAccount())).status).toBe(303)
    await signedIn(house, login, PASSWORD)
    await house.close()
  })
})
