import { openHouse, type House } from '../support/house'

describe('the first administrator', () => {
  let house: House
  beforeAll(async () => void (house = await openHouse()))
  afterAll(() => house.close())

  const tokenOf = (address = '') => address.split('/').at(-1) ?? ''

  it('is made once, and gets a new link at each start until a password is set', async () => {
    const { installation, accounts, links } = house.services
    const first = await installation.firstLink()
    const second = await installation.firstLink()
    expect(second?.login).toBe(first?.login)
    expect(await house.database.query('SELECT id FROM users')).toHaveLength(1)
    await expect(links.ownerOf(tokenOf(first?.address))).rejects.toThrow()

    await accounts.useLink(tokenOf(second?.address), 'kuda laut biru tua', 'test')

    expect(await installation.firstLink()).toBeNull()
    const user = await accounts.authenticate(second?.login ?? '', 'kuda laut biru tua')
    const actor = await accounts.actorOf(user?.id ?? '', { startedAt: house.now.toISOString() }, 'test')
    expect(actor?.memberships.map(membership => membership.role)).toEqual(['centre-admin'])
  })

  it('is not a demo until it is said', async () => {
    const { installation } = house.services
    expect(await installation.demoState()).toBe('none')
    await installation.markDemo('being-made')
    expect(await installation.demoState()).toBe('being-made')
  })
})
