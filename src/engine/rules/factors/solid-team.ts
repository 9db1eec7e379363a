import { activityRecords, lastDayOf } from '../activities-held'
import type { ContributionFacts } from '../facts'
import { endedQuarters, lastDay } from '../cycle-days'
import { isWithin, quarterText } from '../periods'
import { bandOf, countOf, wordsOf, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart, total } from '../shares'
import { step, type Step } from '../steps'
import { factor } from './factor'

/** Every pokja at work all along, and what the team resolved is done. */
export const solidTeam = factor({
  id: 'factor-solid-team',
  title: 'Tim yang solid',
  reads: ['today', 'cycle', 'contributions', 'activities'],
  bands: ['pokja_at_work', 'points_done'],
  numbers: ['months'],
  words: ['pokja'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const meetings = facts.activities.filter(
      one => one.points > 0 && isWithin(lastDayOf(one), end, countOf(means, 'months')),
    )
    const points = total(meetings.map(one => one.points))
    const done = total(meetings.map(one => Math.min(one.pointsDone, one.points)))
    return {
      steps: [
        pokjaAtWork(
          facts.contributions,
          endedQuarters(facts).map(quarter => quarterText(facts.cycle.year, quarter)),
          means,
        ),
        step({
          key: 'points_done',
          label: 'Kesepakatan rapat yang selesai',
          value: partOf(done, points),
          shown:
            points === 0
              ? 'belum ada kesepakatan rapat yang dicatat'
              : sayPart(done, points, 'kesepakatan rapat selesai'),
          band: bandOf(means, 'points_done'),
          say: sayShare,
          next: 'Bagi kesepakatan rapat yang belum selesai kepada anggota tim, dan catat penyelesaiannya.',
        }),
      ],
      records: activityRecords(meetings),
    }
  },
})

/** Of every pokja and every quarter of the cycle that is over, how many saw an act. */
function pokjaAtWork(
  contributions: readonly ContributionFacts[],
  quarters: readonly string[],
  means: RuleMeans,
): Step {
  const pokja = wordsOf(means, 'pokja')
  const seen = new Set(
    contributions
      .filter(one => one.acts > 0)
      .map(one => `${one.pokja} ${quarterText(one.year, one.quarter)}`),
  )
  const worked = quarters.flatMap(quarter => pokja.filter(one => seen.has(`${one} ${quarter}`))).length
  const isKnown = contributions.length > 0 && quarters.length > 0
  return step({
    key: 'pokja_at_work',
    label: 'Pokja yang bekerja setiap triwulan',
    value: isKnown ? partOf(worked, pokja.length * quarters.length) : null,
    shown: isKnown
      ? `${sayPart(worked, pokja.length * quarters.length, 'triwulan kerja pokja terisi')} dari ${sayCount(pokja.length)} pokja dalam ${sayCount(quarters.length)} triwulan`
      : 'pekerjaan pokja per triwulan belum dapat dibaca',
    band: bandOf(means, 'pokja_at_work'),
    say: sayShare,
    next: 'Gerakkan pokja yang belum bekerja triwulan ini.',
  })
}
