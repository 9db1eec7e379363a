import { storedGates, storedSections, type GatePair, type StoredSection } from '../assessments/stored-score'
import { civilDate } from '../clock'
import type { Database } from '../db/database'
import type { Instrument } from '../engine/instrument/instrument'
import type { InstrumentsService } from '../instruments/instruments.service'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { formatDate } from '../web/format/date'
import { formatCount, formatScore } from '../web/format/number'
import { daysUntil, reminderSpan } from './deadlines'
import { DeadlinesRepository, type ClosingRow } from './deadlines.repository'
import type { Telling } from './messages.service'
import { bySatker, groupedBy } from './grouped-by'
import { RecipientsRepository } from './recipients.repository'

const NAMED = 3

/** Satker that a week before filling closes do not yet prove the minimum of the total or of an area. */
export class MinimumWarnings {
  private readonly rows: DeadlinesRepository
  private readonly people: RecipientsRepository

  constructor(
    database: Database,
    private readonly instruments: InstrumentsService,
  ) {
    this.rows = new DeadlinesRepository(database)
    this.people = new RecipientsRepository(database)
  }

  async of(now: Date): Promise<Telling[]> {
    const { from, to } = reminderSpan(now)
    const closing = await this.rows.closing(from, to)
    const filling = closing.filter(row => row.stage === 'draf' && daysUntil(row, now) >= 0)
    const [sections, leaders] = await Promise.all([
      this.rows.sections(filling.map(({ worksheetId }) => worksheetId)),
      this.people.holders(
        filling.map(({ satkerId }) => satkerId),
        ['head', 'chair'],
        civilDate(now, 'Asia/Jakarta'),
      ),
    ])
    const sectionsOf = groupedBy(sections, ({ worksheetId }) => worksheetId)
    const leadersOf = bySatker(leaders)
    const tellings = await Promise.all(
      filling.map(async row => {
        const instrument = await this.instruments.byId(row.instrumentId)
        const failing = failingMinimums(instrument, row, sectionsOf.get(row.worksheetId) ?? [])
        return failing.length > 0
          ? [warning(instrument, row, failing, leadersOf.get(row.satkerId) ?? [])]
          : []
      }),
    )
    return tellings.flat()
  }
}

/** Minimums of the total and of the areas that the substantiated score misses, decided as the engine does. */
function failingMinimums(
  instrument: Instrument,
  { targetPredicate: predicate, areaGates }: ClosingRow,
  stored: readonly StoredSection[],
): GatePair[] {
  const thresholds = instrument.predicates.find(({ id }) => id === predicate)?.thresholds ?? []
  const others = new Set(
    thresholds.flatMap(one => ('min' in one && one.section !== 'total' ? [one.section] : [])),
  )
  return storedGates(instrument, storedSections(instrument, stored), { predicate, areaGates }).filter(
    gate => !gate.substantiated.passes && !others.has(gate.section),
  )
}

function warning(
  instrument: Instrument,
  row: ClosingRow,
  failing: readonly GatePair[],
  to: readonly string[],
): Telling {
  const named = failing.slice(0, NAMED).map(({ section, substantiated: { reached, minimum } }) => {
    return `${sectionTitle(instrument, section)} terbukti ${formatScore(reached, { below: minimum })} dari ambang ${formatScore(minimum)}`
  })
  const more = failing.length - named.length
  return {
    kind: 'below-minimum',
    to,
    assessment: row.id,
    subject: `Ambang ${row.targetPredicate} belum tercapai: ${row.satkerName} ${row.year}`,
    text: `${named.join('; ')}${more > 0 ? `; dan ${formatCount(more)} ambang lain` : ''}. Pengisian ditutup ${formatDate(row.closesOn)}.`,
    href: paths.missing(row.id),
    once: `ambang:${row.id}:${row.closesOn}`,
  }
}
