import { EVIDENCE_STAGES, type EvidenceStage, type Instrument } from '../engine/instrument/instrument'
import { evidenceNumbers, inOrderOfInstrument } from '../frozen/evidence-numbers'
import type { EvidenceFact } from './readiness-facts'
import type { IndexFileRow, IndexRow } from './reports.repository'

/** One entry per piece from its uses, in the order they were made, and files; numbered as freezing would number it. */
export function gatherEvidence(
  instrument: Instrument,
  uses: readonly IndexRow[],
  files: readonly IndexFileRow[],
): EvidenceFact[] {
  const numbers = evidenceNumbers(instrument, uses)
  const usesOf = grouped(inOrderOfInstrument(instrument, uses))
  const filesOf = grouped(files)
  return [...usesOf].map(([id, rows]) => {
    const uses = rows.map(row => ({ ...row, stages: JSON.parse(row.stages) as EvidenceStage[] }))
    return pieceFact({ ...rows[0], number: numbers.get(id) ?? '' }, uses, filesOf.get(id) ?? [])
  })
}

/** One piece in the index; stages in the order of the instrument. Hashes name a file, so they are for whoever may open it. */
export function pieceFact(
  piece: Omit<IndexRow, 'evidenceId' | 'question' | 'stages'> & { readonly number: string },
  uses: readonly { readonly question: string; readonly stages: readonly EvidenceStage[] }[],
  files: readonly { readonly sha256: string | null }[],
): EvidenceFact {
  const shown = new Set(uses.flatMap(use => use.stages))
  const named = piece.opened ? files : []
  return {
    number: piece.number,
    title: piece.title,
    nature: piece.nature,
    stages: EVIDENCE_STAGES.filter(stage => shown.has(stage)),
    happened: piece.happenedOn === null ? null : { from: piece.happenedOn, to: piece.happenedUntil },
    questions: uses.map(use => use.question),
    sha256: named.flatMap(file => file.sha256 ?? []),
    links: named.filter(file => file.sha256 === null).length,
    visible: Boolean(piece.opened),
  }
}

function grouped<Row extends { readonly evidenceId: string }>(
  rows: readonly Row[],
): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const group = groups.get(row.evidenceId)
    if (group) group.push(row)
    else groups.set(row.evidenceId, [row])
  }
  return groups
}
