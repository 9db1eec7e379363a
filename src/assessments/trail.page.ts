import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { ACT_KINDS } from '../audit/event-words'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import { freshForm } from '../web/form'
import type { PageModel } from '../web/view'
import type { AssessmentContext } from './assessment-context'

declare module '../web/view' {
  interface Views {
    'assessments/trail': TrailPage
  }
}

export const TRAIL_PAGE = 50

/** What the address of a trail asks for: `oleh`, `jenis`, `pertanyaan`, `hal`. */
export interface TrailQuery {
  readonly person: string
  readonly kind: string
  readonly question: string
  /** From 1. */
  readonly page: number
}

export interface TrailFacts {
  readonly assessment: AssessmentContext
  readonly query: TrailQuery
  readonly rows: readonly TrailRow[]
  readonly total: number
  readonly people: readonly { readonly userId: string; readonly userName: string }[]
}

export interface TrailPage extends PageModel {
  readonly over: string
  readonly count: string
  readonly action: string
  readonly fields: readonly Field[]
  readonly entries: readonly TrailEntry[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export function trailQuery(query: Readonly<Record<string, unknown>>): TrailQuery {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const page = Number(text('hal'))
  const kind = text('jenis')
  return {
    person: text('oleh'),
    kind: ACT_KINDS.some(({ key }) => key === kind) ? kind : '',
    question: text('pertanyaan'),
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
  }
}

export function trailPage({ assessment, query, rows, total, people }: TrailFacts): TrailPage {
  const form = freshForm({ oleh: query.person, jenis: query.kind, pertanyaan: query.question })
  const action = paths.assessmentTrail(assessment.id)
  const hrefOf = (page: number) => {
    const parts: [string, string][] = [
      ['oleh', query.person],
      ['jenis', query.kind],
      ['pertanyaan', query.question],
      ['hal', String(page)],
    ]
    return `${action}?${new URLSearchParams(parts.filter(([, value]) => value !== '')).toString()}`
  }
  return {
    title: 'Jejak perubahan',
    current: 'beranda',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    count: `${formatCount(total)} tindakan, yang terbaru di atas.`,
    action,
    fields: [
      selectField(form, 'oleh', {
        label: 'Oleh',
        prompt: 'Semua orang',
        choices: people.map(({ userId, userName }) => ({ value: userId, label: userName })),
      }),
      selectField(form, 'jenis', {
        label: 'Jenis tindakan',
        prompt: 'Semua jenis',
        choices: ACT_KINDS.map(({ key, label }) => ({ value: key, label })),
      }),
      textField(form, 'pertanyaan', { label: 'Kode pertanyaan', type: 'search', maxlength: 40 }),
    ],
    entries: rows.map(row => withPrerequisite(trailEntry(row, assessment.timeZone), assessment)),
    empty:
      rows.length === 0
        ? {
            title: 'Belum ada tindakan yang cocok.',
            text: 'Setiap jawaban, bukti, pengesahan, dan pengajuan tercatat di sini.',
            action: null,
          }
        : null,
    pages: pagination({ page: query.page, pageSize: TRAIL_PAGE, total, hrefOf }),
  }
}

/** Evidence and notes of a prerequisite stand under its key; a reader knows its text. */
function withPrerequisite(entry: TrailEntry, { instrument }: AssessmentContext): TrailEntry {
  const found = instrument.prerequisites.find(({ id }) => entry.question === `P.${id}`)
  if (!found) return entry
  const named = { label: 'Prasyarat', before: '', after: found.text }
  return { ...entry, question: '', changes: [named, ...entry.changes] }
}
