import type { Request, Router } from 'express'
import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import type { ScopedSatker } from '../access/scope'
import type { ImportFace } from '../imports/import.page'
import { importRoutes } from '../imports/import.routes'
import type { Importer } from '../imports/importer'
import type { Services } from '../services'
import type { TableToWrite } from '../spreadsheets/write-table'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { showRegisterNav } from './register-nav'

/** An address of one satker. */
interface AtSatker {
  (satkerId: string): string
  readonly pattern: string
}

/** One kind of file that a register of one satker reads. */
export interface RegisterFile<Unit extends ScopedSatker> {
  readonly policy: RolePolicy
  /** The satker for whoever keeps the register; throws for everybody else. */
  readonly unitToKeep: (actor: Actor, satkerId: string) => Promise<Unit>
  readonly face: Pick<ImportFace, 'title' | 'updateLabel' | 'updateHint' | 'columns' | 'preview'>
  readonly paths: Readonly<Record<'upload' | 'run' | 'template', AtSatker>>
  /** The page from which a file is brought, and to which one comes back. */
  readonly back: { readonly label: string; readonly at: AtSatker }
  readonly template: TableToWrite
  readonly importerAt: (unit: Unit) => Importer
  /** What was kept: `12 tugas disimpan`. */
  readonly kept: string
}

/** Upload, dry run, run and template of one kind of file at one satker. */
export function registerImport<Unit extends ScopedSatker>(
  services: Services,
  { policy, unitToKeep, face, paths, back, template, importerAt, kept }: RegisterFile<Unit>,
): Router {
  const backOf = (req: Request) => back.at(param(req, 'satker'))
  return importRoutes(services, {
    policy,
    patterns: {
      upload: paths.upload.pattern,
      run: paths.run.pattern,
      template: paths.template.pattern,
    },
    at: async (req, res) => {
      const unit = await unitToKeep(req.actor, param(req, 'satker'))
      await showRegisterNav(services, req, res, unit)
      return {
        face: {
          ...face,
          current: 'register',
          back: { label: back.label, href: backOf(req) },
          uploadHref: paths.upload(unit.satkerId),
          runHref: paths.run(unit.satkerId),
          templateHref: paths.template(unit.satkerId),
        },
        importer: importerAt(unit),
        template,
      }
    },
    done: (req, res, { rows }) => {
      req.session.notice = {
        tone: 'ok',
        lead: 'Impor selesai.',
        text: `${formatCount(rows.length)} ${kept} disimpan.`,
      }
      res.redirect(303, backOf(req))
    },
  })
}
