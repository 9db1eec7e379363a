import { Router } from 'express'
import { paths } from '../paths'
import { registerImport, type RegisterFile } from '../registers/register-import'
import type { Services } from '../services'
import { AGREEMENT_COLUMNS, AGREEMENTS_TEMPLATE } from './agreement-columns'
import type { AgreementUnit } from './agreement-facts'
import { EVALUATION_COLUMNS, EVALUATIONS_TEMPLATE } from './evaluation-columns'
import { PLAN_COLUMNS, PLANS_TEMPLATE } from './plan-columns'

const KEPT = 'Sel kosong tidak mengubah data yang ada.'

/** Agreements, their work plans and their evaluations from files. */
export function agreementImportRoutes(services: Services): Router {
  const { agreements, agreementImport, evaluationImport } = services
  const shared = {
    policy: 'keep-agreements',
    unitToKeep: (...asked) => agreements.unitToKeep(...asked),
    back: { label: 'Kerja sama', at: paths.agreements },
  } satisfies Partial<RegisterFile<AgreementUnit>>
  return Router()
    .use(
      registerImport<AgreementUnit>(services, {
        ...shared,
        face: {
          title: 'Impor kerja sama',
          updateLabel: 'Perbarui kerja sama yang nomornya sudah tercatat',
          updateHint: `${KEPT} Tanpa ini, nomor yang sudah tercatat adalah kesalahan.`,
          columns: AGREEMENT_COLUMNS,
          preview: ['Nomor', 'Judul', 'Jenis', 'Masa berlaku'],
        },
        paths: {
          upload: paths.importAgreements,
          run: paths.importAgreementsRun,
          template: paths.importAgreementsTemplate,
        },
        template: AGREEMENTS_TEMPLATE,
        importerAt: unit => agreementImport.agreementsAt(unit),
        kept: 'kerja sama',
      }),
    )
    .use(
      registerImport<AgreementUnit>(services, {
        ...shared,
        face: {
          title: 'Impor rencana kerja',
          updateLabel: 'Perbarui tugas yang sudah tercatat, misalnya dengan realisasinya',
          updateHint: `${KEPT} Tanpa ini, tugas yang sudah tercatat adalah kesalahan.`,
          columns: PLAN_COLUMNS,
          preview: ['Nomor kerja sama', 'Tugas', 'Tenggat', 'Terlaksana'],
        },
        paths: {
          upload: paths.importAgreementPlans,
          run: paths.importAgreementPlansRun,
          template: paths.importAgreementPlansTemplate,
        },
        template: PLANS_TEMPLATE,
        importerAt: unit => agreementImport.plansAt(unit),
        kept: 'tugas',
      }),
    )
    .use(
      registerImport<AgreementUnit>(services, {
        ...shared,
        face: {
          title: 'Impor evaluasi',
          updateLabel: 'Perbarui hasil evaluasi yang sudah tercatat',
          updateHint: `${KEPT} Tanpa ini, evaluasi yang sudah tercatat adalah kesalahan.`,
          columns: EVALUATION_COLUMNS,
          preview: ['Nomor kerja sama', 'Tanggal evaluasi', 'Hasil evaluasi'],
        },
        paths: {
          upload: paths.importAgreementEvaluations,
          run: paths.importAgreementEvaluationsRun,
          template: paths.importAgreementEvaluationsTemplate,
        },
        template: EVALUATIONS_TEMPLATE,
        importerAt: unit => evaluationImport.at(unit),
        kept: 'evaluasi',
      }),
    )
}
