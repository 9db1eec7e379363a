import { POLICIES } from '../../src/access/policies'
import { paths } from '../../src/paths'
import { openHouse, type House } from '../support/house'
import { policyOf, routesOf, type RouteFound } from '../support/routes'

/** Styles and scripts, served before anybody is known. */
const ASSETS = '/aset/*path'
const PUBLIC = [
  '/',
  '/sehat',
  '/masuk',
  '/keluar',
  '/lupa-kata-sandi',
  '/tautan/:token',
  '/panduan',
  '/komponen',
  '/verifikasi',
  '/kerja-sama/publik',
]

describe('the routes of the application', () => {
  let house: House
  let routes: RouteFound[]
  beforeAll(async () => {
    house = await openHouse()
    routes = routesOf(house.app).filter(route => route.pattern !== ASSETS)
  })
  afterAll(() => house.close())

  const named = (found: readonly RouteFound[]) => found.map(({ method, pattern }) => `${method} ${pattern}`)

  it('are found where the test looks', () => {
    expect(named(routes)).toEqual(expect.arrayContaining(['GET /masuk', 'POST /masuk', 'GET /penilaian']))
  })

  it('each begin with a policy, and have one', () => {
    const policies = (route: RouteFound) => route.handlers.filter(({ handle }) => 'policy' in handle).length
    expect(named(routes.filter(route => !policyOf(route) || policies(route) !== 1))).toEqual([])
  })

  it('name policies that exist', () => {
    const known = new Set<string | undefined>(['public', 'signed-in', ...Object.keys(POLICIES)])
    expect(named(routes.filter(route => !known.has(policyOf(route)?.policy)))).toEqual([])
  })

  it('stand open only where there is no one to know yet', () => {
    const open = routes.filter(route => policyOf(route)?.policy === 'public')
    expect(named(open.filter(({ pattern }) => !PUBLIC.includes(pattern)))).toEqual([])
  })

  it('are answered once: no pattern hides another of the same method', () => {
    const all = named(routes).map(name => name.replace(/:\w+/g, ':x'))
    expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([])
  })

  it('have their addresses in paths.ts, and each address there has a route', () => {
    const patterns = Object.values(paths).map(path => path.pattern as string)
    expect(named(routes.filter(({ pattern }) => !patterns.includes(pattern)))).toEqual([])
    expect(patterns.filter(pattern => !routes.some(route => route.pattern === pattern))).toEqual([])
  })

  it('read by GET and change by POST, nothing else', () => {
    expect([...new Set(routes.map(route => route.method))].sort()).toEqual(['GET', 'POST'])
  })

  it('take files only where a form posts them', () => {
    const uploads = routes.filter(route => policyOf(route)?.upload)
    expect(uploads.length).toBeGreaterThan(0)
    expect(named(uploads.filter(({ method }) => method !== 'POST'))).toEqual([])
  })

  it('lead a stranger to the sign-in without looking for the row', async () => {
    const closed = routes.filter(route => policyOf(route)?.policy !== 'public' && route.method === 'GET')
    const { default: request } = await import('supertest')
    house.statements.length = 0
    const let_in: string[] = []
    for (const { pattern } of closed) {
      const answer = await request(house.app).get(pattern.replace(/:\w+/g, 'x'))
      if (answer.status !== 303 || !answer.headers['location']?.startsWith(paths.signIn()))
        let_in.push(pattern)
    }
    expect(let_in).toEqual([])
    expect(house.statements).toEqual([])
  })
})
