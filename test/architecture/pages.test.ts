import { paths } from '../../src/paths'
import { codeOf, sourcesIn } from './sources'

const sources = sourcesIn('src', '.ts')
const views = sourcesIn('views', '.hbs')
const namesIn = (interfaceName: string): string[] =>
  sources.flatMap(({ text }) =>
    [...codeOf(text).matchAll(new RegExp(`interface ${interfaceName} \\{([^}]*)\\}`, 'g'))].flatMap(block =>
      [...(block[1] ?? '').matchAll(/'([\w/-]+)':/g)].map(match => match[1] ?? ''),
    ),
  )

describe('the pages', () => {
  it('are each declared once', () => {
    const names = namesIn('Views')
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  })

  it('are each shown somewhere', () => {
    const shown = sources.map(({ text }) => codeOf(text).replace(/interface Views \{[^}]*\}/g, '')).join('\n')
    expect(namesIn('Views').filter(name => !shown.includes(`'${name}'`))).toEqual([])
  })

  it('leave the house only through view(), which types their models', () => {
    const around = /\bres\.render\(|text\/html|\.type\('html'\)|\.(send|end|write)\(\s*[`'"]\s*</
    const others = sources
      .filter(({ path }) => path !== 'src/web/view.ts' && !path.startsWith('src/browser/'))
      .filter(({ text }) => around.test(codeOf(text)))
      .map(({ path }) => path)
    expect(others).toEqual([])
  })
})

/** `/penilaian`, `/satker`, …: what every address of the application begins with. */
const beginnings = new Set(
  Object.values(paths)
    .map(path => path.pattern.split('/')[1] ?? '')
    .filter(Boolean),
)

describe('addresses', () => {
  it('are written in paths.ts alone', () => {
    const literal = /(?<=['"`(\s=])\/([a-z-]+)(?=[/'"`?#)\s$])/g
    const written = [...sources, ...views]
      .filter(({ path }) => !/^src\/(register-)?paths\.ts$/.test(path))
      .flatMap(({ path, text }) =>
        [...codeOf(text).matchAll(literal)]
          .filter(match => beginnings.has(match[1] ?? ''))
          .map(match => `${path}: /${match[1]}`),
      )
    expect(written).toEqual([])
  })

  it('lead to one route each at most', () => {
    const patterns = Object.values(paths).map(path => path.pattern.replace(/:\w+/g, ':x'))
    expect(patterns.filter((pattern, place) => patterns.indexOf(pattern) !== place)).toEqual([])
  })
})
