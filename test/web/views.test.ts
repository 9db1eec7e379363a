import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { projectRoot } from '../../src/project-root'
import { ICONS } from '../../src/web/icons'
import { COMPILE_OPTIONS, templateFiles, templateName } from '../../src/web/templates'
import { viewsFolder } from './components/rendering'

const templates = templateFiles(viewsFolder).map(file => ({
  name: templateName(viewsFolder, file),
  text: readFileSync(file, 'utf8'),
}))
const names = new Set(templates.map(template => template.name))
const partialsIn = (text: string) => [...text.matchAll(/\{\{#?>\s*([\w/-]+)/g)].map(match => match[1] ?? '')

/** The names that features declare in `interface Views { … }`. */
function declaredViews(): Set<string> {
  const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(projectRoot, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
  const blocks = sources.flatMap(text =>
    [...text.matchAll(/interface Views \{([^}]*)\}/g)].map(match => match[1] ?? ''),
  )
  return new Set(blocks.flatMap(block => [...block.matchAll(/'([\w/-]+)':/g)].map(match => match[1] ?? '')))
}

describe('the views', () => {
  it.each(templates)('$name can be compiled', ({ text }) => {
    expect(() => Handlebars.precompile(text, COMPILE_OPTIONS)).not.toThrow()
  })

  it('use only partials that exist', () => {
    const missing = templates.flatMap(({ name, text }) =>
      partialsIn(text)
        .filter(partial => !names.has(partial))
        .map(partial => `${name}: ${partial}`),
    )
    expect(missing).toEqual([])
  })

  it('are each declared by a feature, used as a partial, or a layout', () => {
    const used = new Set([...declaredViews(), ...templates.flatMap(({ text }) => partialsIn(text))])
    const unused = [...names].filter(name => !used.has(name) && !name.startsWith('layouts/'))
    expect(unused).toEqual([])
  })

  it('exist for every declared name', () => {
    expect([...declaredViews()].filter(name => !names.has(name))).toEqual([])
  })

  it('carry no inline script, style or handler', () => {
    const inline = /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/
    expect(templates.filter(({ text }) => inline.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('print nothing unescaped', () => {
    expect(templates.filter(({ text }) => /\{\{(\{|&)/.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('send a token with every form that changes something', () => {
    const forms = templates.flatMap(({ name, text }) =>
      [...text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(match => ({ name, form: match[0] })),
    )
    expect(forms.length).toBeGreaterThan(0)
    expect(forms.filter(({ form }) => !form.includes('{{> partials/csrf}}')).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it('name only icons of the sprite, which holds exactly the known ones', () => {
    const sprite = readFileSync(join(viewsFolder, 'static/icons.svg'), 'utf8')
    const symbols = [...sprite.matchAll(/<symbol id="([\w-]+)"/g)].map(match => match[1] ?? '')
    expect(symbols.sort()).toEqual([...ICONS].sort())
    const literal = templates.flatMap(({ text }) =>
      [...text.matchAll(/\{\{icon "([\w-]+)"/g)].map(match => match[1] ?? ''),
    )
    expect(literal.filter(icon => !symbols.includes(icon))).toEqual([])
  })
})
