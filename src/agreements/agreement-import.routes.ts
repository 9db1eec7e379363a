import { Router, type Request, type Response } from 'express'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { AGREEMENT_COLUMNS, AGREEMENTS_TEMPLATE } from './agreement-columns'
import { PLAN_COLUMNS, PLANS_TEMPLATE } from './plan-columns'

const KEPT = 'Sel kosong tidak mengubah data yang ada.'

const agreementsFace = (satkerId: string): ImportFace => ({
  title: 'Impor kerja sama',
  current: 'register',
  back: { label: 'Kerja sama', href: paths.agreements(satkerId) },
  uploadHref: paths.importAgreements(satkerId),
  runHref: paths.importAgreementsRun(satkerId),
  templateHref: paths.importAgreementsTemplate(satkerId),
  updateLabel: 'Perbarui kerja sama yang nomornya sudah tercatat',
  updateHint: `${KEPT} Tanpa ini, nomor yang sudah tercatat adalah kesalahan.`,
  columns: AGREEMENT_COLUMNS,
  preview: ['Nomor', 'Judul', 'Jenis', 'Masa berlaku'],
})

const plansFace = (satkerId: string): ImportFace => ({
  title: 'Impor rencana kerja',
  current: 'register',
  back: { label: 'Kerja sama', href: paths.agreements(satkerId) },
  uploadHref: paths.importAgreementPlans(satkerId),
  runHref: paths.importAgreementPlansRun(satkerId),
  templateHref: paths.importAgreementPlansTemplate(satkerId),
  updateLabel: 'Perbarui tugas yang sudah tercatat, misalnya dengan realisasinya',
  updateHint: `${KEPT} Tanpa ini, tugas yang sudah tercatat adalah kesalahan.`,
  columns: PLAN_COLUMNS,
  preview: ['Nomor kerja sama', 'Tugas', 'Tenggat', 'Terlaksana'],
})

/** Agreements and their work plans from files. */
export function agreementImportRoutes(services: Services): Router {
  const { agreements, agreementImport } = services
  const unitOf = async (req: Request, res: Response) => {
    const unit = await agreements.unitToKeep(req.actor, param(req, 'satker'))
    await showRegisterNav(services, req, res, unit)
    return unit
  }
  const done =
    (what: string) => (req: Request, res: Response, run: { readonly rows: readonly unknown[] }) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(run.rows.length)} ${what} disimpan.`,
      }
      res.redirect(303, paths.agreements(param(req, 'satker')))
    }
  return Router()
    .use(
      importRoutes(services, {
        policy: 'keep-agreements',
        patterns: {
          upload: paths.importAgreements.pattern,
          run: paths.importAgreementsRun.pattern,
          template: paths.importAgreementsTemplate.pattern,
        },
        at: async (req, res) => {
          const unit = await unitOf(req, res)
          return {
            face: agreementsFace(unit.satkerId),
            importer: agreementImport.agreementsAt(unit),
            template: AGREEMENTS_TEMPLATE,
          }
        },
        done: done('kerja sama'),
      }),
    )
    .use(
      importRoutes(services, {
        policy: 'keep-agreements',
        patterns: {
          upload: paths.importAgreementPlans.pattern,
          run: paths.importAgreementPlansRun.pattern,
          template: paths.importAgreementPlansTemplate.pattern,
        },
        at: async (req, res) => {
          const unit = await unitOf(req, res)
          return {
            face: plansFace(unit.satkerId),
            importer: agreementImport.plansAt(unit),
            template: PLANS_TEMPLATE,
          }
        },
        done: done('tugas'),
      }),
    )
}
