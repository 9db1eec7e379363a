import { NATURE_WORDS } from '../web/components/evidence'
import { formatDate, formatDateRange } from '../web/format/date'
import { formatBytes } from '../web/format/number'
import type { FrozenDocument, FrozenEvidence, FrozenFile } from './frozen-document'

/** One piece in the index, with the versions that stood when the worksheet was frozen. */
export interface EvidenceIndexRow {
  readonly number: string
  readonly title: string
  readonly nature: string
  readonly restricted: boolean
  /** Date, number and issuer; `''` when nothing was said. */
  readonly detail: string
  readonly questions: string
  readonly files: readonly FileLine[]
}

export interface FileLine {
  readonly name: string
  /** `versi 2, 8,1 MB` or the address of a link. */
  readonly about: string
  /** SHA-256, `''` for a link. */
  readonly hash: string
}

export function evidenceRows(document: FrozenDocument, opened: ReadonlySet<string>): EvidenceIndexRow[] {
  const places = [
    ...document.questions,
    ...document.prerequisites.map(place => ({ ...place, code: 'prasyarat' })),
  ]
  const usedBy = (id: string) =>
    places.filter(place => place.uses.some(use => use.evidence === id)).map(place => place.code)
  return document.evidence.map(piece => {
    const open = opened.has(piece.id)
    return {
      number: piece.number,
      title: open ? piece.title : 'Bukti terbatas',
      nature: NATURE_WORDS[piece.nature].text,
      restricted: piece.access === 'terbatas' || !open,
      detail: open ? detailOf(piece) : '',
      questions: [...new Set(usedBy(piece.id))].join(', '),
      files: open ? piece.files.map(fileLine) : [],
    }
  })
}

function detailOf({ happenedOn, happenedUntil, documentNumber, issuer }: FrozenEvidence): string {
  const happened =
    happenedOn && (happenedUntil ? formatDateRange(happenedOn, happenedUntil) : formatDate(happenedOn))
  return [happened, documentNumber, issuer].filter(Boolean).join(' · ')
}

const fileLine = ({ name, version, url, size, sha256 }: FrozenFile): FileLine => ({
  name,
  about: url ?? [`versi ${version}`, size === null ? '' : formatBytes(size)].filter(Boolean).join(', '),
  hash: sha256 ?? '',
})
