import { Router } from 'express'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { SATKER_PAGE_SIZE, satkerListPage } from './satker-list.page'
import { satkerListQuery } from './satker-list.query'
import { satkerEditForm, satkerForm } from './satker.form'
import { newSatkerPage, satkerPage } from './satker.page'
import type { SatkerWithParent } from './satker-facts'

export function satkerRoutes({ satker }: Services): Router {
  const router = Router()

  router.get(paths.satkerList.pattern, allow('manage-satker'), async (req, res) => {
    const asked = satkerListQuery.parse(req.query)
    const under = asked.induk ? await satker.get(req.actor, asked.induk) : null
    const query = { search: asked.cari, level: asked.tingkat, region: asked.wilayah, under, page: asked.hal }
    const [list, regions] = await Promise.all([
      satker.list(req.actor, {
        ...query,
        below: under?.path ?? '',
        limit: SATKER_PAGE_SIZE,
        offset: (query.page - 1) * SATKER_PAGE_SIZE,
      }),
      satker.regions(req.actor),
    ])
    view(res, 'satker/list', satkerListPage(query, list, regions))
  })

  router.get(paths.newSatker.pattern, allow('manage-satker'), (_req, res) => {
    view(res, 'satker/new', newSatkerPage())
  })

  router.post(paths.newSatker.pattern, allow('manage-satker'), async (req, res) => {
    const form = parseForm(satkerForm, req.body)
    if (!form.ok) return view(res, 'satker/new', newSatkerPage(form), 422)
    const made = await attempt(satker.create(req.actor, form.value))
    if (!made.ok) return view(res, 'satker/new', newSatkerPage(refuseForm(req.body, made.errors)), 422)
    req.session.notice = { tone: 'ok', lead: 'Satker ditambahkan.', text: form.value.name }
    res.redirect(303, paths.satker(made.value))
  })

  router.get(paths.satker.pattern, allow('manage-satker'), async (req, res) => {
    view(res, 'satker/satker', satkerPage(await satker.get(req.actor, param(req, 'satker'))))
  })

  router.post(paths.satker.pattern, allow('manage-satker'), async (req, res) => {
    const unit = await satker.get(req.actor, param(req, 'satker'))
    const form = parseForm(satkerEditForm, req.body)
    if (!form.ok) return view(res, 'satker/satker', satkerPage(unit, { form }), 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(satker.edit(req.actor, unit.id, version, draft))
      if (!saved.ok)
        return view(res, 'satker/satker', satkerPage(unit, { form: refuseForm(req.body, saved.errors) }), 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const page = satkerPage(error.current as SatkerWithParent, {
        form: refuseForm(req.body, {}),
        clash: true,
      })
      return view(res, 'satker/satker', page, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.name }
    res.redirect(303, paths.satker(unit.id))
  })

  router.post(paths.satkerClosure.pattern, allow('manage-satker'), async (req, res) => {
    const id = param(req, 'satker')
    await satker.close(req.actor, id)
    req.session.notice = { tone: 'ok', lead: 'Satker ditutup.', text: 'Datanya tetap terbaca.' }
    res.redirect(303, paths.satker(id))
  })

  router.post(paths.satkerReopening.pattern, allow('manage-satker'), async (req, res) => {
    const id = param(req, 'satker')
    await satker.reopen(req.actor, id)
    req.session.notice = { tone: 'ok', lead: 'Satker dibuka kembali.', text: '' }
    res.redirect(303, paths.satker(id))
  })

  return router
}
