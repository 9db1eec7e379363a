import { readFile } from 'node:fs/promises'
import { Router } from 'express'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { fileKinds } from '../storage/file-kinds'
import { contentDisposition } from '../storage/safe-name'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { formReceiver } from '../web/receive-form'
import { view } from '../web/view'
import { instrumentListPage } from './instrument-list.page'
import { instrumentPage } from './instrument.page'
import { loadForm, pasteForm } from './instruments.form'
import { checkInstrumentPage, newInstrumentPage } from './load-instrument.page'

const LIMITS = { yaml: 1024 * 1024 }
const PASTED = 'teks yang ditempel'

export function instrumentsRoutes(services: Services): Router {
  const { instruments } = services
  const router = Router()
  const receive = formReceiver(services, 'manage-instruments', { limits: LIMITS, maxFiles: 1 })

  router.get(paths.instruments.pattern, allow('manage-instruments'), async (_req, res) => {
    view(res, 'instruments/list', instrumentListPage(await instruments.versions()))
  })

  router.post(paths.instruments.pattern, allow('manage-instruments'), async (req, res) => {
    const form = parseForm(loadForm, req.body)
    if (!form.ok) throw new Invalid('Hasil pemeriksaan ini tidak lengkap. Periksa berkasnya lagi.')
    const { source, file, ...expected } = form.value
    try {
      const outcome = await instruments.load(req.actor, source, file, expected)
      if (!outcome.ok) return view(res, 'instruments/check', checkInstrumentPage(file, outcome), 422)
      const { version, isNew } = outcome
      req.session.notice = {
        tone: isNew ? 'ok' : 'info',
        lead: isNew ? 'Instrumen dimuat.' : 'Instrumen ini sudah dimuat.',
        text: `${version.code} versi ${version.version}.`,
      }
      res.redirect(303, paths.instrument(version.id))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const again = checkInstrumentPage(file, await instruments.check(source, file))
      const message = { tone: 'clash' as const, lead: error.message, text: 'Periksa sekali lagi di bawah.' }
      view(res, 'instruments/check', { ...again, message }, 409)
    }
  })

  router.get(paths.newInstrument.pattern, allow('manage-instruments'), (_req, res) => {
    view(res, 'instruments/new', newInstrumentPage())
  })

  /** The dry run of an uploaded file or of a pasted text; nothing is kept. */
  router.post(
    paths.newInstrument.pattern,
    allow('manage-instruments', { upload: true }),
    async (req, res) => {
      await receive(req, res)
      const dryRun = async (file: string, source: string) => {
        const check = await instruments.check(source, file)
        view(res, 'instruments/check', checkInstrumentPage(file, check), check.ok ? 200 : 422)
      }
      const staged = req.staged[0]
      if (staged) return dryRun(staged.name, await readFile(staged.path, 'utf8'))
      if (req.is('multipart/form-data')) {
        const refused = refuseForm(req.body, { file: req.refusedFiles[0]?.message ?? 'Pilih berkas dahulu.' })
        return view(res, 'instruments/new', newInstrumentPage(refused), 422)
      }
      const form = parseForm(pasteForm, req.body)
      if (!form.ok) return view(res, 'instruments/new', newInstrumentPage(form), 422)
      await dryRun(PASTED, form.value.source)
    },
  )

  router.get(paths.instrument.pattern, allow('manage-instruments'), async (req, res) => {
    const version = await instruments.version(param(req, 'instrument'))
    view(res, 'instruments/instrument', instrumentPage(version, await instruments.byId(version.id)))
  })

  router.get(paths.instrumentSource.pattern, allow('manage-instruments'), async (req, res) => {
    const { source, code, version } = await instruments.sourceOf(param(req, 'instrument'))
    res.setHeader('Content-Type', `${fileKinds.yaml.mime}; charset=utf-8`)
    res.setHeader('Content-Disposition', contentDisposition('attachment', `${code}-v${version}.yaml`))
    res.send(source)
  })

  return router
}
