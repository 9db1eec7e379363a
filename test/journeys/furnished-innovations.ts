import { paths } from '../../src/paths'
import type { House } from '../support/house'
import { complaint, keepInnovations } from '../innovations/innovation-office'

/** Innovations in every state that a list tells apart, one of them with everything around it. */
export async function furnishInnovations(house: House, satkerId: string) {
  const agents = await house.services.roster.agents(satkerId)
  const [whole, planned] = await keepInnovations({ house }, satkerId, [
    {
      name: 'Antrean daring bagi pemohon lanjut usia dan penyandang disabilitas',
      proofLink: 'https://contoh.go.id/pengaduan-2025',
      atm: 'modified',
      sourceUnit: 'Kantor Imigrasi Bahari',
      modification: 'Ditambah kuota lanjut usia',
      indicator: 'Lama menunggu rata-rata',
      unit: 'menit',
      beforeValue: '40',
      beforeOn: '2025-02-14',
      afterValue: '12.5',
      afterOn: '2025-09-12',
      usedBy: 'Pemohon paspor',
      users: 1250,
      copies: [{ unit: 'Rutan Muara Bening', on: '2025-11-03' }],
      integratedOn: '2025-10-01',
      integration: 'SOP 12/2025',
      agents: agents.slice(0, 1).map(agent => agent.id),
      areas: ['2', '6'],
      questions: ['A.II.1.i.a'],
    },
    { name: 'Kotak saran keliling', startedOn: '2026-06-01' },
    {
      name: 'Pojok integritas',
      endedOn: '2025-12-31',
      indicator: 'Pelanggaran',
      beforeValue: '3',
      beforeOn: '2025-01-31',
    },
  ])
  const entry = await complaint({ house }, satkerId)
  await house.database.inTransaction(() => house.services.entries.link(whole!, 'answers', [entry]))
  await complaint({ house }, satkerId, 'Audiensi dengan pengguna layanan Februari 2025')
  return {
    chair: [
      paths.innovations(satkerId),
      `${paths.innovations(satkerId)}?bukti=belum&urut=-mulai`,
      paths.newInnovation(satkerId),
      paths.importInnovations(satkerId),
      paths.innovationsPaper(satkerId),
      paths.innovation(whole!),
      paths.editInnovation(whole!),
      paths.innovationNeed(whole!),
      paths.innovationSheet(whole!),
    ],
    viewer: [paths.innovations(satkerId), paths.innovation(planned!)],
  }
}
