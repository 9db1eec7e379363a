import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import { prerequisiteVerdicts } from '../engine/prerequisites/prerequisite-verdicts'
import type { EvidenceStage, Prerequisite } from '../engine/instrument/instrument'
import type { Score } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import { frozenQuestions, personOf, type UsesByQuestion } from './compose-frozen-questions'
import { evidenceNumbers } from './evidence-numbers'
import { frozenScore } from './compose-frozen-score'
import {
  FROZEN_FORMAT,
  type FrozenAct,
  type FrozenDocument,
  type FrozenEvidence,
  type FrozenLetterhead,
  type FrozenPrerequisite,
  type FrozenSignatories,
  type FrozenUse,
} from './frozen-document'
import type {
  AnswerToFreeze,
  FileToFreeze,
  IdentityRow,
  PrerequisiteToFreeze,
  SignatoryToFreeze,
  UseToFreeze,
} from './frozen-worksheet.repository'

/** What the head hands in, and what was attested before. */
export interface HandIn {
  readonly submitted: FrozenAct
  readonly fromStage: AssessmentStage
  readonly attestations: FrozenDocument['attestations']
}

/** Everything a frozen document is made of; read in one transaction. */
export interface FactsToFreeze {
  readonly assessment: AssessmentContext
  readonly identity: IdentityRow
  readonly handIn: HandIn
  readonly score: Score
  readonly answers: readonly AnswerToFreeze[]
  readonly uses: readonly UseToFreeze[]
  readonly files: readonly FileToFreeze[]
  readonly prerequisites: readonly PrerequisiteToFreeze[]
  /** Heads and chairs in office, the one who signs first. */
  readonly signatories: readonly SignatoryToFreeze[]
}

/** The whole worksheet as it stands, in an order that the same facts always give. */
export function composeFrozenDocument(facts: FactsToFreeze): FrozenDocument {
  const { assessment, identity, handIn, score, answers, uses } = facts
  const { instrument } = assessment
  const usesOf = groupUses(uses)
  const questions = frozenQuestions(instrument, score, answers, usesOf)
  const prerequisites = frozenPrerequisites(facts, usesOf)
  return {
    format: FROZEN_FORMAT,
    assessment: {
      id: assessment.id,
      worksheet: assessment.worksheetId,
      round: assessment.round,
      edition: assessment.edition,
      fromStage: handIn.fromStage,
      targetPredicate: assessment.targetPredicate,
      areaGates: assessment.areaGates,
    },
    satker: {
      id: assessment.satkerId,
      code: identity.satkerCode,
      name: assessment.satkerName,
      kind: identity.kind,
      region: identity.region,
      city: identity.city,
      timeZone: assessment.timeZone,
      employees: identity.employees,
      letterhead: frozenLetterhead(identity),
    },
    cycle: { id: assessment.cycleId, year: assessment.year, title: identity.cycleTitle },
    instrument: {
      id: assessment.instrumentId,
      code: identity.instrumentCode,
      version: identity.instrumentVersion,
      title: instrument.title,
      basis: instrument.basis.short,
      checksum: identity.checksum,
    },
    submitted: handIn.submitted,
    signatories: frozenSignatories(facts.signatories),
    score: frozenScore(instrument, score),
    questions,
    prerequisites,
    evidence: frozenEvidence(evidenceNumbers(instrument, uses), facts),
    attestations: handIn.attestations,
  }
}

const frozenLetterhead = ({ letterhead, logoSha256, logoType }: IdentityRow): FrozenLetterhead => ({
  lines: letterhead
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean),
  logo: logoSha256 && logoType ? { sha256: logoSha256, mime: logoType } : null,
})

function frozenSignatories(rows: readonly SignatoryToFreeze[]): FrozenSignatories {
  const first = (role: SignatoryToFreeze['role']) => {
    const row = rows.find(candidate => candidate.role === role)
    return row ? { id: row.id, name: row.name, nip: row.nip ?? '', acting: Boolean(row.acting) } : null
  }
  return { head: first('head'), chair: first('chair') }
}

function groupUses(rows: readonly UseToFreeze[]): UsesByQuestion {
  const groups = new Map<string, FrozenUse[]>()
  for (const row of rows) {
    const use: FrozenUse = {
      id: row.id,
      evidence: row.evidenceId,
      stages: JSON.parse(row.stages) as EvidenceStage[],
      claim: row.claim,
      page: row.page,
      by: { id: row.createdBy, name: row.createdByName ?? '' },
      at: row.createdAt,
    }
    groups.set(row.question, [...(groups.get(row.question) ?? []), use])
  }
  return groups
}

function frozenPrerequisites(facts: FactsToFreeze, usesOf: UsesByQuestion): FrozenPrerequisite[] {
  const { assessment, handIn } = facts
  const rows = new Map(facts.prerequisites.map(row => [row.prerequisite, row]))
  const on = civilDate(new Date(handIn.submitted.at), assessment.timeZone)
  const verdicts = (prerequisite: Prerequisite, value: string | null) =>
    [...prerequisiteVerdicts(prerequisite, value, on)].map(([predicate, verdict]) => ({ predicate, verdict }))
  return assessment.instrument.prerequisites.map(prerequisite => {
    const row = rows.get(prerequisite.id)
    const value = row?.value ?? null
    return {
      id: prerequisite.id,
      text: prerequisite.text,
      filledBy: prerequisite.filledBy,
      value,
      note: row?.note ?? '',
      verdicts: verdicts(prerequisite, value),
      by: row ? personOf(row.updatedBy, row.updatedByName) : null,
      at: row?.updatedAt ?? null,
      uses: usesOf.get(`P.${prerequisite.id}`) ?? [],
    }
  })
}

function frozenEvidence(numbers: ReadonlyMap<string, string>, facts: FactsToFreeze): FrozenEvidence[] {
  const pieces = new Map(facts.uses.map(use => [use.evidenceId, use]))
  return [...numbers].map(([id, number]) => {
    const piece = pieces.get(id)!
    return {
      id,
      number,
      title: piece.title,
      nature: piece.nature,
      happenedOn: piece.happenedOn,
      happenedUntil: piece.happenedUntil,
      documentNumber: piece.documentNumber,
      issuer: piece.issuer,
      access: piece.access,
      by: { id: piece.pieceBy, name: piece.pieceByName ?? '' },
      at: piece.pieceAt,
      files: facts.files
        .filter(file => file.evidenceId === id)
        .map(({ id: file, slot, version, name, url, sha256, size, contentType, ...uploaded }) => ({
          id: file,
          slot,
          version,
          name,
          url,
          sha256,
          size,
          contentType,
          by: { id: uploaded.uploadedBy, name: uploaded.uploadedByName ?? '' },
          at: uploaded.uploadedAt,
        })),
    }
  })
}
