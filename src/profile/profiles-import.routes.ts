import type { Router } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { PROFILE_COLUMNS, PROFILE_TEMPLATE } from './profile-columns'

const faceOf = (satkerId: string): ImportFace => ({
  title: 'Impor profil satker',
  current: 'register',
  back: { label: 'Profil satker', href: paths.profiles(satkerId) },
  uploadHref: paths.importProfiles(satkerId),
  runHref: paths.importProfilesRun(satkerId),
  templateHref: paths.importProfilesTemplate(satkerId),
  updateLabel: 'Perbarui triwulan yang sudah tercatat',
  updateHint:
    'Sel kosong tidak mengubah data yang ada. Tanpa ini, triwulan yang sudah tercatat adalah kesalahan.',
  columns: PROFILE_COLUMNS,
  preview: ['Triwulan', 'Pegawai', 'Garis depan', 'Selesai daring'],
})

export const profilesImportRoutes = (services: Services): Router =>
  importRoutes(services, {
    policy: 'keep-registers',
    patterns: {
      upload: paths.importProfiles.pattern,
      run: paths.importProfilesRun.pattern,
      template: paths.importProfilesTemplate.pattern,
    },
    at: async (req, res) => {
      const unit = await services.registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: faceOf(unit.satkerId),
        importer: services.profilesImport.at(unit),
        template: PROFILE_TEMPLATE,
      }
    },
    done: (req, res, run) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} triwulan disimpan.`,
      }
      res.redirect(303, paths.profiles(param(req, 'satker')))
    },
  })
