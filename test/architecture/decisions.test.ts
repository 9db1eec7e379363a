import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { sourcesIn } from './sources'

const records = sourcesIn('docs/decisions', '.md').filter(({ path }) => !path.endsWith('/README.md'))
const index = readFileSync(join(projectRoot, 'docs/decisions/README.md'), 'utf8')
const links = [...index.matchAll(/^- \[(.+)\]\((\S+\.md)\)/gm)].map(([, title, file]) => ({ title, file }))

describe('the decision records', () => {
  it('are all in the index, in order, by their own titles', () => {
    const own = records.map(({ path, text }) => ({
      title: text.slice(2, text.indexOf('\n')),
      file: path.slice('docs/decisions/'.length),
    }))
    expect(links).toEqual(own)
  })

  it('are numbered one after the other', () => {
    const numbers = links.map(({ file }) => Number(file?.slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, place) => place + 1))
  })

  it.each(records)('$path bears its number and says context, decision and consequences', ({ path, text }) => {
    expect(text).toMatch(new RegExp(`^# ${path.slice('docs/decisions/'.length).slice(0, 4)} \\S`))
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(match => match[1])
    expect(headings).toEqual(expect.arrayContaining(['Context', 'Decision', 'Consequences']))
  })
})

describe('the documentation', () => {
  it.each([
    ...sourcesIn('docs', '.md'),
    ...sourcesIn('.', 'README.md').filter(file => file.path === './README.md'),
  ])('$path links only to files that exist', ({ path, text }) => {
    const dead = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)]
      .map(match => match[1] ?? '')
      .filter(target => !existsSync(join(projectRoot, dirname(path), target)))
    expect(dead).toEqual([])
  })
})
