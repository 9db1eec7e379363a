import { paths } from '../../src/paths'
import { putSurveys, round } from '../surveys/surveys-office'
import type { House } from '../support/house'

/** Rounds of every kind: enough people and too few, internal without its external twin, a population nobody knows. */
export async function furnishSurveys(house: House, satkerId: string) {
  const [satisfaction, external] = await putSurveys(house, satkerId, [
    round(),
    round({
      kind: 'IPKP',
      scale: '0-4',
      index: '3.62',
      population: null,
      respondents: 240,
      conductedBy: 'Lembaga Penelitian Universitas Nusa Lintang',
    }),
    round({ kind: 'SPAK', scale: '1-4', index: '3.2', respondents: 120, method: 'kotak' }),
    round({ heldFrom: '2025-07-01', heldUntil: '2025-12-19', index: '64.99' }),
  ])
  const list = paths.surveys(satkerId)
  return {
    chair: [
      list,
      `${list}?sumber=internal&urut=-responden`,
      paths.newSurvey(satkerId),
      paths.importSurveys(satkerId),
      paths.surveysPaper(satkerId),
      paths.survey(satisfaction ?? ''),
      paths.survey(external ?? ''),
      paths.editSurvey(satisfaction ?? ''),
    ],
    viewer: [list, paths.survey(external ?? '')],
  }
}
