import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatInstant } from '../web/format/date'
import type { Link } from '../web/shell'
import type { SealRow } from './results.repository'
import type { Result } from './results.service'
import { printedSealCode } from './seal-key'

export interface SealPanel {
  /** In groups of four. */
  readonly code: string
  readonly status: Status
  readonly hash: string
  readonly sealed: string
  /** Who opened it again, when and why; `''` while it holds. */
  readonly reopened: string
  readonly verificationHref: string
  readonly exported: Link | null
}

/** The seal that holds, or null, and all that no longer do. */
export function sealPanels(result: Result, mayTake: boolean): [SealPanel | null, SealPanel[]] {
  const { assessment } = result.evaluation
  const holding =
    assessment.stage === 'final' ? result.seals.find(seal => seal.reopenedAt === null) : undefined
  const link = { label: 'Unduh hasil bersegel (JSON)', href: paths.resultExport(assessment.id) }
  const panelOf = (seal: SealRow): SealPanel => ({
    code: printedSealCode(seal.code),
    status:
      seal === holding
        ? { tone: 'ok', icon: 'seal', text: 'Berlaku' }
        : { tone: 'bad', icon: 'cross', text: 'Tidak berlaku lagi' },
    hash: seal.hash,
    sealed: `${seal.sealedByName ?? 'sistem'}, ${formatInstant(seal.sealedAt, assessment.timeZone)}`,
    reopened: seal.reopenedAt
      ? `${seal.reopenedByName ?? 'sistem'}, ${formatInstant(seal.reopenedAt, assessment.timeZone)}. Alasan: ${seal.reopenedBecause}`
      : '',
    verificationHref: `${paths.verification()}?kode=${seal.code}`,
    exported: seal === holding && mayTake ? link : null,
  })
  return [
    holding ? panelOf(holding) : null,
    result.seals.filter(seal => seal !== holding).map(seal => panelOf(seal)),
  ]
}
