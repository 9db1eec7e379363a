import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { PERFORMANCE_COLUMNS, PERFORMANCE_TEMPLATE } from './performance-columns'
import { showRegisterNav } from '../registers/register-nav'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor kinerja triwulan',
  current: 'register',
  back: { label: 'Kinerja triwulan', href: paths.performance(satkerId) },
  uploadHref: paths.importPerformance(satkerId),
  runHref: paths.importPerformanceRun(satkerId),
  templateHref: paths.importPerformanceTemplate(satkerId),
  updateLabel: 'Perbarui indikator yang sudah tercatat',
  updateHint:
    'Untuk mengisi realisasi. Sel kosong tidak mengubah data yang ada. Tanpa ini, indikator yang sudah tercatat adalah kesalahan.',
  columns: PERFORMANCE_COLUMNS,
  preview: ['Tahun', 'Indikator', 'Target tahun', 'Realisasi'],
})

export const performanceImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importPerformance.pattern,
      run: paths.importPerformanceRun.pattern,
      template: paths.importPerformanceTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.performanceImport.at(unit),
        template: PERFORMANCE_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} indikator disimpan.`,
      }
      res.redirect(303, paths.performance(param(req, 'satker')))
    },
  })
