import { EVIDENCE_STAGES, type EvidenceStage } from '../engine/instrument/instrument'
import { formatShortDateRange } from '../web/format/date'
import type { Listing, PrintedEvidence } from './printed-readiness'
import type { EvidenceFact, PrerequisiteFact } from './readiness-facts'
import { NATURE_WORDS, STAGE_WORDS } from '../web/components/evidence'

const HASH_DIGITS = 12
/** A row is never cut, so no row may outgrow a page: more hashes or codes than this go on in a further row. */
const HASHES_A_ROW = 24
const CODES_A_ROW = 24
/** Of 200 rows most fit one line so; the intro holds the key. */
const STAGE_SHORT: Readonly<Record<EvidenceStage, string>> = {
  planning: 'Ren',
  implementation: 'Lak',
  monitoring: 'Pan',
  follow_up: 'TL',
  impact: 'Dam',
}
const KEY = EVIDENCE_STAGES.map(stage => `${STAGE_SHORT[stage]} ${STAGE_WORDS[stage].toLowerCase()}`).join(
  ', ',
)
const HIDDEN = 'Bukti terbatas; hanya dapat dibuka oleh yang berwenang.'

/** The index of the evidence in use; of a piece the reader may not open, only that it exists. */
export function printEvidence(
  evidence: readonly EvidenceFact[],
  prerequisites: readonly PrerequisiteFact[],
): Listing<PrintedEvidence> {
  const hidden = evidence.filter(piece => !piece.visible).length
  const limited = hidden > 0 ? ` ${hidden} di antaranya terbatas.` : ''
  return {
    heading: 'Indeks bukti',
    intro:
      evidence.length === 0
        ? 'Belum ada bukti yang dipakai.'
        : `${evidence.length} bukti dipakai.${limited} Tahap: ${KEY}.`,
    columns: ['Nomor', 'Bukti', 'Sifat', 'Tahap', 'Peristiwa', 'Pertanyaan', 'SHA-256'],
    rows: evidence.flatMap(piece => pieceRows(piece, prerequisites)),
  }
}

function pieceRows(
  piece: EvidenceFact,
  prerequisites: readonly PrerequisiteFact[],
): readonly PrintedEvidence[] {
  const hashes = chunks(hashWords(piece), HASHES_A_ROW)
  const codes = chunks(
    piece.questions.map(code => useWords(code, prerequisites)),
    CODES_A_ROW,
  )
  const rows = Math.max(1, hashes.length, codes.length)
  return Array.from({ length: rows }, (_, index) => ({
    number: piece.number,
    ...(index === 0 ? described(piece) : CONTINUED),
    questions: codes[index]?.join(', ') ?? '',
    hashes: hashes[index] ?? [],
  }))
}

const CONTINUED = { title: '(lanjutan)', nature: '', stages: '', happened: '' }

function described({ visible, title, nature, stages, happened }: EvidenceFact) {
  if (!visible) return { title: HIDDEN, nature: '–', stages: '–', happened: '–' }
  return {
    title,
    nature: NATURE_WORDS[nature].text,
    stages: stages.map(stage => STAGE_SHORT[stage]).join(', ') || '–',
    happened: happened ? formatShortDateRange(happened.from, happened.to ?? happened.from) : '–',
  }
}

function hashWords({ sha256, links }: EvidenceFact): readonly string[] {
  const digits = sha256.map(hash => hash.slice(0, HASH_DIGITS))
  return links > 0 ? [...digits, `${links} tautan`] : digits
}

/** A question's code, or the number of a prerequisite (`P.lhkpn`) in its table. */
function useWords(code: string, prerequisites: readonly PrerequisiteFact[]): string {
  const position = prerequisites.findIndex(({ id }) => code === `P.${id}`)
  return position < 0 ? code : `prasyarat ${position + 1}`
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}
