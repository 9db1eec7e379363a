import request from 'supertest'
import { paths } from '../../src/paths'
import { openHouse, type House } from '../support/house'

describe('what is answered before anybody is known', () => {
  let house: House
  beforeAll(async () => (house = await openHouse()))
  afterAll(() => house.close())

  it('is well when the database answers, and not when it is gone', async () => {
    const well = await request(house.app).get(paths.health())
    expect({ status: well.status, text: well.text }).toEqual({ status: 200, text: 'baik\n' })
    const gone = await openHouse()
    await gone.database.close()
    expect((await request(gone.app).get(paths.health())).status).toBe(500)
    await gone.close()
  })

  it('is every style, script and icon that a page names, to be kept for a year', async () => {
    const { text } = await request(house.app).get(paths.signIn())
    const named = [...text.matchAll(/(?:href|src)="(\/aset\/[^"#]+)/g)].map(match => match[1] ?? '')
    expect(named.some(address => address.endsWith('.css'))).toBe(true)
    expect(named.some(address => address.endsWith('.js'))).toBe(true)
    for (const address of new Set(named)) {
      const answer = await request(house.app).get(address)
      expect({ address, status: answer.status }).toEqual({ address, status: 200 })
      expect(answer.headers['cache-control']).toContain('immutable')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  it('is nothing beside them', async () => {
    const { text } = await request(house.app).get(paths.signIn())
    const folder = /\/aset\/\w+\//.exec(text)?.[0] ?? ''
    for (const address of [`${folder}tidak-ada.css`, `${folder}..%2f..%2fpackage.json`, '/aset/lama/app.css'])
      expect((await request(house.app).get(address)).status).toBe(404)
  })
})
