import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { ROSTER_COLUMNS, ROSTER_TEMPLATE } from './roster-columns'
import { showRegisterNav } from '../registers/register-nav'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor pegawai',
  current: 'register',
  back: { label: 'Pegawai', href: paths.roster(satkerId) },
  uploadHref: paths.importRoster(satkerId),
  runHref: paths.importRosterRun(satkerId),
  templateHref: paths.importRosterTemplate(satkerId),
  updateLabel: 'Perbarui pegawai yang NIP-nya sudah tercatat',
  updateHint: 'Sel kosong tidak mengubah data yang ada. Tanpa ini, NIP yang sudah tercatat adalah kesalahan.',
  columns: ROSTER_COLUMNS,
  preview: ['Nama', 'NIP', 'Jabatan', 'Pokja'],
})

export const rosterImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-roster',
    patterns: {
      upload: paths.importRoster.pattern,
      run: paths.importRosterRun.pattern,
      template: paths.importRosterTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.roster.unitToKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.rosterImport.at(unit),
        template: ROSTER_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} pegawai disimpan.`,
      }
      res.redirect(303, paths.roster(param(req, 'satker')))
    },
  })
