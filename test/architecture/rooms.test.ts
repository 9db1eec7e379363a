import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { codeOf, foldersIn, sourcesIn } from './sources'

const sources = [...sourcesIn('src', '.ts'), ...sourcesIn('migrations', '.ts'), ...sourcesIn('seeds', '.ts')]
const rules = readFileSync(join(projectRoot, '.dependency-cruiser.cjs'), 'utf8')
const roomsCalled = (name: string): string[] =>
  new RegExp(`const ${name} =\\s*'([^']+)'`).exec(rules)?.[1]?.split('|') ?? []

describe('the rooms of the house', () => {
  it('are each a feature or plumbing in the rules of who may know whom', () => {
    const known = [...roomsCalled('features'), ...roomsCalled('plumbing'), 'engine', 'cli', 'browser']
    expect(foldersIn('src').sort()).toEqual(known.sort())
  })

  it('are mirrored by the tests', () => {
    const ofTests = ['architecture', 'bench', 'golden', 'journeys', 'seeds', 'support']
    expect(foldersIn('test').filter(room => ![...foldersIn('src'), ...ofTests].includes(room))).toEqual([])
  })

  it('are mirrored by the views', () => {
    const ofViews = ['components', 'errors', 'layouts', 'partials', 'static', 'styles']
    expect(foldersIn('views').filter(room => ![...foldersIn('src'), ...ofViews].includes(room))).toEqual([])
  })

  it('hold no file of more than 300 lines', () => {
    const long = sources
      .filter(({ path, text }) => !path.startsWith('migrations/') && text.split('\n').length > 301)
      .map(({ path }) => path)
    expect(long).toEqual([])
  })

  it('name what they hold', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|manager|misc|impl)([/.-]|$)/
    expect(sources.map(({ path }) => path).filter(path => vague.test(path))).toEqual([])
  })

  it('call their files in kebab-case', () => {
    expect(sources.map(({ path }) => path).filter(path => !/^[a-z0-9./-]+$/.test(path))).toEqual([])
  })

  it('export by name only', () => {
    expect(sources.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('leave nothing for later', () => {
    const later = /\b(TODO|FIXME|XXX|HACK)\b/
    expect(sources.filter(({ text }) => later.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('write rows only through the door of transactions', () => {
    const around =
      /database\.manager\b[\s\S]{0,60}\.(save|insert|update|delete|upsert|remove)\(|createQueryRunner|\.transaction\(|startTransaction/
    const writers = sourcesIn('src', '.ts')
      .filter(({ path, text }) => !path.startsWith('src/db/') && around.test(codeOf(text)))
      .map(({ path }) => path)
    expect(writers).toEqual([])
  })

  it('write them in repositories alone', () => {
    const writers = sourcesIn('src', '.ts')
      .filter(({ path }) => !/\.repository\.ts$|^src\/(db|web\/sessions)\//.test(path))
      .filter(({ text }) => /\.writing\(\)|\bdatabase\s*\.insert\(/.test(codeOf(text)))
      .map(({ path }) => path)
    expect(writers).toEqual([])
  })
})
