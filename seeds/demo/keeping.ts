import type { Importer } from '../../src/imports/importer'
import type { Act } from './agenda'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { answererOf, loginOf, type World } from './world'

const DAY = 24 * 3_600_000
/** Days before today on which all stands that a hand-in looks at. */
const READY = 10

/** The last day before worksheets are handed in. */
export const readyDay = ({ today }: World): Date => new Date(today.getTime() - READY * DAY)

/** Months after whose end a team writes down what happened in them, and the days that this takes. */
const HABITS: Readonly<Record<Exclude<Character, 'paper'>, readonly [months: number, days: number]>> = {
  good: [1, 2],
  fair: [3, 6],
  weak: [6, 12],
}

/**
 * When a team writes down what happened on a day; never after the worksheet is ready, unless it happened after. A team that
 * works on paper writes it all at once, just before somebody looks.
 */
export function writtenAt(world: World, character: Character, day: string): Date {
  const ready = readyDay(world)
  if (day >= dayFrom(ready, 0)) return new Date(world.today.getTime() - DAY)
  if (character === 'paper') return ready
  const [months, days] = HABITS[character]
  const [year = 0, month = 0] = day.split('-').map(Number)
  const end = Math.ceil(month / months) * months
  const written = new Date(Date.UTC(year, end, days, 3))
  return written < ready ? written : ready
}

/** Who writes down what belongs to an area: its pokja where the team shares the work, else the chair. */
export function keeperOf({ unit, character, late }: Story, area: string, at: Date, { today }: World): string {
  const isShared = character === 'good' || character === 'fair'
  const begins = new Date(Date.UTC(today.getUTCFullYear(), 5, 1))
  return isShared && !(late?.includes(area) && at < begins) ? answererOf(unit, area) : loginOf(unit, 'chair')
}

export interface Written {
  /** The day on which it happened. */
  readonly day: string
  readonly area: string
}

/** What is written down together: by one person at one moment. */
export function inBatches<Row extends Written>(
  world: World,
  story: Story,
  rows: readonly Row[],
): { readonly at: Date; readonly login: string; readonly rows: readonly Row[] }[] {
  const batches = new Map<string, { at: Date; login: string; rows: Row[] }>()
  for (const row of rows) {
    const at = writtenAt(world, story.character, row.day)
    const login = keeperOf(story, row.area, at, world)
    const key = `${at.toISOString()} ${login}`
    const batch = batches.get(key) ?? { at, login, rows: [] }
    batch.rows.push(row)
    batches.set(key, batch)
  }
  return [...batches.values()]
}

export interface Bringing {
  readonly header: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly update?: boolean
  readonly into: (place: Awaited<ReturnType<World['services']['registerUnits']['toKeep']>>) => Importer
}

/** A file of rows, brought into a register by whoever keeps it. */
export async function bring(
  world: World,
  { satkerIds }: Settled,
  { unit, login }: { readonly unit: string; readonly login: string },
  { header, cells, update = false, into }: Bringing,
): Promise<void> {
  if (cells.length === 0) return
  const actor = await world.actor(login)
  const place = await world.services.registerUnits.toKeep(actor, satkerIds.get(unit) ?? '')
  const rows = cells.map((row, at) => ({ number: at + 2, cells: row }))
  const { faults } = await into(place).run(actor, { header, headerRow: 1, rows, faults: [] }, { update })
  if (faults[0])
    throw new Error(`${unitOf(unit).name}: row ${faults[0].row}, ${faults[0].column}: ${faults[0].message}`)
}

/** A batch of dated rows for each time that somebody writes some down. */
export const bringAll = <Row extends Written & { readonly cells: readonly string[] }>(
  world: World,
  settled: Settled,
  story: Story,
  rows: readonly Row[],
  { header, into }: Pick<Bringing, 'header' | 'into'>,
): Act[] =>
  inBatches(world, story, rows).map(batch => ({
    at: batch.at,
    does: () =>
      bring(
        world,
        settled,
        { unit: story.unit, login: batch.login },
        { header, into, cells: batch.rows.map(({ cells }) => cells) },
      ),
  }))
