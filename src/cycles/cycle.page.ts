import { trailEntry, type TrailEntry } from '../audit/audit.page'
import { civilDate } from '../clock'
import { ASSESSMENT_STAGES, type AssessmentStage } from '../engine/stages/stages'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { GATE_WORDS, WINDOW_WORDS, type CycleFacts, type StageCounts, type WindowDates } from './cycle-facts'
import { RECOMMENDATION_WORDS } from '../results/recommendation-rules'
import { capitalised } from '../reports/readiness-words'
import { demandOf, rulesInOrder } from './rule-fields'
import { WINDOW_STAGES } from './window-stages'

declare module '../web/view' {
  interface Views {
    'cycles/cycle': CyclePage
  }
}

export interface CyclePage extends PageModel {
  readonly crumbs: Crumbs
  readonly windows: readonly { readonly stage: string; readonly dates: string; readonly status: Status }[]
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string }[]
  readonly total: string
  readonly stages: readonly { readonly label: string; readonly count: string; readonly href: string }[]
  readonly editHref: string
  readonly openingHref: string
  readonly teamsHref: string
  readonly samplesHref: string
  readonly trail: readonly TrailEntry[]
}

const STAGES: Readonly<Record<AssessmentStage, string>> = {
  draf: 'Draf',
  diajukan: 'Diajukan',
  dievaluasi: 'Dievaluasi',
  dikembalikan: 'Dikembalikan',
  dinilai: 'Dinilai',
  final: 'Final',
}

export function cyclePage(
  cycle: CycleFacts,
  counts: StageCounts,
  trail: readonly Parameters<typeof trailEntry>[0][],
  now: Date,
): CyclePage {
  const listed = (stage?: AssessmentStage) =>
    `${paths.assessments()}?siklus=${cycle.year}${stage ? `&tahap=${stage}` : ''}`
  const total = [...counts.values()].reduce((all, number) => all + number, 0)
  return {
    title: cycle.title,
    current: 'siklus',
    crumbs: { links: [{ label: 'Siklus', href: paths.cycles() }] },
    windows: WINDOW_STAGES.map(stage => ({
      stage: WINDOW_WORDS[stage],
      ...windowWords(cycle.windows[stage], civilDate(now, 'Asia/Jakarta')),
    })),
    facts: [
      { label: 'Tahun', value: String(cycle.year), href: '' },
      { label: 'Instrumen', value: cycle.instrument, href: paths.instrument(cycle.instrumentId) },
      { label: 'Ambang area', value: GATE_WORDS[cycle.areaGates], href: '' },
      { label: 'Pengembalian', value: `Paling banyak ${cycle.settings.sendBacks} kali`, href: '' },
      { label: 'Prapenilaian kanwil', value: cycle.settings.preAssessment ? 'Ya' : 'Tidak', href: '' },
      ...rulesInOrder(cycle.settings.recommendations).map(rule => ({
        label: RECOMMENDATION_WORDS[rule.recommendation],
        value: capitalised(demandOf(rule)),
        href: '',
      })),
    ],
    total: `${formatCount(total)} penilaian`,
    stages: ASSESSMENT_STAGES.filter(stage => counts.has(stage)).map(stage => ({
      label: STAGES[stage],
      count: formatCount(counts.get(stage) ?? 0),
      href: listed(stage),
    })),
    editHref: paths.editCycle(cycle.id),
    openingHref: paths.cycleOpening(cycle.id),
    teamsHref: paths.teams(cycle.id),
    samplesHref: paths.samples(cycle.id),
    trail: trail.map(row => trailEntry(row, 'Asia/Jakarta')),
  }
}

const OPEN: Status = { tone: 'ok', icon: 'dot', text: 'Terbuka' }

/** The dates of a stage, and where today lies in them; the centre reads them in WIB. */
function windowWords(dates: WindowDates | undefined, today: string): { dates: string; status: Status } {
  if (!dates) return { dates: 'Tanpa batas tanggal', status: OPEN }
  const words = formatDateRange(dates.opensOn, dates.closesOn)
  if (today < dates.opensOn)
    return { dates: words, status: { tone: 'mut', icon: 'ring', text: 'Belum dibuka' } }
  if (today > dates.closesOn) return { dates: words, status: { tone: 'mut', icon: 'lock', text: 'Ditutup' } }
  return { dates: words, status: OPEN }
}
