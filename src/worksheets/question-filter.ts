import type { Question } from '../engine/instrument/instrument'
import type { QuestionScore } from '../engine/scoring/score'
import { paths } from '../paths'
import type { Pills } from '../web/components/pills'
import type { Assignee } from './assignments.service'

export const FILTERS = ['semua', 'belum', 'bertanda', 'saya'] as const
export type FilterName = (typeof FILTERS)[number]

/** What a page of questions shows; it lives in the address. */
export interface QuestionFilter {
  readonly name: FilterName
  /** Words or a code that were searched for. */
  readonly search: string
}

export function readFilter(query: Readonly<Record<string, unknown>>): QuestionFilter {
  const name = FILTERS.find(filter => filter === query['saring']) ?? 'semua'
  const search = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 100) : ''
  return { name, search }
}

/** A question is everybody's of its part while nobody who still answers there has it. */
export const isMine = (assignee: Assignee | undefined, userId: string | null): boolean =>
  assignee === undefined || assignee.left || assignee.userId === userId

export interface Filtered {
  readonly question: Question
  readonly scored: QuestionScore
  readonly mine: boolean
}

export function passes({ name, search }: QuestionFilter, candidate: Filtered): boolean {
  return passesFilter(name, candidate) && matches(search, candidate.question)
}

function passesFilter(name: FilterName, { scored, mine }: Filtered): boolean {
  switch (name) {
    case 'semua':
      return true
    case 'belum':
      return scored.state !== 'answered'
    case 'bertanda':
      return scored.flags.length > 0
    case 'saya':
      return mine
  }
}

/** Every word stands in the code, the text or a criterion. */
export function matches(search: string, question: Question): boolean {
  if (search === '') return true
  const criteria =
    question.kind === 'choice' ? question.options.map(option => option.criterion) : [question.criterion]
  const text = [question.code, question.text, ...criteria].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** The address of a filtered part, or of the whole worksheet (`null`). */
export function filteredHref(
  assessmentId: string,
  part: string | null,
  { name, search }: QuestionFilter,
): string {
  const query = new URLSearchParams()
  if (name !== 'semua') query.set('saring', name)
  if (search !== '') query.set('q', search)
  const text = query.toString()
  const page = part === null ? paths.wholeWorksheet(assessmentId) : paths.worksheetPart(assessmentId, part)
  return `${page}${text ? `?${text}` : ''}`
}

/** The search beside the filters; without a script a form that keeps the filter. */
export interface FilterSearch {
  readonly action: string
  readonly text: string
  readonly filter: string
  readonly clearHref: string
}

export const filterSearch = (
  assessmentId: string,
  part: string | null,
  filter: QuestionFilter,
): FilterSearch => ({
  action: filteredHref(assessmentId, part, { name: 'semua', search: '' }),
  text: filter.search,
  filter: filter.name === 'semua' ? '' : filter.name,
  clearHref: filteredHref(assessmentId, part, { ...filter, search: '' }),
})

export function filterPills(
  assessmentId: string,
  part: string | null,
  filter: QuestionFilter,
  candidates: readonly Filtered[],
  mayAnswer: boolean,
): Pills {
  const count = (name: FilterName): string =>
    String(candidates.filter(candidate => passesFilter(name, candidate)).length)
  const pill = (name: FilterName, label: string, icon: '' | 'ring' | 'flag') => ({
    label,
    icon,
    href: filteredHref(assessmentId, part, { name, search: filter.search }),
    count: count(name),
    current: name === filter.name,
  })
  return {
    label: 'Saring pertanyaan',
    items: [
      pill('semua', 'Semua', ''),
      pill('belum', 'Belum dijawab', 'ring'),
      pill('bertanda', 'Bertanda', 'flag'),
      ...(mayAnswer ? [pill('saya', 'Milik saya', '')] : []),
    ],
  }
}
