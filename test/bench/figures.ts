export interface Figure {
  readonly id: string
  readonly what: string
  readonly unit: 'ms' | 'MB'
  /** Medians over the rounds. */
  readonly ours: number
  readonly floor: number
  /** The median of the ratios of each round: both sides of one round met the same machine. */
  readonly ratio: number
  /** What the ratio may be; null for a figure that is told beside the others. */
  readonly target: number | null
  readonly holds: boolean | null
  readonly rounds: readonly { readonly ours: number; readonly floor: number }[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The value below which ninety-nine of a hundred lie. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN
}

/** Rounds of both sides in turn; which of them begins changes from round to round. */
export async function alternating<Side>(
  rounds: number,
  ours: () => Promise<Side>,
  floor: () => Promise<Side>,
): Promise<{ readonly ours: Side; readonly floor: Side }[]> {
  const found: { ours: Side; floor: Side }[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours()
      found.push({ ours: first, floor: await floor() })
    } else {
      const first = await floor()
      found.push({ ours: await ours(), floor: first })
    }
  }
  return found
}

export function figure(
  about: Pick<Figure, 'id' | 'what' | 'unit' | 'target'>,
  rounds: Figure['rounds'],
): Figure {
  const ratio = median(rounds.map(round => round.ours / round.floor))
  return {
    ...about,
    ours: median(rounds.map(round => round.ours)),
    floor: median(rounds.map(round => round.floor)),
    ratio,
    holds: about.target === null ? null : ratio <= about.target,
    rounds,
  }
}

/** The figures as lines of text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['', 'what', 'ours', 'floor', 'ratio', 'target', ''],
    ...figures.map(({ id, what, unit, ours, floor, ratio, target, holds }) => [
      id,
      what,
      `${ours.toFixed(2)} ${unit}`,
      `${floor.toFixed(2)} ${unit}`,
      `${ratio.toFixed(2)} ×`,
      target === null ? '' : `≤ ${target} ×`,
      holds === null ? '' : holds ? 'holds' : 'MISSED',
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const isText = (column: number) => column < 2 || column === 6
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
