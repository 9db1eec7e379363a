import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { projectRoot } from '../../src/project-root'

/** The browser modules as they stand in the sources, in a new folder: a journey needs no build before it. */
export function transpiledBrowserModules(): string {
  const sources = join(projectRoot, 'src/browser')
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  )) {
    const compilerOptions = { module: ModuleKind.ES2022, target: ScriptTarget.ES2022 }
    const { outputText } = transpileModule(readFileSync(join(sources, file), 'utf8'), { compilerOptions })
    const target = join(folder, file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, outputText)
  }
  return folder
}
