import type { PartNames } from '../accounts/part-names'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { EntryPanels } from '../registers/entry-panels.page'
import { entryHref, registerLabel } from '../registers/register'
import type { AgentOfChange } from '../roster/employee-facts'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import type { SafeHtml } from '../web/html'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'
import { innovationPicture } from './innovation-picture'
import {
  innovationFactsInWords,
  measurementInWords,
  measureStatus,
  proofStatus,
  runStatus,
} from './innovation-words'

declare module '../web/view' {
  interface Views {
    'innovations/innovation': InnovationPage
  }
}

interface Fact {
  readonly label: string
  readonly value: string
}

export interface InnovationPage extends PageModel {
  readonly crumbs: Crumbs
  readonly status: Status
  readonly facts: readonly Fact[]
  readonly need: string
  readonly proof: Status
  readonly proofs: readonly (Link & {
    readonly register: string
    readonly removal: string
    readonly id: string
  })[]
  readonly proofLink: string
  /** Empty for those who only read. */
  readonly findHref: string
  readonly measured: Status
  readonly measurement: readonly Fact[]
  readonly picture: SafeHtml | null
  readonly copies: readonly { readonly unit: string; readonly on: string }[]
  readonly sheetHref: string
  /** Empty for those who only read. */
  readonly editHref: string
  readonly trail: readonly TrailEntry[]
  readonly around: EntryPanels
}

export interface InnovationSetting {
  readonly parts: PartNames
  readonly agents: readonly AgentOfChange[]
  readonly today: string
  readonly keeps: boolean
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
  readonly around: EntryPanels
}

const APART = ['Kebutuhan atau masalah', 'Bukti kebutuhan']

/** One innovation: what for, whose, and what came of it. */
export function innovationPage(row: InnovationRow, setting: InnovationSetting): InnovationPage {
  const { today, keeps, trail, around } = setting
  const shown = new Set(row.proofs.map(({ id, register }) => entryHref(register, id)))
  return {
    title: row.name,
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [registersLink(row.satkerId), { label: 'Inovasi', href: paths.innovations(row.satkerId) }],
    },
    status: runStatus(row, today),
    facts: innovationFactsInWords(row, setting)
      .filter(({ label }) => !APART.includes(label))
      .map(saidOrNot),
    need: row.need,
    proof: proofStatus(row),
    proofs: row.proofs.map(({ id, register, title }) => ({
      id,
      label: title,
      href: entryHref(register, id),
      register: registerLabel(register),
      removal: keeps ? paths.innovationNeedRemoval(row.id) : '',
    })),
    proofLink: row.proofLink,
    findHref: keeps ? paths.innovationNeed(row.id) : '',
    measured: measureStatus(row),
    measurement: row.indicator ? measurementInWords(row).map(saidOrNot) : [],
    picture: innovationPicture(row),
    copies: row.copies.map(({ unit, on }) => ({ unit, on: formatDate(on) })),
    sheetHref: paths.innovationSheet(row.id),
    editHref: keeps ? paths.editInnovation(row.id) : '',
    trail: trail.map(one => trailEntry(one, row.timeZone)),
    // What shows the need stands beside the need already.
    around: { ...around, linked: around.linked.filter(({ href }) => !shown.has(href)) },
  }
}

const saidOrNot = ({ label, value }: Fact): Fact => ({ label, value: value || '–' })
