import { cycleCrumbs } from '../cycles/cycle-crumbs'
import type { CycleFacts } from '../cycles/cycle-facts'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { radioField, selectField, textField } from '../web/components/fields'
import type { Crumbs, Empty } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { SEAT_NAMES } from './seat-words'
import type { TeamFacts } from './teams.service'

declare module '../web/view' {
  interface Views {
    'evaluation/teams': TeamsPage
  }
}

export interface TeamsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly assignmentsHref: string
  readonly summary: ErrorSummary | null
  readonly teams: readonly TeamPanel[]
  readonly empty: Empty | null
  readonly add: { readonly action: string; readonly fields: readonly Field[] }
}

interface TeamPanel {
  readonly id: string
  readonly name: string
  /** `12 satker` */
  readonly units: string
  /** What the team lacks before it can score: `Belum ada ketua tim.`; `''` for nothing. */
  readonly lacks: string
  readonly seats: readonly {
    readonly name: string
    readonly seat: string
    readonly units: string
    readonly endAction: string
  }[]
  readonly seating: { readonly action: string; readonly open: boolean; readonly fields: readonly Field[] }
}

/** A refused form, and the team whose seat it asked for; null for that of a new team. */
export interface RefusedTeamForm {
  readonly team: string | null
  readonly form: FormState
}

export interface TeamsFacts {
  readonly cycle: CycleFacts
  readonly teams: readonly TeamFacts[]
  readonly evaluators: readonly { readonly id: string; readonly name: string }[]
}

export function teamsPage(facts: TeamsFacts, refused: RefusedTeamForm | null = null): TeamsPage {
  const { cycle, teams } = facts
  const panels = teams.map(team =>
    teamPanel(facts, team, refused?.team === team.id ? refused.form : freshForm()),
  )
  const form = refused?.team === null ? refused.form : freshForm()
  const fields = [
    textField(form, 'name', {
      label: 'Nama tim',
      maxlength: 80,
      hint: 'Misalnya menurut wilayah: Tim Tirta Raya.',
    }),
  ]
  const failing = panels.find(panel => panel.id === refused?.team)?.seating.fields ?? fields
  return {
    title: 'Tim evaluasi',
    current: 'siklus',
    crumbs: cycleCrumbs(cycle),
    assignmentsHref: paths.evaluatorAssignments(cycle.id),
    summary: refused && errorSummary(refused.form, failing),
    teams: panels,
    empty:
      teams.length === 0
        ? {
            title: 'Belum ada tim.',
            text: 'Tambah tim, lalu isi dengan anggota, ketua tim, dan pengendali teknis.',
            action: null,
          }
        : null,
    add: { action: paths.teams(cycle.id), fields },
  }
}

function teamPanel({ cycle, evaluators }: TeamsFacts, team: TeamFacts, form: FormState): TeamPanel {
  const seated = new Set(team.seats.map(seat => seat.userId))
  const idPrefix = `${team.id}-`
  return {
    id: team.id,
    name: team.name,
    units: `${formatCount(team.units)} satker`,
    lacks: lackWords(team),
    seats: team.seats.map(seat => ({
      name: seat.name,
      seat: SEAT_NAMES[seat.seat],
      units: seat.seat === 'member' ? `${formatCount(seat.units)} satker` : 'Semua satker tim',
      endAction: paths.teamSeatEnd(cycle.id, team.id, seat.id),
    })),
    seating: {
      action: paths.teamSeats(cycle.id, team.id),
      open: Object.keys(form.errors).length > 0 || team.seats.length === 0,
      fields: [
        selectField(form, 'user', {
          label: 'Evaluator',
          prompt: 'Pilih evaluator',
          idPrefix,
          choices: evaluators
            .filter(({ id }) => !seated.has(id))
            .map(({ id, name }) => ({ value: id, label: name })),
        }),
        radioField(form, 'seat', {
          label: 'Kedudukan',
          idPrefix,
          choices: (['member', 'lead', 'controller'] as const).map(seat => ({
            value: seat,
            label: SEAT_NAMES[seat],
          })),
        }),
      ],
    },
  }
}

function lackWords({ seats }: TeamFacts): string {
  const lacking = (['member', 'lead', 'controller'] as const).filter(
    kind => !seats.some(({ seat }) => seat === kind),
  )
  if (lacking.length === 0) return ''
  const words = lacking.map(kind => SEAT_NAMES[kind].toLowerCase())
  return `Belum ada ${words.join(', ').replace(/, ([^,]*)$/, ' dan $1')}.`
}
