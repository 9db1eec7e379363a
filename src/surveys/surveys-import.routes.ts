import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { SURVEY_COLUMNS, SURVEYS_TEMPLATE } from './surveys-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor survei',
  current: 'register',
  back: { label: 'Survei', href: paths.surveys(satkerId) },
  uploadHref: paths.importSurveys(satkerId),
  runHref: paths.importSurveysRun(satkerId),
  templateHref: paths.importSurveysTemplate(satkerId),
  updateLabel: 'Perbarui survei yang sudah tercatat',
  updateHint: 'Dicari menurut survei dan periodenya. Sel kosong tidak mengubah data yang ada.',
  columns: SURVEY_COLUMNS,
  preview: ['Survei', 'Periode', 'Responden', 'Indeks'],
})

export const surveysImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importSurveys.pattern,
      run: paths.importSurveysRun.pattern,
      template: paths.importSurveysTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.surveysImport.at(unit),
        template: SURVEYS_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} survei disimpan.`,
      }
      res.redirect(303, paths.surveys(param(req, 'satker')))
    },
  })
