import type { Actor } from '../../src/access/actor'
import { paths } from '../../src/paths'
import type { CommitmentDraft } from '../../src/performance/commitment-facts'
import type { House } from '../support/house'

const DRAFT: CommitmentDraft = {
  year: 2025,
  indicator: 'Persentase permohonan paspor yang diselesaikan tepat waktu',
  unit: 'persen',
  direction: 'up',
  counting: 'running',
  yearTarget: '95.5',
  targets: ['90', '92', '94', '95.5'],
}

/** A year with every state of a quarter, a quarter that runs, and what the region asked about it. */
export async function furnishPerformance(
  house: House,
  satkerId: string,
  { chair, viewer }: { readonly chair: Actor; readonly viewer: Actor },
) {
  const { performance, quarterReports, followUps, registerUnits } = house.services
  const unit = await registerUnits.toKeep(chair, satkerId)
  const add = (more: Partial<CommitmentDraft> = {}) =>
    performance.add(chair, unit, { ...DRAFT, ...more }, ['4', '6'])
  const report = (id: string, quarter: 1 | 2 | 3 | 4, realisation: string) =>
    quarterReports.report(chair, id, quarter, 0, {
      realisation,
      obstacle: 'Jaringan terputus selama dua pekan.',
      strategy: 'Menambah loket pada jam sibuk.',
      reportedOn: '2026-01-08',
    })
  const whole = await add()
  for (const [quarter, realisation] of [
    [1, '91.2'],
    [2, '84'],
    [3, '60'],
  ] as const)
    await report(whole, quarter, realisation)
  const less = await add({
    indicator: 'Jumlah pengaduan yang terbukti',
    unit: 'kasus',
    direction: 'down',
    counting: 'sum',
    yearTarget: '0',
    targets: ['0', null, null, '0'],
  })
  await report(less, 1, '1')
  const running = await add({ year: 2026 })
  const asked = (text: string) =>
    followUps.write(viewer, unit, { year: 2026, quarter: 1, text, dueOn: '2026-04-30' })
  const open = await asked('Jelaskan antrean di loket 2 dan langkah perbaikannya.')
  const replied = await asked('Lengkapi bukti capaian triwulan.')
  await followUps.act(chair, replied, 'reply', 1, 'Bukti dilampirkan.')
  return {
    chair: [
      `${paths.performance(satkerId)}?tahun=2026`,
      `${paths.performance(satkerId)}?tahun=2025&keadaan=belum&urut=-indikator`,
      `${paths.newCommitment(satkerId)}?tahun=2026`,
      paths.importPerformance(satkerId),
      `${paths.performancePaper(satkerId)}?tahun=2025&triwulan=2`,
      paths.commitment(whole),
      paths.editCommitment(whole),
      paths.quarter(whole, '3'),
      paths.quarterReport(running, '1'),
      paths.followUp(open),
    ],
    viewer: [
      `${paths.region()}?tahun=2025&triwulan=1`,
      `${paths.region()}?tahun=2025&triwulan=semua`,
      `${paths.region()}?tahun=2025&triwulan=1&tampilan=layar`,
      `${paths.regionPaper()}?tahun=2025&triwulan=semua`,
      `${paths.newFollowUp(satkerId)}?tahun=2026`,
      paths.followUp(replied),
      paths.quarter(less, '1'),
    ],
  }
}
