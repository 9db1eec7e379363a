import { paths } from '../../src/paths'
import { browser, openHouse, type House } from '../support/house'

describe('the guide', () => {
  let house: House
  beforeEach(async () => void (house = await openHouse()))
  afterEach(() => house.close())

  it('explains the three scores and the minimum to anybody', async () => {
    const page = await browser(house).get(paths.guide())
    expect(page.status).toBe(200)
    for (const word of ['Diklaim', 'Terbukti', 'Dinilai', 'Ambang'])
      expect(page.text).toContain(`<dt>${word}</dt>`)
  })

  it('shows the components in development and hides them in production', async () => {
    expect((await browser(house).get(paths.components())).status).toBe(200)
    const production = await openHouse({ NODE_ENV: 'production' })
    expect((await browser(production).get(paths.components())).status).toBe(404)
    await production.close()
  })
})
