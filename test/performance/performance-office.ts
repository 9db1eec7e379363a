import { paths } from '../../src/paths'
import type { CommitmentQuarter } from '../../src/performance/commitment-quarter.entity'
import type { Commitment } from '../../src/performance/commitment.entity'
import type { QuarterTargets } from '../../src/performance/commitment-facts'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post, type House } from '../support/house'

export { openOffice, type Office, type Who }

/** A form of the year 2026, in which the first quarter is running in the house of tests. */
export const FORM = {
  year: '2026',
  indicator: 'Persentase layanan tepat waktu',
  unit: 'persen',
  direction: 'up',
  counting: 'running',
  target1: '90',
  target2: '92',
  target3: '94',
  target4: '95,5',
  yearTarget: '95,5',
  areas: ['4', '6'],
}

export const REPORT = {
  realisation: '91,25',
  obstacle: '',
  strategy: 'Menambah loket pada jam sibuk.',
  reportedOn: '2026-03-10',
  version: '0',
}

interface Promised {
  readonly year?: number
  readonly indicator?: string
  readonly direction?: Commitment['direction']
  readonly counting?: Commitment['counting']
  readonly yearTarget?: string
  readonly targets?: QuarterTargets
  readonly areas?: readonly string[]
}

/** Puts a commitment into a satker's register as one of its keepers does. */
export async function promise(
  office: Office,
  more: Promised = {},
  who: Who = 'chair',
  satkerId = office.satker.id,
): Promise<string> {
  const actor = await office.actor(who)
  const unit = await office.house.services.registerUnits.toKeep(actor, satkerId)
  const { areas = ['4'], ...facts } = more
  const draft = {
    year: 2026,
    indicator: 'Persentase layanan tepat waktu',
    unit: 'persen',
    direction: 'up',
    counting: 'running',
    yearTarget: '100',
    targets: ['25', '50', '75', '100'],
    ...facts,
  } as const
  return office.house.services.performance.add(actor, unit, draft, areas)
}

/** Reports quarters from the first on; null leaves one out. */
export async function report(
  office: Office,
  id: string,
  figures: readonly (string | null)[],
  who: Who = 'chair',
): Promise<void> {
  const actor = await office.actor(who)
  for (const [place, realisation] of figures.entries()) {
    if (realisation === null) continue
    await office.house.services.quarterReports.report(actor, id, (place + 1) as 1 | 2 | 3 | 4, 0, {
      realisation,
      obstacle: 'Gangguan jaringan.',
      strategy: '',
      reportedOn: '2026-03-12',
    })
  }
}

export const addByForm = async (office: Office, who: Who, fields: Record<string, unknown> = FORM) => {
  const page = paths.newCommitment(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}

export const reportByForm = async (
  office: Office,
  who: Who,
  id: string,
  fields: Record<string, unknown>,
  quarter = '1',
) => post(await office.browserOf(who), paths.ownAccount(), paths.quarterReport(id, quarter), fields)

export const commitments = (house: House) =>
  house.database.query<Pick<Commitment, 'id' | 'year' | 'number' | 'indicator' | 'yearTarget' | 'version'>>(
    `SELECT id, year, number, indicator, year_target AS "yearTarget", version
       FROM performance_commitments ORDER BY year, number`,
  )

export const quarters = (house: House) =>
  house.database.query<
    Pick<CommitmentQuarter, 'quarter' | 'target' | 'realisation' | 'state' | 'version' | 'obstacle'>
  >(
    `SELECT quarter, target, realisation, state, version, obstacle FROM performance_quarters
      ORDER BY commitment_id, quarter`,
  )

export const standings = (house: House) =>
  house.database.query<Record<string, number>>(
    `SELECT quarter, targeted, reported, reached, near, missed FROM performance_standings
      ORDER BY satker_id, year, quarter`,
  )

export const entries = (house: House) =>
  house.database.query<{ id: string; title: string; summary: string }>(
    `SELECT id, title, summary FROM register_entries WHERE register = 'performance'
      ORDER BY happened_until DESC, title`,
  )

export const eventsOf = (house: House) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE subject_type IN ('commitment', 'performance', 'request') ORDER BY at, id`,
  )

/** The words at a field of a refused form. */
export const faultAt = (field: string, message: string): RegExp =>
  new RegExp(
    `id="f-${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
  )
