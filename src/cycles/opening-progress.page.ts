import { paths } from '../paths'
import type { Crumbs, Progress } from '../web/components/panels'
import { formatCount, formatPart } from '../web/format/number'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { cycleCrumbs } from './cycle-crumbs'
import type { CycleFacts } from './cycle-facts'
import type { Opening } from './openings.service'

declare module '../web/view' {
  interface Views {
    'cycles/opening-progress': OpeningProgressPage
  }
}

export interface OpeningProgressPage extends PageModel {
  readonly crumbs: Crumbs
  readonly message: Message
  readonly progress: Progress
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly running: boolean
  /** Where a script asks how far it is; the same address with `segar` loads itself again without one. */
  readonly href: string
  readonly refreshHref: string
  /** Posted to go on after a failure; `''` otherwise. */
  readonly resumeAction: string
  readonly cycleHref: string
  readonly assessmentsHref: string
}

/** What a script shows while a run goes on. */
export interface OpeningProgress {
  readonly running: boolean
  readonly value: number
  readonly max: number
  readonly text: string
}

export const openingProgress = ({ state, opened, skipped, total }: Opening): OpeningProgress => ({
  running: state === 'running',
  value: opened + skipped,
  max: total,
  text: formatPart(opened + skipped, total),
})

export function openingProgressPage(cycle: CycleFacts, opening: Opening): OpeningProgressPage {
  const href = paths.cycleOpeningProgress(cycle.id, opening.id)
  const { value, max, text } = openingProgress(opening)
  return {
    title: 'Pembukaan penilaian',
    current: 'siklus',
    crumbs: cycleCrumbs(cycle),
    message: messageOf(opening),
    progress: { label: 'Satker', text, value, max },
    facts: [
      { label: 'Target', value: opening.predicate },
      ...(opening.state === 'running'
        ? []
        : [
            { label: 'Dibuka', value: formatCount(opening.opened) },
            { label: 'Sudah dibuka sebelumnya', value: formatCount(opening.skipped) },
          ]),
    ],
    running: opening.state === 'running',
    href,
    refreshHref: `${href}?segar=ya`,
    resumeAction: opening.state === 'failed' ? href : '',
    cycleHref: paths.cycle(cycle.id),
    assessmentsHref: `${paths.assessments()}?siklus=${cycle.year}`,
  }
}

function messageOf({ state, failure, opened }: Opening): Message {
  if (state === 'running')
    return { tone: 'info', lead: 'Sedang berjalan.', text: 'Halaman ini boleh ditinggalkan.' }
  if (state === 'failed')
    return {
      tone: 'bad',
      lead: 'Terhenti.',
      text: `Yang sudah dibuka tetap ada; lanjutkan untuk sisanya. Sebab: ${failure}`,
    }
  return opened > 0
    ? { tone: 'ok', lead: 'Selesai.', text: `${formatCount(opened)} penilaian dibuka.` }
    : { tone: 'info', lead: 'Selesai.', text: 'Semua satker yang dipilih sudah dibuka sebelumnya.' }
}
