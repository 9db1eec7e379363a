import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express, RequestHandler } from 'express'
import type { PolicyHandler } from '../../src/web/allow'

export interface RouteFound {
  /** `GET`, `POST`. */
  readonly method: string
  readonly pattern: string
  /** In the order in which Express calls them. */
  readonly handlers: { handle: RequestHandler }[]
}

interface Layer {
  readonly route?: {
    readonly path: string
    readonly stack: { method: string; handle: RequestHandler }[]
  }
  readonly handle: { readonly stack?: Layer[] }
}

/** Every route that the router of an app can reach, in the order of its search. */
export function routesOf(app: Express): RouteFound[] {
  const walk = (layers: readonly Layer[]): RouteFound[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle.stack ?? [])
      const methods = [...new Set(route.stack.map(layer => layer.method))]
      return methods.map(method => ({
        method: method.toUpperCase(),
        pattern: route.path,
        handlers: route.stack.filter(layer => layer.method === method),
      }))
    })
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

/** The policy that a route begins with, if it begins with one. */
export const policyOf = ({ handlers }: RouteFound): PolicyHandler | undefined => {
  const first = handlers[0]?.handle
  return first && 'policy' in first ? (first as PolicyHandler) : undefined
}

/** Set by the reporter of a whole run; the folder of what its workers write. */
const folder = process.env['ZI_ROUTES_FOLDER']
const written = new Set<string>()

/** Notes for the reporter which routes there are and which of them a test has brought to an answer that is no refusal. */
export function recordAnswered(app: Express): Express {
  if (!folder) return app
  const file = join(folder, `${process.pid}.txt`)
  const write = (line: string) => {
    if (written.has(line)) return
    written.add(line)
    appendFileSync(file, `${line}\n`)
  }
  for (const { method, pattern, handlers } of routesOf(app)) {
    write(`there ${method} ${pattern}`)
    const first = handlers[0]!
    const { handle } = first
    first.handle = Object.assign<RequestHandler, object>((req, res, next) => {
      res.once('close', () => {
        if (res.writableFinished && res.statusCode < 400) write(`answered ${method} ${pattern}`)
      })
      return handle(req, res, next)
    }, handle)
  }
  return app
}
