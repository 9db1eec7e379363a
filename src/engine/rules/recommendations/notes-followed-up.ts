import { exact } from '../../exact'
import { bandOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { step } from '../steps'
import { progress, recommendation } from './recommendation'

/** The notes of the assistance team alone; a note without a due day is never late. */
export const notesFollowedUp = recommendation({
  number: 11,
  title: 'Tindak lanjut seluruh catatan tim pendamping',
  reads: ['today', 'notes'],
  bands: ['closed', 'late'],
  see: ({ today, notes }, means) => {
    const given = notes.filter(({ origin }) => origin === 'pendamping')
    const closed = given.filter(({ isClosed }) => isClosed).length
    const late = given.filter(({ isClosed, dueOn }) => !isClosed && dueOn !== null && dueOn < today).length
    return {
      steps: [
        progress({
          key: 'closed',
          label: 'Catatan pendamping yang selesai ditindaklanjuti',
          value: partOf(closed, given.length),
          shown:
            given.length === 0
              ? 'belum ada catatan dari tim pendamping'
              : sayPart(closed, given.length, 'catatan pendamping selesai ditindaklanjuti'),
          band: bandOf(means, 'closed'),
          say: sayShare,
          next:
            given.length === 0
              ? 'Minta pendampingan dan catatan dari kantor wilayah.'
              : 'Tanggapi catatan pendamping yang masih terbuka.',
        }),
      ],
      limits: [
        step({
          key: 'late',
          label: 'Catatan pendamping yang lewat tenggat',
          value: given.length === 0 ? null : exact(late),
          shown: `${sayCount(late)} catatan lewat tenggat`,
          band: bandOf(means, 'late'),
          next: 'Selesaikan catatan yang lewat tenggat.',
        }),
      ],
      records: given.map(({ id }) => ({ kind: 'note', id })),
    }
  },
})
