import type { FindingDocument } from './finding-document'

/** Rules whose sentences quote titles, names of files or days of evidence. */
const QUOTING: readonly string[] = [
  'contradiction-evidence-after-period',
  'contradiction-copied-elsewhere',
  'contradiction-file-names',
  'contradiction-meeting-papers',
  'contradiction-weekday',
  'contradiction-evidence-ahead',
]

/** A document that is kept for good, without what it quotes of pieces that are restricted by now. */
export function withoutRestricted(
  document: FindingDocument,
  restricted: ReadonlySet<string>,
): FindingDocument {
  const { findings } = document
  const contradictions = findings.contradictions.map(one =>
    QUOTING.includes(one.rule) &&
    one.records.some(({ kind, id }) => kind === 'evidence' && restricted.has(id))
      ? { ...one, sentence: `${one.title}, di antaranya pada bukti terbatas.` }
      : one,
  )
  return { ...document, findings: { ...findings, contradictions } }
}
