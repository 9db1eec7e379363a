import { exact, type Exact } from '../../exact'
import { indexOn } from '../survey-index'
import type { CivilDate } from '../../civil-days'
import type { ProfileFacts, SurveyFactKind, SurveyFacts } from '../facts'
import { quarterEnd } from '../cycle-days'
import { quarterText, sayQuarter } from '../periods'
import { sayDate } from '../say'
import { partOf } from '../shares'
import type { Point } from './indicator'

/** Surveys of a kind that were over by a day, on 0–4; an index off the scale it names is left out. */
export const surveyPoints = (
  surveys: readonly SurveyFacts[],
  kind: SurveyFactKind,
  end: CivilDate,
): Point[] =>
  surveys
    .filter(one => one.kind === kind && one.heldUntil <= end)
    .flatMap(({ id, heldUntil, scale, index }) => {
      const value = indexOn('0-4', scale, index)
      const records = [{ kind: 'survey', id }] as const
      return value ? [{ at: heldUntil, when: sayDate(heldUntil), value, records }] : []
    })

/** A figure of the profiles of quarters that had ended by a day. */
export const profilePoints = (
  profiles: readonly ProfileFacts[],
  end: CivilDate,
  figure: (profile: ProfileFacts) => Exact | null,
): Point[] =>
  profiles
    .filter(({ year, quarter }) => quarterEnd(year, quarter) <= end)
    .flatMap(profile => {
      const { id, year, quarter } = profile
      const value = figure(profile)
      const records = [{ kind: 'profile', id }] as const
      return value
        ? [{ at: quarterText(year, quarter), when: sayQuarter(year, quarter), value, records }]
        : []
    })

export const countFigure = (count: number | null): Exact | null => (count === null ? null : exact(count))

export const shareFigure = (part: number | null, whole: number | null): Exact | null =>
  part === null || whole === null ? null : partOf(part, whole)
