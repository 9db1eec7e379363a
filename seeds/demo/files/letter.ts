import type { Paper } from './paper'
import { zip } from './zip'

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The same kind of paper as a DOCX, one paragraph per line. */
export function letterDocx(paper: Paper): Buffer {
  const lines = [
    ...paper.letterhead,
    '',
    paper.title,
    `Nomor: ${paper.number}`,
    '',
    ...paper.paragraphs,
    ...paper.closing,
  ]
  const body = lines.map(line => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`).join('')
  return zip([
    {
      name: '[Content_Types].xml',
      text: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
