import { MONTHS, monthsIn } from '../engine/action-plan/year-span'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { Crumbs } from '../web/components/panels'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import type { PageModel } from '../web/view'
import { ownerName, type SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'
import { planShape, stateOf } from './plan-list'
import { yearWords, type PlanSetting } from './plan.page'
import {
  areaName,
  measureWords,
  percentWords,
  sectionsOf,
  SERVES_WORDS,
  STATE_WORDS,
  stateStatus,
  type PlanSection,
} from './plan-words'
import { MONTH_LETTERS } from './timeline.page'

declare module '../web/view' {
  interface Views {
    'action-plan/matrix': MatrixPage
  }
}

export interface MatrixPage extends PageModel {
  readonly crumbs: Crumbs
  readonly letterhead: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly months: readonly { readonly letter: string; readonly name: string }[]
  readonly sections: readonly MatrixSection[]
  /** Who signs; the names are written by hand. */
  readonly signers: readonly string[]
  readonly signedIn: string
}

interface MatrixSection {
  readonly title: string
  readonly rows: readonly MatrixRow[]
}

interface MatrixRow {
  readonly number: string
  readonly title: string
  readonly served: string
  readonly indicator: string
  readonly measure: string
  readonly owner: string
  readonly months: readonly { readonly marked: boolean }[]
  /** `Januari–Maret`, for where the months have no column. */
  readonly span: string
  readonly progress: string
  readonly state: string
}

const MONTH_NAMES =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/** The plan on paper, area by area, ready to be signed. */
export function matrixPage(goals: readonly SeenGoal[], setting: PlanSetting): MatrixPage {
  const { unit, query, today, parts } = setting
  const back = listHref(paths.actionPlan(unit.satkerId), planShape(setting), query)
  const state = stateOf(query)
  const { area, pemilik } = query.filters
  const owner = setting.facets.owners.find(one => one.key === pemilik)
  return {
    title: `Matriks program kerja ${yearWords(query)}`,
    current: 'register',
    sheet: 'registers',
    wide: true,
    bodyClass: 'plan-matrix',
    crumbs: { links: [registersLink(unit.satkerId), { ...planLink(unit.satkerId), href: back }] },
    letterhead: unit.letterhead.split('\n').filter(Boolean),
    facts: [
      { label: 'Satker', value: unit.satkerName },
      { label: 'Tanggal', value: formatDate(today) },
      { label: 'Jumlah', value: `${formatCount(goals.length)} sasaran` },
      ...(area ? [{ label: 'Area', value: parts.get(area) ?? 'Tanpa area' }] : []),
      ...(state ? [{ label: 'Keadaan', value: STATE_WORDS[state].text }] : []),
      ...(owner ? [{ label: 'Penanggung jawab', value: owner.name }] : []),
      ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
    ],
    months: MONTH_LETTERS.map((letter, place) => ({ letter, name: MONTH_NAMES[place] ?? '' })),
    sections: sectionsOf(goals, parts, area).map(section => sectionOf(section, setting)),
    signers: ['Ketua tim ZI', 'Kepala satker'],
    signedIn: `…………………, ………………… ${today.slice(0, 4)}`,
  }
}

function sectionOf({ year, area, goals }: PlanSection, { parts, today }: PlanSetting): MatrixSection {
  return {
    title: `${area === '' ? 'Tanpa area' : areaName(area, parts)}, ${year}`,
    rows: goals.map((goal, place) => {
      const marked = monthsIn(goal, year)
      return {
        number: String(place + 1),
        title: goal.title,
        served: goal.serves === 'none' ? '–' : `${SERVES_WORDS[goal.serves]}: ${goal.served}`,
        indicator: goal.indicator || '–',
        measure: measureWords(goal),
        owner: ownerName(goal) || '–',
        months: Array.from({ length: MONTHS }, (_, month) => ({ marked: marked.includes(month + 1) })),
        span: spanWords(marked),
        progress: percentWords(goal.percent),
        state: stateStatus(goal, today).text,
      }
    }),
  }
}

function spanWords(months: readonly number[]): string {
  const names = [months[0], months.at(-1)].flatMap(month => (month ? (MONTH_NAMES[month - 1] ?? []) : []))
  return [...new Set(names)].join('–')
}
