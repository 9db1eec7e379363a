import { EVIDENCE_VERDICTS, type EvidenceVerdict } from '../engine/instrument/instrument'
import type { FrozenEvidence, FrozenFile, FrozenUse } from '../frozen/frozen-document'
import { paths } from '../paths'
import { fileKinds, kindOfMime } from '../storage/file-kinds'
import { evidenceKind, NATURE_WORDS } from '../web/components/evidence'
import { civilDateIn, formatDate, formatDateRange, type TimeZone } from '../web/format/date'
import { formatBytes } from '../web/format/number'
import type { IconName } from '../web/icons'
import { deskOfSeat } from './desk-addresses'
import type { EvaluatedQuestion } from './evaluated-questions.service'

/** One piece that was used for the question, as it was handed in, with its verdict. */
export interface JudgedPiece {
  readonly id: string
  readonly use: string
  readonly title: string
  readonly icon: IconName
  /** `Formal · Pemantauan` */
  readonly kind: string
  /** `peristiwa 30 Januari 2026 · diunggah 11 Maret 2026` */
  readonly dates: string
  readonly restricted: boolean
  /** `hal. 1: tiga temuan dibahas`; empty when nothing was claimed. */
  readonly claim: string
  /** False: exists, but is not opened by this person. */
  readonly opened: boolean
  readonly files: readonly ShownFile[]
  readonly verdict: VerdictChoice
}

export interface ShownFile {
  readonly name: string
  /** `Versi 2 · 8,1 MB`; the address of a link. */
  readonly detail: string
  readonly href: string
  readonly external: boolean
  /** How the page shows it. */
  readonly shown: 'frame' | 'picture' | 'film' | 'download' | 'link'
  /** Where its preview comes from, at the claimed page; `''` when there is none. */
  readonly preview: string
  readonly label: string
  readonly first: boolean
}

export interface VerdictChoice {
  readonly action: string
  readonly editable: boolean
  readonly sheet: string
  readonly choices: readonly {
    readonly id: string
    readonly value: string
    readonly label: string
    readonly checked: boolean
  }[]
  /** `Memadai · Nirmala Sekarwangi`; for those who only read. */
  readonly said: string
}

const VERDICT_WORDS: Readonly<Record<EvidenceVerdict, string>> = {
  memadai: 'Memadai',
  kurang: 'Kurang',
  'tidak relevan': 'Tidak relevan',
  meragukan: 'Meragukan',
}

export function judgedPieces(shown: EvaluatedQuestion): JudgedPiece[] {
  const { document, place } = shown
  const uses = document.questions.find(one => one.code === place.question.code)?.uses ?? []
  const byId = new Map(document.evidence.map(piece => [piece.id, piece]))
  return uses.flatMap(use => {
    const piece = byId.get(use.evidence)
    return piece ? judgedPiece(shown, use, piece) : []
  })
}

function judgedPiece(shown: EvaluatedQuestion, use: FrozenUse, piece: FrozenEvidence): JudgedPiece {
  const zone = shown.evaluation.assessment.timeZone
  const opened = shown.opened.has(piece.id)
  return {
    id: `bukti-${use.id}`,
    use: use.id,
    title: opened ? piece.title : 'Bukti terbatas',
    icon: NATURE_WORDS[piece.nature].icon,
    kind: evidenceKind(piece.nature, use.stages),
    dates: opened ? datesOf(piece, zone) : '',
    restricted: piece.access === 'terbatas',
    claim: opened ? [use.page, use.claim].filter(Boolean).join(': ') : '',
    opened,
    files: opened ? piece.files.map((file, place) => shownFile(file, use.page, place === 0)) : [],
    verdict: verdictOf(shown, use.id),
  }
}

function datesOf(piece: FrozenEvidence, zone: TimeZone): string {
  const happened = piece.happenedOn
    ? `peristiwa ${formatDateRange(piece.happenedOn, piece.happenedUntil ?? piece.happenedOn)}`
    : ''
  return [happened, `diunggah ${formatDate(civilDateIn(piece.at, zone))}`].filter(Boolean).join(' · ')
}

function shownFile(file: FrozenFile, page: string, first: boolean): ShownFile {
  const { id, name, url } = file
  if (url !== null)
    return { name, detail: url, href: url, external: true, shown: 'link', preview: '', label: '', first }
  const number = /\d+/.exec(page)?.[0]
  const shown = shownAs(file.contentType ?? '')
  const href = paths.evidenceFile(id)
  const at = shown === 'frame' && number ? `#page=${number}` : ''
  // What the viewers of browsers understand beside the page: no list of pages at the side.
  const framed = shown === 'frame' ? `${at || '#page=1'}&navpanes=0` : ''
  return {
    name,
    detail: `Versi ${file.version} · ${formatBytes(file.size ?? 0)}`,
    href: `${href}${at}`,
    external: false,
    shown,
    preview: isHeic(file) ? paths.evidenceFilePreview(id) : shown === 'download' ? '' : `${href}${framed}`,
    label: at ? `Pratinjau ${name}, halaman ${number}` : `Pratinjau ${name}`,
    first,
  }
}

const isHeic = ({ contentType }: FrozenFile): boolean => contentType === fileKinds.heic.mime

function shownAs(mime: string): ShownFile['shown'] {
  const kind = kindOfMime(mime)
  if (kind === 'heic') return 'picture'
  if (!kind || fileKinds[kind].shown === 'download') return 'download'
  if (fileKinds[kind].shown === 'viewer') return 'frame'
  return mime.startsWith('video/') ? 'film' : 'picture'
}

function verdictOf(shown: EvaluatedQuestion, use: string): VerdictChoice {
  const { evaluation, place, row, sheet, closed } = shown
  const given = sheet.contents.verdicts.get(use)
  const choices = [
    ...EVIDENCE_VERDICTS.map(value => ({ value, label: VERDICT_WORDS[value] })),
    { value: '', label: 'Belum dinilai' },
  ]
  return {
    action: deskOfSeat(row.seat).question(evaluation.assessment.id, place.question.code),
    editable: closed === null,
    sheet: row.id,
    choices: choices.map(({ value, label }) => ({
      id: `nilai-${use}-${value.replace(' ', '-') || 'belum'}`,
      value,
      label,
      checked: (given?.verdict ?? '') === value,
    })),
    said: given
      ? [VERDICT_WORDS[given.verdict], given.givenByName ?? ''].filter(Boolean).join(' · ')
      : 'Belum dinilai',
  }
}
