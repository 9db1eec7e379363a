import { toNumber, type Exact } from '../engine/exact'
import { radar } from '../web/charts/radar'
import type { AreaRow } from './compose-areas'
import { percent } from './printed-numbers'
import type { PrintedArea, PrintedRadar, PrintedReadiness, PrintedStatus } from './printed-readiness'
import { enumerated } from './readiness-words'

/** The change areas as a radar and as the table beside it. */
export function printAreas(areas: readonly AreaRow[]): PrintedReadiness['areas'] {
  const minimum = areas.find(area => area.minimum)?.minimum ?? null
  const word = minimum ? `Ambang ${percent(minimum)}` : 'Ambang'
  return {
    heading: 'Area perubahan',
    intro: 'Pemenuhan dan Reform bersama, dalam persen dari bobot area.',
    columns: ['Area', 'Diklaim', 'Terbukti', word],
    rows: areas.map(printArea),
    radar: printRadar(areas, word),
  }
}

function printArea(area: AreaRow): PrintedArea {
  return {
    name: title(area),
    claimed: percent(area.claimed, area.minimum),
    proven: percent(area.substantiated, area.minimum),
    status: areaStatus(area),
  }
}

const title = ({ number, name }: AreaRow) => `${number}. ${name}`

function areaStatus(area: AreaRow): PrintedStatus {
  if (area.minimum === null) return { kind: 'none', word: '–' }
  return area.passes ? { kind: 'met', word: 'Terpenuhi' } : { kind: 'failed', word: 'Kurang' }
}

function printRadar(areas: readonly AreaRow[], minimum: string): PrintedRadar {
  const description = describe(areas)
  const svg = radar(
    { id: 'radar-area', title: 'Radar area perubahan', description, axes: areas.map(axis) },
    { forPrint: true },
  )
  return {
    svg: String(svg),
    description: `Radar area perubahan. ${description}`,
    legend: { proven: 'Terbukti', claimed: 'Diklaim', minimum: `${minimum} dari bobot area` },
  }
}

function axis(area: AreaRow) {
  return {
    name: `${area.number} ${area.name}`,
    substantiated: share(area.substantiated),
    claimed: share(area.claimed),
    minimum: share(area.minimum),
  }
}

const share = (exact: Exact | null) => (exact ? toNumber(exact) : 0)

function describe(areas: readonly AreaRow[]): string {
  const below = areas.filter(area => !area.passes)
  const words = below.map(area => `${area.number} (${percent(area.substantiated, area.minimum)})`)
  const finding =
    below.length > 0 ? `Di bawah ambang: area ${enumerated(words)}.` : 'Semua area memenuhi ambang.'
  return `Nilai terbukti dan diklaim dalam persen dari bobot area. ${finding}`
}
