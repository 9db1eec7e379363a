import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import type { Services } from '../services'
import { view } from '../web/view'
import { PEOPLE_COLUMNS, PEOPLE_TEMPLATE } from './people-columns'
import { peopleImportedPage } from './people-imported.page'

const FACE: ImportFace = {
  title: 'Impor pengguna',
  current: 'pengguna',
  back: { label: 'Pengguna', href: paths.accounts() },
  uploadHref: paths.importAccounts(),
  runHref: paths.importAccountsRun(),
  templateHref: paths.importAccountsTemplate(),
  updateLabel: 'Perbarui pengguna yang NIP atau surelnya sudah ada',
  updateHint:
    'Nama dan surel diperbarui, peran yang belum ada ditambahkan. Tanpa ini, akun yang sudah ada adalah kesalahan.',
  columns: PEOPLE_COLUMNS,
  preview: ['Nama', 'NIP atau surel', 'Peran', 'Kode satker'],
}

export const peopleImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'manage-accounts',
    patterns: {
      upload: paths.importAccounts.pattern,
      run: paths.importAccountsRun.pattern,
      template: paths.importAccountsTemplate.pattern,
    },
    at: () => ({ face: FACE, importer: services.peopleImport, template: PEOPLE_TEMPLATE }),
    /** Links are kept nowhere, so the answer itself shows them. */
    done: (_req, res, run) => view(res, 'accounts/imported', peopleImportedPage(run), 201),
  })
