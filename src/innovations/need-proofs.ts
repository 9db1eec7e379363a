import { registerLabel } from '../registers/register'
import { CELL_MAX } from '../spreadsheets/table'
import { formatCount } from '../web/format/number'
import type { InnovationRow } from './innovation-facts'

/** The entries that show a need: `Masukan: Pengaduan antrean; Survei: SKM 2025`; of very many the first ones. */
export function proofsCell(proofs: InnovationRow['proofs']): string {
  const words = proofs.map(({ register, title }) =>
    `${registerLabel(register)}: ${title}`.replace(/\s+/g, ' ').trim(),
  )
  const cellOf = (shown: number): string =>
    [
      ...words.slice(0, shown),
      ...(shown < words.length ? [`dan ${formatCount(words.length - shown)} entri lain`] : []),
    ].join('; ')
  let shown = words.length
  while (shown > 0 && cellOf(shown).length > CELL_MAX) shown--
  return cellOf(shown)
}
