import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import { entryPanels, type EntryPanels, type PanelSetting } from '../registers/entry-panels.page'
import type { Around } from '../registers/around.service'
import { registersLink } from '../registers/register-nav'
import type { Confirm, Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import type { PageModel } from '../web/view'
import type { InputRow } from './input-facts'
import { inputFactsWords, inputStatus, inputTitle } from './input-words'

declare module '../web/view' {
  interface Views {
    'inputs/input': InputPage
  }
}

export interface InputPage extends PageModel {
  readonly crumbs: Crumbs
  readonly status: Status
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Empty for those who only read. */
  readonly editHref: string
  readonly around: EntryPanels
  /** Empty for those who only read. */
  readonly trail: readonly TrailEntry[]
}

/** One input of a stakeholder, and what it is good for. */
export function inputPage(
  input: InputRow,
  around: Around,
  { trail, ...panels }: PanelSetting & { readonly trail: readonly TrailRow[] },
): InputPage {
  return {
    title: inputTitle(input),
    current: 'register',
    sheet: 'registers',
    crumbs: { links: inputCrumbs(input) },
    status: inputStatus(input),
    facts: inputFactsWords(input),
    editHref: around.keeps ? paths.editInput(input.id) : '',
    around: entryPanels(around, panels),
    trail: trail.map(row => trailEntry(row, input.timeZone)),
  }
}

/** The ways above every page of an input. */
export const inputCrumbs = ({ satkerId }: Pick<InputRow, 'satkerId'>) => [
  registersLink(satkerId),
  { label: 'Masukan', href: paths.inputs(satkerId) },
]

export const inputRemoval = ({ id }: Pick<InputRow, 'id'>): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat?',
  text: 'Penghapusan menghilangkan catatan ini beserta kaitannya dan tidak dapat dibatalkan. Bukti tetap di rak.',
  action: paths.inputRemoval(id),
  submit: 'Hapus catatan',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.input(id) },
})
