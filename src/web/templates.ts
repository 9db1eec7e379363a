import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import Handlebars from 'handlebars'
import { SafeHtml } from './html'

/**
 * The templates of a folder, named by their path without `.hbs`. Every template may be used as a partial.
 * A field that a model lacks is an error (`strict`), a partial sees only what it is given, and there are two
 * helpers: `eq` and `icon`. Formatting belongs to presenters. Data beside the model is read as `@shell`, `@assets`.
 */
export interface Templates {
  has(name: string): boolean
  names(): string[]
  render(name: string, model: object, data: TemplateData): string
}

export interface TemplateData {
  readonly shell: object
  readonly assets: {
    readonly styles: string
    readonly script: string
    readonly icons: string
    readonly favicon: string
    /** What saves answers by itself, to be fetched together with the page. */
    readonly savingModules: readonly string[]
  }
}

export const COMPILE_OPTIONS: CompileOptions = {
  strict: true,
  explicitPartialContext: true,
  knownHelpersOnly: true,
  knownHelpers: { eq: true, icon: true },
  // Indenting a standalone partial would change the text inside a textarea.
  preventIndent: true,
}

/** `reload`: look at the files before each rendering and read them again when one has changed (development). */
export function loadTemplates(folder: string, options: { reload: boolean }): Templates {
  let environment = readEnvironment(folder)
  const current = (): Environment => {
    if (options.reload && newestChange(folder) !== environment.changedAt)
      environment = readEnvironment(folder)
    return environment
  }
  return {
    has: name => current().templates.has(name),
    names: () => [...current().templates.keys()].sort(),
    render(name, model, data) {
      const template = current().templates.get(name)
      if (!template) throw new Error(`There is no template "${name}" in the views`)
      return template(model, { data })
    },
  }
}

interface Environment {
  readonly changedAt: number
  readonly templates: ReadonlyMap<string, HandlebarsTemplateDelegate>
}

function readEnvironment(folder: string): Environment {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('eq', (left: unknown, right: unknown) => left === right)
  handlebars.registerHelper('icon', icon)
  const templates = new Map<string, HandlebarsTemplateDelegate>()
  for (const file of templateFiles(folder)) {
    const name = templateName(folder, file)
    // The last newline belongs to the file, not to what an inline partial prints.
    const source = readFileSync(file, 'utf8').replace(/\n$/, '')
    const template = handlebars.compile(source, COMPILE_OPTIONS)
    templates.set(name, template)
    handlebars.registerPartial(name, template)
  }
  return { changedAt: newestChange(folder), templates }
}

/** `{{icon "flag"}}`: a symbol of the sprite; words beside it carry the meaning, so it is hidden from readers. */
function icon(name: string, options: Handlebars.HelperOptions): SafeHtml {
  const data = options.data as TemplateData
  return new SafeHtml(`<svg class="ic" aria-hidden="true"><use href="${data.assets.icons}#${name}"/></svg>`)
}

export function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.hbs'))
    .map(file => join(folder, file))
}

export function templateName(folder: string, file: string): string {
  return relative(folder, file).slice(0, -'.hbs'.length).split(sep).join('/')
}

function newestChange(folder: string): number {
  return Math.max(0, ...templateFiles(folder).map(file => statSync(file).mtimeMs))
}
