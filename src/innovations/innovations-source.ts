import { partNames } from '../accounts/part-names'
import type { InstrumentsService } from '../instruments/instruments.service'
import { paths } from '../paths'
import type { RegisterSource } from '../registers/register-source'
import type { RegisterAlert } from '../registers/register-entry'
import { formatCount } from '../web/format/number'
import { asksOfAgents, countChanges, suggestionsFor } from './change-suggestions'
import { innovationDocument } from './innovation-entry'
import type { InnovationsService } from './innovations.service'

/** What the innovations give to the shared pages of the registers. */
export const innovationsSource = (
  innovations: InnovationsService,
  instruments: InstrumentsService,
): RegisterSource => ({
  document: async (actor, id) => {
    const row = await innovations.get(actor, id)
    const setting = {
      parts: partNames(await instruments.inUse()),
      agents: await innovations.agents(row.satkerId),
    }
    return innovationDocument(row, setting, innovations.today(row))
  },
  summary: async ({ satkerId }) => {
    const { all, unproven, unmeasured } = await innovations.standing(satkerId)
    const list = paths.innovations(satkerId)
    const alert = (count: number, text: string, query: string): RegisterAlert[] =>
      count === 0 ? [] : [{ text: `${formatCount(count)} ${text}`, href: `${list}?${query}`, tone: 'warn' }]
    return {
      count: `${formatCount(all)} inovasi`,
      alerts: [
        ...alert(unproven, 'kebutuhannya belum terbukti', 'bukti=belum'),
        ...alert(unmeasured, 'belum terukur sesudahnya', 'ukur=sesudah'),
      ],
    }
  },
  suggestions: {
    asks: asksOfAgents,
    of: async (satkerId, year, instrument) => {
      const [known, agents] = [await innovations.known(satkerId), await innovations.agents(satkerId)]
      return suggestionsFor(countChanges(known, agents, year), instrument, satkerId)
    },
  },
})
