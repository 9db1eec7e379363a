import type { ComplaintFacts, InputFacts } from '../facts'
import { lastDay } from '../cycle-days'
import { isWithin, monthWindows } from '../periods'
import { bandOf, countOf, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart, total } from '../shares'
import { step, type Step } from '../steps'
import { factor } from './factor'

/** What people say is answered, and it is what improvements begin with. */
export const complaintsAsGround = factor({
  id: 'factor-complaints',
  title: 'Pengaduan sebagai dasar perbaikan',
  reads: ['today', 'cycle', 'complaints', 'inputs', 'innovations'],
  bands: ['complaints_done', 'inputs_followed_up', 'innovations_from_input'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const months = countOf(means, 'months')
    const recent = monthWindows(end, months).flat()
    const complaints = facts.complaints.filter(({ month }) => recent.includes(month))
    const inputs = facts.inputs.filter(({ happenedOn }) => isWithin(happenedOn, end, months))
    const begun = facts.innovations.filter(({ startedOn }) => startedOn <= end)
    const asked = begun.filter(({ needInputs }) => needInputs > 0).length
    return {
      steps: [
        complaintsDone(complaints, means),
        followedUp(inputs, end, means),
        step({
          key: 'innovations_from_input',
          label: 'Inovasi yang berawal dari masukan atau pengaduan',
          value: partOf(asked, begun.length),
          shown:
            begun.length === 0
              ? 'belum ada inovasi yang tercatat'
              : sayPart(asked, begun.length, 'inovasi berawal dari masukan atau pengaduan'),
          band: bandOf(means, 'innovations_from_input'),
          say: sayShare,
          next: 'Hubungkan inovasi dengan pengaduan, survei, atau masukan yang menjadi dasarnya.',
        }),
      ],
      records: [
        ...complaints.map(({ id }) => ({ kind: 'complaint', id }) as const),
        ...inputs.map(({ id }) => ({ kind: 'input', id }) as const),
        ...begun.map(({ id }) => ({ kind: 'innovation', id }) as const),
      ],
    }
  },
})

function complaintsDone(complaints: readonly ComplaintFacts[], means: RuleMeans): Step {
  const received = total(complaints.map(one => one.received))
  const done = total(complaints.map(one => Math.min(one.done, one.received)))
  return step({
    key: 'complaints_done',
    label: 'Pengaduan yang selesai',
    value: partOf(done, received),
    shown:
      received === 0
        ? 'belum ada pengaduan yang tercatat'
        : `${sayPart(done, received, 'pengaduan selesai')} dalam ${sayCount(countOf(means, 'months'))} bulan terakhir`,
    band: bandOf(means, 'complaints_done'),
    say: sayShare,
    next: 'Selesaikan pengaduan yang masih terbuka, dan catat rekap setiap bulan.',
  })
}

function followedUp(inputs: readonly InputFacts[], end: string, means: RuleMeans): Step {
  const answered = inputs.filter(({ followedUpOn }) => followedUpOn !== null && followedUpOn <= end).length
  return step({
    key: 'inputs_followed_up',
    label: 'Masukan pemangku kepentingan yang ditindaklanjuti',
    value: partOf(answered, inputs.length),
    shown:
      inputs.length === 0
        ? 'belum ada masukan pemangku kepentingan yang tercatat'
        : sayPart(answered, inputs.length, 'masukan pemangku kepentingan ditindaklanjuti'),
    band: bandOf(means, 'inputs_followed_up'),
    say: sayShare,
    next: 'Tindak lanjuti masukan pemangku kepentingan, dan catat tanggalnya.',
  })
}
