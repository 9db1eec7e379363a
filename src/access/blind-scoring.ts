import { hasRole, type Actor } from './actor'

/** Whether anything has to be kept from the actor at all. */
export const scoresBlind = (actor: Actor): boolean => hasRole(actor, ['second-scorer'])

/** That the user scores an assessment a second time in a sample that runs; both are expressions of SQL. */
export const drawnCondition = (assessment: string, user: string): string =>
  `EXISTS (SELECT 1 FROM sampled_units su JOIN samples sk ON sk.id = su.sample_id AND sk.closed_at IS NULL
    WHERE su.assessment_id = ${assessment} AND su.user_id = ${user})`

/** The same while the own sheet is not handed in: until then no other role shows what stands around the assessment. */
export const blindCondition = (assessment: string, user: string): string =>
  `(${drawnCondition(assessment, user)} AND NOT EXISTS (SELECT 1 FROM worksheets sw
    WHERE sw.assessment_id = ${assessment} AND sw.seat = 'second' AND sw.frozen_at IS NOT NULL))`

/** That some assessment of a satker is scored blind by the user. */
export const blindSatkerCondition = (satker: string, user: string): string =>
  `EXISTS (SELECT 1 FROM assessments sa WHERE sa.satker_id = ${satker} AND ${blindCondition('sa.id', user)})`

/** That the user scores some assessment of a satker a second time in a sample that runs. */
export const drawnAtSatkerCondition = (satker: string, user: string): string =>
  `EXISTS (SELECT 1 FROM assessments sa WHERE sa.satker_id = ${satker} AND ${drawnCondition('sa.id', user)})`
