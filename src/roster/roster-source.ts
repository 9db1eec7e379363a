import { partNames } from '../accounts/part-names'
import type { InstrumentsService } from '../instruments/instruments.service'
import { paths } from '../paths'
import type { RegisterSource } from '../registers/register-source'
import { formatCount } from '../web/format/number'
import { rosterQuery } from './roster-list'
import { agentDates, pokjaName } from './roster-words'
import type { RosterService } from './roster.service'

/** What the shared pages of the registers show of a roster; its one entry bears the id of the satker. */
export const rosterSource = (roster: RosterService, instruments: InstrumentsService): RegisterSource => ({
  summary: async unit => {
    const { semua, aktif, depan, agen } = await roster.counts(unit)
    if (semua === 0) return { count: 'Belum ada pegawai yang tercatat', alerts: [] }
    return {
      count: `${formatCount(aktif)} pegawai, ${formatCount(depan)} di garis depan`,
      alerts:
        agen === 0
          ? [{ text: 'Belum ada agen perubahan', href: paths.roster(unit.satkerId), tone: 'warn' }]
          : [],
    }
  },
  document: async (actor, satkerId) => {
    const unit = await roster.unit(actor, satkerId)
    const parts = partNames(await instruments.inUse())
    const [agents, counts] = await Promise.all([
      roster.all(actor, unit, rosterQuery(parts, { keadaan: 'agen' })),
      roster.counts(unit),
    ])
    return {
      stages: counts.agen > 0 ? ['implementation'] : [],
      facts: [
        { label: 'Pegawai yang bekerja', value: formatCount(counts.aktif) },
        { label: 'Di garis depan', value: formatCount(counts.depan) },
        { label: 'Agen perubahan', value: formatCount(counts.agen) },
      ],
      tables: [
        {
          title: 'Agen perubahan',
          header: ['Jabatan', 'Pokja', 'Masa'],
          rows: agents.map(one => [one.position, pokjaName(one.pokja, parts), agentDates(one)]),
        },
      ],
    }
  },
})
