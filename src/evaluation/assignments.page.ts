import { cycleCrumbs } from '../cycles/cycle-crumbs'
import type { CycleFacts } from '../cycles/cycle-facts'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { checkboxesField, selectField, textAreaField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { STAGE_NAMES } from '../assessments/stage-names'
import type { AssignmentsQuery } from './assignments.form'
import type { AssignableRow } from './teams.repository'
import type { TeamFacts } from './teams.service'

declare module '../web/view' {
  interface Views {
    'evaluation/assignments': AssignmentsPage
  }
}

export const ASSIGNMENTS_PAGE = 50

export interface AssignmentsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly teamsHref: string
  readonly action: string
  readonly filters: readonly Field[]
  readonly clearHref: string
  /** The filter, carried along with what is posted. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly summary: ErrorSummary | null
  readonly caption: string
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly code: string
    readonly stage: string
    readonly team: string
    readonly member: string
    readonly ticked: boolean
    /** A final assessment stays with whoever scored it. */
    readonly fixed: boolean
  }[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  /** Absent while no team has a member. */
  readonly assign: { readonly fields: readonly Field[] } | null
  readonly spread: {
    readonly action: string
    readonly fields: readonly Field[]
    readonly submit: string
  } | null
}

export interface AssignmentsFacts {
  readonly cycle: CycleFacts
  readonly query: AssignmentsQuery
  readonly teams: readonly TeamFacts[]
  readonly kanwil: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly AssignableRow[]
  readonly total: number
  /** How many of all that match the filter nobody scores yet. */
  readonly unassigned: number
}

/** Which of the two forms was refused, with what was typed. */
export interface RefusedAssignment {
  readonly which: 'assign' | 'spread'
  readonly form: FormState
}

export function assignmentsPage(
  facts: AssignmentsFacts,
  refused: RefusedAssignment | null = null,
): AssignmentsPage {
  const { cycle, query, teams, rows, total, unassigned } = facts
  const action = paths.evaluatorAssignments(cycle.id)
  const assigning = refused?.which === 'assign' ? refused.form : freshForm()
  const spreading = refused?.which === 'spread' ? refused.form : freshForm()
  const assignFields = assignmentFields(teams, assigning)
  const spreadFields = [
    checkboxesField(spreading, 'teams', {
      label: 'Kepada anggota tim',
      choices: teams
        .filter(hasMembers)
        .map(team => ({ value: team.id, label: team.name, hint: membersOf(team) })),
    }),
  ]
  const ticked = new Set([assigning.values['assessment'] ?? []].flat())
  const { hal: _page, ...kept } = query
  const anybody = teams.some(hasMembers)
  return {
    title: 'Penugasan evaluator',
    current: 'siklus',
    crumbs: cycleCrumbs(cycle),
    teamsHref: paths.teams(cycle.id),
    action,
    filters: filterFields(facts),
    clearHref: action,
    hidden: Object.entries(query).map(([name, value]) => ({ name, value: String(value) })),
    summary: refused && errorSummary(refused.form, refused.which === 'assign' ? assignFields : spreadFields),
    caption: `${formatCount(total)} satker, ${formatCount(unassigned)} belum bertim`,
    rows: rows.map(row => ({
      id: row.id,
      name: row.satkerName,
      code: row.satkerCode,
      stage: STAGE_NAMES[row.stage],
      team: row.teamName ?? '',
      member: row.memberName ?? '',
      ticked: ticked.has(row.id),
      fixed: row.stage === 'final',
    })),
    empty: rows.length === 0 ? nothingFound(facts, action) : null,
    pages: pagination({
      page: query.hal,
      pageSize: ASSIGNMENTS_PAGE,
      total,
      hrefOf: page => `${action}?${new URLSearchParams({ ...kept, hal: String(page) }).toString()}`,
    }),
    assign: anybody && rows.length > 0 ? { fields: assignFields } : null,
    spread:
      anybody && unassigned > 0
        ? {
            action: paths.evaluatorSpread(cycle.id),
            fields: spreadFields,
            submit: `Ratakan ${formatCount(unassigned)} satker`,
          }
        : null,
  }
}

const hasMembers = (team: TeamFacts): boolean => team.seats.some(({ seat }) => seat === 'member')

const membersOf = ({ seats }: TeamFacts): string =>
  seats
    .filter(({ seat }) => seat === 'member')
    .map(({ name, units }) => `${name} (${formatCount(units)})`)
    .join(', ')

function assignmentFields(teams: readonly TeamFacts[], form: FormState): Field[] {
  return [
    selectField(form, 'member', {
      label: 'Anggota',
      prompt: 'Pilih anggota',
      choices: teams.flatMap(team =>
        team.seats
          .filter(({ seat }) => seat === 'member')
          .map(({ userId, name, units }) => ({
            value: `${team.id} ${userId}`,
            label: `${name}, ${team.name} (${formatCount(units)} satker)`,
          })),
      ),
    }),
    textAreaField(form, 'reason', {
      label: 'Alasan pengalihan',
      required: false,
      maxlength: 500,
      hint: 'Wajib bila satker sudah bertugas pada anggota lain; lembar yang sudah dimulai diteruskan.',
    }),
  ]
}

function filterFields({ query, kanwil }: AssignmentsFacts): Field[] {
  const form = freshForm({ cari: query.cari, kanwil: query.kanwil, tampil: query.tampil })
  const option = { idPrefix: 'saring-' }
  return [
    textField(form, 'cari', { ...option, label: 'Nama atau kode satker', type: 'search', maxlength: 100 }),
    ...(kanwil.length > 0
      ? [
          selectField(form, 'kanwil', {
            ...option,
            label: 'Wilayah',
            prompt: 'Semua wilayah',
            choices: kanwil.map(({ id, name }) => ({ value: id, label: name })),
          }),
        ]
      : []),
    selectField(form, 'tampil', {
      ...option,
      label: 'Tampilkan',
      choices: [
        { value: 'semua', label: 'Semua satker' },
        { value: 'belum', label: 'Belum bertim' },
      ],
    }),
  ]
}

const nothingFound = ({ query }: AssignmentsFacts, action: string): Empty => ({
  title: query.tampil === 'belum' ? 'Semua satker yang cocok sudah bertim.' : 'Tidak ada satker yang cocok.',
  text: 'Penilaian yang dibuka di siklus ini muncul di sini.',
  action: { label: 'Hapus saringan', href: action, icon: '' },
})
