import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { projectRoot } from '../../src/project-root'

export interface Source {
  /** From the root of the project, with slashes. */
  readonly path: string
  readonly text: string
}

/** The files below a folder whose names end so. */
export function sourcesIn(folder: string, ending: string): Source[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => ({
      path: [folder, ...name.split(sep)].join('/'),
      text: readFileSync(join(projectRoot, folder, name), 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const foldersIn = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)

/** Without comments, so that a rule may be named where it is broken on purpose in words only. */
export const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
