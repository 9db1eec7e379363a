import { Router } from 'express'
import { paths } from '../paths'
import { registerImport, type RegisterFile } from '../registers/register-import'
import type { RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { PREDICATE_COLUMNS, PREDICATES_TEMPLATE } from './predicate-columns'
import { PROFILE_COLUMNS, PROFILE_TEMPLATE } from './profile-columns'

const KEPT = 'Sel kosong tidak mengubah data yang ada.'

/** The quarters of a satker and the predicates it held from files. */
export function profilesImportRoutes(services: Services): Router {
  const { registerUnits, profilesImport, predicatesImport } = services
  const shared = {
    policy: 'keep-registers',
    unitToKeep: (...asked) => registerUnits.toKeep(...asked),
    back: { label: 'Profil satker', at: paths.profiles },
  } satisfies Partial<RegisterFile<RegisterUnit>>
  return Router()
    .use(
      registerImport<RegisterUnit>(services, {
        ...shared,
        face: {
          title: 'Impor profil satker',
          updateLabel: 'Perbarui triwulan yang sudah tercatat',
          updateHint: `${KEPT} Tanpa ini, triwulan yang sudah tercatat adalah kesalahan.`,
          columns: PROFILE_COLUMNS,
          preview: ['Triwulan', 'Pegawai', 'Garis depan', 'Selesai daring'],
        },
        paths: {
          upload: paths.importProfiles,
          run: paths.importProfilesRun,
          template: paths.importProfilesTemplate,
        },
        template: PROFILE_TEMPLATE,
        importerAt: unit => profilesImport.at(unit),
        kept: 'triwulan',
      }),
    )
    .use(
      registerImport<RegisterUnit>(services, {
        ...shared,
        face: {
          title: 'Impor predikat',
          updateLabel: 'Perbarui predikat yang sudah tercatat, misalnya dengan pencabutannya',
          updateHint: `${KEPT} Tanpa ini, predikat yang sudah tercatat adalah kesalahan.`,
          columns: PREDICATE_COLUMNS,
          preview: ['Predikat', 'Masa', 'Keputusan'],
        },
        paths: {
          upload: paths.importPredicates,
          run: paths.importPredicatesRun,
          template: paths.importPredicatesTemplate,
        },
        template: PREDICATES_TEMPLATE,
        importerAt: unit => predicatesImport.at(unit),
        kept: 'predikat',
      }),
    )
}
