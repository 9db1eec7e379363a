import { paths } from '../../src/paths'
import { complaints, meeting, putInputs } from '../inputs/inputs-office'
import type { House } from '../support/house'

/** Complaints of two years with a month that is missing, and every kind of meeting, followed up and not. */
export async function furnishInputs(house: House, satkerId: string) {
  const [month, audience] = await putInputs(house, satkerId, [
    { ...complaints('2026-01', [12, 9]), averageDays: '3.25' },
    meeting({
      subject: 'Antrean pengambilan paspor pada hari Senin pagi',
      asked: 'Antrean pengambilan mengular sampai ke halaman dan tidak ada tempat duduk bagi lansia.',
      decided: 'Nomor antrean daring dibuka, dan dua puluh kursi ditambah.',
    }),
    complaints('2026-02', [0, 0]),
    complaints('2025-12', [4, 4]),
    meeting({
      kind: 'konsultasi',
      subject: 'Rancangan standar pelayanan',
      stakeholder: 'tokoh',
      people: 1_250,
      happenedOn: '2026-02-12',
      followUp: 'Standar pelayanan baru ditetapkan.',
      followedUpOn: '2026-03-02',
    }),
    meeting({ kind: 'lainnya', subject: 'Surat pembaca', stakeholder: 'media', people: 1 }),
  ])
  const list = paths.inputs(satkerId)
  return {
    chair: [
      list,
      `${list}?tahun=semua&urut=-orang`,
      `${list}?jenis=belum`,
      paths.newInput(satkerId),
      paths.newComplaints(satkerId),
      paths.importInputs(satkerId),
      paths.inputsPaper(satkerId),
      paths.input(month ?? ''),
      paths.input(audience ?? ''),
      paths.editInput(month ?? ''),
      paths.editInput(audience ?? ''),
    ],
    viewer: [list, paths.input(audience ?? '')],
  }
}
