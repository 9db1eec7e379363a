import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('No package.json above this file.')
  return nearestPackage(parent)
}

/** The folder that holds views, seeds and the compiled code, whether this runs from src/ or dist/. */
export const projectRoot = nearestPackage(__dirname)
