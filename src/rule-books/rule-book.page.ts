import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import type { RuleBook } from '../engine/rules/rule-book'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { bookChanges } from './book-changes'
import { changeRows, type ChangeRow } from './change-rows'
import { KNOWN_RULES, RULE_FAMILIES } from './known-rules'
import type { BookInUse, RuleBookRow } from './rule-books.service'
import { thresholdLines, type ThresholdLine } from './threshold-words'
import { loadedWords } from './version-rows'

declare module '../web/view' {
  interface Views {
    'rule-books/book': RuleBookPage
  }
}

export interface RuleBookPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly sourceHref: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly changesTitle: string
  readonly changes: readonly ChangeRow[]
  readonly changesNote: string
  readonly families: readonly {
    readonly title: string
    readonly rules: readonly { readonly title: string; readonly thresholds: readonly ThresholdLine[] }[]
  }[]
  readonly entries: readonly TrailEntry[]
}

export interface VersionSeen {
  readonly row: RuleBookRow
  readonly book: RuleBook
  readonly before: BookInUse | null
  readonly inUse: BookInUse | null
  readonly acts: readonly TrailRow[]
}

export function ruleBookPage({ row, book, before, inUse, acts }: VersionSeen): RuleBookPage {
  const changes = before ? bookChanges(before.book, book) : []
  return {
    title: `${row.code} versi ${formatCount(row.version)}`,
    current: 'aturan',
    sheet: 'findings',
    crumbs: { links: [{ label: 'Aturan', href: paths.ruleBooks() }] },
    over: row.id === inUse?.id ? 'Dipakai sekarang' : 'Versi lama',
    sourceHref: paths.ruleBookSource(row.id),
    facts: [
      { label: 'Dimuat', value: loadedWords(row) },
      { label: 'Instrumen', value: book.instrument },
      { label: 'SHA-256', value: row.checksum },
    ],
    changesTitle: before ? `Perbedaan dengan versi ${formatCount(before.version)}` : 'Perbedaan',
    changes: changeRows(changes),
    changesNote: noteOf(before, changes.length),
    families: RULE_FAMILIES.map(({ key, title }) => ({
      title,
      rules: KNOWN_RULES.filter(one => one.family === key)
        .map(one => ({ title: one.title, thresholds: thresholdLines(book, one.id) }))
        .filter(({ thresholds }) => thresholds.length > 0),
    })),
    entries: acts.map(act => trailEntry(act, 'Asia/Jakarta')),
  }
}

function noteOf(before: BookInUse | null, changes: number): string {
  if (!before) return 'Ini versi pertama.'
  return changes === 0 ? 'Hanya komentar atau tata letaknya yang berbeda.' : ''
}
