import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadInstrumentYaml, type LoadedInstrument } from '../instruments/instrument-yaml'
import { projectRoot } from '../project-root'

const SEEDS = join(projectRoot, 'seeds', 'instruments')

/** Loads an instrument by an id in the seeds or by a path, relative to the working folder; null when there is no such file. */
export async function loadInstrumentFile(reference: string): Promise<LoadedInstrument | null> {
  const file = instrumentPath(reference)
  const text = await textOf(file)
  return text === null ? null : loadInstrumentYaml(text, file)
}

function instrumentPath(reference: string): string {
  const seed = join(SEEDS, `${reference}.yaml`)
  return /^[\w.-]+$/.test(reference) && existsSync(seed) ? seed : resolve(reference)
}

/** The text of a file, null when it cannot be read. */
export const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null)
