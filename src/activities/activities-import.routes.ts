import { Router } from 'express'
import { paths } from '../paths'
import { registerImport, type RegisterFile } from '../registers/register-import'
import type { RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { ACTIVITY_COLUMNS, ACTIVITY_TEMPLATE } from './activity-columns'
import { POINT_COLUMNS, POINTS_TEMPLATE } from './point-columns'

const KEPT = 'Sel kosong tidak mengubah data yang ada.'

/** Activities and the points raised at them from files. */
export function activitiesImportRoutes(services: Services): Router {
  const { registerUnits, activityFiles, pointsImport } = services
  const shared = {
    policy: 'keep-registers',
    unitToKeep: (...asked) => registerUnits.toKeep(...asked),
  } satisfies Partial<RegisterFile<RegisterUnit>>
  return Router()
    .use(
      registerImport<RegisterUnit>(services, {
        ...shared,
        face: {
          title: 'Impor kegiatan',
          updateLabel: 'Perbarui kegiatan yang sudah tercatat',
          updateHint: `Dicari menurut tanggal dan judul. ${KEPT} Tanpa ini, kegiatan yang sudah tercatat adalah kesalahan.`,
          columns: ACTIVITY_COLUMNS,
          preview: ['Tanggal', 'Judul', 'Jenis', 'Peserta bernama'],
        },
        paths: {
          upload: paths.importActivities,
          run: paths.importActivitiesRun,
          template: paths.importActivitiesTemplate,
        },
        back: { label: 'Kegiatan', at: paths.activities },
        template: ACTIVITY_TEMPLATE,
        importerAt: unit => activityFiles.at(unit),
        kept: 'kegiatan',
      }),
    )
    .use(
      registerImport<RegisterUnit>(services, {
        ...shared,
        face: {
          title: 'Impor butir kegiatan',
          updateLabel: 'Perbarui butir yang sudah tercatat, misalnya dengan hari selesainya',
          updateHint: `${KEPT} Tanpa ini, butir yang sudah tercatat adalah kesalahan.`,
          columns: POINT_COLUMNS,
          preview: ['Kegiatan', 'Butir', 'Penanggung jawab', 'Tenggat'],
        },
        paths: {
          upload: paths.importPoints,
          run: paths.importPointsRun,
          template: paths.importPointsTemplate,
        },
        back: { label: 'Butir kegiatan', at: paths.satkerPoints },
        template: POINTS_TEMPLATE,
        importerAt: unit => pointsImport.at(unit),
        kept: 'butir',
      }),
    )
}
