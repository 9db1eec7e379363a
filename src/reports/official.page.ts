import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { PrintedBlock, PrintedLetter, PrintedTable } from './official-document'
import { head, num, reportTable, strongNum, text, type ReportTable } from './readiness-table'

declare module '../web/view' {
  interface Views {
    'reports/official': OfficialPage
  }
}

interface Block extends Omit<PrintedBlock, 'table'> {
  readonly table: ReportTable | null
}

export interface OfficialPage extends PageModel {
  readonly heading: string
  readonly links: readonly Link[]
  readonly report: Omit<PrintedLetter, 'blocks' | 'annex' | 'logo'> & {
    readonly logo: string
    readonly blocks: readonly Block[]
    readonly annex: readonly Block[]
  }
}

const MEDIA = { png: 'png', jpg: 'jpeg', webp: 'webp', svg: 'svg+xml' } as const

/** A letter on screen and, through its print stylesheet, on A4. */
export function officialPage(heading: string, letter: PrintedLetter, links: readonly Link[]): OfficialPage {
  const { logo } = letter
  return {
    title: letter.documentTitle,
    current: 'hasil',
    bodyClass: letter.draft ? 'p-report p-report-draft' : 'p-report',
    heading,
    links,
    report: {
      ...letter,
      logo: logo ? `data:image/${MEDIA[logo.kind]};base64,${logo.base64}` : '',
      blocks: letter.blocks.map(blockOf),
      annex: letter.annex.map(blockOf),
    },
  }
}

const blockOf = (block: PrintedBlock): Block => ({
  ...block,
  table: block.table && tableOf(block.id, block.heading, block.table),
})

function tableOf(id: string, heading: string, { columns, rows, sum }: PrintedTable): ReportTable {
  const listing = {
    heading,
    intro: '',
    columns: columns.map(column => column.label),
    rows: rows.map((words, place) => ({ words, total: sum && place === rows.length - 1 })),
  }
  return reportTable(id, listing, ({ words, total }) =>
    words.map((word, place) => {
      if (place === 0) return head(word, total ? 0 : 1)
      if (!columns[place]?.num) return text(...word.split('\n'))
      return total ? strongNum(word) : num(word)
    }),
  )
}
