import { exact, sub, toNumber } from '../../exact'
import { lastDay } from '../cycle-days'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, codeOf, countOf, rule } from '../rule'
import { sayCount } from '../say'
import { timesAYear } from './times-a-year'
import { answerTo, figure, found } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'surveys' | 'worksheet'>

const NAME = { id: 'contradiction-survey-frequency', title: 'Kekerapan survei kepuasan' }
const OPTIONS = ['A', 'B', 'C', 'D'] as const

/** Surveys of satisfaction a year, as answered against those recorded in the last twelve months and those of the note. */
export const surveyFrequency = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: frekuensi survei yang diklaim',
  reads: ['today', 'cycle', 'surveys', 'worksheet'],
  bands: ['missing'],
  numbers: OPTIONS,
  topics: ['survey_frequency'],
  read: (facts: Read, means): Contradiction[] => {
    const code = codeOf(means, 'survey_frequency')
    const answer = answerTo(facts.worksheet, code)
    const option = OPTIONS.find(one => one === answer?.option)
    if (!answer || !option) return []
    const claimed = countOf(means, option)
    const said = (about: string, times: number, where: string, records: Contradiction['records'] = []) =>
      found(NAME, {
        about,
        level: levelIn(bandOf(means, 'missing'), sub(exact(claimed), exact(times))),
        sentence: `Dijawab ${option} (paling sedikit ${sayCount(claimed)} survei setahun), tetapi ${where} ${sayCount(times)}.`,
        measures: [
          figure('claimed', 'Survei yang diklaim', claimed),
          figure(about, 'Survei yang ada', times),
        ],
        records,
        questions: [code],
        remedy:
          'Samakan jawaban dengan jumlah survei yang dilaksanakan, atau catat survei yang belum tercatat.',
      })
    const recorded = ofLastYear(facts)
    const noted = timesAYear(answer.note)
    return [
      // A register that holds no survey at all is not in use and says nothing.
      ...(facts.surveys.length === 0
        ? []
        : said(
            'register',
            recorded.length,
            'SKM yang tercatat dalam dua belas bulan terakhir',
            recorded.map(({ id }) => ({ kind: 'survey', id })),
          )),
      ...(noted === null ? [] : said('note', toNumber(noted), 'yang disebut catatannya')),
    ]
  },
})

function ofLastYear(facts: Read): Read['surveys'] {
  const end = lastDay(facts)
  const yearAgo = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
  return facts.surveys.filter(
    ({ kind, heldUntil }) => kind === 'SKM' && heldUntil > yearAgo && heldUntil <= end,
  )
}
