import { paths } from '../../src/paths'
import { LOGIN, PASSWORD } from './world'

export interface Visitor {
  readonly cookie: string
  readonly csrf: string
}

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** Signs in through the pages, as the chair unless said; `page` gives the token that later requests carry. */
export async function signIn(port: number, page: string, login = LOGIN): Promise<Visitor> {
  const base = `http://127.0.0.1:${port}`
  const door = await fetch(base + paths.signIn())
  const answer = await fetch(base + paths.signIn(), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookieOf(door) },
    body: new URLSearchParams({ _csrf: tokenIn(await door.text()), login, password: PASSWORD }),
  })
  if (answer.status !== 303) throw new Error(`The sign-in answered ${answer.status}.`)
  const cookie = cookieOf(answer)
  const inside = await fetch(base + page, { headers: { cookie } })
  return { cookie, csrf: tokenIn(await inside.text()) }
}
