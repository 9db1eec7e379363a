import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { surveyEntry } from '../../src/surveys/survey-entry'
import type { SurveyDraft, SurveyRow } from '../../src/surveys/survey-facts'
import { SurveyRound } from '../../src/surveys/survey-round.entity'
import { post, type House } from '../support/house'
import type { Office, Who } from '../roster/roster-office'

export const SKM_FORM = {
  kind: 'SKM',
  heldFrom: '2025-10-01',
  heldUntil: '2025-12-19',
  method: 'tatap muka',
  conductedBy: 'Tim SKM Kanim',
  population: '1.000',
  respondents: '277',
  scale: '25-100',
  index: '87,65',
  areas: ['6'],
}

export const round = (more: Partial<SurveyDraft> = {}): SurveyDraft => ({
  kind: 'SKM',
  heldFrom: '2026-01-05',
  heldUntil: '2026-02-27',
  method: 'daring',
  population: 1_000,
  respondents: 300,
  scale: '25-100',
  index: '87.65',
  conductedBy: 'Tim SKM',
  ...more,
})

export const surveyRow = (more: Partial<SurveyDraft> = {}): SurveyRow => ({
  ...round(more),
  id: `id-${more.kind ?? 'SKM'}-${more.heldUntil ?? ''}`,
  satkerId: 'satker',
  satkerName: 'Kanim Tanjung Kirana',
  satkerPath: 'satker/',
  timeZone: 'Asia/Jakarta',
  version: 1,
})

/** Puts rounds straight into the register of a satker. */
export async function putSurveys(
  house: House,
  satkerId: string,
  drafts: readonly SurveyDraft[],
  areas: readonly string[] = ['6'],
): Promise<string[]> {
  const rows = drafts.map(draft => ({
    ...draft,
    id: newId(),
    satkerId,
    version: 1,
    createdAt: '2026-01-05T00:00:00.000Z',
  }))
  await house.database.inTransaction(async () => {
    await house.database.insert(SurveyRound, rows)
    await house.services.entries.put(rows.map(row => surveyEntry(row, areas)))
  })
  return rows.map(row => row.id)
}

export const addSurvey = async (
  office: Office,
  fields: Record<string, unknown> = SKM_FORM,
  who: Who = 'chair',
) => {
  const page = paths.newSurvey(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}

export const surveyRows = ({ house }: Pick<Office, 'house'>) =>
  house.database.manager.getRepository(SurveyRound).find({ order: { heldFrom: 'ASC', kind: 'ASC' } })

export const surveyEvents = ({ house }: Pick<Office, 'house'>) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE action LIKE '%-survey' OR action = 'export-surveys' ORDER BY at, id`,
  )
