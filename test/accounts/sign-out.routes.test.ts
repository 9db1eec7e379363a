import { paths } from '../../src/paths'
import { addPerson, addSatker, PASSWORD } from '../support/cast'
import { browser, openHouse, post, signedIn, type House } from '../support/house'

describe('signing out', () => {
  let house: House
  let login: string
  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    login = (await addPerson(house, 'Sari Puspadewi', 'centre-admin', ministry)).login
  })
  afterEach(() => house.close())

  it('ends the session at the server: its cookie opens nothing any more, and the trail says so', async () => {
    const door = await signedIn(house, login, PASSWORD)
    const page = await door.get(paths.ownAccount())
    const { cookies } = (page as unknown as { request: { cookies: string } }).request
    const withCookie = () => browser(house).get(paths.ownAccount()).set('cookie', cookies)
    expect((await withCookie()).status).toBe(200)
    const answer = await post(door, paths.ownAccount(), paths.signOut(), {})
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(paths.signIn())
    expect((await withCookie()).status).toBe(303)
    const events = await house.database.query<{ action: string }>(
      'SELECT action FROM audit_events ORDER BY at, id',
    )
    expect(events.map(event => event.action)).toEqual(['sign-in', 'sign-out'])
  })

  it('leaves the other sessions of the same person alone', async () => {
    const [here, there] = [await signedIn(house, login, PASSWORD), await signedIn(house, login, PASSWORD)]
    await post(here, paths.ownAccount(), paths.signOut(), {})
    expect((await there.get(paths.ownAccount())).status).toBe(200)
  })
})
