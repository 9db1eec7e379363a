import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { keptRegisters, type Register } from './register'
import type { RegisterSummary } from './register-entry'
import { showRegisterNav } from './register-nav'
import { registersPage } from './registers.page'

/** All registers of one satker. */
export function registersRoutes(services: Services): Router {
  const { registerUnits, registerSources } = services
  const router = Router()

  router.get(paths.registers.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const today = registerUnits.today(unit)
    const found = await Promise.all(
      keptRegisters().map(async (register): Promise<[Register, RegisterSummary] | null> => {
        const source = registerSources[register]
        return source ? [register, await source.summary(unit, today)] : null
      }),
    )
    await showRegisterNav(services, req, res, unit)
    view(res, 'registers/registers', registersPage(unit, new Map(found.filter(one => one !== null))))
  })

  return router
}
