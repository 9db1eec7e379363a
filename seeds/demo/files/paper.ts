/** What stands on a made paper, without a letterhead of any real office. */
export interface Paper {
  readonly letterhead: readonly string[]
  readonly title: string
  readonly number: string
  readonly paragraphs: readonly string[]
  readonly closing: readonly string[]
}

const LINE_CHARACTERS = 84
const LINES_ON_A_PAGE = 46
const [LEFT, TOP, LEADING] = [64, 780, 15]

/** A PDF of A4 pages in Helvetica, enough of one for a reader to open, search and print. */
export function paperPdf(paper: Paper): Buffer {
  const lines = linesOf(paper)
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_ON_A_PAGE) }, (_, page) =>
    lines.slice(page * LINES_ON_A_PAGE, (page + 1) * LINES_ON_A_PAGE),
  )
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (id) >>',
    `<< /Type /Pages /Kids [${pages.map((_, page) => `${5 + page * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(paper.title)}) >>`,
    ...pages.flatMap((page, at) => {
      const text = contentOf(page, `${at + 1} / ${pages.length}`)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ]
    }),
  ]
  return assemble(objects)
}

const linesOf = (paper: Paper): string[] => [
  ...paper.letterhead,
  '_'.repeat(64),
  '',
  ...wrapped(paper.title.toUpperCase()),
  `Nomor: ${paper.number}`,
  '',
  ...paper.paragraphs.flatMap(paragraph => [...wrapped(paragraph), '']),
  ...paper.closing,
]

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > LINE_CHARACTERS) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

function contentOf(lines: readonly string[], foot: string): string {
  const body = lines.map(line => `(${escaped(line)}) Tj T*`).join('\n')
  return `BT /F 11 Tf ${LEADING} TL ${LEFT} ${TOP} Td\n${body}\nET\nBT /F 9 Tf ${LEFT} 40 Td (${foot}) Tj ET`
}

const escaped = (text: string): string => text.replace(/[–—]/g, '-').replace(/[\\()]/g, '\\$&')

function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${text.lastIndexOf('xref\n0 ')}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
