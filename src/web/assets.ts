import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Router, type Request, type Response } from 'express'

/** Styles, icons and browser modules, kept in memory under one address that changes with their content. */
export interface Assets {
  /** The address of a file, e.g. `app.css`; an error when there is no such file. */
  url(name: string): string
  /** The addresses of a browser module and of every module that it imports; empty before a build. */
  modules(name: string): string[]
  find(path: string): Asset | undefined
  readonly prefix: string
}

export interface Asset {
  readonly type: string
  readonly body: Buffer
  readonly gzip: Buffer
}

export interface AssetFolders {
  /** Folder whose `*.css` become one `app.css`, in the order of their names, and each folder in it a sheet of its own name. */
  readonly styles: string
  /** Files served as they are: icons, favicon. */
  readonly files: string
  /** Compiled browser modules, served below `browser/`; may be missing before a build. */
  readonly browser: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const YEAR = 31_536_000

/** Reads everything once. One hash for all, so that modules import each other by relative paths and never mix versions. */
export function createAssets(folders: AssetFolders): Assets {
  const sources = new Map<string, Buffer>([
    ['app.css', Buffer.from(joinStyles(folders.styles))],
    ...sheetsIn(folders.styles),
    ...readFolder(folders.files, ''),
    ...readFolder(folders.browser, 'browser/'),
  ])
  // The loader's address must exist for the pages even before the modules are built.
  if (!sources.has('browser/main.js')) sources.set('browser/main.js', Buffer.from('export {}\n'))
  const prefix = `/aset/${hashOf(sources)}`
  const files = new Map([...sources].map(([name, body]) => [`${prefix}/${name}`, toAsset(name, body)]))
  return {
    prefix,
    find: path => files.get(path),
    url(name) {
      if (!sources.has(name)) throw new Error(`There is no asset "${name}"`)
      return `${prefix}/${name}`
    },
    modules: name => [...importedBy(sources, name)].map(module => `${prefix}/${module}`),
  }
}

/** Answers GET and HEAD below `/aset/`, for a year and without asking again. */
export function assetsRouter(assets: Assets): Router {
  const router = Router()
  router.get('/aset/*path', (req: Request, res: Response) => {
    const asset = assets.find(req.path)
    if (!asset) return void res.status(404).type('text').send('Berkas tidak ditemukan.')
    const packed = req.acceptsEncodings('gzip', 'identity') === 'gzip'
    const body = packed ? asset.gzip : asset.body
    // `no-transform` keeps the compression middleware from packing it again.
    res.setHeader('Cache-Control', `public, max-age=${YEAR}, immutable, no-transform`)
    res.setHeader('Content-Type', asset.type)
    res.setHeader('Vary', 'Accept-Encoding')
    if (packed) res.setHeader('Content-Encoding', 'gzip')
    res.setHeader('Content-Length', body.length)
    res.end(body)
  })
  return router
}

function importedBy(
  sources: ReadonlyMap<string, Buffer>,
  name: string,
  found = new Set<string>(),
): Set<string> {
  const source = sources.get(name)
  if (!source || found.has(name)) return found
  found.add(name)
  for (const [, path = ''] of source.toString().matchAll(/^import .*?from '(\.{1,2}\/[^']+)'/gm))
    importedBy(sources, posix.join(posix.dirname(name), path), found)
  return found
}

function joinStyles(folder: string): string {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.css'))
    .sort()
  // No text of these styles holds a comment, two spaces, or a space beside these signs.
  return files
    .map(file => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim()
}

/** Styles of pages that few open, beside those of all pages: `registers/*.css` is `registers.css`. */
const sheetsIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => [`${name}.css`, Buffer.from(joinStyles(join(folder, name)))])

function readFolder(folder: string, prefix: string): [string, Buffer][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => extname(file) in TYPES)
    .sort()
    .map(file => [prefix + file.split(sep).join('/'), readFileSync(join(folder, file))])
}

function hashOf(sources: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, body] of sources) hash.update(`${name}\0${body.length}\0`).update(body)
  return hash.digest('hex').slice(0, 12)
}

function toAsset(name: string, body: Buffer): Asset {
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    body,
    gzip: gzipSync(body, { level: 9 }),
  }
}
