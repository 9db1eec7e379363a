import type { CivilDate } from '../../civil-days'
import type { ComplaintFacts } from '../facts'
import { lastDay, quarterEnd } from '../cycle-days'
import { quarterText, sayQuarter } from '../periods'
import { quarterOf, yearOf } from '../../civil-days'
import { numberOf } from '../rule'
import { sayNumber, sayShare } from '../say'
import { partOf, total } from '../shares'
import type { Indicator, Point } from './indicator'
import { key } from './key'
import { profilePoints, shareFigure, surveyPoints } from './points'

export const service = key({
  id: 'key-service',
  title: 'Perubahan pelayanan',
  reads: ['today', 'cycle', 'profiles', 'surveys', 'complaints'],
  numbers: ['index_steady', 'share_steady'],
  indicators: (facts, means) => {
    const end = lastDay(facts)
    const survey = (kind: 'IPKP' | 'SKM'): Indicator => ({
      key: kind.toLowerCase(),
      label: kind,
      points: surveyPoints(facts.surveys, kind, end),
      better: 'higher',
      steady: numberOf(means, 'index_steady'),
      say: sayNumber,
      next: `Catat hasil survei ${kind} terbaru dan sebelumnya, dan perbaiki unsur layanan yang terendah.`,
    })
    const share = { better: 'higher', steady: numberOf(means, 'share_steady'), say: sayShare } as const
    return [
      survey('IPKP'),
      survey('SKM'),
      {
        ...share,
        key: 'complaints_done',
        label: 'pengaduan yang selesai',
        points: complaintPoints(facts.complaints, end),
        next: 'Selesaikan pengaduan yang masih terbuka, dan catat rekap setiap bulan.',
      },
      {
        ...share,
        key: 'services_online',
        label: 'layanan tanpa tatap muka',
        points: profilePoints(facts.profiles, end, one => shareFigure(one.onlineServices, one.services)),
        next: 'Sederhanakan layanan lagi sehingga dapat diselesaikan secara daring, dan perbarui profil satker.',
      },
    ]
  },
  next: 'Pilih satu layanan yang paling dikeluhkan dan tunjukkan perubahannya.',
})

/** By quarter that had ended; one in which nobody complained tells nothing of how complaints are handled. */
function complaintPoints(complaints: readonly ComplaintFacts[], end: CivilDate): Point[] {
  const groups = new Map<string, ComplaintFacts[]>()
  for (const one of complaints) {
    const at = quarterText(yearOf(one.month), quarterOf(one.month))
    groups.set(at, [...(groups.get(at) ?? []), one])
  }
  return [...groups].flatMap(([at, group]) => {
    const [year = 0, quarter = 0] = at.split('-').map(Number)
    const value = partOf(total(group.map(({ done }) => done)), total(group.map(one => one.received)))
    if (!value || quarterEnd(year, quarter) > end) return []
    const records = group.map(({ id }) => ({ kind: 'complaint', id }) as const)
    return [{ at, when: sayQuarter(year, quarter), value, records }]
  })
}
