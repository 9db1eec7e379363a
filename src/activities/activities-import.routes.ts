import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { ACTIVITY_COLUMNS, ACTIVITY_TEMPLATE } from './activity-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor kegiatan',
  current: 'register',
  back: { label: 'Kegiatan', href: paths.activities(satkerId) },
  uploadHref: paths.importActivities(satkerId),
  runHref: paths.importActivitiesRun(satkerId),
  templateHref: paths.importActivitiesTemplate(satkerId),
  updateLabel: 'Perbarui kegiatan yang sudah tercatat',
  updateHint:
    'Dicari menurut tanggal dan judul. Sel kosong tidak mengubah data yang ada. Tanpa ini, kegiatan yang sudah tercatat adalah kesalahan.',
  columns: ACTIVITY_COLUMNS,
  preview: ['Tanggal', 'Judul', 'Jenis', 'Peserta bernama'],
})

export const activitiesImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importActivities.pattern,
      run: paths.importActivitiesRun.pattern,
      template: paths.importActivitiesTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.activityFiles.at(unit),
        template: ACTIVITY_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} kegiatan disimpan.`,
      }
      res.redirect(303, paths.activities(param(req, 'satker')))
    },
  })
