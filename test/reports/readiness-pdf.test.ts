import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInChild } from '../../src/jobs/child'
import { projectRoot } from '../../src/project-root'
import type { ReadinessFacts } from '../../src/reports/readiness-facts'
import { readinessPdf } from '../../src/reports/readiness-pdf'
import { composeReadiness } from '../../src/reports/readiness-report'
import { EMPTY, evidence, factsOf, MIXED, SUBMISSION, UNSUPPORTED } from './readiness-cases'

const VIEWS = join(projectRoot, 'views/reports')
const pdfOf = (facts: ReadinessFacts) => readinessPdf(composeReadiness(facts))
const count = (pdf: Buffer, pattern: RegExp) => (pdf.toString('latin1').match(pattern) ?? []).length
const pagesOf = (pdf: Buffer) => count(pdf, /\/Type \/Page\b/g)

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the readiness report as PDF', () => {
  test('is tagged PDF/UA-1 in Indonesian, with table headers and a described radar', async () => {
    const pdf = await pdfOf(factsOf(MIXED))
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(count(pdf, /<pdfuaid:part>1</g)).toBe(1)
    expect(count(pdf, /\/StructTreeRoot/g)).toBeGreaterThan(0)
    expect(count(pdf, /\/Lang \(id\)/g)).toBeGreaterThan(0)
    expect(count(pdf, /\/S \/TH\b/g)).toBeGreaterThan(40)
    expect(count(pdf, /\/Alt \(Radar area perubahan\./g)).toBe(1)
  })

  test('is set in Liberation Sans alone', async () => {
    const pdf = (await pdfOf(factsOf(MIXED))).toString('latin1')
    const fonts = new Set([...pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(match => match[1]))
    expect([...fonts].sort()).toEqual(['LiberationSans', 'LiberationSans-Bold'])
  })

  test('is the same file, byte for byte, for the same report', async () => {
    const [one, other] = await Promise.all([pdfOf(factsOf(MIXED)), pdfOf(factsOf(MIXED))])
    expect(one.equals(other)).toBe(true)
  })

  test('is made of an empty worksheet, and of 113 flags with 600 pieces and names of 200 characters', async () => {
    const long = 'Kantor Pelayanan '.padEnd(200, 'Keimigrasian ')
    const facts = factsOf(UNSUPPORTED, { evidence: evidence(600) })
    const pieces = facts.evidence.map(piece => ({ ...piece, title: long.replaceAll(' ', '') }))
    const [empty, huge] = await Promise.all([
      pdfOf(factsOf(EMPTY, { evidence: [] })),
      pdfOf({ ...facts, satker: { ...facts.satker, name: long }, evidence: pieces }),
    ])
    expect(pagesOf(empty)).toBeGreaterThan(3)
    expect(pagesOf(huge)).toBeGreaterThan(40)
  })

  test('takes a logo, and does without one that is no picture', async () => {
    const facts = factsOf(EMPTY, { evidence: [], submission: SUBMISSION })
    const withLogo = (base64: string) =>
      pdfOf({ ...facts, satker: { ...facts.satker, logo: { kind: 'png', base64 } } })
    const [taken, broken] = await Promise.all([withLogo(PIXEL), withLogo('bm8gcGljdHVyZQ==')])
    expect(count(taken, /\/Alt \(Logo Kantor Imigrasi Tanjung Kirana\)/g)).toBe(1)
    expect(count(broken, /\/Alt \(Logo/g)).toBe(0)
  })
})

describe('the compiler', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'typst-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const compile = (source: string, data: object = {}) => {
    const template = join(folder, 'page.typ')
    writeFileSync(template, source)
    return runInChild('typst-report', {
      template,
      fonts: join(VIEWS, 'fonts'),
      data,
      drawings: {},
      picture: null,
      madeAt: 1_760_000_000,
    })
  }
  const TITLED = '#set document(title: "x")\n#set text(font: "Liberation Sans", fallback: false)\n'

  test('prints what people typed as words, never as markup', async () => {
    const { pages } = await compile(`${TITLED}#json(bytes(sys.inputs.report)).name`, {
      name: '#panic("run") $x$ *b* <label> @ref',
    })
    expect(pages).toBe(1)
  })

  test('puts a box where the typeface has no letter, and counts it', async () => {
    const result = await compile(`${TITLED}#json(bytes(sys.inputs.report)).name`, { name: 'Tim 漢 😀' })
    expect(result.replaced).toBe(2)
  })

  test.each([
    [
      'a font it does not find',
      '#set document(title: "x")\n#set text(font: "Liberation Sanss")\nA',
      /unknown font/,
    ],
    ['a letter the typeface lacks', `${TITLED}漢`, /could not be displayed/],
    ['a picture without words', `${TITLED}#image("pixel.png")`, /alt/],
    ['a fault in the template', `${TITLED}#nothing`, /unknown variable/],
    ['a file outside its folder', `${TITLED}#read("/etc/hostname")`, /not found|access|denied/i],
  ])('refuses %s', async (_, source, message) => {
    writeFileSync(join(folder, 'pixel.png'), Buffer.from(PIXEL, 'base64'))
    await expect(compile(source)).rejects.toMatchObject({
      failure: 'failed',
      message: expect.stringMatching(message) as string,
    })
  })

  test('refuses a folder of fonts without fonts', async () => {
    copyFileSync(join(VIEWS, 'readiness.typ'), join(folder, 'page.typ'))
    const input = {
      template: join(folder, 'page.typ'),
      fonts: folder,
      data: {},
      drawings: {},
      picture: null,
      madeAt: 0,
    }
    await expect(runInChild('typst-report', input)).rejects.toThrow('No fonts')
    expect(readFileSync(join(VIEWS, 'fonts/OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})
