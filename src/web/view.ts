import type { Response } from 'express'
import type { Assets } from './assets'
import { SafeHtml } from './html'
import type { Shell } from './shell'
import type { Templates } from './templates'

/**
 * All page templates and the model of each. A feature adds its own in `<name>.page.ts`:
 * `declare module '../web/view' { interface Views { 'worksheets/area': AreaPage } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Views {}

/** Templates that are also rendered alone, as a part of an answer to a script. Declared like `Views`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Fragments {}

/** What every page model carries. Other keys must be present too, as `null` or `[]` where there is nothing. */
export interface PageModel {
  readonly title: string
  /** `page` with navigation (default), `plain` without, `print` for paper alone. */
  readonly layout?: 'page' | 'plain' | 'print'
  /** Key of the current item of the main navigation. */
  readonly current?: string
  /** Uses the whole width of the window. */
  readonly wide?: boolean
  /** Styles beside those of all pages: a folder of `views/styles`. */
  readonly sheet?: 'registers' | 'findings'
  /** A class of the body for rules of one page. */
  readonly bodyClass?: string
}

export interface Pages {
  /** The whole HTML document; pure for the same templates and assets. */
  render<N extends keyof Views>(name: N, model: Views[N], shell: Shell): string
  /** One template without the frame around it. */
  fragment<N extends keyof Fragments>(name: N, model: Fragments[N], shell: Shell): string
}

declare global {
  namespace Express {
    interface Locals {
      shell: Shell
    }
  }
}

/** The renderer of all pages; the application keeps it as `app.locals.pages`. */
export function createPages(templates: Templates, assets: Assets): Pages {
  const links = {
    styles: assets.url('app.css'),
    script: assets.url('browser/main.js'),
    icons: assets.url('icons.svg'),
    favicon: assets.url('favicon.svg'),
    savingModules: assets.modules('browser/worksheet/worksheet.js'),
  }
  return {
    render(name, model, shell) {
      const data = { shell, assets: links }
      const page = model
      const body = new SafeHtml(templates.render(name, page, data))
      const sheet = page.sheet ? assets.url(`${page.sheet}.css`) : ''
      return templates.render(
        `layouts/${page.layout ?? 'page'}`,
        { ...frame(page, shell, body), sheet },
        data,
      )
    },
    fragment: (name, model, shell) => templates.render(name, model, { shell, assets: links }),
  }
}

function frame(page: PageModel, shell: Shell, body: SafeHtml): object {
  const nav = shell.nav.map(item => ({ ...item, current: item.key === page.current }))
  const aside = nav.filter(item => item.aside)
  const asideCurrent = aside.find(item => item.current)
  return {
    title: page.title,
    bodyClass: page.bodyClass ?? '',
    wide: page.wide ?? false,
    nav,
    bar: nav.filter(item => !item.aside),
    aside,
    asideLabel: asideCurrent?.label ?? 'Lainnya',
    asideCurrent: asideCurrent !== undefined,
    body,
  }
}

/** The HTML of one template, for an answer that carries it to a script. */
export function fragment<N extends keyof Fragments>(res: Response, name: N, model: Fragments[N]): string {
  const pages = res.app.locals['pages'] as Pages
  return pages.fragment(name, model, res.locals.shell)
}

/** Answers with a page. Its model is typed by its name; a page is never kept by a cache. */
export function view<N extends keyof Views>(res: Response, name: N, model: Views[N], status = 200): void {
  const pages = res.app.locals['pages'] as Pages
  const document = Buffer.from(pages.render(name, model, res.locals.shell))
  res.status(status)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', document.length)
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'private, no-store')
  res.end(document)
}
