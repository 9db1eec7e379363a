import { frozenScore } from '../frozen/compose-frozen-score'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { IdentityRow, RecommendationRow } from './results.repository'
import type { Result } from './result-facts'
import { SEAL_FORMAT, type SealDocument } from './seal-document'

/** What is sealed of a result; `handedIn` is everything the satker handed in, whose contents are named by hash. */
export function composeSeal(
  result: Pick<Result, 'evaluation' | 'score' | 'handedIn'> & { readonly recommendation: RecommendationRow },
  identity: IdentityRow,
  handedIn: readonly FrozenDocument[],
  { code, finalised }: Pick<SealDocument, 'code' | 'finalised'>,
): SealDocument {
  const { assessment, sheets } = result.evaluation
  const { recommendation, grounds } = result.recommendation
  const files = handedIn.flatMap(document => document.evidence.flatMap(piece => piece.files))
  return {
    format: SEAL_FORMAT,
    code,
    assessment: {
      id: assessment.id,
      targetPredicate: assessment.targetPredicate,
      areaGates: assessment.areaGates,
    },
    satker: { id: assessment.satkerId, code: identity.satkerCode, name: assessment.satkerName },
    cycle: { id: assessment.cycleId, year: assessment.year, title: identity.cycleTitle },
    instrument: {
      code: identity.instrumentCode,
      version: identity.instrumentVersion,
      checksum: identity.checksum,
    },
    worksheets: sheets
      .filter(sheet => sheet.frozenAt !== null)
      .map(({ id, seat, round, hash }) => ({ id, seat, round, sha256: hash ?? '' })),
    evidence: [...new Set(files.flatMap(file => file.sha256 ?? []))].sort(),
    evaluated: frozenScore(assessment.instrument, result.score).claimed,
    prerequisites: result.handedIn.prerequisites.map(({ id, value }) => ({ id, value })),
    recommendation: { value: recommendation, grounds },
    finalised,
  }
}
