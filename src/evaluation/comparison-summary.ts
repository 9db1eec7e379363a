import type { AssessmentContext } from '../assessments/assessment-context'
import type { Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import { gateRules } from '../engine/scoring/gates'
import { numberOf, sectionTitle } from '../reports/section-titles'
import { STATUS, type Status } from '../web/components/status'
import { formatInstant } from '../web/format/date'
import { formatScore } from '../web/format/number'
import type { PlacedColumn } from './compare-columns'

/** One line of the table of sums: a figure per column. */
export interface SumLine {
  readonly label: string
  /** `Diklaim / Dinilai`, `Terbukti`; `''` where the label says it. */
  readonly detail: string
  readonly inner: boolean
  readonly cells: readonly { readonly column: string; readonly text: string; readonly last: boolean }[]
}

export interface GateLine {
  readonly label: string
  readonly cells: readonly { readonly column: string; readonly status: Status; readonly failing: string }[]
}

type Titles = readonly string[]
type Basis = 'claimed' | 'substantiated'

/** Totals, then every component with its blocks and areas, for each column. */
export function sumLines(
  assessment: AssessmentContext,
  columns: readonly PlacedColumn[],
  titles: Titles,
): SumLine[] {
  const { instrument } = assessment
  const minimums = minimumsOf(assessment)
  const line = (
    label: string,
    code: string,
    inner: boolean,
    basis: Basis = 'claimed',
    detail = '',
  ): SumLine => ({
    label,
    detail,
    inner,
    cells: columns.map((column, place) => {
      const reached = column.sections.get(code)?.[basis]
      const below = minimums.get(code)
      return {
        column: titles[place] ?? '',
        text: reached ? formatScore(reached, below ? { below } : {}) : '–',
        last: place === columns.length - 1,
      }
    }),
  })
  const areas = [...lookup(instrument).areas.values()]
  return [
    line('Nilai total', 'total', false, 'claimed', 'Diklaim / Dinilai'),
    line('Nilai total', 'total', false, 'substantiated', 'Terbukti'),
    ...instrument.sections.flatMap(component => [
      line(component.name, component.code, false),
      ...component.sections.map(block => line(block.name, block.code, true)),
      ...areas
        .filter(area => area.code.startsWith(`${component.code}.`))
        .map(area => line(`Area ${numberOf(area.code)} ${area.name}`, area.code, true)),
    ]),
  ]
}

function minimumsOf({ instrument, targetPredicate, areaGates }: AssessmentContext): Map<string, Exact> {
  const predicate = instrument.predicates.find(({ id }) => id === targetPredicate)
  const rules = predicate ? gateRules(instrument, predicate, areaGates) : []
  return new Map(rules.map(({ section, minimum }) => [section, minimum]))
}

/** The gates of the own target that fail, in words, on both readings of a column. */
export function gateLines(
  { instrument, targetPredicate }: AssessmentContext,
  columns: readonly PlacedColumn[],
  titles: Titles,
): GateLine[] {
  const line = (label: string, basis: Basis): GateLine => ({
    label,
    cells: columns.map((column, place) => {
      const failing = column.failing[basis].get(targetPredicate) ?? []
      return {
        column: titles[place] ?? '',
        status:
          failing.length === 0
            ? { ...STATUS.met, text: 'Tidak ada' }
            : { tone: 'bad', icon: 'cross', text: `${failing.length} gagal` },
        failing: failing.map(section => shortTitle(sectionTitle(instrument, section))).join(', '),
      }
    }),
  })
  return [
    line(`Ambang ${targetPredicate} gagal, diklaim / dinilai`, 'claimed'),
    line(`Ambang ${targetPredicate} gagal, terbukti`, 'substantiated'),
  ]
}

/** `Area 3 Penataan Sistem Manajemen SDM` → `Area 3`: the rows above spell it out. */
const shortTitle = (title: string): string =>
  title.replace(/^(Area \d+) [^,]*(?:, (.*))?$/, (_, area: string, block: string | undefined) =>
    block ? `${area} ${block}` : area,
  )

/** When each column was handed in and by whom. */
export const handInLine = (
  { timeZone }: AssessmentContext,
  columns: readonly PlacedColumn[],
  titles: Titles,
) =>
  columns.map(({ by, at }, place) => ({
    column: titles[place] ?? '',
    by,
    at: formatInstant(at, timeZone),
  }))
