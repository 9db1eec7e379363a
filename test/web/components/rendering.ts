import { join } from 'node:path'
import { projectRoot } from '../../../src/project-root'
import { createAssets } from '../../../src/web/assets'
import { EMPTY_SHELL, type Shell } from '../../../src/web/shell'
import { loadTemplates } from '../../../src/web/templates'
import { createPages } from '../../../src/web/view'

export const viewsFolder = join(projectRoot, 'views')

/** The assets without the compiled browser modules, so that a test does not depend on a build. */
export const testAssets = createAssets({
  styles: join(viewsFolder, 'styles'),
  files: join(viewsFolder, 'static'),
  browser: join(projectRoot, 'no-build'),
})

const templates = loadTemplates(viewsFolder, { reload: false })

export const testPages = createPages(templates, testAssets)

/** One partial on its own. */
export function renderPartial(name: string, model: object, shell: Shell = EMPTY_SHELL): string {
  const assets = {
    styles: '/app.css',
    script: '/main.js',
    icons: '/icons.svg',
    favicon: '/favicon.svg',
    savingModules: [],
  }
  return templates.render(`partials/${name}`, model, { shell, assets })
}
