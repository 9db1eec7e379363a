import { activityRecords, heldWithin } from '../activities-held'
import { indexOn } from '../survey-index'
import type { CivilDate } from '../../civil-days'
import type { SurveyFacts } from '../facts'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount, sayDate, sayNumber, sayShare } from '../say'
import { trainedShare } from '../service-trained'
import { sayPart } from '../shares'
import { step } from '../steps'
import { factor } from './factor'

/** Those who serve are trained, and those who are served say so. */
export const serviceCulture = factor({
  id: 'factor-service-culture',
  title: 'Budaya pelayanan',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities', 'frontLineStaff', 'surveys'],
  bands: ['trained', 'satisfaction'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const months = countOf(means, 'months')
    const { trained, frontLine, share, missing } = trainedShare(facts, months)
    const survey = latestSatisfaction(facts.surveys, end)
    return {
      steps: [
        step({
          key: 'trained',
          label: 'Petugas layanan yang dilatih layanan prima',
          value: share,
          shown:
            share === null
              ? missing.shown
              : `${sayPart(trained, frontLine ?? 0, 'petugas layanan dilatih')} dalam ${sayCount(months)} bulan terakhir`,
          band: bandOf(means, 'trained'),
          say: sayShare,
          next: share === null ? missing.next : 'Latih petugas layanan yang belum dilatih.',
        }),
        step({
          key: 'satisfaction',
          label: 'Kepuasan masyarakat (SKM, skala 25–100)',
          value: survey?.index ?? null,
          shown: survey
            ? `indeks SKM ${sayNumber(survey.index)} dari 100 pada ${sayDate(survey.heldUntil)}`
            : 'hasil SKM belum tercatat',
          band: bandOf(means, 'satisfaction'),
          next: 'Catat hasil SKM dan perbaiki unsur layanan yang terendah.',
        }),
      ],
      records: [
        ...activityRecords(heldWithin(facts.activities, 'service-training', end, months)),
        ...(survey ? [{ kind: 'survey', id: survey.id } as const] : []),
      ],
    }
  },
})

function latestSatisfaction(surveys: readonly SurveyFacts[], end: CivilDate) {
  return surveys
    .filter(({ kind, heldUntil }) => kind === 'SKM' && heldUntil <= end)
    .flatMap(({ id, heldUntil, scale, index }) => {
      const hundred = indexOn('25-100', scale, index)
      return hundred ? [{ id, heldUntil, index: hundred }] : []
    })
    .sort((a, b) => (`${a.heldUntil} ${a.id}` < `${b.heldUntil} ${b.id}` ? -1 : 1))
    .at(-1)
}
