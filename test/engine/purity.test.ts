import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { projectRoot } from '../../src/project-root'

const ENGINE = join(projectRoot, 'src/engine')
const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(ENGINE, file), 'utf8').matchAll(
      /(?<=^|[\s}*])(?:from|import|require)\s*\(?\s*'([^'\n]+)'/g,
    ),
  ].map(match => match[1]!)

describe('the engine', () => {
  it('is found where the test looks', () => {
    expect(files).toContain('exact.ts')
    expect(importsOf(join('scoring', 'gates.ts'))).toContain('../exact')
  })

  it.each(files)('%s imports nothing from outside but the exact numbers behind exact.ts', file => {
    const outside = importsOf(file).filter(path => {
      if (!path.startsWith('.')) return !(file === 'exact.ts' && path === 'fraction.js')
      return relative(ENGINE, resolve(join(ENGINE, file), '..', path)).startsWith('..')
    })
    expect(outside).toEqual([])
  })

  it.each(files)('%s knows no clock, no chance and no environment', file => {
    const source = readFileSync(join(ENGINE, file), 'utf8')
    expect(source).not.toMatch(/Date\.now|new Date\(\)|Math\.random|process\.|globalThis|console\./)
  })
})
