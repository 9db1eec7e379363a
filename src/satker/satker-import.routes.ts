import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { SATKER_COLUMNS, SATKER_TEMPLATE } from './satker-columns'

const FACE: ImportFace = {
  title: 'Impor satker',
  current: 'satker',
  back: { label: 'Satker', href: paths.satkerList() },
  uploadHref: paths.importSatker(),
  runHref: paths.importSatkerRun(),
  templateHref: paths.importSatkerTemplate(),
  updateLabel: 'Perbarui satker yang kodenya sudah ada',
  updateHint: 'Sel kosong tidak mengubah data yang ada. Tanpa ini, kode yang sudah ada adalah kesalahan.',
  columns: SATKER_COLUMNS,
  preview: ['Kode', 'Nama', 'Tingkat', 'Wilayah'],
}

export const satkerImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'manage-satker',
    patterns: {
      upload: paths.importSatker.pattern,
      run: paths.importSatkerRun.pattern,
      template: paths.importSatkerTemplate.pattern,
    },
    at: () => ({ face: FACE, importer: services.satkerImport, template: SATKER_TEMPLATE }),
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} satker disimpan.`,
      }
      res.redirect(303, paths.satkerList())
    },
  })
