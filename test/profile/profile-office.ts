import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { profileEntry } from '../../src/profile/profile-entry'
import { FIGURE_NAMES, figuresOf } from '../../src/profile/profile-facts'
import { UnitProfile } from '../../src/profile/unit-profile.entity'
import { HeldPredicate } from '../../src/profile/held-predicate.entity'
import { post } from '../support/house'
import type { Office, Who } from '../roster/roster-office'

export const FORM = {
  quarter: '2026-1',
  employees: '57',
  frontLine: '21',
  signatures: '55',
  services: '13',
  onlineServices: '8',
  floors: '3',
  floorsWithMotto: '3',
  rooms: '6',
  roomsWithMotto: '5',
  gratificationReports: '0',
  violations: '',
  lhkpnDue: '4',
  lhkpnFiled: '4',
  lhkasnDue: '53',
  lhkasnFiled: '50',
}

export const someProfile = (satkerId: string, more: Partial<UnitProfile> = {}): UnitProfile => ({
  ...(Object.fromEntries(FIGURE_NAMES.map(name => [name, null])) as unknown as UnitProfile),
  id: newId(),
  satkerId,
  year: 2025,
  quarter: 4,
  employees: 50,
  version: 1,
  createdAt: '2026-01-05T00:00:00.000Z',
  ...more,
})

/** Puts quarters straight into the register, with their entries. */
export async function keepProfiles(
  office: Pick<Office, 'house'>,
  satkerId: string,
  all: readonly Partial<UnitProfile>[],
): Promise<string[]> {
  const rows = all.map(more => someProfile(satkerId, more))
  await office.house.database.inTransaction(async () => {
    await office.house.database.insert(UnitProfile, rows)
    await office.house.services.entries.put(
      rows.map(row => profileEntry({ ...row, figures: figuresOf(row), areas: ['6'] })),
    )
  })
  return rows.map(row => row.id)
}

export async function keepPredicate(
  office: Pick<Office, 'house'>,
  satkerId: string,
  more: Partial<HeldPredicate> = {},
): Promise<string> {
  const row = {
    id: newId(),
    satkerId,
    predicate: 'WBK',
    heldSince: '2024-12-10',
    lostOn: null,
    decree: 'Kepmen 12/2024',
    version: 1,
    createdAt: '2026-01-05T00:00:00.000Z',
    ...more,
  }
  await office.house.database.inTransaction(() => office.house.database.insert(HeldPredicate, [row]))
  return row.id
}

export const addProfile = async (office: Office, who: Who, fields: Record<string, unknown> = FORM) => {
  const page = paths.newProfile(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}

export const profileRows = ({ house }: Pick<Office, 'house'>): Promise<UnitProfile[]> =>
  house.database.manager.getRepository(UnitProfile).find({ order: { year: 'ASC', quarter: 'ASC' } })

export const heldRows = ({ house }: Pick<Office, 'house'>): Promise<HeldPredicate[]> =>
  house.database.manager.getRepository(HeldPredicate).find({ order: { heldSince: 'ASC' } })

export const profileEvents = ({ house }: Pick<Office, 'house'>) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE action LIKE '%-profile' OR action LIKE '%-predicate' OR action = 'export-profiles' ORDER BY at, id`,
  )
