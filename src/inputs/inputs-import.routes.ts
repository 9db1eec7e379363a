import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { INPUT_COLUMNS, INPUTS_TEMPLATE } from './inputs-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor masukan',
  current: 'register',
  back: { label: 'Masukan', href: paths.inputs(satkerId) },
  uploadHref: paths.importInputs(satkerId),
  runHref: paths.importInputsRun(satkerId),
  templateHref: paths.importInputsTemplate(satkerId),
  updateLabel: 'Perbarui masukan yang sudah tercatat',
  updateHint:
    'Pengaduan dicari menurut bulannya, yang lain menurut jenis, tanggal, dan perihalnya. Sel kosong tidak mengubah data yang ada.',
  columns: INPUT_COLUMNS,
  preview: ['Jenis', 'Waktu', 'Perihal', 'Ringkasan'],
})

export const inputsImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importInputs.pattern,
      run: paths.importInputsRun.pattern,
      template: paths.importInputsTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.inputsImport.at(unit),
        template: INPUTS_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} masukan disimpan.`,
      }
      res.redirect(303, `${paths.inputs(param(req, 'satker'))}?tahun=semua`)
    },
  })
