import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { INNOVATION_COLUMNS, INNOVATION_TEMPLATE } from './innovation-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor inovasi',
  current: 'register',
  back: { label: 'Inovasi', href: paths.innovations(satkerId) },
  uploadHref: paths.importInnovations(satkerId),
  runHref: paths.importInnovationsRun(satkerId),
  templateHref: paths.importInnovationsTemplate(satkerId),
  updateLabel: 'Perbarui inovasi yang namanya sudah tercatat',
  updateHint:
    'Sel kosong tidak mengubah data yang ada. Tanpa ini, nama yang sudah tercatat adalah kesalahan.',
  columns: INNOVATION_COLUMNS,
  preview: ['Nama', 'Mulai', 'Pengukuran', 'Nilai'],
})

export const innovationsImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importInnovations.pattern,
      run: paths.importInnovationsRun.pattern,
      template: paths.importInnovationsTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.innovationsImport.at(unit),
        template: INNOVATION_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} inovasi disimpan.`,
      }
      res.redirect(303, paths.innovations(param(req, 'satker')))
    },
  })
