import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { placeOf } from '../engine/profile/quarter'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { entryPanels } from '../registers/entry-panels.page'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { editProfilePage, filledValues } from './profile-form.page'
import type { ProfileRow } from './profile-facts'
import { profileForm } from './profile.form'
import { profilePage } from './profile.page'
import { quarterName } from './profile-words'

const TRAIL = 30

/** One quarter of a satker. */
export function profileRoutes(services: Services): Router {
  const { profiles, registerUnits, instruments, audit, around } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.profile.pattern, allow('read-registers'), async (req, res) => {
    const row = await profiles.get(req.actor, param(req, 'profile'))
    const keeps = keepsRegisters(req.actor, row)
    const trail = keeps ? await audit.trailOf([row.id], TRAIL) : []
    const [counted] = await profiles.headcounts(row, [row])
    const assessment = await showRegisterNav(services, req, res, row)
    const panels = entryPanels(await around.of(req.actor, row.id), { parts: await parts(), assessment })
    view(res, 'profile/profile', profilePage(row, { keeps, counted, trail, around: panels }))
  })

  const settingOf = async (row: ProfileRow) => {
    const known = await profiles.known(row.satkerId)
    const [counted] = await profiles.headcounts(row, [row])
    return {
      parts: await parts(),
      today: registerUnits.today(row),
      proposals: {
        before: known.findLast(one => placeOf(one) < placeOf(row)) ?? null,
        counted: counted && counted.employees > 0 ? counted : null,
      },
    }
  }

  async function showForm(
    req: Request,
    res: Response,
    row: ProfileRow,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, row)
    view(res, 'profile/profile-form', editProfilePage(row, await settingOf(row), state), status)
  }

  router.get(paths.editProfile.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await profiles.toKeep(req.actor, param(req, 'profile')))
  })

  router.post(paths.editProfile.pattern, allow('keep-registers'), async (req, res) => {
    const row = await profiles.toKeep(req.actor, param(req, 'profile'))
    const { fill } = (req.body ?? {}) as { fill?: unknown }
    if (typeof fill === 'string') {
      const { proposals } = await settingOf(row)
      const form = freshForm(filledValues(refuseForm(req.body, {}).values, fill, proposals))
      return showForm(req, res, row, { form })
    }
    const form = parseForm(profileForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, row, { form }, 422)
    const { version, ...given } = form.value
    try {
      const saved = await attempt(profiles.change(req.actor, row.id, version, given))
      if (!saved.ok) return await showForm(req, res, row, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const typed = refuseForm(req.body, {})
      return showForm(req, res, error.current as ProfileRow, { form: typed, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: `${quarterName(row)}.` }
    res.redirect(303, paths.profile(row.id))
  })

  router.post(paths.profileRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const row = await profiles.remove(req.actor, param(req, 'profile'))
    req.session.notice = { tone: 'ok', lead: 'Triwulan dihapus.', text: `${quarterName(row)}.` }
    res.redirect(303, paths.profiles(row.satkerId))
  })

  return router
}
