import type { Actor } from '../access/actor'
import { documentNumber, editionWords } from '../assessments/document-number'
import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatInstant, type TimeZone } from '../web/format/date'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { openedPieces } from './frozen-access'
import type { FrozenAct, FrozenDocument } from './frozen-document'
import { evidenceRows, type EvidenceIndexRow } from './frozen-evidence.page'
import { questionGroups, type QuestionGroup } from './frozen-questions.page'
import { frozenFigures, gateTables, type GateTable } from './frozen-score.page'
import type { FrozenReading } from './frozen-worksheet.service'
import { prerequisiteRows, type PrerequisiteLine } from './frozen-prerequisites.page'

declare module '../web/view' {
  interface Views {
    'frozen/frozen': FrozenPage
  }
}

/** A worksheet as it was handed in; everything on it comes from the stored document. */
export interface FrozenPage extends PageModel {
  readonly over: string
  /** What this is, at the head of every printed page. */
  readonly running: string
  readonly seal: {
    readonly frozen: string
    readonly hash: string
    readonly status: Status
    readonly warning: Message | null
  }
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly figures: readonly { readonly label: string; readonly value: string }[]
  readonly gates: readonly GateTable[]
  readonly prerequisites: readonly PrerequisiteLine[]
  readonly attestations: readonly { readonly part: string; readonly by: string }[]
  readonly groups: readonly QuestionGroup[]
  readonly evidence: readonly EvidenceIndexRow[]
  /** Other frozen worksheets of the assessment. */
  readonly others: readonly Link[]
  readonly backHref: string
}

export function frozenPage(assessment: AssessmentContext, actor: Actor, reading: FrozenReading): FrozenPage {
  const { document } = reading
  const zone = document.satker.timeZone
  const pieces = new Map(document.evidence.map(piece => [piece.id, piece]))
  const opened = openedPieces(assessment, actor, document, reading.restrictedSince)
  return {
    title: 'Lembar beku',
    current: 'pengesahan',
    bodyClass: 'frozen',
    over: `${document.satker.name} · siklus ${document.cycle.year}`,
    running: [
      document.satker.name,
      `lembar beku ${document.cycle.year}`,
      editionWords(document.assessment),
      numberOf(document),
    ].join(' · '),
    seal: sealOf(reading, zone),
    facts: factsOf(document),
    figures: frozenFigures(document.score),
    gates: gateTables(document),
    prerequisites: prerequisiteRows(document, pieces, opened),
    attestations: document.attestations.map(({ name, ...act }) => ({ part: name, by: actLine(act, zone) })),
    groups: questionGroups(document, pieces, opened),
    evidence: evidenceRows(document, opened),
    others: reading.editions
      .filter(edition => edition.id !== document.assessment.worksheet)
      .map(edition => ({
        label: `Putaran ${edition.round}, edisi ${edition.edition}, ${formatInstant(edition.frozenAt, zone)}`,
        href: paths.frozenWorksheet(assessment.id, edition.id),
      })),
    backHref: paths.submission(assessment.id),
  }
}

function sealOf({ hash, frozenAt, intact }: FrozenReading, zone: TimeZone): FrozenPage['seal'] {
  return {
    frozen: `Dibekukan pada ${formatInstant(frozenAt, zone)}`,
    hash,
    status: intact
      ? { tone: 'ok', icon: 'check', text: 'Cocok dengan isi' }
      : { tone: 'bad', icon: 'octagon', text: 'Tidak cocok' },
    warning: intact
      ? null
      : {
          tone: 'bad',
          lead: 'Isi lembar ini tidak cocok dengan SHA-256 saat dibekukan.',
          text: 'Simpanan di basis data berubah sesudahnya. Sampaikan kepada administrator pusat sebelum lembar ini dipakai.',
        },
  }
}

const actLine = ({ by, acting, at }: FrozenAct, zone: TimeZone): string =>
  `${acting ? 'Plt/Plh ' : ''}${by.name}, ${formatInstant(at, zone)}`

const numberOf = ({ cycle, satker, assessment }: FrozenDocument): string =>
  documentNumber(cycle.year, satker.code, assessment, false)

function factsOf(document: FrozenDocument): FrozenPage['facts'] {
  const { assessment, satker, instrument, submitted } = document
  return [
    { label: 'Satker', value: [satker.name, satker.code, satker.region].filter(Boolean).join(' · ') },
    { label: 'Lembar', value: `Putaran ${assessment.round}, edisi ${assessment.edition}` },
    { label: 'Nomor dokumen', value: numberOf(document) },
    { label: 'Diajukan oleh', value: actLine(submitted, satker.timeZone) },
    { label: 'Predikat yang dituju', value: assessment.targetPredicate },
    {
      label: 'Instrumen',
      value: `${instrument.title}, ${instrument.basis}, ${instrument.code} versi ${instrument.version}, SHA-256 ${instrument.checksum.slice(0, 12)}…`,
    },
    {
      label: 'Ambang area',
      value:
        assessment.areaGates === 'joint'
          ? 'Pemenuhan dan Reform dihitung bersama'
          : 'Pemenuhan dan Reform dihitung terpisah',
    },
  ]
}
