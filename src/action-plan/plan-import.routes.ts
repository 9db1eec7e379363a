import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { planLink } from './goal-form.page'
import { PLAN_COLUMNS, PLAN_TEMPLATE } from './plan-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor rencana aksi',
  current: 'register',
  back: planLink(satkerId),
  uploadHref: paths.importActionPlan(satkerId),
  runHref: paths.importActionPlanRun(satkerId),
  templateHref: paths.importActionPlanTemplate(satkerId),
  updateLabel: 'Perbarui sasaran yang sudah tercatat',
  updateHint:
    'Dicari menurut tahun dan sasarannya. Sel kosong tidak mengubah data yang ada. Tanpa ini, sasaran yang sudah tercatat adalah kesalahan.',
  columns: PLAN_COLUMNS,
  preview: ['Tahun', 'Sasaran', 'Penanggung jawab', 'Tenggat', 'Kemajuan'],
})

export const planImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importActionPlan.pattern,
      run: paths.importActionPlanRun.pattern,
      template: paths.importActionPlanTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.planImport.at(unit),
        template: PLAN_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} sasaran disimpan.`,
      }
      res.redirect(303, paths.actionPlan(param(req, 'satker')))
    },
  })
