import { newId } from '../../src/db/ids'
import { inputEntry } from '../../src/inputs/input-entry'
import { BLANK, isComplaints, monthOf, type InputDraft } from '../../src/inputs/input-facts'
import { StakeholderInput } from '../../src/inputs/stakeholder-input.entity'
import { paths } from '../../src/paths'
import { post, type House } from '../support/house'
import type { Office, Who } from '../roster/roster-office'

export const COMPLAINTS = {
  year: '2026',
  month: '01',
  received: '6',
  done: '5',
  inProcess: '1',
  averageDays: '3,5',
  areas: ['5'],
}

export const MEETING = {
  kind: 'konsultasi',
  happenedOn: '2026-01-30',
  subject: 'Standar pelayanan 2026',
  stakeholder: 'tokoh',
  people: '24',
  asked: 'Jam layanan diperpanjang sampai sore.',
  decided: 'Loket dibuka sampai pukul 16.00.',
  followUp: '',
  followedUpOn: '',
  areas: ['6', '1'],
}

export const complaints = (month: string, [received, done]: readonly [number, number]): InputDraft => ({
  ...BLANK,
  kind: 'pengaduan',
  happenedOn: `${month}-01`,
  received,
  done,
  inProcess: received - done,
})

export const meeting = (more: Partial<InputDraft> = {}): InputDraft => ({
  ...BLANK,
  kind: 'audiensi',
  happenedOn: '2026-02-10',
  subject: 'Antrean loket',
  stakeholder: 'lsm',
  people: 4,
  asked: 'Antrean terlalu panjang.',
  ...more,
})

/** Puts inputs straight into the register of a satker. */
export async function putInputs(
  house: House,
  satkerId: string,
  drafts: readonly InputDraft[],
  areas: readonly string[] = ['5'],
): Promise<string[]> {
  const rows = drafts.map(draft => ({
    ...draft,
    id: newId(),
    satkerId,
    month: isComplaints(draft) ? monthOf(draft) : null,
    version: 1,
    createdAt: '2026-01-05T00:00:00.000Z',
  }))
  await house.database.inTransaction(async () => {
    await house.database.insert(StakeholderInput, rows)
    await house.services.entries.put(rows.map(row => inputEntry(row, areas)))
  })
  return rows.map(row => row.id)
}

export const addInput = async (
  office: Office,
  who: Who,
  fields: Record<string, unknown> = MEETING,
  page = paths.newInput(office.satker.id),
) => post(await office.browserOf(who), page, page, fields)

export const addComplaints = (
  office: Office,
  fields: Record<string, unknown> = COMPLAINTS,
  who: Who = 'chair',
) => addInput(office, who, fields, paths.newComplaints(office.satker.id))

export const inputRows = ({ house }: Pick<Office, 'house'>) =>
  house.database.manager
    .getRepository(StakeholderInput)
    .find({ order: { happenedOn: 'ASC', subject: 'ASC' } })

export const inputEvents = ({ house }: Pick<Office, 'house'>) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE action LIKE '%-input' OR action = 'export-inputs' ORDER BY at, id`,
  )
