import type { EvidenceFacts } from '../engine/rules/facts'
import { kindOfMime } from '../storage/file-kinds'
import { civilDateIn, type TimeZone } from '../web/format/date'
import type { EvidenceFactsRepository } from './evidence-facts.repository'

/** The pieces that a worksheet uses. Three statements. */
export async function evidenceFacts(
  rows: EvidenceFactsRepository,
  assessmentId: string,
  timeZone: TimeZone,
): Promise<EvidenceFacts[]> {
  const [pieces, uses, files] = await Promise.all([
    rows.pieces(assessmentId),
    rows.uses(assessmentId),
    rows.files(assessmentId),
  ])
  const questions = grouped(uses, use => use.evidenceId)
  const contents = grouped(files, file => file.evidenceId)
  return pieces.map(({ id, title, access, nature, happenedOn, happenedUntil, createdAt, links }) => ({
    id,
    title,
    restricted: access === 'terbatas',
    nature,
    happenedOn,
    happenedUntil,
    uploadedOn: civilDateIn(createdAt, timeZone),
    questions: (questions.get(id) ?? []).map(({ question }) => question),
    files: (contents.get(id) ?? []).map(({ name, contentType, sha256 }) => ({
      name,
      kind: kindOfMime(contentType) ?? '',
      sha256,
    })),
    links: Number(links),
    elsewhere: Math.max(0, ...(contents.get(id) ?? []).map(({ elsewhere }) => Number(elsewhere))),
  }))
}

/** Rows by a key, each list in its order. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
