import { canonicalJson } from './canonical-json'
import type { FrozenDocument, FrozenQuestion } from './frozen-document'

/** The questions whose answer, note, uses or evidence differ between two documents of one assessment. */
export function changedQuestions(before: FrozenDocument, after: FrozenDocument): string[] {
  const was = contents(before)
  return [...contents(after)].filter(([code, content]) => was.get(code) !== content).map(([code]) => code)
}

function contents(document: FrozenDocument): Map<string, string> {
  const pieces = new Map(
    document.evidence.map(({ number: _, by: _by, at: _at, ...piece }) => [piece.id, piece]),
  )
  const contentOf = ({ answer, note, uses }: FrozenQuestion) => ({
    option: answer?.option ?? null,
    inputs: answer?.inputs ?? null,
    note: note?.text ?? '',
    uses: uses.map(({ by: _, at: _at, ...use }) => ({ ...use, piece: filesOf(pieces.get(use.evidence)) })),
  })
  return new Map(document.questions.map(question => [question.code, canonicalJson(contentOf(question))]))
}

/** People are told apart by what they did, not by the name they bear today. */
const filesOf = (piece: Omit<FrozenDocument['evidence'][number], 'number' | 'by' | 'at'> | undefined) =>
  piece ? { ...piece, files: piece.files.map(file => file.id) } : null
