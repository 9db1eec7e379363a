import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { charactersOf } from '../typst/font-coverage'
import { printable } from '../typst/printable-text'

export interface TypstReportInput {
  /** The template; it may read files of its own folder only. */
  readonly template: string
  /** A folder of TrueType fonts; nothing else is embedded. */
  readonly fonts: string
  /** What to print, as JSON behind `sys.inputs.report`: never markup. `replaced` and `picture` are added to it. */
  readonly data: object
  /** Pictures drawn by us as SVG, behind `sys.inputs` by name, unchanged. */
  readonly drawings: Readonly<Record<string, string>>
  /** Words that are never broken: an address that is copied from the paper. */
  readonly whole?: readonly string[]
  /** A picture from outside; when the compiler cannot read it, the report is made without it. */
  readonly picture: Picture | null
  /** Seconds since 1970, written into the file: the same input gives the same bytes. */
  readonly madeAt: number
}

interface Picture {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TypstReportOutput {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters that the typeface lacks, printed as `□`. */
  readonly replaced: number
  readonly pictureRefused: boolean
}

/** Compiles a Typst template to tagged PDF/UA-1. Throws with the compiler's words on an error, or a font it does not find. */
export function run(input: TypstReportInput): TypstReportOutput {
  const { value, replaced } = printable(input.data, drawableWith(input.fonts), input.whole)
  const attempt = (picture: Picture | null) => ({
    ...compile(input, { ...value, replaced, picture: picture?.name ?? null }, picture),
    replaced,
    pictureRefused: picture !== input.picture,
  })
  if (!input.picture) return attempt(null)
  try {
    return attempt(input.picture)
  } catch {
    return attempt(null)
  }
}

function compile(input: TypstReportInput, report: object, picture: Picture | null) {
  const workspace = dirname(input.template)
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [input.fonts] }] })
  if (picture) compiler.mapShadow(join(workspace, picture.name), Buffer.from(picture.bytes))
  const compiled = compiler.compile({
    mainFilePath: input.template,
    inputs: { report: JSON.stringify(report), ...input.drawings },
  })
  const error = compiled.takeError()
  const warning = compiled.takeWarnings()
  const messages = [error, warning].flatMap(found =>
    found ? (compiler.fetchDiagnostics(found) as Diagnostic[]) : [],
  )
  // A font it does not find is only a warning to the compiler, and a page of blanks to the reader.
  if (!compiled.result || messages.some(({ message }) => message.startsWith('unknown font'))) {
    throw new Error(messages.map(({ message }) => message).join('\n'))
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: input.madeAt })
  return { pdf: new Uint8Array(pdf), pages: compiled.result.numOfPages }
}

interface Diagnostic {
  readonly message: string
}

/** What every font of the folder can draw. */
function drawableWith(folder: string): ReadonlySet<number> {
  const fonts = readdirSync(folder).filter(file => file.endsWith('.ttf'))
  const [first, ...others] = fonts.map(file => charactersOf(join(folder, file)))
  if (!first) throw new Error(`No fonts in ${folder}.`)
  return new Set([...first].filter(character => others.every(set => set.has(character))))
}
