import { Router, type Request, type Response } from 'express'
import type { RolePolicy } from '../access/policies'
import { Invalid } from '../refusals'
import type { Services } from '../services'
import { readTable, type TableKind } from '../spreadsheets/read-table'
import { TableRefused } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { allow } from '../web/allow'
import { formReceiver } from '../web/receive-form'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { importPreviewPage, importUploadPage, type ImportFace } from './import.page'
import type { ImportOutcome, Importer } from './importer'
import { keepFile, withKeptFile, type KeptFile } from './kept-file'

const MEGABYTE = 1024 * 1024
const LIMITS = { csv: 5 * MEGABYTE, xlsx: 5 * MEGABYTE }

/** One import at one place: for a whole house, or for one unit of it. */
export interface ImportPlace<Run extends ImportOutcome> {
  readonly face: ImportFace
  readonly importer: Importer<Run>
  /** What to fill in, with rows of example. */
  readonly template: TableToWrite
}

export interface ImportParts<Run extends ImportOutcome> {
  readonly policy: RolePolicy
  /** Where the routes stand; the addresses of a face follow them. */
  readonly patterns: Readonly<Record<'upload' | 'run' | 'template', string>>
  /** Where the request imports; throws when it may not. */
  readonly at: (req: Request, res: Response) => ImportPlace<Run> | Promise<ImportPlace<Run>>
  /** Answers after a run that kept everything. */
  readonly done: (req: Request, res: Response, run: Run) => void
}

/** Upload, dry run, run and template of one import. */
export function importRoutes<Run extends ImportOutcome>(services: Services, parts: ImportParts<Run>): Router {
  const { policy, patterns, at, done } = parts
  const { storage } = services
  const router = Router()
  const receive = formReceiver(services, policy, { limits: LIMITS, maxFiles: 1 })

  router.get(patterns.upload, allow(policy), async (req, res) => {
    view(res, 'imports/upload', importUploadPage((await at(req, res)).face))
  })

  router.get(patterns.template, allow(policy), async (req, res) => {
    const { template } = await at(req, res)
    await sendTable(res, template, tableKind(req.query), `templat-${template.sheet}`)
  })

  router.post(patterns.upload, allow(policy, { upload: true }), async (req, res) => {
    await at(req, res)
    await receive(req, res)
    const { face, importer } = await at(req, res)
    const refuse = (message: string) => view(res, 'imports/upload', importUploadPage(face, message), 422)
    const staged = req.staged[0]
    if (!staged) return refuse(req.refusedFiles[0]?.message ?? 'Pilih berkas dahulu.')
    const kind: TableKind = staged.kind === 'csv' ? 'csv' : 'xlsx'
    const update = (req.body as { update?: unknown }).update === 'ya'
    const table = await readTable(staged.path, kind).catch(refusedTable)
    if (table instanceof TableRefused) return refuse(table.message)
    const outcome = await importer.check(req.actor, table, { update })
    if (outcome.faults.length > 0 || outcome.rows.length === 0)
      return view(
        res,
        'imports/preview',
        importPreviewPage(face, staged.name, outcome, undefined),
        statusOf(outcome),
      )
    const kept = await keepFile(storage, staged, { page: face.uploadHref, kind, update })
    req.session.keptImport = kept
    view(res, 'imports/preview', importPreviewPage(face, kept.name, outcome, kept.token))
  })

  router.post(patterns.run, allow(policy), async (req, res) => {
    const { face, importer } = await at(req, res)
    const kept = keptFor(req, face)
    const run = await withKeptFile(storage, kept, async path => {
      const table = await readTable(path, kept.kind)
      return importer.run(req.actor, table, { update: kept.update })
    })
    delete req.session.keptImport
    if (run.faults.length > 0)
      return view(res, 'imports/preview', importPreviewPage(face, kept.name, run, undefined), statusOf(run))
    done(req, res, run)
  })

  return router
}

const statusOf = (outcome: ImportOutcome) => (outcome.faults.length > 0 ? 422 : 200)

function refusedTable(error: unknown): TableRefused {
  if (error instanceof TableRefused) return error
  throw error
}

/** Only the file whose preview this form stood under: not one that another tab sent since. */
function keptFor(req: Request, face: ImportFace): KeptFile {
  const kept = req.session.keptImport
  const { token } = (req.body ?? {}) as { token?: unknown }
  if (!kept || kept.page !== face.uploadHref || kept.token !== token)
    throw new Invalid('Berkas ini tidak lagi disimpan. Unggah lagi lalu simpan.')
  return kept
}
