import type { EvidenceNature, EvidenceStage, Question } from '../../src/engine/instrument/instrument'
import type { Dice } from './dice'
import type { Character } from './stories'

/** A piece of evidence under one question, before it has files. */
export interface PlannedPiece {
  readonly title: string
  readonly nature: EvidenceNature
  readonly stages: readonly EvidenceStage[]
}

const TRACE =
  /foto|daftar hadir|tangkapan|tautan|tanda terima|rekap|dokumentasi|unggahan|bukti|catatan|contoh|sertifikat|piagam|tampilan|register|pakta|undangan/i
const OUTCOME =
  /sebelum dan sesudah|hasil survei|survei persepsi|data |tabel target|pembanding|perbandingan|capaian|realisasi|testimoni|manfaat|perubahan yang dihasilkan|laporan kinerja|hasil skm/i

/** The stages that a paper, a trace and a result can show at all. */
const SHOWS: Readonly<Record<EvidenceNature, readonly EvidenceStage[]>> = {
  formal: ['planning', 'monitoring', 'follow_up'],
  trace: ['implementation', 'follow_up'],
  outcome: ['monitoring', 'follow_up', 'impact'],
}

/** Pieces that a team of this kind puts under an answer, most telling first. */
export function piecesFor(
  question: Question,
  character: Character,
  dice: Dice,
  thorough = false,
): PlannedPiece[] {
  const titles = question.evidence
  if (character === 'paper') {
    const title = titles.find(text => natureOf(text) === 'formal') ?? `Laporan ${lower(titles[0] ?? '')}`
    return [{ title, nature: 'formal', stages: question.expectedStages }]
  }
  const most = { good: 2, fair: 2, weak: 1 }[character]
  const named = inOrder(question, thorough ? withWhatShows(question) : titles).slice(0, most)
  const pieces = named.map(title => {
    const nature = natureOf(title)
    return { title, nature, stages: question.expectedStages.filter(stage => SHOWS[nature].includes(stage)) }
  })
  return withTheRest(question, pieces, dice.chance({ good: 88, fair: 45, weak: 15 }[character]))
}

const natureOf = (title: string): EvidenceNature =>
  OUTCOME.test(title) ? 'outcome' : TRACE.test(title) ? 'trace' : 'formal'

const SHOWN_BY: Readonly<Partial<Record<Question['asksAbout'], readonly [EvidenceNature, string]>>> = {
  practice: ['trace', 'Foto pelaksanaan'],
  result: ['outcome', 'Angka sebelum dan sesudah'],
}

/** What the instrument names, and what a practice or a result is shown by where it names no such thing. */
function withWhatShows({ asksAbout, evidence }: Question): readonly string[] {
  const [nature, title] = SHOWN_BY[asksAbout] ?? []
  if (nature === undefined || evidence.some(text => natureOf(text) === nature)) return evidence
  return [`${title}: ${lower(evidence[0] ?? '')}`, ...evidence]
}

/** A result is shown by results first, a practice by its traces, a document by itself. */
function inOrder(question: Question, titles: readonly string[]): string[] {
  const first = { document: 'formal', practice: 'trace', result: 'outcome' }[question.asksAbout]
  return [...titles].sort((one, other) => Number(natureOf(other) === first) - Number(natureOf(one) === first))
}

/** What no piece shows yet is shown by the last one, or stays open; a piece that shows nothing is given the first stage. */
function withTheRest(question: Question, pieces: readonly PlannedPiece[], complete: boolean): PlannedPiece[] {
  const shown = new Set(pieces.flatMap(piece => piece.stages))
  const rest = question.expectedStages.filter(stage => !shown.has(stage))
  return pieces
    .map((piece, place) => ({
      ...piece,
      stages: complete && place === 0 ? [...piece.stages, ...rest] : piece.stages,
    }))
    .map(piece =>
      piece.stages.length > 0 ? piece : { ...piece, stages: question.expectedStages.slice(0, 1) },
    )
}

const lower = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase())
