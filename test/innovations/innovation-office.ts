import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import type { InnovationRow } from '../../src/innovations/innovation-facts'
import { Innovation } from '../../src/innovations/innovation.entity'
import { innovationEntry } from '../../src/innovations/innovation-entry'
import { post } from '../support/house'
import type { Office, Who } from '../roster/roster-office'

export const FORM = {
  name: 'Antrean daring',
  need: 'Pemohon menunggu rata-rata 40 menit.',
  proofLink: '',
  startedOn: '2025-03-03',
  endedOn: '',
  areas: ['2', '6'],
  atm: 'modified',
  sourceUnit: 'Kanim Bahari',
  modification: 'Ditambah kuota lansia',
  indicator: 'Lama menunggu',
  unit: 'menit',
  better: 'lower',
  beforeValue: '40',
  beforeOn: '2025-02-14',
  afterValue: '12,5',
  afterOn: '2025-09-12',
  usedBy: 'Pemohon paspor',
  users: '1.250',
  'copies.0.unit': 'Rutan Muara Bening',
  'copies.0.on': '2025-11-03',
  integratedOn: '2025-10-01',
  integration: 'SOP 12/2025',
}

export const someInnovation = (satkerId: string, more: Partial<Innovation> = {}): Innovation => ({
  id: newId(),
  satkerId,
  name: 'Antrean daring',
  need: 'Pemohon menunggu rata-rata 40 menit.',
  proofLink: '',
  startedOn: '2025-03-03',
  endedOn: null,
  atm: '',
  sourceUnit: '',
  modification: '',
  indicator: '',
  unit: '',
  better: 'lower',
  beforeValue: null,
  beforeOn: null,
  afterValue: null,
  afterOn: null,
  usedBy: '',
  users: null,
  copies: [],
  integratedOn: null,
  integration: '',
  agents: [],
  version: 1,
  createdAt: '2026-01-05T00:00:00.000Z',
  ...more,
})

type Kept = Partial<Innovation> & Partial<Pick<InnovationRow, 'areas' | 'questions'>>

/** Puts innovations straight into the register, with their entries. */
export async function keepInnovations(office: Pick<Office, 'house'>, satkerId: string, all: readonly Kept[]) {
  const rows = all.map(({ areas = [], questions, ...more }) => ({
    row: someInnovation(satkerId, more),
    areas,
    questions,
  }))
  await office.house.database.inTransaction(async () => {
    await office.house.database.insert(
      Innovation,
      rows.map(({ row }) => row),
    )
    await office.house.services.entries.put(
      rows.map(({ row, areas, questions }) => innovationEntry({ ...row, areas, questions })),
    )
  })
  return rows.map(({ row }) => row.id)
}

export const addInnovation = async (office: Office, who: Who, fields: Record<string, unknown> = FORM) => {
  const page = paths.newInnovation(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}

export const innovationRows = (office: Pick<Office, 'house'>): Promise<Innovation[]> =>
  office.house.database.manager.getRepository(Innovation).find({ order: { name: 'ASC' } })

export const innovationEvents = (office: Pick<Office, 'house'>) =>
  office.house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE action LIKE '%innovation%' OR action LIKE '%show-need' ORDER BY at, id`,
  )

export const supports = async (office: Pick<Office, 'house'>, kind: 'area' | 'question') =>
  (
    await office.house.database.query<{ target: string }>(
      `SELECT s.target FROM entry_supports s JOIN innovations i ON i.id = s.entry_id WHERE s.kind = $1
        ORDER BY s.target`,
      [kind],
    )
  ).map(({ target }) => target)

/** An entry of another register that shows a need. */
export async function complaint(
  office: Pick<Office, 'house'>,
  satkerId: string,
  title = 'Pengaduan Januari 2025',
) {
  const id = newId()
  await office.house.database.inTransaction(() =>
    office.house.services.entries.put([
      {
        id,
        satkerId,
        register: 'inputs',
        title,
        summary: '31 pengaduan, 22 tentang antrean',
        happenedOn: '2025-01-31',
        happenedUntil: null,
        areas: ['6'],
      },
    ]),
  )
  return id
}

/** The message at a field of a refused form. */
export const atField = (field: string, message: string): RegExp =>
  new RegExp(
    `id="f-${field.replaceAll('.', '-')}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/[.()]/g, '\\$&')}`,
  )

/** Names in the list, in its order. */
export const namesIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')
