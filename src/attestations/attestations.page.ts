import { mayAt } from '../access/scope'
import { closedBecause } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { formatPart } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { partPanel, type AttestationsFacts, type PartPanel, type RefusedPart } from './part-panel.page'

declare module '../web/view' {
  interface Views {
    'attestations/attestations': AttestationsPage
  }
}

export interface AttestationsPage extends PageModel {
  readonly over: string
  readonly summary: ErrorSummary | null
  readonly message: Message | null
  /** `3 dari 7 bagian disahkan` */
  readonly heading: string
  readonly next: Link & { readonly primary: boolean }
  readonly parts: readonly PartPanel[]
}

export function attestationsPage(
  facts: AttestationsFacts,
  refused: RefusedPart | null = null,
): AttestationsPage {
  const { assessment, actor, states } = facts
  const closed = closedBecause(assessment, facts.now)
  const isHead = mayAt(actor, 'attest', assessment)
  const attested = states.filter(state => state.state === 'attested').length
  const parts = [...lookup(assessment.instrument).parts.values()]
  const panels = parts.map(part => partPanel(part, facts, isHead && closed === null, refused))
  const fields = panels.flatMap(panel => panel.acts?.fields ?? [])
  return {
    title: 'Pengesahan',
    current: 'pengesahan',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    summary: refused && errorSummary(refused.form, fields),
    message: messageOf(closed, isHead),
    heading: `${formatPart(attested, parts.length)} bagian disahkan`,
    next: {
      label: isHead && closed === null ? 'Lanjut ke pengajuan' : 'Lihat pengajuan',
      href: paths.submission(assessment.id),
      primary: isHead && closed === null && attested === parts.length,
    },
    parts: panels,
  }
}

function messageOf(closed: string | null, isHead: boolean): Message | null {
  if (closed !== null) return { tone: 'info', lead: closed, text: '' }
  if (!isHead)
    return {
      tone: 'info',
      lead: 'Pengesahan dilakukan oleh kepala satker.',
      text: 'Perubahan jawaban, bukti, atau berkas pada bagian yang sudah disahkan menggugurkan pengesahannya.',
    }
  return null
}
