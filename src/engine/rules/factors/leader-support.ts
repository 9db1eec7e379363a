import { exact } from '../../exact'
import { activityRecords, lastDayOf } from '../activities-held'
import { endedQuarters, lastDay } from '../cycle-days'
import { isWithin } from '../periods'
import { bandOf, countOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { step } from '../steps'
import { factor } from './factor'

/** The leader is there where ZI is discussed, and has read the parts of the worksheet. */
export const leaderSupport = factor({
  id: 'factor-leader-support',
  title: 'Dukungan pimpinan',
  reads: ['today', 'cycle', 'activities', 'attestations'],
  bands: ['meetings_led', 'parts_read'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const meetings = facts.activities.filter(
      one => one.ziDiscussed && isWithin(lastDayOf(one), end, countOf(means, 'months')),
    )
    const led = meetings.filter(({ leaderPresent }) => leaderPresent)
    const parts = [...new Set(facts.attestations.filter(({ on }) => on <= end).map(({ part }) => part))]
    // Before a quarter of the cycle is over there was nothing to read yet.
    const hadParts = parts.length > 0 || facts.cycle.submittedOn !== null || endedQuarters(facts).length > 0
    return {
      steps: [
        step({
          key: 'meetings_led',
          label: 'Kegiatan yang membahas ZI dan dihadiri pimpinan',
          value: partOf(led.length, meetings.length),
          shown:
            meetings.length === 0
              ? 'belum ada kegiatan tercatat yang membahas ZI'
              : sayPart(led.length, meetings.length, 'kegiatan yang membahas ZI dihadiri pimpinan'),
          band: bandOf(means, 'meetings_led'),
          say: sayShare,
          next: 'Jadwalkan rapat ZI pada waktu pimpinan dapat hadir.',
        }),
        step({
          key: 'parts_read',
          label: 'Bagian lembar kerja yang dibaca kepala satker',
          value: hadParts ? exact(parts.length) : null,
          shown: hadParts
            ? `kepala satker sudah membaca ${sayCount(parts.length)} bagian lembar kerja`
            : 'belum ada bagian lembar kerja yang dibaca kepala satker',
          band: bandOf(means, 'parts_read'),
          next: 'Kepala satker membaca setiap bagian lembar kerja, lalu mengesahkan atau mengembalikannya.',
        }),
      ],
      records: [...activityRecords(meetings), ...parts.map(part => ({ kind: 'part', id: part }) as const)],
    }
  },
})
