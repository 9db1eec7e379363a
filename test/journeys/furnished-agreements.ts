import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { AgreementEvaluation } from '../../src/agreements/agreement-evaluation.entity'
import { keepAgreement } from '../agreements/agreement-office'
import type { House } from '../support/house'

/** Agreements of one unit in every state, with plans, a realisation and an evaluation. */
export async function furnishAgreements(house: House, satkerId: string) {
  const running = await keepAgreement(
    house,
    {
      satkerId,
      title: 'Layanan kesehatan keliling bagi pengguna layanan dan keluarganya',
      published: true,
      evaluateEvery: 6,
      nextEvaluationOn: '2026-07-15',
    },
    [
      ['2026-02-28', '2026-02-20'],
      ['2026-06-30', null],
    ],
  )
  await keepAgreement(house, { satkerId, title: 'Literasi hukum', validFrom: '2025-01-01' }, [
    ['2026-06-30', null],
  ])
  await keepAgreement(house, { satkerId, title: 'Pelatihan kerja' }, [['2026-02-01', null]])
  await keepAgreement(house, {
    satkerId,
    title: 'Perpustakaan keliling',
    evaluateEvery: 3,
    nextEvaluationOn: '2026-02-01',
  })
  await keepAgreement(house, { satkerId, title: 'Parkir bersama', validUntil: '2026-04-30' }, [
    ['2026-02-28', '2026-02-20'],
    ['2026-04-30', null],
  ])
  await keepAgreement(house, { satkerId, title: 'Air bersih' }, [['2026-02-28', '2026-02-20']])
  await keepAgreement(house, {
    satkerId,
    title: 'Pameran',
    published: true,
    validFrom: '2024-01-01',
    validUntil: '2025-12-31',
  })
  await house.database.inTransaction(() =>
    house.database.insert(AgreementEvaluation, [
      {
        id: newId(),
        agreementId: running,
        heldOn: '2026-03-01',
        finding: 'Jadwal berjalan; tenaga dokter ditambah.',
        createdAt: '2026-03-01T00:00:00.000Z',
      },
    ]),
  )
  const task = await house.database.one<{ id: string }>(
    'SELECT id FROM agreement_tasks WHERE agreement_id = $1 ORDER BY due_on LIMIT 1',
    [running],
  )
  return {
    chair: [
      paths.agreements(satkerId),
      `${paths.agreements(satkerId)}?keadaan=late&urut=-judul`,
      paths.agreementsPaper(satkerId),
      `${paths.agreementsReport(satkerId)}?tahun=2026`,
      paths.newAgreement(satkerId),
      paths.importAgreements(satkerId),
      paths.importAgreementPlans(satkerId),
      paths.importAgreementEvaluations(satkerId),
      paths.cooperation(running),
      paths.editAgreement(running),
      paths.newAgreementTask(running),
      paths.agreementTask(running, task!.id),
      paths.newAgreementEvaluation(running),
      paths.entryQuestions(running),
      paths.entryEvidence(running),
    ],
    viewer: [paths.agreementDashboard(), paths.agreementDashboardPaper(), paths.cooperation(running)],
    nobody: [paths.publicAgreements(), `${paths.publicAgreements()}?cari=layanan`],
  }
}
