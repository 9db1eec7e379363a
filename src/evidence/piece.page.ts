import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import type { EvidenceStage } from '../engine/instrument/instrument'
import type { AssessmentStage } from '../engine/stages/stages'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { evidenceKind, NATURE_WORDS, STAGE_WORDS } from '../web/components/evidence'
import { textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { Confirm } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatDateRange, formatInstant } from '../web/format/date'
import type { IconName } from '../web/icons'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import {
  accessField,
  filesField,
  linksField,
  natureField,
  paperFields,
  titleField,
  type UploadWords,
} from './evidence-fields'
import type { FileRow, PieceUseRow } from './evidence-pieces.repository'
import type { Piece } from './evidence.service'
import { fileSlots, type FileSlot } from './file-slots'

declare module '../web/view' {
  interface Views {
    'evidence/piece': PiecePage
  }
}

export interface PiecePage extends PageModel {
  /** In bytes, for the script that looks before it sends. */
  readonly limits: UploadWords
  readonly crumbs: { readonly links: readonly Link[] }
  readonly icon: IconName
  readonly kind: string
  readonly restricted: boolean
  readonly summary: ErrorSummary | null
  readonly withdrawn: Message | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly slots: readonly FileSlot[]
  /** Null for whoever does not read the shelf, and so no worksheet either. */
  readonly reading: Reading | null
  /** Null when the actor may only read. */
  readonly change: ChangeForms | null
}

export interface Reading {
  readonly uses: readonly UsedIn[]
  readonly trail: readonly TrailEntry[]
}

export interface ChangeForms {
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
  /** Unfolded after a refusal. */
  readonly open: boolean
  readonly addAction: string
  readonly files: Field
  readonly links: Field
  readonly withdrawal: Confirm
  readonly withdrawalOpen: boolean
  /** The form for more files asks for nothing else. */
  readonly none: readonly Field[]
}

export interface UsedIn {
  readonly year: string
  readonly question: string
  readonly href: string
  readonly stages: string
  /** Where this use is changed; null for readers and for worksheets that were handed in. */
  readonly useHref: string | null
  readonly detail: string
}

/** At most one of the forms was refused. */
export interface PieceForms {
  readonly change?: FormState
  readonly add?: FormState
  readonly withdraw?: FormState
}

export interface PieceParts {
  readonly piece: Piece
  readonly files: readonly FileRow[]
  readonly trail: readonly TrailRow[]
  readonly readsShelf: boolean
  readonly limits: UploadWords
}

export function piecePage(parts: PieceParts, forms: PieceForms = {}): PiecePage {
  const { piece, files, trail, readsShelf, limits } = parts
  const change = piece.mayChange ? changeForms(piece, limits, forms) : null
  return {
    limits,
    title: piece.title,
    current: 'bukti',
    crumbs: {
      links: [
        readsShelf
          ? { label: 'Rak bukti', href: paths.evidenceShelf(piece.satkerId) }
          : { label: 'Kerja sama', href: paths.agreements(piece.satkerId) },
      ],
    },
    icon: NATURE_WORDS[piece.nature].icon,
    kind: evidenceKind(piece.nature, []),
    restricted: piece.access === 'terbatas',
    summary: change ? summaryOf(change, forms) : null,
    withdrawn: withdrawnOf(piece),
    facts: factsOf(piece),
    slots: fileSlots(files, piece.timeZone, piece.mayChange),
    reading: readsShelf
      ? {
          uses: piece.uses.map(use => usedIn(use, piece.mayChange)),
          trail: trail.map(row => trailEntry(row, piece.timeZone)),
        }
      : null,
    change,
  }
}

const NOTHING = '–'
const FILLING: readonly AssessmentStage[] = ['draf', 'dikembalikan']

function factsOf(piece: Piece): PiecePage['facts'] {
  const happened = piece.happenedOn
    ? formatDateRange(piece.happenedOn, piece.happenedUntil ?? piece.happenedOn)
    : NOTHING
  return [
    { label: 'Sifat', value: NATURE_WORDS[piece.nature].text },
    { label: 'Tanggal kejadian', value: happened },
    { label: 'Nomor dokumen', value: piece.documentNumber || NOTHING },
    { label: 'Penerbit', value: piece.issuer || NOTHING },
    { label: 'Akses', value: piece.access === 'terbatas' ? 'Terbatas' : 'Biasa' },
    {
      label: 'Diunggah',
      value: `${piece.createdByName ?? 'Sistem'}, ${formatInstant(piece.createdAt, piece.timeZone)}`,
    },
  ]
}

function withdrawnOf(piece: Piece): Message | null {
  if (piece.withdrawnAt === null) return null
  const when = formatInstant(piece.withdrawnAt, piece.timeZone)
  return {
    tone: 'warn',
    lead: `Ditarik oleh ${piece.withdrawnByName ?? 'Sistem'}, ${when}.`,
    text: `Alasan: ${piece.withdrawnReason}`,
  }
}

function usedIn(use: PieceUseRow, mayChange: boolean): UsedIn {
  const stages = JSON.parse(use.stages) as EvidenceStage[]
  return {
    year: String(use.year),
    question: use.question,
    href: paths.evidenceUses(use.assessmentId, use.question),
    useHref: mayChange && FILLING.includes(use.stage) ? paths.evidenceUse(use.assessmentId, use.id) : null,
    stages: stages.map(stage => STAGE_WORDS[stage]).join(', ') || 'Tanpa tahap',
    detail: [use.page, use.claim].filter(Boolean).join(': '),
  }
}

function changeForms(piece: Piece, limits: UploadWords, forms: PieceForms): ChangeForms {
  const change = forms.change ?? freshForm(valuesOf(piece))
  const add = forms.add ?? freshForm()
  const used = piece.uses.length
  return {
    action: paths.evidence(piece.id),
    version: String(piece.version),
    fields: [titleField(change), natureField(change), ...paperFields(change), accessField(change)],
    open: forms.change !== undefined,
    addAction: paths.evidenceFiles(piece.id),
    files: filesField(add, limits, 'Tambah berkas'),
    links: linksField(add),
    withdrawalOpen: forms.withdraw !== undefined,
    none: [],
    withdrawal: {
      tone: 'warn',
      lead: 'Tarik bukti ini?',
      text:
        used > 0
          ? `Bukti dipakai di ${used} tempat dan tidak lagi dihitung di sana. Jejaknya tetap ada.`
          : 'Bukti tidak lagi dapat dipakai. Jejaknya tetap ada.',
      action: paths.evidenceWithdrawal(piece.id),
      submit: 'Tarik bukti',
      destructive: true,
      hidden: [{ name: 'version', value: String(piece.version) }],
      fields: [textField(forms.withdraw ?? freshForm(), 'reason', { label: 'Alasan', maxlength: 300 })],
      cancel: { label: 'Batal', href: paths.evidence(piece.id) },
    },
  }
}

const valuesOf = (piece: Piece) => ({
  title: piece.title,
  nature: piece.nature,
  happenedOn: piece.happenedOn ?? '',
  happenedUntil: piece.happenedUntil ?? '',
  documentNumber: piece.documentNumber,
  issuer: piece.issuer,
  access: piece.access,
})

function summaryOf(change: ChangeForms, forms: PieceForms): ErrorSummary | null {
  if (forms.change) return errorSummary(forms.change, change.fields)
  if (forms.add) return errorSummary(forms.add, [change.files, change.links])
  return forms.withdraw ? errorSummary(forms.withdraw, change.withdrawal.fields) : null
}
