import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { configFrom, environmentSchema } from '../../src/config'
import { projectRoot } from '../../src/project-root'
import { codeOf, sourcesIn } from './sources'

const example = parseEnv(readFileSync(join(projectRoot, '.env.example'), 'utf8')) as Record<string, string>

describe('the configuration', () => {
  it('reads exactly the variables of .env.example', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(environmentSchema.shape).sort())
  })

  it('has the defaults that .env.example gives', () => {
    expect(configFrom(example)).toEqual(configFrom({}))
  })

  it('names every malformed variable at once', () => {
    expect(() => configFrom({ PORT: 'x', TRUST_PROXY: 'maybe' })).toThrow(/PORT[\s\S]*TRUST_PROXY/)
  })

  it('is read from the environment only where the program starts', () => {
    // A child process is given the few variables of the machine that it needs.
    const starts = ['src/main.ts', 'src/cli/', 'src/jobs/fork-task.ts']
    const readers = sourcesIn('src', '.ts')
      .filter(({ text }) => /\bprocess\.env\b/.test(codeOf(text)))
      .map(({ path }) => path)
      .filter(path => !starts.some(start => path.startsWith(start)))
    expect(readers).toEqual([])
  })
})
